package intake

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/intake/contact"
	"communique/editor/intake/dateline"
	"communique/editor/intake/gazetteer"
	"communique/editor/intake/layout"
	"communique/editor/intake/letterhead"
	"communique/editor/intake/officename"
	"communique/editor/intake/repair"
	"communique/editor/intake/rubric"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
)

// preambleLines is how many lines may stand above a headline.
const preambleLines = 12

// preamble reads what stands above the headline: what kind of paper it is, the
// embargo, the date of publication and who to ask. Lines are taken only while
// they are one of these, and only where a headline is left below them.
func (r *reader) preamble() {
	r.unlabel()
	top := min(len(r.Lines), preambleLines)
	r.Lines = slices.Concat(formed(r.Lines[:top], false), r.Lines[top:])
	n, head := 0, r.titleAbove(r.Lines, masthead(r.Lines))
	for n < len(r.Lines)-1 && n < preambleLines {
		if block := r.contactsAbove(n); block > 0 {
			n += block
			continue
		}
		if !r.above(r.Lines[n], r.Lines[n+1], n, head) {
			break
		}
		n++
	}
	r.Lines = r.Lines[n:]
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
		if l.Kind != layout.Text || utf8.RuneCountInString(l.Text) > dateline.MaxLength {
			break
		}
		if letterhead.OnlyAbove(l.Text) || isDayBelowHouse(lines[:i+1], last) {
			last = i
			continue
		}
		if wording.SentenceEnd(l.Text) && gazetteer.InRegion(l.Text) == "" && !cutShort.MatchString(l.Text) || wording.HasVerb(l.Text) || strings.Contains(l.Text, "\n") {
			break
		}
	}
	if last == 0 || !titledBelow(lines[last+1:]) {
		return 0
	}
	return last
}

// isDayBelowHouse reports whether the last of some lines is a day below whose paper it is; the others begin behind those of the letterhead.
func isDayBelowHouse(lines []layout.Paragraph, from int) bool {
	i := len(lines) - 1
	return i > 0 && dateline.IsWhen(lines[i].Text) && (isBelowOffice(lines[from:i]) || isBelowCompany(lines[:i]))
}

// isBelowOffice reports whether a day stands below the name of an office, or below how it is reached.
func isBelowOffice(above []layout.Paragraph) bool {
	return officename.IsOffice(above[len(above)-1].Text) || len(above) > 1 && contact.AnyReachable(above)
}

// cutShort ends the name of an office, or its street, by a word cut short: "Media Relations Dept.".
var cutShort = regexp.MustCompile(`\s(?:Dept|Inc|Ltd|Corp|Co|Assn|Ave|St|Rd|Blvd)\.$`)

// titledBelow reports whether a headline follows, perhaps below a dateline, and a sentence below it.
func titledBelow(lines []layout.Paragraph) bool {
	at := slices.IndexFunc(lines, func(l layout.Paragraph) bool {
		return !dateline.IsWhen(l.Text) && !holds(l.Text) && gazetteer.InRegion(l.Text) == ""
	})
	return at >= 0 && titles(lines[at]) && wording.StartsSentence(lines[at].Text) && slices.ContainsFunc(lines[at+1:], func(l layout.Paragraph) bool { return wording.SentenceEnd(l.Text) })
}

// above reads the nth line above the headline, of which head are the letterhead's. A contact can only
// follow one that says what the paper is, or when it was published.
func (r *reader) above(l, next layout.Paragraph, n, head int) bool {
	switch {
	case isDraftMark(l.Text):
		r.Tell(repair.DraftMarked, "", l)
	case r.numbered(l), r.ofFormAbove(l, n), r.aroundAbove(l, next, n):
	case r.heldAbove(l, n), r.seated(l, n), r.section(l, next, n):
	case r.dateline(l, next), n > 0 && r.dateline(l, r.Lines[n-1]), r.townOnTop(l, n), r.townAbove(l, n):
	case n > 0 && isParting(l), r.pageAbove(l, n), r.rubricOfDay(l, n):
	case r.beginsTitle(l, next):
		return false
	case r.approves(l.Text), r.letterhead(l, next), r.ofPaperAbove(l.Text, n):
		r.trail(l.Text)
		r.Aside(repair.AsideLetterhead, l)
	case r.contactAbove(l, n):
	case n < head, n > 0 && r.namesAbove(l, next) && titledBelow(r.Lines[n+1:]):
		r.Aside(repair.AsideLetterhead, l)
	default:
		return false
	}
	return true
}

