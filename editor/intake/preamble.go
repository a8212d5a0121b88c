package intake

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/regexp"
)

// preambleLines is how many lines may stand above a headline.
const preambleLines = 12

// preamble reads what stands above the headline: what kind of paper it is, the
// embargo, the date of publication and who to ask. Lines are taken only while
// they are one of these, and only where a headline is left below them.
func (r *reader) preamble() {
	r.unlabel()
	top := min(len(r.lines), preambleLines)
	r.lines = slices.Concat(formed(r.lines[:top], false), r.lines[top:])
	n, head := 0, r.titleAbove(r.lines, masthead(r.lines))
	for n < len(r.lines)-1 && n < preambleLines {
		if block := r.contactsAbove(n); block > 0 {
			n += block
			continue
		}
		if !r.above(r.lines[n], r.lines[n+1], n, head) {
			break
		}
		n++
	}
	r.lines = r.lines[n:]
	r.heldInHeadline()
	r.unkind()
}

// masthead returns how many lines stand above the last one that only a letterhead has: what the
// paper is, its number, an address with its postcode. What stands there is the letterhead's,
// known or not, where a headline is left below it.
func masthead(lines []layout.Paragraph) int {
	last := 0
	for i := 0; i < min(len(lines)-2, preambleLines); i++ {
		l := lines[i]
		if l.Kind != layout.Text || utf8.RuneCountInString(l.Text) > datelineLength {
			break
		}
		if onlyAbove(l.Text) || i > 0 && isWhen(l.Text) && isBelowOffice(lines[last:i]) {
			last = i
			continue
		}
		if sentenceEnd(l.Text) && placeInRegion(l.Text) == "" && !cutShort.MatchString(l.Text) || hasVerb(l.Text) || strings.Contains(l.Text, "\n") {
			break
		}
	}
	if last == 0 || !titledBelow(lines[last+1:]) {
		return 0
	}
	return last
}

// isBelowOffice reports whether a day stands below the name of an office, or below how it is reached.
func isBelowOffice(above []layout.Paragraph) bool {
	return isOffice(above[len(above)-1].Text) || len(above) > 1 && anyReachable(above)
}

// cutShort ends the name of an office, or its street, by a word cut short: "Media Relations Dept.".
var cutShort = regexp.MustCompile(`\s(?:Dept|Inc|Ltd|Corp|Co|Assn|Ave|St|Rd|Blvd)\.$`)

// titledBelow reports whether a headline follows, perhaps below a dateline, and a sentence below it.
func titledBelow(lines []layout.Paragraph) bool {
	at := slices.IndexFunc(lines, func(l layout.Paragraph) bool {
		return !isWhen(l.Text) && !holds(l.Text) && placeInRegion(l.Text) == ""
	})
	return at >= 0 && titles(lines[at]) && startsSentence(lines[at].Text) && slices.ContainsFunc(lines[at+1:], func(l layout.Paragraph) bool { return sentenceEnd(l.Text) })
}

// isWhen reports whether a line says when and where, and nothing else.
func isWhen(text string) bool { _, ok := datelineOf(text, true); return ok }

// onlyAbove reports whether a line stands above headlines only.
func onlyAbove(text string) bool {
	if m := releaseMark.FindStringSubmatch(text); m != nil {
		return (m[2] == "" || dayAt(m[2]).length > 0) && (m[3] == "" || isWhen(m[3]))
	}
	if _, _, ok := paperIn(text); ok || strings.HasPrefix(strings.ToLower(text), "исх") && reference.MatchString(text) {
		return true
	}
	return postcode.MatchString(text) || postcodeBehind.MatchString(text) // a street alone may be where something takes place
}

// above reads the nth line above the headline, of which head are the letterhead's. A contact can only
// follow one that says what the paper is, or when it was published.
func (r *reader) above(l, next layout.Paragraph, n, head int) bool {
	switch {
	case isDraftMark(l.Text):
		r.tell(draftMarked, "", l)
	case r.numbered(l), r.ofFormAbove(l, n):
	case r.heldAbove(l, n), r.seated(l, n), r.section(l, next, n):
	case r.dateline(l, next), n > 0 && r.dateline(l, r.lines[n-1]), r.townOnTop(l, n), r.townAbove(l, n):
	case n > 0 && isParting(l), r.pageAbove(l, n), r.rubricOfDay(l, n):
	case r.beginsTitle(l, next):
		return false
	case r.approves(l.Text), r.letterhead(l, next), r.ofPaperAbove(l.Text, n):
		r.trail(l.Text)
		r.aside(asideLetterhead, l)
	case r.contactAbove(l, n):
	case n < head, n > 0 && r.namesAbove(l, next) && titledBelow(r.lines[n+1:]):
		r.aside(asideLetterhead, l)
	default:
		return false
	}
	return true
}

