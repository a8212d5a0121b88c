package grammar

import "strings"

// postNouns are the nouns that name posts, in the nominative: what is listed is
// certain, and may begin a second post inside a phrase. Sources:
// Общероссийский классификатор ОК 010-2014 (занятия), registers of posts of
// the states of the CIS, and the titles of the protocol.
var postNouns = wordSet(`адвокат автор агент администратор академик аким акын аналитик архитектор архиепископ архимандрит атаман атташе
	аудитор банкир бригадир бургомистр ведущий визирь викарий водитель воевода воспитатель вождь врач генсек гендиректор герцог герцогиня глава госсекретарь государь
	граф губернатор дежурный декан делегат депутат директор диспетчер доктор докладчик доцент епископ журналист заведующий заместитель зампред
	заявитель иерей император императрица имам инженер инициатор инспектор инструктор искусствовед историк исполнитель кавалер казначей канцлер кандидат капеллан католикос князь княгиня
	комендант командир командор комиссар комментатор конгрессмен консул консультант контролёр координатор король королева корреспондент куратор лауреат лектор
	лидер магистр маркиз мастер менеджер методист митрополит министр модератор монарх муфтий мэр наблюдатель нарком наркома наследник наставник научный начальник нунций обозреватель
	оператор оратор организатор основатель ответственный офицер папа парламентарий партнёр патриарх певец педагог первосвященник переводчик писатель плотник подполковник помощник
	посланник посол правитель представитель предводитель предприниматель председатель президент преподаватель премьер пресс-секретарь префект
	принц принцесса продюсер прокурор проректор профессор психолог работник раввин разработчик распорядитель редактор режиссёр резидент ректор ревизор референт руководитель
	сановник секретарь сенатор советник соучредитель сопредседатель составитель сотрудник социолог спасатель специалист спикер староста статистик судья султан супруг супруга танцор технолог
	товарищ тренер уполномоченный управделами управляющий участник учёный учитель учредитель финансист хаким хранитель художник царь царица чемпион член шах шейх шеф
	шериф эксперт экономист эмир эмиссар юрисконсульт юрист директриса вице-президент координаторка председательница лорд баронесса барон геополитик
	политолог востоковед дипломат полпред торгпред постпред омбудсмен бизнес-омбудсмен госсоветник главврач главред главком главнокомандующий
	командующий исполняющий поверенный рядовой часовой заведующая управляющая уполномоченная рабочий служащий военнослужащий учащийся верховный_судья
	пилот космонавт лётчик лётчик-космонавт боец стрелок разведчик сержант ефрейтор старшина прапорщик матрос юнга кинооператор фотограф оператор ученик студент курсант слушатель
	командир-начальник начальница директор-распорядитель председатель-распорядитель гость партнер контролер режиссер ученый летчик адъютант ординарец`)

// ranks may follow a post without a mark and are declined with it: «начальник
// Генерального штаба генерал армии». Source: воинские звания, Федеральный закон
// «О воинской обязанности и военной службе», ст. 46, and their like in the CIS.
var ranks = wordSet(`генерал полковник подполковник майор капитан лейтенант адмирал маршал генерал-майор генерал-лейтенант генерал-полковник
	контр-адмирал вице-адмирал капитан-лейтенант комиссар сержант прапорщик старшина мичман`)

// substantives are adjectives and participles that stand for nouns in posts.
var substantives = wordSet(`поверенный командующий главнокомандующий управляющий заведующий заведующая исполняющий исполняющая уполномоченный
	уполномоченная военнослужащий служащий рабочий дежурный рядовой часовой учёный ученый управляющая военный понятой верующий ведущий ведущая ответственный
	служащая портной постовой вестовой главноуправляющий учащийся временно-исполняющий`)

// postNeuters and honorifics: Его Превосходительство.
var postNeuters = wordSet("превосходительство величество высочество святейшество преосвященство высокопреосвященство блаженство сиятельство лицо благородие светлость преподобие")

