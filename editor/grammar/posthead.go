package grammar

import (
	"strings"

	"communique/editor/wordset"
)

// irregularPosts are the nouns whose ending does not say all.
var irregularPosts = map[string]noun{
	"посол": {gender: Masculine, animate: true, stem: "посл"}, "боец": {gender: Masculine, animate: true, stem: "бойц", stressed: true},
	"борец": {gender: Masculine, animate: true, stem: "борц", stressed: true}, "пловец": {gender: Masculine, animate: true, stem: "пловц", stressed: true},
	"продавец": {gender: Masculine, animate: true, stem: "продавц", stressed: true}, "свёкор": {gender: Masculine, animate: true, stem: "свёкр"},
	"вдовец": {gender: Masculine, animate: true, stem: "вдовц", stressed: true}, "раджа": {gender: Feminine, animate: true, stressed: true},
	"отец": {gender: Masculine, animate: true, stem: "отц", stressed: true}, "певец": {gender: Masculine, animate: true, stem: "певц", stressed: true},
	"стрелок": {gender: Masculine, animate: true, stem: "стрелк"}, "ординарец": {gender: Masculine, animate: true, stem: "ординарц"},
	"секретарь": {gender: Masculine, animate: true, stressed: true}, "вратарь": {gender: Masculine, animate: true, stressed: true}, "царь": {gender: Masculine, animate: true, stressed: true},
	"король": {gender: Masculine, animate: true, stressed: true}, "вождь": {gender: Masculine, animate: true, stressed: true},
	"визирь": {gender: Masculine, animate: true}, "государь": {gender: Masculine, animate: true},
	"госсекретарь": {gender: Masculine, animate: true, stressed: true},
	"врач":         {gender: Masculine, animate: true, stressed: true}, "главврач": {gender: Masculine, animate: true, stressed: true},
	"глава": {gender: Feminine, animate: true}, "судья": {gender: Feminine, animate: true, stressed: true},
	"секретарша": {gender: Feminine, animate: true}, "светлость": {gender: Feminine, animate: true},
	"госпожа": {gender: Feminine, animate: true, stressed: true}, "свекровь": {gender: Feminine, animate: true},
	"князь": {gender: Masculine, animate: true}, "гость": {gender: Masculine, animate: true}, "тесть": {gender: Masculine, animate: true},
}

// contractedPosts are written with the first and the last letters of their nouns.
var contractedPosts = map[string]noun{
	"г-н": {gender: Masculine, animate: true}, "г-жа": {gender: Feminine, animate: true, stressed: true}, "д-р": {gender: Masculine, animate: true},
}

// compoundFirst are first parts of a compound that do not decline
// (пресс-секретаря, генерал-майора); other nouns do (министра-советника).
var compoundFirst = wordset.Of(`пресс вице премьер экс генерал контр статс унтер обер лорд шеф веб медиа бизнес штаб капитан камер гранд топ
	арт кино радио теле видео фото пиар хан бек архи лейб флигель флаг онлайн офлайн интернет мини макси экспресс гала пилот спот блиц мастер`)

// postHead declines the noun that names a post; animate, and masculine unless
// its ending says otherwise.
func postHead(word string) (six, bool) {
	if substantives.Has(word) || hasAnySuffix(word, "летний", "летняя") { // 64-летний before a name alone
		return agreeing(word, true)
	}
	if n, ok := contractedPosts[word]; ok {
		return n.decline(word)
	}
	if i := lastHyphen(word); i > 0 {
		return compoundPost(word, i)
	}
	if s, ok := irregularPost(word); ok {
		return s, true
	}
	if strings.HasSuffix(word, "ая") {
		return womanAdjective(word)
	}
	if first := joinedTo(word); first != "" && !postNouns.Has(word) {
		s, sure := postHead(word[len(first):])
		return hyphenatedBehind(first, s), sure
	}
	s, sure := postByEnding(word)
	if sure {
		return s, true
	}
	if noun, ok := personNoun(word); ok {
		return noun, !isNoPostNoun(word)
	}
	if many, sure := severalPeople(word); many[gen] != "" {
		return many, sure
	}
	if thing, ok := namedNoun(word); ok && strings.HasSuffix(word, "ья") && thing.forms[gen] != "" { // семьёй
		return six(thing.forms[:6]), false
	}
	return s, false
}

