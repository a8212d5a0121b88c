package contact

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/intake/dateline"
	"communique/editor/intake/gazetteer"
	"communique/editor/intake/layout"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/release"
)

// endMark takes off the end the line that says that nothing follows: "###", "ENDS".
func (r *Reader) endMark() {
	if n := len(r.Lines); n > 2 && IsEndMark(r.Lines[n-1]) {
		r.Aside(repair.AsideContact, r.Lines[n-1])
		r.Lines = r.Lines[:n-1]
	}
}

// IsEndMark reports whether a line says that nothing follows, or parts a signature from a letter.
func IsEndMark(l layout.Paragraph) bool {
	return l.Kind == layout.Text && !wording.IsRule(l) && Signs.MatchString(l.Text)
}

// LongestBlock is how many lines a contact block has at most.
const LongestBlock = 24

// ruled reads the block under the rule at line i. A line that is no contact
// stays in the body.
func (r *Reader) ruled(i int) {
	block := r.Lines[i+1:]
	if len(block) == 0 || len(block) > LongestBlock || !AnyReachable(wording.Exploded(block)) {
		return
	}
	kept := r.Lines[:i:i]
	for n, p := range block {
		lines := wording.Exploded([]layout.Paragraph{p})
		if !allContact(lines, n == 0) && (n+1 == len(block) || IsAddress(p) || !allContact(wording.Exploded(block[n+1:n+2]), false) || !r.amid(i+1+n)) {
			kept = append(kept, p)
			continue
		}
		kept = append(kept, r.Block([]layout.Paragraph{p})...)
	}
	r.Lines = kept
}

// allContact reports whether each line of a paragraph is part of a contact block, or an address among others.
func allContact(lines []layout.Paragraph, first bool) bool {
	for n, l := range lines {
		if l.Kind != layout.Text && l.Kind != layout.Contact || !IsLine(l.Text, first && n == 0) && (len(lines) == 1 || !IsAddress(l)) {
			return false
		}
	}
	return true
}

// AnyReachable reports whether a line says how somebody is reached.
func AnyReachable(lines []layout.Paragraph) bool {
	return slices.ContainsFunc(lines, func(p layout.Paragraph) bool { return LinesIn(p.Text)[0].Reachable() })
}

// IsLine reports whether a line is part of a contact block. Of the first one it is
// enough that it may be.
func IsLine(text string, first bool) bool {
	l := LinesIn(text)[0]
	if l.Who == nil && !l.Reachable() {
		return l.Opens() || l.beside != ""
	}
	return l.Certain || l.firm() || first && !l.Opens()
}

// Unruled reads a block at the end that no rule parts from the text: its lines are all
// understood, and they say what they are, or of everybody how they are reached.
func (r *Reader) Unruled() {
	first, reachable, heading := r.understood()
	if at := r.headed(); at > 0 && (!reachable || at < first) {
		first, reachable, heading = at, true, true
	}
	if lines := wording.Exploded(r.Lines[first:]); !reachable || !heading && !eachReached(lines) && !reachesTwice(lines) && !reachedTogether(lines) {
		return
	}
	kept := r.Block(r.Lines[first:])
	if Signs.MatchString(r.Lines[first-1].Text) {
		first--
	}
	r.Lines = append(r.Lines[:first:first], kept...)
}

// understood returns the line at which the lines at the end begin that are all parts of a contact
// block; whether they say how somebody is reached, and what they are.
func (r *Reader) understood() (first int, reachable, heading bool) {
	first = len(r.Lines)
	for first > 2 && len(r.Lines)-first < LongestBlock { // the headline and a text stay
		p := r.Lines[first-1]
		lines := wording.Exploded([]layout.Paragraph{p})
		house := IsAddress(p) && (first < len(r.Lines) || r.reachedAbove(first-1))
		if p.Kind != layout.Text || !house && !allContact(lines, false) && !r.amid(first-1) {
			break
		}
		if first--; house {
			continue
		}
		reached, opens := told(lines)
		reachable, heading = reachable || reached, heading || opens
		if heading && r.tops(first, lines[0].Text, reachable) {
			break
		}
	}
	return first, reachable, heading
}

