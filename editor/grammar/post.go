package grammar

import "strings"

// irregularPosts are the nouns whose ending does not say all.
var irregularPosts = map[string]noun{
	"посол": {gender: Masculine, animate: true, stem: "посл"}, "боец": {gender: Masculine, animate: true, stem: "бойц", stressed: true},
	"борец": {gender: Masculine, animate: true, stem: "борц", stressed: true}, "пловец": {gender: Masculine, animate: true, stem: "пловц", stressed: true},
	"продавец": {gender: Masculine, animate: true, stem: "продавц", stressed: true}, "свёкор": {gender: Masculine, animate: true, stem: "свёкр"},
	"вдовец": {gender: Masculine, animate: true, stem: "вдовц", stressed: true}, "раджа": {gender: Feminine, animate: true, stressed: true},
	"отец": {gender: Masculine, animate: true, stem: "отц", stressed: true}, "певец": {gender: Masculine, animate: true, stem: "певц", stressed: true},
	"стрелок": {gender: Masculine, animate: true, stem: "стрелк"}, "ординарец": {gender: Masculine, animate: true, stem: "ординарц"},
	"секретарь": {gender: Masculine, animate: true, stressed: true}, "царь": {gender: Masculine, animate: true, stressed: true},
	"король": {gender: Masculine, animate: true, stressed: true}, "вождь": {gender: Masculine, animate: true, stressed: true},
	"визирь": {gender: Masculine, animate: true}, "государь": {gender: Masculine, animate: true},
	"госсекретарь": {gender: Masculine, animate: true, stressed: true},
	"врач":         {gender: Masculine, animate: true, stressed: true}, "главврач": {gender: Masculine, animate: true, stressed: true},
	"глава": {gender: Feminine, animate: true}, "судья": {gender: Feminine, animate: true, stressed: true},
	"секретарша": {gender: Feminine, animate: true}, "светлость": {gender: Feminine, animate: true},
	"госпожа": {gender: Feminine, animate: true, stressed: true}, "свекровь": {gender: Feminine, animate: true},
	"князь": {gender: Masculine, animate: true}, "гость": {gender: Masculine, animate: true}, "тесть": {gender: Masculine, animate: true},
}

// compoundFirst are first parts of a compound that do not decline
// (пресс-секретаря, генерал-майора); other nouns do (министра-советника).
var compoundFirst = wordSet(`пресс вице премьер экс генерал контр статс унтер обер лорд шеф веб медиа бизнес штаб капитан камер гранд топ
	арт кино радио теле видео фото пиар хан бек архи лейб флигель флаг`)

// DeclinePost declines a post: the head noun and the adjectives before it and
// right behind it, and the head of each post that follows after a dash, a comma,
// «и» or without a mark. A word behind the heads that nothing explains makes a
// guess of it: it may be a name.
func (h House) DeclinePost(post string) Declension {
	p := parse(post)
	i, declined, starts := 0, 0, true
	for i < len(p.low) {
		if isActing(p.low[i]) {
			break // «и.о. министра»: the rest is in the genitive already
		}
		if starts || postStarts(p, i) {
			next := p.declineHead(i, postHead, true)
			starts = next > 0 && next < len(p.low) && postNeuters[bare(p.low[next-1])] // Её Величество Королева
			i = max(p.declinePostposed(next), i+1)
			declined = i
			continue
		}
		i++
	}
	p.guess = p.guess || p.carriesName(declined)
	return h.spelled(Declension{Phrase: post, Kind: Post, Forms: p.join(), Guess: p.guess})
}

// declinePostposed declines the adjectives behind a noun, from word i on, and
// returns the index after them: Патриарх Московский и всея Руси, митрополит
// Минский и Заславский.
func (p *parsed) declinePostposed(i int) int {
	for first := i; i > 0 && i < len(p.low); i++ {
		if p.low[i] == "и" && i > first && i+1 < len(p.low) && isTitleAdjective(bare(p.low[i+1])) {
			continue
		}
		word, tail := trimTail(p.low[i])
		s, ok := adjectiveForms(word, true)
		if !ok || !isNominativeAdjective(word) && !isTitleAdjective(word) || substantives[word] || given(word) != 0 || p.low[i-1] != bare(p.low[i-1]) {
			return i
		}
		p.set(i, s.with(tail), true)
	}
	return i
}

// isActing reports an abbreviation before a genitive or an instrumental: и.о. министра,
// зам. директора, зав. кафедрой.
func isActing(word string) bool {
	switch word {
	case "и.о.", "врио", "вр.и.о.", "и.", "ио", "в.и.о.", "зам.", "пом.", "зав.":
		return true
	}
	return false
}