// joinedFirst are clipped words that are written together with a post, by their first
// three letters.
var joinedFirst = map[string]string{
	"ген": "ген", "тех": "тех", "спе": "спец", "гос": "гос", "зам": "зам", "гла": "глав", "гор": "гор", "рай": "рай", "обл": "обл", "мед": "медиа", "киб": "кибер",
	"биз": "бизнес", "ави": "авиа", "вид": "видео", "рад": "радио", "тел": "теле", "фот": "фото", "суп": "супер", "нар": "нарко",
	"орг": "орг", "сан": "сан", "вое": "воен", "схи": "схи", "свя": "священно",
}

// joinedTo is the clipped word with which a post of the table is written together, "" for
// none: генпрокурор, техдиректор.
func joinedTo(word string) string {
	if len(word) < 8*2 {
		return ""
	}
	first := joinedFirst[word[:3*2]]
	if noun, ok := strings.CutPrefix(word, first); ok && first != "" && postNouns.Has(noun) && len(noun) > 4*2 {
		return first
	}
	return ""
}

// compoundPost declines a noun with a hyphen at i, and the part before it where that
// is a post or a person as well.
func compoundPost(word string, i int) (six, bool) {
	before, first := fixed(word[:i]), word[:i]
	if !compoundFirst.Has(first[lastHyphen(first)+1:]) && (isPostNoun(first) || isPerson(first) || isSeveral(first)) {
		before, _ = postHead(first)
	}
	s, sure := postHead(word[i+1:])
	return hyphenated(before, s), sure && !isNoPostNoun(word) || postNouns.Has(word)
}

// postByEnding declines a noun or a participle as its ending has it.
func postByEnding(word string) (six, bool) {
	if hasAnySuffix(word, "щий", "вший", "ый", "ийся", "аяся") { // замыкающий, избиравшийся депутатом
		s, ok := agreeing(word, true)
		return s, ok && !strings.HasSuffix(word, "ый")
	}
	known := postNouns.Has(word) || ranks.Has(word)
	n := noun{gender: Masculine, animate: true, stressed: hasAnySuffix(word, "ач", "яч")} // врачом, скрипачом
	if strings.HasSuffix(word, "ец") {
		n.stem = fleetingStem(word)
	}
	s, ok := n.decline(word)
	if !ok {
		return adjectiveOr(word, s, known)
	}
	return s, known || !isNoPostNoun(word) && hasAnySuffix(word, "тель", "ник", "ница", "ор", "ёр", "ер", "ист", "лог", "граф", "вед", "ент", "ант", "истка", "ерка", "ентка", "антка",
		"хирург", "льщик", "овщик", "летка", "борец", "рша", "мша", "нша")
}

// personNoun declines a noun of the dictionary that names people: бомбардир.
func personNoun(word string) (six, bool) {
	l, ok := namedNoun(word)
	if !ok || !l.animate || l.forms[gen] == "" {
		return six{}, false
	}
	return six(l.forms[:6]), true
}

// IsOfSeveral reports a post in the plural, «послы России и Армении», and what two are to each
// other, «отец и сын».
func IsOfSeveral(post string) bool { return takeApart(post).isOfSeveral() }

func (p *parsed) isOfSeveral() bool {
	at := p.findHead(0, true)
	if at < 0 || at > 0 && (isActing(p.low[at-1]) || p.low[at-1] == "о.") { // и. о. директора is one
		return false
	}
	if p.isOfTwo(at) {
		return true
	}
	return isSeveral(bare(p.low[at]))
}

// isSeveral reports what several are called: депутаты, братья-близнецы.
func isSeveral(word string) bool {
	if i := lastHyphen(word); i > 0 { // not государства-члены
		return (isSeveral(word[:i]) || compoundFirst.Has(word[:i])) && isSeveral(word[i+1:])
	}
	s, _ := severalPeople(word)
	return s[gen] != ""
}