// reachedAbove reports whether the line above line i, an address, says how an office is reached that has it.
func (r *Reader) reachedAbove(i int) bool {
	return reaches(r.Lines[i-1]) || r.amid(i-1) && AnyReachable(wording.Exploded(r.Lines[i-1:i]))
}

// tops reports whether a block that line i opens does not go on above it; reachable says that the lines below say how somebody is reached.
func (r *Reader) tops(i int, text string, reachable bool) bool {
	return !opensAbove(r.Lines[i-1]) && !r.goesOn(i, text) && !r.isBelowPost(i) && (reachable || !reaches(r.Lines[i-1]))
}

// reaches reports whether a line says how somebody is reached, and is nothing else.
func reaches(p layout.Paragraph) bool {
	return p.Kind == layout.Text && AnyReachable(wording.Exploded([]layout.Paragraph{p})) && allContact(wording.Exploded([]layout.Paragraph{p}), false)
}

// goesOn reports whether a block goes on above line i, which opens a part of it: it says itself how those above are
// reached, «Пресс-секретарь: Анна Пробная» over «Контакты: +7 …», or somebody above is reached already.
func (r *Reader) goesOn(i int, text string) bool {
	if l := LinesIn(text)[0]; l.Reachable() && l.Who == nil {
		return i > 2 && r.Lines[i-1].Kind == layout.Text && allContact(wording.Exploded(r.Lines[i-1:i]), false)
	}
	return r.belowPerson(i)
}

// isBelowPost reports whether line i is a name alone, and the line above it a post and nothing else, which is whose name that is.
func (r *Reader) isBelowPost(i int) bool {
	if r.Lines[i-1].Kind != layout.Text || strings.Contains(r.Lines[i-1].Text, "\n") {
		return false
	}
	above, l := LinesIn(r.Lines[i-1].Text)[0], LinesIn(r.Lines[i].Text)[0]
	return above.Certain && len(above.Who) == 1 && above.Who[0].Name == "" && above.Who[0].known && !above.Who[0].office &&
		!l.Reachable() && len(l.Who) == 1 && l.Who[0].Name != "" && l.Who[0].Post == ""
}

// belowPerson reports whether above line i, within a block, a line opens one, or somebody is named who is reached in that line or below it.
func (r *Reader) belowPerson(i int) bool {
	reached := false
	for n := i - 1; n > 2 && n > i-LongestReached; n-- {
		lines := wording.Exploded(r.Lines[n : n+1])
		if r.Lines[n].Kind != layout.Text || !allContact(lines, false) && !r.amid(n) {
			return false
		}
		reaches, opens := told(lines)
		l := LinesIn(lines[0].Text)[0]
		if reached = reached || reaches; reaches && l.Who != nil || opens || reached && l.Certain && (namesPerson(l) || namesOffice(l)) {
			return true
		}
	}
	return false
}

// namesPerson reports whether a line names somebody.
func namesPerson(l Line) bool {
	return slices.ContainsFunc(l.Who, func(c Called) bool { return c.Name != "" })
}

// namesOffice reports whether a line names an office, and nobody of it.
func namesOffice(l Line) bool { return len(l.Who) == 1 && l.Who[0].office && l.Who[0].known }

// amid reports whether line i, of which nobody knows what it is, stands within a block: short, and below a line that
// says who is asked, or that somebody is; or, where it is a number, how.
func (r *Reader) amid(i int) bool {
	last, numbered := i+1 >= len(r.Lines), labelledNumber.MatchString(r.Lines[i].Text)
	if last && !numbered || i < 3 || !allContact(wording.Exploded(r.Lines[i:i+1]), true) || utf8.RuneCountInString(r.Lines[i].Text) > AmidLength {
		return false
	}
	above := r.Lines[i-1]
	if Signs.MatchString(above.Text) {
		return true
	}
	if above.Kind != layout.Text || !allContact(wording.Exploded([]layout.Paragraph{above}), false) {
		return false
	}
	l := LinesIn(above.Text)[0]
	return !last && (l.Who != nil || l.Opens()) || l.Reachable() && numbered
}