// ofPaperAbove reports whether a line says what the paper is or whose, with a headline left below it; or goes on with whose.
func (r *reader) ofPaperAbove(text string, n int) bool {
	return (belongsAbove(text) || r.isOfficeAlone(text) || isBureau(text, r.release.Language) || isEnglishHouse(text) || r.isHonoured(text, n) || isMeta(text)) && titledBelow(r.lines[n+1:]) || n > 0 && goesOnOffice.MatchString(text) && !hasVerb(text)
}

var (
	// address is where an office is: a postcode, a street, a house.
	address = regexp.MustCompile(`(?i)^\d{5,6},?\s|^(?-i:\p{Lu})\p{L}+, \d{6}, (?-i:\p{Lu})|^(?:(?:юридический |почтовый |фактический )?адрес|address)\s*:|^[аa]:\s(?:\d{5,6}|(?:г|ул|пр)\.)|(?:^|[\s,])(?:пр|мкр)\.\s?(?-i:\p{Lu})|(?:^|[\s,])(?:ул|просп|пр-т|пер|наб|пл|бул|д|корп|стр|оф)\.\s?[\p{L}\d]|(?:^|[\s,])(?:улица|проспект|переулок|набережная|площадь|бульвар)\s|\d+\s+(?:(?-i:\p{Lu})[\p{L}.’'-]*\s+)+(?:(?:street|avenue|road|boulevard|lane|drive|square)(?:[\s,.]|$)|st\.|ave\.)|(?:^|[\s,])вул\.\s?\p{L}|(?:^|[\s,])(?:хиёбони|кӯчаи|праспект)\s|\p{L}\s(?:ул|пр|просп|пер|наб|пл|көч|көш)\.,\s(?:д\.\s?)?\d|\p{L}\s(?:бульвар|шоссе|проспект|переулок),\s\d|\p{L}(?:straße|strasse|str\.|platz|allee)\s\d|(?:^|[\s,])(?:rue|quai|via|viale|piazza|calle|plaza)\s(?-i:\p{Lu})[\p{L} ’'-]*,?\s\d|\d,?\s(?:bis\s)?(?:rue|quai|avenue|boulevard|place)\s\p{L}|(?-i:\d.*\p{Lu}\p{Ll}+,?\s(?:[A-Z]{1,2}\d[\dA-Z]?\s\d[A-Z]{2}|[A-Z]{2}\s\d{5}(?:-\d{4})?)$)|\s(?:көшесі|даңғылы|көчөсү|проспектиси|ko[‘'ʻ’]chasi|փողոց|փող\.|պողոտա|պող\.)(?:[\s,]|$)`)
	// postcodeBehind ends an address: "14 Castle Row, Edinburgh EH1 9ZZ", "… Dayton, OH 45402".
	postcodeBehind = regexp.MustCompile(`\d.*[\s,]\p{Lu}\p{Ll}+,?\s(?:[A-Z]{1,2}\d[\dA-Z]?\s\d[A-Z]{2}|[A-Z]{2}\s\d{5}(?:-\d{4})?)$`)
	// trail is the way to a page of a site: «Главная / Новости / 11.09.2024».
	trail = regexp.MustCompile(`^(?i:главная|на главную|home)\s*[/>»›→|·]`)
)

// letterhead reports whether a line above the headline says whose paper it is: an
// organisation by its name, its address, numbers and sites. A headline is left below it.
func (r *reader) letterhead(l, next layout.Paragraph) bool {
	if l.Kind != layout.Text || sentenceEnd(l.Text) && !address.MatchString(l.Text) || strings.Contains(l.Text, "\n") {
		return false
	}
	if trail.MatchString(l.Text) {
		return true
	}
	if utf8.RuneCountInString(l.Text) > datelineLength || hasVerb(l.Text) || next.Kind == layout.Text && len(r.lines) < 4 {
		return false
	}
	found := contactLinesIn(l.Text)[0]
	return address.MatchString(l.Text) || found.reachable() && found.who == nil || isOffice(l.Text) && titles(next)
}