// isOfTwo reports two relatives, of whom word i is the first: отец и младший сын.
func (p *parsed) isOfTwo(i int) bool {
	if !relations.Has(p.low[i]) || i+2 >= len(p.low) || p.low[i+1] != "и" {
		return false
	}
	second := p.findHead(i+2, true)
	return second > 0 && relations.Has(bare(p.low[second]))
}

// severalPeople are the forms of what several are called, депутаты, родители; for a guess where
// one may be meant in the genitive, главы.
func severalPeople(word string) (s six, sure bool) {
	if !hasAnySuffix(word, "ы", "и", "а", "я", "е") {
		return six{}, false
	}
	if isSeveralSubstantive(word) {
		s, _ := agreeing(word, true)
		return s, true
	}
	for _, l := range append(findNouns(word), newPeople(word)...) {
		if l.animate && l.forms[6+nom] == word && l.forms[6+gen] != word && l.forms[nom] != word {
			return six(l.forms[6:]), l.forms[gen] != word
		}
	}
	return six{}, false
}

// isSeveralSubstantive reports the plural of an adjective that is a noun: служащие, управляющие, близкие.
func isSeveralSubstantive(word string) bool {
	if pupils, reflexive := strings.CutSuffix(word, "иеся"); reflexive {
		return substantives.Has(pupils + "ийся")
	}
	if !hasAnySuffix(word, "ие", "ые") {
		return false
	}
	if substantivesOfSeveral.Has(word) {
		return true
	}
	stem := drop(word, 2)
	return substantives.Has(stem+"ий") || substantives.Has(stem+"ый")
}

// substantivesOfSeveral are adjectives that are nouns in the plural alone.
var substantivesOfSeveral = wordset.Of("родные близкие присутствующие собравшиеся отдыхающие встречающие выступающие провожающие")

func isPerson(word string) bool {
	_, ok := personNoun(word)
	return ok
}

// irregularPost declines what the endings of posts do not tell; false for others.
func irregularPost(word string) (six, bool) {
	n, ok := irregularPosts[word]
	switch {
	case isClippedPost(word), stillPosts.Has(word), isActing(word): // новый врио губернатора
		return fixed(word), true
	case word == "мать" || word == "дочь":
		s := third.on(word, drop(word, 1)+"ер")
		s[acc] = word
		return s, true
	case !ok && postNeuters.Has(word):
		n, ok = noun{gender: Neuter}, true
	}
	s, _ := n.decline(word)
	return s, ok
}

// isClippedPost reports зам- and its like before a genitive, and зав- before an
// instrumental, which stay: замминистра, зампредседателя, замглавы, начштаба, завкафедрой.
func isClippedPost(word string) bool {
	if strings.HasPrefix(word, "зав") && hasAnySuffix(word, "ой", "ом", "ием", "ией") && len(word) > 7*2 {
		return !postNouns.Has(word)
	}
	if len(word) < (3+4)*2 {
		return false
	}
	switch word[:3*2] {
	case "зам", "пом", "нач", "ком":
		return !postNouns.Has(word) && isHelped(word[3*2:])
	}
	return false
}

// isHelped reports the genitive of a post or of an organisation.
func isHelped(rest string) bool {
	stem := drop(rest, 1)
	switch lastLetter(rest) {
	case 'а':
		return postNouns.Has(stem) || joinedTo(stem) != "" || isOrganisationNoun(stem) // замгенпрокурора
	case 'я':
		return postNouns.Has(stem+"ь") || isOrganisationNoun(stem+"е")
	case 'ы':
		return postNouns.Has(stem + "а")
	case 'о': // замкомандующего
		return hasAnySuffix(rest, "ого", "его") && substantives.Has(drop(rest, 3)+pick(strings.HasSuffix(rest, "его"), "ий", "ый"))
	}
	return false
}

// womanAdjective declines военнослужащая and its like.
func womanAdjective(word string) (six, bool) {
	s, ok := adjectiveForms(word, true)
	stem := drop(word, 2)
	return s, ok && (substantives.Has(word) || substantives.Has(stem+"ий") || substantives.Has(stem+"ый"))
}

// adjectiveOr gives the forms of a head that is an adjective alone, and s otherwise.
func adjectiveOr(word string, s six, known bool) (six, bool) {
	if a, ok := adjectiveForms(word, true); ok {
		return a, false
	}
	return s, known
}