// irregularPosts are the nouns whose ending does not say all.
var irregularPosts = map[string]noun{
	"посол": {gender: Masculine, animate: true, stem: "посл"}, "боец": {gender: Masculine, animate: true, stem: "бойц", stressed: true},
	"отец": {gender: Masculine, animate: true, stem: "отц", stressed: true}, "певец": {gender: Masculine, animate: true, stem: "певц", stressed: true},
	"стрелок": {gender: Masculine, animate: true, stem: "стрелк"}, "ординарец": {gender: Masculine, animate: true, stem: "ординарц"},
	"секретарь": {gender: Masculine, animate: true, stressed: true}, "царь": {gender: Masculine, animate: true, stressed: true},
	"король": {gender: Masculine, animate: true, stressed: true}, "вождь": {gender: Masculine, animate: true, stressed: true},
	"визирь": {gender: Masculine, animate: true}, "государь": {gender: Masculine, animate: true},
	"госсекретарь": {gender: Masculine, animate: true, stressed: true},
	"врач":         {gender: Masculine, animate: true, stressed: true}, "главврач": {gender: Masculine, animate: true, stressed: true},
	"глава": {gender: Feminine, animate: true}, "судья": {gender: Feminine, animate: true, stressed: true},
	"секретарша": {gender: Feminine, animate: true}, "светлость": {gender: Feminine, animate: true},
	"князь": {gender: Masculine, animate: true}, "гость": {gender: Masculine, animate: true}, "тесть": {gender: Masculine, animate: true},
}

// compoundFirst are first parts of a compound that do not decline
// (пресс-секретаря, генерал-майора); other nouns do (министра-советника).
var compoundFirst = wordSet(`пресс вице премьер экс генерал контр статс унтер обер лорд шеф веб медиа бизнес штаб капитан камер гранд топ
	арт кино радио теле видео фото пиар хан бек архи лейб флигель флаг`)

// DeclinePost declines a post: the head noun and the adjectives before it, and
// the head of each post that follows after a rank, a dash, a comma or «и».
func (h House) DeclinePost(post string) Declension {
	p := parse(post)
	i, starts := 0, true
	for i < len(p.low) {
		if isActing(p.low[i]) {
			break // «и.о. министра»: the rest is in the genitive already
		}
		if starts || ranks[p.low[i]] || postStarts(p, i) {
			next := p.declineHead(i, postHead, true)
			starts = next > 0 && next < len(p.low) && postNeuters[bare(p.low[next-1])] // Её Величество Королева
			i = max(next, i+1)
			continue
		}
		i++
	}
	return Declension{Phrase: post, Kind: Post, Forms: p.join(), Guess: p.guess}
}

// isActing reports an abbreviation of «исполняющий обязанности».
func isActing(word string) bool {
	switch word {
	case "и.о.", "врио", "вр.и.о.", "и.", "ио", "в.и.о.":
		return true
	}
	return false
}

// postStarts reports whether another post in the nominative begins at word i:
// after a dash, a comma or «и», or a rank with its adjectives.
func postStarts(p *parsed, i int) bool {
	before := p.low[i-1]
	marked := before == "–" || before == "—" || before == "-" || before == "и" || strings.HasSuffix(before, ",")
	for ; i < len(p.low); i++ {
		word := bare(p.low[i])
		if marked && isPostNoun(word) || ranks[word] {
			return true
		}
		if !isNominativeAdjective(word) {
			return false
		}
	}
	return false
}

// isNominativeAdjective leaves out -ой, which is mostly a feminine genitive.
func isNominativeAdjective(word string) bool {
	if _, ok := adjectiveForms(word, true); !ok {
		return false
	}
	return hasAnySuffix(word, "ый", "ий")
}

// bare is a word without the comma that follows it.
func bare(word string) string { return strings.Trim(word, ",;:") }

func isPostNoun(word string) bool {
	if postNouns[word] || ranks[word] || isClippedPost(word) {
		return true
	}
	i := strings.LastIndexByte(word, '-')
	return i > 0 && (postNouns[word[i+1:]] || ranks[word[i+1:]])
}

func isSubstantive(word string) bool { return substantives[word] }

// head declines a noun, and says whether it knows it.
type head func(word string) (six, bool)

// declineHead declines adjectives from word i on and the noun after them, and
// returns the index after the noun. The head names a person or a thing, which
// shows in the accusative of the adjectives.
func (p *parsed) declineHead(i int, decline head, animate bool) int {
	last := p.findHead(i)
	if last < 0 {
		p.guess = true
		return len(p.low)
	}
	word, tail := trimTail(p.low[last])
	s, sure := decline(word)
	if isAbbreviation(p.raw[last]) && !sure {
		s, sure = fixed(word), true
	}
	p.set(last, s.with(tail), sure)
	for ; i < last; i++ {
		if s, ok := modifierForms(bare(p.low[i]), animate); ok {
			_, tail := trimTail(p.low[i])
			p.set(i, s.with(tail), true)
		}
	}
	return last + 1
}

// findHead returns the index of the head: the first word from i that is no
// adjective, «и» or adverb; a substantivised adjective is the head where no
// noun in the nominative follows; -1 where there is nothing to decline.
func (p *parsed) findHead(i int) int {
	adjective := -1
	for ; i < len(p.low); i++ {
		word := bare(p.low[i])
		_, isAdjective := modifierForms(word, true)
		switch {
		case isAdjective && substantives[word] && !p.nounFollows(i+1):
			return i
		case isAdjective:
			adjective = i
		case isModifier(word):
		case !startsWithLetter(word):
			return adjective
		default:
			return i
		}
	}
	return adjective
}