// AmidLength is how long such a line is at most, in code points.
const AmidLength = 80

// opensAbove reports whether a line above one that opens a block belongs to it: it opens one, too, or names the
// organisation.
func opensAbove(p layout.Paragraph) bool {
	if p.Kind == layout.Text && (tag.MatchString(p.Text) || issuer.MatchString(p.Text)) {
		return true
	}
	lines := wording.Exploded([]layout.Paragraph{p})
	_, opens := told(lines)
	return p.Kind == layout.Text && (opens || namesHouse(p.Text)) && allContact(lines, false)
}

// namesHouse reports whether a line is the name of an organisation or an office, and nothing else.
func namesHouse(text string) bool {
	l := LinesIn(text)[0]
	return l.Certain && !l.Reachable() && len(l.Who) == 1 && l.Who[0].office
}

// reachesTwice reports whether a line is a number and an address of mail, and nothing else.
func reachesTwice(lines []layout.Paragraph) bool {
	return slices.ContainsFunc(lines, func(line layout.Paragraph) bool {
		l := LinesIn(line.Text)[0]
		return l.reach != "" && len(l.mails) > 0 && l.Who == nil && !wording.SentenceEnd(line.Text)
	})
}

// reachedTogether reports whether lines name people, each known for one, with his post or without, or nobody at all, and below them say
// how they are reached: «Председатель жюри: Эмиль Рашидов» over «Тел.: …».
func reachedTogether(lines []layout.Paragraph) bool {
	n := 0
	for n < len(lines) && !AnyReachable(lines[n:n+1]) {
		if l := LinesIn(lines[n].Text)[0]; !l.Certain || !slices.ContainsFunc(l.Who, func(c Called) bool { return c.Name != "" }) {
			return false
		}
		n++
	}
	called := false
	for _, line := range lines[n:] {
		l := LinesIn(line.Text)[0]
		if l.Who != nil || !l.Reachable() || wording.SentenceEnd(line.Text) {
			return false
		}
		called = called || l.reach != "" && unicode.IsLetter([]rune(l.text)[0])
	}
	return called
}

// told reports whether lines say how somebody is reached, and that somebody to be asked follows.
func told(lines []layout.Paragraph) (reachable, heading bool) {
	for _, line := range lines {
		l := LinesIn(line.Text)[0]
		reachable, heading = reachable || l.Reachable(), heading || l.Opens()
	}
	return reachable, heading
}

// Block reads a block of contacts and returns the addresses in it, which have no field. What else
// has none goes to the notes.
func (r *Reader) Block(lines []layout.Paragraph) (kept []layout.Paragraph) {
	for _, l := range wording.Exploded(lines) {
		switch {
		case IsAddress(l):
			kept = append(kept, l)
		case Signs.MatchString(l.Text), !IsLine(l.Text, false) && !IsLine(l.Text, true):
			r.Aside(repair.AsideContact, l)
		default:
			r.ReadLine(l)
		}
	}
	return kept
}

// IsAddress reports whether a line is where an office is, and nothing else.
func IsAddress(p layout.Paragraph) bool {
	if p.Kind != layout.Text || utf8.RuneCountInString(p.Text) > dateline.MaxLength || !isPlaceOfOffice(withoutPictures(p.Text)) || wording.HasVerb(p.Text) {
		return false
	}
	l := LinesIn(p.Text)[0]
	named := l.Certain && slices.ContainsFunc(l.Who, func(c Called) bool { return c.Name != "" && gazetteer.Called(c.Name) == "" }) // «Л. Д. Озёрная» has no house
	return !l.Reachable() && !named
}

// isPlaceOfOffice reports whether a text is written as an address is.
func isPlaceOfOffice(text string) bool {
	text = strings.ReplaceAll(text, "\u00a0", " ")
	if m := townStreet.FindStringSubmatch(text); m != nil && gazetteer.At(m[1]) != "" {
		return true
	}
	return Address.MatchString(text) || inTown.MatchString(text) || townLine.MatchString(text)
}

