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

const (
	// wireReach is how far down a lead may stand that a wire's dateline tells, wireLead how long it is at least and longestAbove a
	// line above it at most, in code points.
	wireReach    = 60
	wireLead     = 80
	longestAbove = 220
	// wireTitle is of how many words a headline is at least that stands there.
	wireTitle = 3
)

// wireLeadAt returns where the first paragraph stands that begins as a wire's lead does, with a town and a day or who reports; -1 where
// a text stands above it.
func wireLeadAt(lines []layout.Paragraph) int {
	spoken := false
	for i, l := range lines[:min(len(lines), wireReach)] {
		length := utf8.RuneCountInString(l.Text)
		switch {
		case l.Kind == layout.Heading && l.Level == 1:
			return -1 // the document itself says which is the headline
		case l.Kind == layout.Text && length >= wireLead && beginsAsWire(l.Text) && !spoken:
			return i
		case isPageLine(l.Text): // what stands above it is a page's
			spoken = false
		case length > longestAbove, length >= wireLead && sentenceEnd(l.Text) && hasVerb(l.Text):
			spoken = true
		}
	}
	return -1
}

// beginsAsWire reports whether a paragraph begins with a dateline that no sentence begins with.
func beginsAsWire(text string) bool {
	if o := openingOf(text); o.located && o.place != "" {
		first, _, _ := strings.Cut(text, ",")
		return !o.dated || !o.date.IsZero() || o.reported || isInCapitals(first)
	}
	return townAlone(text) != ""
}

// belowWireHead finds the headline of an English text above the lead that a wire's dateline tells, where other lines stand between them or
// above: what the paper is, whose, whom to ask, what a page has around it. That is the first line of those below the last of these that
// is a headline's; the next one goes on below it.
func (r *reader) belowWireHead() {
	at := wireLeadAt(r.lines)
	if at < 1 || r.release.Language == "ru" {
		return
	}
	head := r.lines[:at]
	title, end := wireTitleOf(head, r.lines[at])
	if end == 0 {
		if !slices.ContainsFunc(head, saysMore) {
			r.takeAbove(head)
			r.lines = r.lines[at:]
		}
		return
	}
	first := end - title
	if first == 0 && title == 1 && isHeadline(r.lines, 0) && isClearBelow(head[end:]) {
		if end < at && isUnderTitle(head[end]) {
			r.lines[end].Kind = layout.Subtitle
		}
		return
	}
	r.takeAbove(head[:first])
	under, when := r.underTitle(head[end:])
	r.lines = slices.Concat([]layout.Paragraph{inOneHeading(head[first:end])}, under, when, r.lines[at:])
}

// saysMore reports whether a line may be of a text itself.
func saysMore(l layout.Paragraph) bool {
	return !standsAround(l) && strings.ContainsFunc(l.Text, unicode.IsLetter)
}

// inOneHeading is the lines of a headline as one.
func inOneHeading(lines []layout.Paragraph) layout.Paragraph {
	whole := lines[0]
	for _, l := range lines[1:] {
		whole.Text += "\n" + l.Text
	}
	whole.Kind, whole.Level, whole.Marks = layout.Heading, 1, nil
	return whole
}

// underTitle parts the line that goes on below a headline and those that say when from the others, which it takes.
func (r *reader) underTitle(lines []layout.Paragraph) (under, when []layout.Paragraph) {
	for _, l := range lines {
		switch {
		case isWhen(l.Text):
			when = append(when, l)
		case len(under) == 0 && !standsAround(l) && !isBesideTitle(l):
			l.Kind = layout.Subtitle
			under = append(under, l)
		default:
			r.takeAbove([]layout.Paragraph{l})
		}
	}
	return under, when
}

// isClearBelow reports whether nothing stands between a headline and its lead but a line of its own and when it is published.
func isClearBelow(lines []layout.Paragraph) bool {
	under := 0
	for _, l := range lines {
		switch {
		case isWhen(l.Text):
		case standsAround(l), isBesideTitle(l):
			return false
		default:
			under++
		}
	}
	return under < 2
}

// isUnderTitle reports whether a line goes on with the headline above it.
func isUnderTitle(l layout.Paragraph) bool {
	return l.Kind == layout.Text && !isWhen(l.Text) && !standsAround(l) && !isBesideTitle(l) && !sentenceEnd(l.Text) && len(strings.Fields(l.Text)) >= fewestOver
}

// wireTitleOf returns of how many lines the headline is, and where it ends; 0 where there is none.
func wireTitleOf(head []layout.Paragraph, lead layout.Paragraph) (lines, end int) {
	for until := len(head); until > 0; {
		from := until
		for from > 0 && !tellsOfPaper(head[from-1]) {
			from--
		}
		if lines, end = titleWithin(head[from:until], lead); end > 0 {
			return lines, from + end
		}
		until = max(0, from-1)
	}
	return 0, 0
}

// titleWithin is wireTitleOf of lines none of which tells of the paper: the first that says a word of the lead again, or the first that may
// be a headline, or two words in capitals above the lead.
func titleWithin(head []layout.Paragraph, lead layout.Paragraph) (lines, end int) {
	words := strings.Fields(lead.Text)
	first := slices.IndexFunc(head, func(l layout.Paragraph) bool { return mayTitleWire(l) && saidAgain(strings.Fields(l.Text), words) > 0 })
	if first < 0 {
		first = slices.IndexFunc(head, mayTitleWire)
	}
	if last := len(head) - 1; first < 0 && last >= 0 && isShortInCapitals(head[last]) {
		first = last
	}
	if first < 0 {
		return 0, 0
	}
	for end = first + 1; end < len(head) && goesOnInCapitals(head[end-1], head[end]); {
		end++
	}
	for first > 0 && goesOnInCapitals(head[first-1], head[first]) {
		first--
	}
	return end - first, end
}

