package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/regexp"
	"communique/editor/release"
)

// endMark takes off the end the line that says that nothing follows: "###", "ENDS".
func (r *contactReader) endMark() {
	if n := len(r.lines); n > 2 && isEndMark(r.lines[n-1]) {
		r.aside(asideContact, r.lines[n-1])
		r.lines = r.lines[:n-1]
	}
}

// isEndMark reports whether a line says that nothing follows, or parts a signature from a letter.
func isEndMark(l layout.Paragraph) bool {
	return l.Kind == layout.Text && !isRule(l) && signs.MatchString(l.Text)
}

// longestBlock is how many lines a contact block has at most.
const longestBlock = 24

// ruled reads the block under the rule at line i. A line that is no contact
// stays in the body.
func (r *contactReader) ruled(i int) {
	block := r.lines[i+1:]
	if len(block) == 0 || len(block) > longestBlock || !anyReachable(exploded(block)) {
		return
	}
	kept := r.lines[:i:i]
	for n, p := range block {
		lines := exploded([]layout.Paragraph{p})
		if !allContact(lines, n == 0) && (n+1 == len(block) || isAddress(p) || !allContact(exploded(block[n+1:n+2]), false) || !r.amid(i+1+n)) {
			kept = append(kept, p)
			continue
		}
		kept = append(kept, r.block([]layout.Paragraph{p})...)
	}
	r.lines = kept
}

// allContact reports whether each line of a paragraph is part of a contact block, or an address among others.
func allContact(lines []layout.Paragraph, first bool) bool {
	for n, l := range lines {
		if l.Kind != layout.Text && l.Kind != layout.Contact || !isContactLine(l.Text, first && n == 0) && (len(lines) == 1 || !isAddress(l)) {
			return false
		}
	}
	return true
}

// anyReachable reports whether a line says how somebody is reached.
func anyReachable(lines []layout.Paragraph) bool {
	return slices.ContainsFunc(lines, func(p layout.Paragraph) bool { return contactLinesIn(p.Text)[0].reachable() })
}

// isContactLine reports whether a line is part of a contact block. Of the first one it is
// enough that it may be.
func isContactLine(text string, first bool) bool {
	l := contactLinesIn(text)[0]
	if l.who == nil && !l.reachable() {
		return l.opens() || l.beside != ""
	}
	return l.certain || l.firm() || first && !l.opens()
}

// unruled reads a block at the end that no rule parts from the text: its lines are all
// understood, and they say what they are, or of everybody how they are reached.
func (r *contactReader) unruled() {
	first, reachable, heading := r.understood()
	if at := r.headed(); at > 0 && (!reachable || at < first) {
		first, reachable, heading = at, true, true
	}
	if lines := exploded(r.lines[first:]); !reachable || !heading && !eachReached(lines) && !reachesTwice(lines) && !reachedTogether(lines) {
		return
	}
	kept := r.block(r.lines[first:])
	if signs.MatchString(r.lines[first-1].Text) {
		first--
	}
	r.lines = append(r.lines[:first:first], kept...)
}