// ofPaperAbove reports whether a line says what the paper is or whose, with a headline left below it; or goes on with whose.
func (r *reader) ofPaperAbove(text string, n int) bool {
	return (letterhead.BelongsAbove(text) || r.isOfficeAlone(text) || contact.IsBureau(text, r.Release.Language) || officename.IsEnglishHouse(text) || r.isHonoured(text, n) || letterhead.IsMeta(text)) && titledBelow(r.Lines[n+1:]) || n > 0 && goesOnOffice.MatchString(text) && !wording.HasVerb(text)
}

// trail is the way to a page of a site: «Главная / Новости / 11.09.2024».
var trail = regexp.MustCompile(`^(?i:главная|на главную|home)\s*[/>»›→|·]`)

// letterhead reports whether a line above the headline says whose paper it is: an
// organisation by its name, its address, numbers and sites. A headline is left below it.
func (r *reader) letterhead(l, next layout.Paragraph) bool {
	if l.Kind != layout.Text || wording.SentenceEnd(l.Text) && !contact.Address.MatchString(l.Text) || strings.Contains(l.Text, "\n") {
		return false
	}
	if trail.MatchString(l.Text) {
		return true
	}
	if utf8.RuneCountInString(l.Text) > dateline.MaxLength || wording.HasVerb(l.Text) || next.Kind == layout.Text && len(r.Lines) < 4 {
		return false
	}
	found := contact.LinesIn(l.Text)[0]
	return contact.Address.MatchString(l.Text) || found.Reachable() && found.Who == nil || officename.IsOffice(l.Text) && titles(next)
}

// titles reports whether a line may be a headline: no sentence, and none that says when and where. «В Вологде открыли цех» says where as
// sentences do.
func titles(p layout.Paragraph) bool {
	o := dateline.OpeningOf(p.Text)
	return !wording.SentenceEnd(p.Text) && !o.Dated && (!o.Located || dateline.InPlace.MatchString(p.Text)) || p.Kind == layout.Heading
}

// townOnTop takes a known place on the first line, or below an organisation's name, for where the office is, where a headline is left below it: «Москва». A state by its
// official name is the letterhead's alone: «Кыргызская Республика».
func (r *reader) townOnTop(l layout.Paragraph, n int) bool {
	if n > 0 && !officename.IsEnglishHouse(r.Lines[n-1].Text) || l.Kind != layout.Text || !dateline.IsWhen(l.Text) || !titledBelow(r.Lines[n+1:]) {
		return false
	}
	if gazetteer.IsOfficialState(l.Text) {
		r.Aside(repair.AsideLetterhead, l)
		return true
	}
	r.towns = append(r.towns, l)
	return true
}

// townAbove takes a word in Latin letters beside a day for a place, known or not, where a headline is left below them: "Limassol".
func (r *reader) townAbove(l layout.Paragraph, n int) bool {
	besideDay := func(i int) bool { d, ok := dateline.Of(r.Lines[i].Text, false); return ok && d.Dated && !d.Located }
	if wording.InCyrillic(l.Text) || strings.Contains(l.Text, " ") || gazetteer.NameAt(l.Text, false) != len(l.Text) || strings.IndexFunc(l.Text, unicode.IsLower) < 0 || contact.OfficeWords.Has(strings.ToLower(l.Text)) || letterhead.BelongsAbove(l.Text) || gazetteer.IsNoPlace(l.Text) {
		return false
	}
	if !besideDay(n+1) && (n == 0 || !besideDay(n-1)) || !titledBelow(r.Lines[n+1:]) || r.Release.Place != "" {
		return false
	}
	r.dates(dateline.Dateline{Place: l.Text})
	return true
}

// trail reads when and where off a line of several parts, of which one says what the paper is: «12 мая 2025 года • Тверь • Пресс-релиз».
func (r *reader) trail(line string) {
	when := slices.DeleteFunc(letterhead.TrailParts.Split(line, -1), func(part string) bool { return !dateline.IsWhen(part) })
	if len(when) > 0 {
		r.says(strings.Join(when, ", "))
	}
}

// seated takes the name of an office above the day, perhaps with the town where it is: «Институт тканей, Томск».
func (r *reader) seated(l layout.Paragraph, n int) bool {
	house := officename.IsOffice(l.Text) || officename.IsEnglishHouse(l.Text) || contact.IsHouseInEnglish(l.Text) || contact.IsOfficeElsewhere(l.Text) || n == 0 && isHouseAbove(l.Text, r.Lines[n+1].Text)
	at := strings.LastIndex(l.Text, ", ")
	placed := at > 0 && gazetteer.At(l.Text[at+2:]) != "" && officename.IsEnglishHouse(l.Text)
	if !house || wording.HasVerb(l.Text) || !dateline.IsWhen(r.Lines[n+1].Text) && !placed || !titledBelow(r.Lines[n+1:]) {
		return false
	}
	if at > 0 {
		r.seat = cmp.Or(gazetteer.At(l.Text[at+2:]), l.Text[at+2:])
	}
	r.Aside(repair.AsideLetterhead, l)
	return true
}