// titles reports whether a line may be a headline: no sentence, and none that says when and where. «В Вологде открыли цех» says where as
// sentences do.
func titles(p layout.Paragraph) bool {
	o := openingOf(p.Text)
	return !sentenceEnd(p.Text) && !o.dated && (!o.located || inPlace.MatchString(p.Text)) || p.Kind == layout.Heading
}

// offices are the nouns that organisations are called by; meetings and texts of theirs are
// called by others.
var offices = regexp.MustCompile(`(?i)^(?:[\p{L}-]+(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)\s+){0,3}(?:министерство|секретариат|управление|департамент|комитет|комиссия|агентство|(?:пресс-)?служба|посольство|совет|администрация|правительство|аппарат|организация|фонд|институт|университет|академия|(?:пресс-)?центр|федерация|ассоциация|союз|банк|компания|корпорация|общество|дума|собрание|парламент|штаб|отдел|представительство|бюро|палата|инспекция|прокуратура|суд|музей|театр|а[ок]|пао|оао|зао|ооо|нко|фгбу|гуп)(?:\s+[^.!?:]+)?$`)

// townOnTop takes a known place on the first line, or below an organisation's name, for where the office is, where a headline is left below it: «Москва». A state by its
// official name is the letterhead's alone: «Кыргызская Республика».
func (r *reader) townOnTop(l layout.Paragraph, n int) bool {
	if n > 0 && !isEnglishHouse(r.lines[n-1].Text) || l.Kind != layout.Text || !isWhen(l.Text) || !titledBelow(r.lines[n+1:]) {
		return false
	}
	if officialStates()[folded(l.Text)] {
		r.aside(asideLetterhead, l)
		return true
	}
	r.towns = append(r.towns, l)
	return true
}

// townAbove takes a word in Latin letters beside a day for a place, known or not, where a headline is left below them: "Limassol".
func (r *reader) townAbove(l layout.Paragraph, n int) bool {
	besideDay := func(i int) bool { d, ok := datelineOf(r.lines[i].Text, false); return ok && d.dated && !d.located }
	if inCyrillic(l.Text) || strings.Contains(l.Text, " ") || nameAt(l.Text, false) != len(l.Text) || strings.IndexFunc(l.Text, unicode.IsLower) < 0 || officeWords.Has(strings.ToLower(l.Text)) || belongsAbove(l.Text) {
		return false
	}
	if !besideDay(n+1) && (n == 0 || !besideDay(n-1)) || !titledBelow(r.lines[n+1:]) || r.release.Place != "" {
		return false
	}
	r.dates(dateline{place: l.Text})
	return true
}

// trail reads when and where off a line of several parts, of which one says what the paper is: «12 мая 2025 года • Тверь • Пресс-релиз».
func (r *reader) trail(line string) {
	when := slices.DeleteFunc(trailParts.Split(line, -1), func(part string) bool { return !isWhen(part) })
	if len(when) > 0 {
		r.says(strings.Join(when, ", "))
	}
}

// seated takes the name of an office above the day, perhaps with the town where it is: «Институт тканей, Томск».
func (r *reader) seated(l layout.Paragraph, n int) bool {
	house := isOffice(l.Text) || isEnglishHouse(l.Text) || isHouseInEnglish(l.Text) || isOfficeElsewhere(l.Text) || n == 0 && isHouseAbove(l.Text, r.lines[n+1].Text)
	at := strings.LastIndex(l.Text, ", ")
	placed := at > 0 && placeAt(l.Text[at+2:]) != "" && isEnglishHouse(l.Text)
	if !house || hasVerb(l.Text) || !isWhen(r.lines[n+1].Text) && !placed || !titledBelow(r.lines[n+1:]) {
		return false
	}
	if at > 0 {
		r.seat = cmp.Or(placeAt(l.Text[at+2:]), l.Text[at+2:])
	}
	r.aside(asideLetterhead, l)
	return true
}