// mayTitleWire reports whether a line may be the headline above a wire's lead.
func mayTitleWire(l layout.Paragraph) bool {
	if l.Kind != layout.Text && l.Kind != layout.Heading || isSpeakerAbove(l.Text) || strings.HasSuffix(l.Text, ".") {
		return false
	}
	return !isBesideTitle(l) && !standsAround(l) && utf8.RuneCountInString(l.Text) <= headlineLength
}

// isShortInCapitals reports whether a line is a headline of two words in capitals: "DIVIDEND INCREASE".
func isShortInCapitals(l layout.Paragraph) bool {
	return isInCapitals(l.Text) && !standsAround(l) && len(strings.Fields(l.Text)) == wireTitle-1 && !isWhen(l.Text)
}

// goesOnInCapitals reports whether a line goes on with a headline in capitals.
func goesOnInCapitals(above, below layout.Paragraph) bool {
	return !below.Apart && isInCapitals(above.Text) && isInCapitals(below.Text) && !isBesideTitle(above) && !isBesideTitle(below) && !sentenceEnd(above.Text)
}

// standsAround reports whether a line is none of a headline's: it says what the paper is or whom to ask, or it is a page's.
func standsAround(l layout.Paragraph) bool {
	return l.Kind == layout.Rule || l.Kind == layout.Item || isPageLine(l.Text) || belongsAbove(l.Text) || isMeta(l.Text) || isEnglishHouse(l.Text) || companyName.MatchString(l.Text) ||
		tellsOfPaper(l)
}

// tellsOfPaper reports whether a line stands above the headline where one is left below it: what the paper is, until when it is held back,
// whose it is and whom to ask.
func tellsOfPaper(l layout.Paragraph) bool {
	if embargoLine.MatchString(l.Text) || onlyAbove(l.Text) || address.MatchString(l.Text) || tickerLine.MatchString(l.Text) {
		return true
	}
	c := contactLinesIn(l.Text)[0]
	return c.reachable() || c.opens() && (c.who == nil || c.certain)
}

// takeAbove reads the lines above a headline: contacts, what holds the text back, when and where; the rest goes to the notes.
func (r *reader) takeAbove(lines []layout.Paragraph) {
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if n := r.contactsWithin(lines[i:]); n > 0 {
			i += n - 1
			continue
		}
		if l.Kind == layout.Rule || r.numbered(l) || r.held(l) || r.contactAbove(l, i+1) || isWhen(l.Text) && r.dateline(l, layout.Paragraph{}) {
			continue
		}
		r.aside(asideLetterhead, l)
	}
}

// contactsWithin reads contacts above a headline below a line that says so, and returns how many lines they have.
func (r *reader) contactsWithin(lines []layout.Paragraph) int {
	if len(lines[0].Text) > longestOpening || !opensBlock(contactLinesIn(lines[0].Text)[0]) {
		return 0
	}
	end := 1
	for end < len(lines) && lines[end].Kind == layout.Text && isContactLine(lines[end].Text, true) && !onlyAbove(lines[end].Text) {
		end++
	}
	if !anyReachable(lines[:end]) {
		return 0
	}
	for _, l := range exploded(lines[:end]) {
		r.contactLine(l)
	}
	return end
}

// delivered says below the headline of a speech how it was spoken.
var delivered = regexp.MustCompile(`^[(\[]?(?i:as (?:prepared for delivery|delivered)|check against delivery|transcript|unofficial translation)[)\]]?\.?$`)

// townAlone is the known town that stands before a sentence without a day, in capitals, or above a whole paragraph: "NEW YORK – The …",
// "Pretoria - The …"; "" where none does.
func townAlone(text string) string {
	long := utf8.RuneCountInString(text) >= wireLead
	text = text[:boundary(text, openingReach)]
	name, n, sure := leadingPlace(text, false)
	if n == 0 || !sure || inCyrillic(text[:n]) {
		return ""
	}
	end := townEnd.FindString(text[n:])
	behind := text[n+len(end):]
	if end == "" || strings.HasPrefix(end, ".") || !startsSentence(behind) {
		return ""
	}
	capitals := strings.ToUpper(text[:n]) == text[:n] && utf8.RuneCountInString(text[:n]) > 3
	if !capitals && (!long || strings.ContainsAny(end, ":|")) {
		return ""
	}
	return name
}

// belowLead is how many paragraphs below a summary may stand before the one that a wire's dateline tells.
const belowLead = 8

// datedBelow reads when and where off the first paragraph that begins as a wire's lead does, below a summary, what a page has there between, and
// a day in a line of its own.
func (r *reader) datedBelow() {
	if r.release.Language == "ru" || r.release.Place != "" && !r.release.Date.IsZero() {
		return
	}
	all := r.release.Blocks[:min(len(r.release.Blocks), belowLead)]
	at := slices.IndexFunc(all, func(b release.Block) bool { return utf8.RuneCountInString(b.Text) >= wireLead && beginsAsWire(b.Text) })
	if at < 0 {
		return
	}
	r.dates(openingOf(all[at].Text))
	r.dates(dateline{place: townAlone(all[at].Text)})
	for _, b := range all[:at] {
		if d, ok := datelineOf(b.Text, false); ok {
			r.dates(d)
		}
	}
}