// isHouseAbove reports whether a line above the day is rather whose paper it is than a headline, though nobody knows the name: it is one word, and the
// day has a town of its own, «Примгидромет», or a town stands behind it, «Дом ремёсел, Суздаль».
func isHouseAbove(text, when string) bool {
	at := strings.LastIndex(text, ", ")
	if at < 0 {
		d, _ := dateline.Of(when, true)
		return isOneWord(text) && d.Located
	}
	return isOneWord(text[at+2:]) && gazetteer.NameAt(text[at+2:], false) == len(text)-at-2 && len(strings.Fields(text[:at])) <= contact.HouseWords && gazetteer.At(text[:at]) == ""
}

// isOneWord reports whether a line is a word that begins with a capital.
func isOneWord(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(first) && strings.IndexFunc(text, func(r rune) bool { return r != '-' && !unicode.IsLetter(r) }) < 0
}

// isParting reports whether a line is a rule, or signs in the place of one.
func isParting(l layout.Paragraph) bool {
	return wording.IsRule(l) || contact.Signs.MatchString(l.Text)
}

// isSection reports whether a line is one word, as the section of a page is, or two of which one says what the paper is: "CLUB STATEMENT".
func isSection(text string) bool {
	words := strings.Fields(text)
	switch {
	case dateline.IsWhen(text):
		return false
	case len(words) == 2:
		return words[0] == "В" || words[0] == "На" || slices.ContainsFunc(words, rubric.Is)
	}
	return isOneWord(text)
}

// section takes a word over the headline that says of what it is, as pages have it: «Общество», «В регионах», «МААЛЫМАТ». The line
// below is the headline rather, over a sentence.
func (r *reader) section(l, next layout.Paragraph, n int) bool {
	at := 2
	for at < len(r.Lines)-1 && at < 2+datelines && dateline.IsWhen(r.Lines[at].Text) {
		at++
	}
	if n > 0 || at >= len(r.Lines) || !isSection(l.Text) || next.Kind != layout.Text || !r.Lines[at].Apart || !isOverLead(next, r.Lines[at]) || !titles(next) {
		return false
	}
	r.Aside(repair.AsideLetterhead, l)
	return true
}

// contactsAbove reads a block of contacts above the headline, which a line says is one and an empty line ends, and returns
// how many lines it has.
func (r *reader) contactsAbove(n int) int {
	end := r.BlockEnd(n)
	if n == 0 || end == 0 || end == len(r.Lines) || !titledBelow(r.Lines[end:]) {
		return 0
	}
	for _, l := range wording.Exploded(r.Lines[n:end]) { // a line that only opens has nobody
		r.ReadLine(l)
	}
	return end - n
}

// namesAbove reports whether a line names who speaks, above a day, or an office.
func (r *reader) namesAbove(l, next layout.Paragraph) bool {
	return isSpeakerAbove(l.Text) && dateline.IsWhen(next.Text) || isOfficeInCapitals(l.Text)
}

// isSpeakerAbove reports whether a line above a day names who speaks: a name with a post behind it, or one post before it.
func isSpeakerAbove(text string) bool {
	l := contact.LinesIn(text)[0]
	if !l.Certain || l.Reachable() || l.Opens() || len(l.Who) == 0 || l.Who[0].Name == "" {
		return false
	}
	first := l.Who[0]
	if len(l.Who) == 1 { // "Spokesperson Ann Sample"
		return first.Post != ""
	}
	return first.Post == "" && l.Who[1].Post != ""
}

// isOfficeInCapitals reports whether a line in capitals names an office by its last word: "MINISTER'S OFFICE".
func isOfficeInCapitals(text string) bool {
	return strings.ToUpper(text) == text && !wording.InCyrillic(text) && !contact.IsHouse(text) && slices.Contains(contact.PartNouns, wording.LastWord(text))
}

// contactAbove reads a contact line such as "Contact: Ann Example, 000-0000". It is taken
// only where all of it is understood; so is a further person in the line below it.
func (r *reader) contactAbove(p layout.Paragraph, n int) bool {
	lines := contact.LinesIn(p.Text)
	l := lines[0]
	if further := n > 0 && !p.Apart && len(r.Release.Contacts) > 0 && len(l.Who) > 0 && l.Who[0].Name != ""; !l.Opens() && l.Desk() == "" && !further || !l.Certain || !l.Reachable() {
		return false
	}
	if n == 0 && (l.Heading == "" || len(l.Who) == 0 || !titledBelow(r.Lines[1:])) { // the first line is one only where it says so
		return false
	}
	for _, l := range lines {
		r.Take(l, p.At)
	}
	return true
}