// understood returns the line at which the lines at the end begin that are all parts of a contact
// block; whether they say how somebody is reached, and what they are.
func (r *contactReader) understood() (first int, reachable, heading bool) {
	first = len(r.lines)
	for first > 2 && len(r.lines)-first < longestBlock { // the headline and a text stay
		p := r.lines[first-1]
		lines := exploded([]layout.Paragraph{p})
		house := isAddress(p) && (first < len(r.lines) || r.reachedAbove(first-1))
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
func (r *contactReader) reachedAbove(i int) bool {
	return reaches(r.lines[i-1]) || r.amid(i-1) && anyReachable(exploded(r.lines[i-1:i]))
}

// tops reports whether a block that line i opens does not go on above it; reachable says that the lines below say how somebody is reached.
func (r *contactReader) tops(i int, text string, reachable bool) bool {
	return !opensAbove(r.lines[i-1]) && !r.goesOn(i, text) && (reachable || !reaches(r.lines[i-1]))
}

// reaches reports whether a line says how somebody is reached, and is nothing else.
func reaches(p layout.Paragraph) bool {
	return p.Kind == layout.Text && anyReachable(exploded([]layout.Paragraph{p})) && allContact(exploded([]layout.Paragraph{p}), false)
}

// goesOn reports whether a block goes on above line i, which opens a part of it: it says itself how those above are
// reached, «Пресс-секретарь: Анна Пробная» over «Контакты: +7 …», or somebody above is reached already.
func (r *contactReader) goesOn(i int, text string) bool {
	if l := contactLinesIn(text)[0]; l.reachable() && l.who == nil {
		return i > 2 && r.lines[i-1].Kind == layout.Text && allContact(exploded(r.lines[i-1:i]), false)
	}
	return r.belowPerson(i)
}

// belowPerson reports whether above line i, within a block, a line opens one, or somebody is named who is reached in that line or below it.
func (r *contactReader) belowPerson(i int) bool {
	reached := false
	for n := i - 1; n > 2 && n > i-longestReached; n-- {
		lines := exploded(r.lines[n : n+1])
		if r.lines[n].Kind != layout.Text || !allContact(lines, false) && !r.amid(n) {
			return false
		}
		reaches, opens := told(lines)
		l := contactLinesIn(lines[0].Text)[0]
		if reached = reached || reaches; reaches && l.who != nil || opens || reached && l.certain && (namesPerson(l) || namesOffice(l)) {
			return true
		}
	}
	return false
}

// namesPerson reports whether a line names somebody.
func namesPerson(l contactLine) bool {
	return slices.ContainsFunc(l.who, func(c called) bool { return c.name != "" })
}

// namesOffice reports whether a line names an office, and nobody of it.
func namesOffice(l contactLine) bool { return len(l.who) == 1 && l.who[0].office && l.who[0].known }

// amid reports whether line i, of which nobody knows what it is, stands within a block: short, and below a line that
// says who is asked, or that somebody is; or, where it is a number, how.
func (r *contactReader) amid(i int) bool {
	last, numbered := i+1 >= len(r.lines), labelledNumber.MatchString(r.lines[i].Text)
	if last && !numbered || i < 3 || !allContact(exploded(r.lines[i:i+1]), true) || utf8.RuneCountInString(r.lines[i].Text) > amidLength {
		return false
	}
	above := r.lines[i-1]
	if signs.MatchString(above.Text) {
		return true
	}
	if above.Kind != layout.Text || !allContact(exploded([]layout.Paragraph{above}), false) {
		return false
	}
	l := contactLinesIn(above.Text)[0]
	return !last && (l.who != nil || l.opens()) || l.reachable() && numbered
}

// amidLength is how long such a line is at most, in code points.
const amidLength = 80

// opensAbove reports whether a line above one that opens a block belongs to it: it opens one, too, or names the
// organisation.
func opensAbove(p layout.Paragraph) bool {
	if p.Kind == layout.Text && (tag.MatchString(p.Text) || issuer.MatchString(p.Text)) {
		return true
	}
	lines := exploded([]layout.Paragraph{p})
	_, opens := told(lines)
	return p.Kind == layout.Text && (opens || namesHouse(p.Text)) && allContact(lines, false)
}

// namesHouse reports whether a line is the name of an organisation or an office, and nothing else.
func namesHouse(text string) bool {
	l := contactLinesIn(text)[0]
	return l.certain && !l.reachable() && len(l.who) == 1 && l.who[0].office
}

// reachesTwice reports whether a line is a number and an address of mail, and nothing else.
func reachesTwice(lines []layout.Paragraph) bool {
	return slices.ContainsFunc(lines, func(line layout.Paragraph) bool {
		l := contactLinesIn(line.Text)[0]
		return l.reach != "" && len(l.mails) > 0 && l.who == nil && !sentenceEnd(line.Text)
	})
}

// reachedTogether reports whether lines name people, each known for one, with his post or without, or nobody at all, and below them say
// how they are reached: «Председатель жюри: Эмиль Рашидов» over «Тел.: …».
func reachedTogether(lines []layout.Paragraph) bool {
	n := 0
	for n < len(lines) && !anyReachable(lines[n:n+1]) {
		if l := contactLinesIn(lines[n].Text)[0]; !l.certain || !slices.ContainsFunc(l.who, func(c called) bool { return c.name != "" }) {
			return false
		}
		n++
	}
	called := false
	for _, line := range lines[n:] {
		l := contactLinesIn(line.Text)[0]
		if l.who != nil || !l.reachable() || sentenceEnd(line.Text) {
			return false
		}
		called = called || l.reach != "" && unicode.IsLetter([]rune(l.text)[0])
	}
	return called
}

// told reports whether lines say how somebody is reached, and that somebody to be asked follows.
func told(lines []layout.Paragraph) (reachable, heading bool) {
	for _, line := range lines {
		l := contactLinesIn(line.Text)[0]
		reachable, heading = reachable || l.reachable(), heading || l.opens()
	}
	return reachable, heading
}

// block reads a block of contacts and returns the addresses in it, which have no field. What else
// has none goes to the notes.
func (r *contactReader) block(lines []layout.Paragraph) (kept []layout.Paragraph) {
	for _, l := range exploded(lines) {
		switch {
		case isAddress(l):
			kept = append(kept, l)
		case signs.MatchString(l.Text), !isContactLine(l.Text, false) && !isContactLine(l.Text, true):
			r.aside(asideContact, l)
		default:
			r.contactLine(l)
		}
	}
	return kept
}

// isAddress reports whether a line is where an office is, and nothing else.
func isAddress(p layout.Paragraph) bool {
	if p.Kind != layout.Text || utf8.RuneCountInString(p.Text) > datelineLength || !isPlaceOfOffice(p.Text) || hasVerb(p.Text) {
		return false
	}
	l := contactLinesIn(p.Text)[0]
	named := l.certain && slices.ContainsFunc(l.who, func(c called) bool { return c.name != "" && places().Of(folded(c.name)) == "" }) // «Л. Д. Озёрная» has no house
	return !l.reachable() && !named
}

// isPlaceOfOffice reports whether a text is written as an address is.
func isPlaceOfOffice(text string) bool {
	text = strings.ReplaceAll(text, "\u00a0", " ")
	if m := townStreet.FindStringSubmatch(text); m != nil && placeAt(m[1]) != "" {
		return true
	}
	return address.MatchString(text) || inTown.MatchString(text) || townLine.MatchString(text)
}

// townStreet is a known town, a street without the word for one, and a house: «Екатеринбург, Пробная, 37А».
var townStreet = regexp.MustCompile(`^(\p{Lu}[\p{L}-]+), \p{Lu}[\p{L}. -]{2,40}, (?:д\. ?)?\d{1,4}\p{L}?(?:[/-]\d{1,3})?$`)

// inTown begins where an office is: «г. Чолпон-Ата, пансионат …».
var inTown = regexp.MustCompile(`^(?:г|гор|пос|пгт|с|д|дер|ш|қ|ք)\.\s?\p{Lu}`)

// townLine is a town with its postcode in a line of its own, below the street: "Dayton, OH 45402", "London SW1A 1AA", "10117 Berlin".
var townLine = regexp.MustCompile(`^\p{Lu}[\p{L}. ’'-]{1,40},?\s(?:[A-Z]{2}\s\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[\dA-Z]?\s\d[A-Z]{2})(?:,?\s(?:USA?|UK|\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?))?$|^(?:[A-Z]{1,2}-)?\d{4,5}\s\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?(?:\s\d{1,2})?$`)

// eachReached reports whether lines name people or offices, and say of each how it is called or
// written to. Otherwise they are a list of people, with the address of a page below it.
func eachReached(lines []layout.Paragraph) bool {
	var r contactReader
	for _, l := range lines {
		if !isAddress(l) {
			r.contactLine(l)
		}
	}
	r.nameBelow()
	named := false
	all := r.release.Contacts
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

// signs stand alone in a line above the contacts.
var signs = regexp.MustCompile(`^(?:[*#]\s*){2,3}$|^--$|^[#*=~–—_-]{3,}$|^(?i:[#*=~–—_\s-]*(?:ends?|30|конец)[#*=~–—_\s-]*)$`)

// contactLine reads a line of a contact block. Where its words lead to an address, that is
// how the contact is reached, too.
func (r *contactReader) contactLine(p layout.Paragraph) {
	linked := len(p.Marks) == 1 && p.Marks[0].Style == release.Link && p.Marks[0].End-p.Marks[0].Start == utf8.RuneCountInString(p.Text)
	for _, l := range contactLinesIn(p.Text) {
		switch {
		case !linked || l.reachable():
			r.take(l, p.At)
		case !strings.HasPrefix(p.Marks[0].Address, "mailto:") && !siteWord.MatchString(p.Text): // «почта», «сайт» say what the address is
			r.aside(asideContact, layout.Paragraph{Text: p.Text, At: p.At})
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