// nounFollows reports whether adjectives and a post in the nominative follow.
func (p *parsed) nounFollows(i int) bool {
	for ; i < len(p.low); i++ {
		word := bare(p.low[i])
		if isPostNoun(word) && !substantives[word] {
			return true
		}
		if !isNominativeAdjective(word) {
			return substantives[word]
		}
		if substantives[word] {
			return true
		}
	}
	return false
}

// isModifier reports what may stand before the head without declining: «и»,
// adverbs, pronouns.
func isModifier(word string) bool {
	switch word {
	case "и", "временно", "постоянно", "его", "её", "ее", "их", "ваше", "ex", "международно", "общественно", "военно", "гвардии":
		return true
	}
	return false
}

// modifierForms declines an adjective or an ordinal in figures before the head.
func modifierForms(word string, animate bool) (six, bool) {
	if s, ok := ordinalInFigures(word, animate); ok {
		return s, true
	}
	return adjectiveForms(word, animate)
}

// ordinalInFigures declines 1-й and 2-я. One letter follows the figures after a
// vowel and two after a consonant: Мильчин, Чельцова, Справочник издателя и
// автора, § 6.2.
func ordinalInFigures(word string, animate bool) (six, bool) {
	number, ending, ok := strings.Cut(word, "-")
	if !ok || number == "" || strings.Trim(number, "0123456789") != "" {
		return six{}, false
	}
	number += "-"
	switch ending {
	case "й":
		s := six{word, number + "го", number + "му", word, number + "м", number + "м"}
		if animate {
			s[acc] = s[gen]
		}
		return s, true
	case "я":
		return six{word, number + "й", number + "й", number + "ю", number + "й", number + "й"}, true
	case "е":
		return six{word, number + "го", number + "му", word, number + "м", number + "м"}, true
	}
	return six{}, false
}

func startsWithLetter(word string) bool {
	for _, r := range word {
		return isVowel(r) || isConsonant(r) || r == 'й'
	}
	return false
}

// trimTail parts a word from the punctuation after it.
func trimTail(word string) (string, string) {
	b := strings.TrimRight(word, ",;:")
	return b, word[len(b):]
}

// with adds the same tail to every form.
func (s six) with(tail string) six {
	if tail != "" {
		for c := range s {
			s[c] += tail
		}
	}
	return s
}

// postHead declines the noun that names a post; animate, and masculine unless
// its ending says otherwise.
func postHead(word string) (six, bool) {
	if substantives[word] {
		return adjectiveForms(strings.TrimSuffix(word, "ся"), true)
	}
	if i := strings.LastIndexByte(word, '-'); i > 0 {
		before, first := fixed(word[:i]), word[:i]
		if !compoundFirst[first[strings.LastIndexByte(first, '-')+1:]] && isPostNoun(first) {
			before, _ = postHead(first)
		}
		s, sure := postHead(word[i+1:])
		return hyphenated(before, s), sure
	}
	if isClippedPost(word) {
		return fixed(word), true
	}
	known := postNouns[word] || ranks[word]
	if n, ok := irregularPosts[word]; ok {
		s, _ := n.decline(word)
		return s, true
	}
	if postNeuters[word] {
		s, _ := noun{gender: Neuter}.decline(word)
		return s, true
	}
	s, ok := noun{gender: Masculine, animate: true}.decline(word)
	if !ok {
		return adjectiveOr(word, s, known)
	}
	return s, known || hasAnySuffix(word, "тель", "ник", "ница", "ор", "ист", "лог")
}

// isClippedPost reports зам- and its like before a genitive, which stay:
// замминистра, зампредседателя, замглавы, начштаба.
func isClippedPost(word string) bool {
	for _, clipped := range []string{"зам", "пом", "нач", "ком"} {
		rest, ok := strings.CutPrefix(word, clipped)
		if !ok || len(rest) < 4*2 || postNouns[word] {
			continue
		}
		stem := drop(rest, 1)
		switch lastLetter(rest) {
		case 'а':
			return postNouns[stem] || organisationNouns[stem]
		case 'я':
			return postNouns[stem+"ь"] || organisationNouns[stem+"е"]
		case 'ы':
			return postNouns[stem+"а"]
		}
	}
	return false
}

// adjectiveOr gives the forms of a head that is an adjective alone, and s otherwise.
func adjectiveOr(word string, s six, known bool) (six, bool) {
	if a, ok := adjectiveForms(word, true); ok {
		return a, false
	}
	return s, known
}