// townStreet is a known town, a street without the word for one, and a house: «Екатеринбург, Пробная, 37А».
var townStreet = regexp.MustCompile(`^(\p{Lu}[\p{L}-]+), \p{Lu}[\p{L}. -]{2,40}, (?:д\. ?)?\d{1,4}\p{L}?(?:[/-]\d{1,3})?$`)

// townLine is a town with its postcode in a line of its own, below the street: "Dayton, OH 45402", "London SW1A 1AA", "10117 Berlin".
var townLine = regexp.MustCompile(`^(?:[\p{Lu}\d][\p{L}\d. ’'-]{2,40},\s){0,2}\p{Lu}[\p{L}. ’'-]{1,40},?\s(?:[A-Z]{2}\s\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[\dA-Z]?\s\d[A-Z]{2})(?:,?\s(?:USA?|UK|\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?))?$|^(?:[A-Z]{1,2}-)?\d{4,5}\s\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?(?:\s\d{1,2})?$`)

// eachReached reports whether lines name people or offices, and say of each how it is called or
// written to. Otherwise they are a list of people, with the address of a page below it.
func eachReached(lines []layout.Paragraph) bool {
	var r Reader
	for _, l := range lines {
		if !IsAddress(l) {
			r.ReadLine(l)
		}
	}
	r.nameBelow()
	named := false
	all := r.Release.Contacts
	for i, c := range all {
		who := c.Name != "" || c.Post != "" || c.Organisation != ""
		house := c.Name == "" && i+1 < len(all) && desks.MatchString(all[i+1].Post) // whose desks are reached below
		if who && !house && !isCalled(c) {
			return false
		}
		named = named || who
	}
	return named
}

// isCalled reports whether a contact says how it is called or written to; of a press office its site is enough.
func isCalled(c release.Contact) bool {
	return len(c.Phones) > 0 || c.Email != "" || c.Site != "" && c.Name == "" && pressOffice.MatchString(c.Post)
}

// pageName is an address on the web as words have it, without what stands before its name.
func pageName(address string) string {
	if _, behind, ok := strings.Cut(address, "://"); ok {
		address = behind
	}
	return strings.TrimSuffix(strings.TrimPrefix(address, "www."), "/")
}

// siteWord says that an address is a site.
var siteWord = regexp.MustCompile(`^(?i:(?:наш |официальный )?(?:сайт|веб-сайт)|(?:our )?(?:web)?site|web)\s*:?$`)

// Signs stand alone in a line above the contacts.
var Signs = regexp.MustCompile(`^(?:[*#]\s*){2,3}$|^--$|^[#*=~–—_-]{3,}$|^(?i:[#*=~–—_\s-]*(?:ends?|30|конец)[#*=~–—_\s-]*)$`)

// ReadLine reads a line of a contact block. Where its words lead to an address, that is
// how the contact is reached, too.
func (r *Reader) ReadLine(p layout.Paragraph) {
	linked := len(p.Marks) == 1 && p.Marks[0].Style == release.Link && p.Marks[0].End-p.Marks[0].Start == utf8.RuneCountInString(p.Text)
	for _, l := range LinesIn(p.Text) {
		switch {
		case !linked || l.Reachable():
			r.Take(l, p.At)
		case !strings.HasPrefix(p.Marks[0].Address, "mailto:") && !siteWord.MatchString(p.Text): // «почта», «сайт» say what the address is
			r.Aside(repair.AsideContact, layout.Paragraph{Text: p.Text, At: p.At})
		}
	}
	for _, m := range p.Marks {
		address, mail := strings.CutPrefix(m.Address, "mailto:")
		switch {
		case m.Style != release.Link:
		case mail:
			address, _, _ = strings.Cut(address, "?")
			r.mail(address)
		case !site.MatchString(p.Text) && !strings.Contains(p.Text, pageName(m.Address)): // otherwise the words themselves are the address
			r.web(address)
		}
	}
}