// postStarts reports whether another post in the nominative begins at word i:
// after a dash, a comma or «и», a rank with its adjectives, or a noun that is in
// no other case (Герой России космонавт).
func postStarts(p *parsed, i int) bool {
	before := p.low[i-1]
	marked := before == "–" || before == "—" || before == "-" || before == "и" || strings.HasSuffix(before, ",")
	for first := i; i < len(p.low); i++ {
		word := bare(p.low[i])
		if isPostNoun(word) && (marked || ranks[word] || i == first && complementOf(word) == 0) {
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
	last := p.findHead(i, animate)
	if last < 0 {
		p.guess = true
		return len(p.low)
	}
	word, tail := trimTail(p.low[last])
	s, sure := decline(word)
	if isAbbreviation(p.raw[last]) && !sure {
		s, sure = fixed(word), !animate
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
// noun in the nominative follows, and never of an organisation (учёный совет);
// -1 where there is nothing to decline.
func (p *parsed) findHead(i int, animate bool) int {
	adjective := -1
	for ; i < len(p.low); i++ {
		word := bare(p.low[i])
		_, isAdjective := modifierForms(word, true)
		isAdjective = isAdjective && (substantives[word] || !postNouns[word]) // Герой
		switch {
		case isAdjective && animate && substantives[word] && !p.nounFollows(i+1) && !p.agreesWithNext(i):
			return i
		case isAdjective:
			adjective = i
		case isModifier(word), isRomanNumber(word):
		case !startsWithLetter(word) && !isAnniversary(word):
			return adjective
		default:
			return i
		}
	}
	return adjective
}

// agreesWithNext reports an adjective before a noun of the dictionary: учёный синклит.
func (p *parsed) agreesWithNext(i int) bool {
	return i+1 < len(p.low) && p.features(bare(p.low[i]))&p.features(bare(p.low[i+1]))&inCase(nom) != 0
}

// isAnniversary reports a noun behind figures: 70-летие.
func isAnniversary(word string) bool {
	figures, noun, ok := strings.Cut(word, "-")
	return ok && isFigures(figures) && len(noun) > 3*2
}

// nounFollows reports whether adjectives and a post in the nominative follow.
func (p *parsed) nounFollows(i int) bool {
	for ; i < len(p.low); i++ {
		word := bare(p.low[i])
		_, thing := headForms(word)
		if (isPostNoun(word) || thing) && !substantives[word] {
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
// adverbs, pronouns, abbreviations.
func isModifier(word string) bool {
	switch word {
	case "и", "временно", "постоянно", "его", "её", "ее", "их", "ex", "международно", "общественно", "военно", "гвардии", "жогорку", "милли", "олий":
		return true
	}
	return strings.HasSuffix(word, ".") // ген. директор
}

// modifierForms declines an adjective or an ordinal in figures before the head.
func modifierForms(word string, animate bool) (six, bool) {
	if s, ok := ordinalInFigures(word, animate); ok {
		return s, true
	}
	if word == "ваше" {
		return six{word, "вашего", "вашему", word, "вашим", "вашем"}, true
	}
	if before, last, ok := strings.Cut(word, "-"); ok { // Смоленская-Сенная, but Китайско-Белорусский
		if first, ok := adjectiveForms(before, animate); ok {
			s, ok := adjectiveForms(last, animate)
			return hyphenated(first, s), ok
		}
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
		return hyphenated(before, s), sure && !isNoPostNoun(word) || postNouns[word]
	}
	if s, ok := irregularPost(word); ok {
		return s, true
	}
	if strings.HasSuffix(word, "ая") {
		return womanAdjective(word)
	}
	known := postNouns[word] || ranks[word]
	n := noun{gender: Masculine, animate: true, stressed: hasAnySuffix(word, "ач", "яч")} // врачом, скрипачом
	if strings.HasSuffix(word, "ец") {
		n.stem = fleetingStem(word)
	}
	s, ok := n.decline(word)
	if !ok {
		return adjectiveOr(word, s, known)
	}
	return s, known || !isNoPostNoun(word) && hasAnySuffix(word, "тель", "ник", "ница", "ор", "ёр", "ер", "ист", "лог", "граф", "вед", "ент", "ант", "истка", "ерка", "ентка", "антка")
}

// irregularPost declines what the endings of posts do not tell; false for others.
func irregularPost(word string) (six, bool) {
	n, ok := irregularPosts[word]
	switch {
	case isClippedPost(word) || stillPosts[word]:
		return fixed(word), true
	case word == "мать" || word == "дочь":
		return third.on(word, drop(word, 1)+"ер"), true
	case !ok && postNeuters[word]:
		n, ok = noun{gender: Neuter}, true
	}
	s, _ := n.decline(word)
	return s, ok
}

// isClippedPost reports зам- and its like before a genitive, and зав- before an
// instrumental, which stay: замминистра, зампредседателя, замглавы, начштаба, завкафедрой.
func isClippedPost(word string) bool {
	if strings.HasPrefix(word, "зав") && hasAnySuffix(word, "ой", "ом", "ием", "ией") && len(word) > 7*2 {
		return !postNouns[word]
	}
	for _, clipped := range []string{"зам", "пом", "нач", "ком"} {
		rest, ok := strings.CutPrefix(word, clipped)
		if !ok || len(rest) < 4*2 || postNouns[word] {
			continue
		}
		stem := drop(rest, 1)
		switch lastLetter(rest) {
		case 'а':
			return postNouns[stem] || isOrganisationNoun(stem)
		case 'я':
			return postNouns[stem+"ь"] || isOrganisationNoun(stem+"е")
		case 'ы':
			return postNouns[stem+"а"]
		}
	}
	return false
}

// womanAdjective declines военнослужащая and its like.
func womanAdjective(word string) (six, bool) {
	s, ok := adjectiveForms(word, true)
	stem := drop(word, 2)
	return s, ok && (substantives[word] || substantives[stem+"ий"] || substantives[stem+"ый"])
}

// adjectiveOr gives the forms of a head that is an adjective alone, and s otherwise.
func adjectiveOr(word string, s six, known bool) (six, bool) {
	if a, ok := adjectiveForms(word, true); ok {
		return a, false
	}
	return s, known
}