// isHouseAbove reports whether a line above the day is rather whose paper it is than a headline, though nobody knows the name: it is one word, and the
// day has a town of its own, «Примгидромет», or a town stands behind it, «Дом ремёсел, Суздаль».
func isHouseAbove(text, when string) bool {
	at := strings.LastIndex(text, ", ")
	if at < 0 {
		d, _ := datelineOf(when, true)
		return isOneWord(text) && d.located
	}
	return isOneWord(text[at+2:]) && nameAt(text[at+2:], false) == len(text)-at-2 && len(strings.Fields(text[:at])) <= houseWords && placeAt(text[:at]) == ""
}

// isOneWord reports whether a line is a word that begins with a capital.
func isOneWord(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(first) && strings.IndexFunc(text, func(r rune) bool { return r != '-' && !unicode.IsLetter(r) }) < 0
}

// isParting reports whether a line is a rule, or signs in the place of one.
func isParting(l layout.Paragraph) bool { return isRule(l) || signs.MatchString(l.Text) }

// isSection reports whether a line is one word, as the section of a page is, or two of which one says what the paper is: "CLUB STATEMENT".
func isSection(text string) bool {
	words := strings.Fields(text)
	switch {
	case isWhen(text):
		return false
	case len(words) == 2:
		return words[0] == "В" || words[0] == "На" || slices.ContainsFunc(words, rubric.MatchString)
	}
	return isOneWord(text)
}

// section takes a word over the headline that says of what it is, as pages have it: «Общество», «В регионах», «МААЛЫМАТ». The line
// below is the headline rather, over a sentence.
func (r *reader) section(l, next layout.Paragraph, n int) bool {
	at := 2
	for at < len(r.lines)-1 && at < 2+datelines && isWhen(r.lines[at].Text) {
		at++
	}
	if n > 0 || at >= len(r.lines) || !isSection(l.Text) || next.Kind != layout.Text || !r.lines[at].Apart || !isOverLead(next, r.lines[at]) || !titles(next) {
		return false
	}
	r.aside(asideLetterhead, l)
	return true
}

// isOffice reports whether a line is the name of an organisation, and nothing else.
func isOffice(text string) bool {
	return !strings.ContainsAny(text, ":0123456789") && offices.MatchString(text)
}

// contactsAbove reads a block of contacts above the headline, which a line says is one and an empty line ends, and returns
// how many lines it has.
func (r *reader) contactsAbove(n int) int {
	end := r.blockEnd(n)
	if n == 0 || end == 0 || end == len(r.lines) || !titledBelow(r.lines[end:]) {
		return 0
	}
	for _, l := range exploded(r.lines[n:end]) { // a line that only opens has nobody
		r.contactLine(l)
	}
	return end - n
}

// longestOpening is how long a line is at most, in bytes, that says that contacts follow: each line of a text is asked.
const longestOpening = 300

// namesAbove reports whether a line names who speaks, above a day, or an office.
func (r *reader) namesAbove(l, next layout.Paragraph) bool {
	return isSpeakerAbove(l.Text) && isWhen(next.Text) || isOfficeInCapitals(l.Text)
}

// isSpeakerAbove reports whether a line above a day names who speaks: a name with a post.
func isSpeakerAbove(text string) bool {
	l := contactLinesIn(text)[0]
	return l.certain && !l.reachable() && !l.opens() && len(l.who) > 1 && l.who[0].name != "" && l.who[0].post == "" && l.who[1].post != ""
}

// isOfficeInCapitals reports whether a line in capitals names an office by its last word: "MINISTER'S OFFICE".
func isOfficeInCapitals(text string) bool {
	return strings.ToUpper(text) == text && !inCyrillic(text) && !isHouse(text) && slices.Contains(partNouns, lastWord(text))
}

// contactAbove reads a contact line such as "Contact: Ann Example, 000-0000". It is taken
// only where all of it is understood; so is a further person in the line below it.
func (r *reader) contactAbove(p layout.Paragraph, n int) bool {
	lines := contactLinesIn(p.Text)
	l := lines[0]
	if further := n > 0 && !p.Apart && len(r.release.Contacts) > 0 && len(l.who) > 0 && l.who[0].name != ""; !l.opens() && l.desk() == "" && !further || !l.certain || !l.reachable() {
		return false
	}
	if n == 0 && (l.heading == "" || len(l.who) == 0 || !titledBelow(r.lines[1:])) { // the first line is one only where it says so
		return false
	}
	for _, l := range lines {
		r.take(l, p.At)
	}
	return true
}
