package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/intake/contact"
	"communique/editor/intake/dateline"
	"communique/editor/intake/layout"
	"communique/editor/intake/letterhead"
	"communique/editor/intake/oneline"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
	"communique/editor/release"
)

const (
	// wireReach is how many lines down a lead may stand that a wire's dateline tells.
	wireReach = 60
	// longestAbove is how long a line above it is at most, in code points.
	longestAbove = 220
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
		case l.Kind == layout.Text && length >= letterhead.WireLead && letterhead.BeginsAsWire(l.Text) && !spoken:
			return i
		case letterhead.IsPageLine(l.Text): // what stands above it is a page's
			spoken = false
		case length > longestAbove, length >= letterhead.WireLead && wording.SentenceEnd(l.Text) && wording.HasVerb(l.Text):
			spoken = true
		}
	}
	return -1
}

// belowWireHead finds the headline of an English text above the lead that a wire's dateline tells, where other lines stand between them or
// above: what the paper is, whose, whom to ask, what a page has around it. That is the first line of those below the last of these that
// is a headline's; the next one goes on below it.
func (r *reader) belowWireHead() {
	at := wireLeadAt(r.Lines)
	if at < 1 || r.Release.Language == "ru" {
		return
	}
	head := r.Lines[:at]
	title, end := wireTitleOf(head, r.Lines[at])
	if end == 0 {
		if !slices.ContainsFunc(head, saysMore) {
			r.takeAbove(head)
			r.Lines = r.Lines[at:]
		}
		return
	}
	first := end - title
	if first == 0 && title == 1 && isHeadline(r.Lines, 0) && isClearBelow(head[end:]) {
		if end < at && isUnderTitle(head[end]) {
			r.Lines[end].Kind = layout.Subtitle
		}
		return
	}
	r.takeAbove(head[:first])
	under, when := r.underTitle(head[end:])
	r.Lines = slices.Concat([]layout.Paragraph{inOneHeading(head[first:end])}, under, when, r.Lines[at:])
}

// saysMore reports whether a line may be of a text itself.
func saysMore(l layout.Paragraph) bool {
	return !letterhead.StandsAround(l) && strings.ContainsFunc(l.Text, unicode.IsLetter)
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
		case dateline.IsWhen(l.Text):
			when = append(when, l)
		case len(under) == 0 && !letterhead.StandsAround(l) && !isBesideTitle(l):
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
		case dateline.IsWhen(l.Text):
		case letterhead.StandsAround(l), isBesideTitle(l):
			return false
		default:
			under++
		}
	}
	return under < 2
}

// isUnderTitle reports whether a line goes on with the headline above it.
func isUnderTitle(l layout.Paragraph) bool {
	return l.Kind == layout.Text && !dateline.IsWhen(l.Text) && !letterhead.StandsAround(l) && !isBesideTitle(l) && !wording.SentenceEnd(l.Text) && len(strings.Fields(l.Text)) >= oneline.FewestOver
}

// wireTitleOf returns of how many lines the headline is, and where it ends; 0 where there is none.
func wireTitleOf(head []layout.Paragraph, lead layout.Paragraph) (lines, end int) {
	for until := len(head); until > 0; {
		from := until
		for from > 0 && !letterhead.TellsOfPaper(head[from-1]) {
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
	first := slices.IndexFunc(head, func(l layout.Paragraph) bool {
		return mayTitleWire(l) && oneline.SaidAgain(strings.Fields(l.Text), words) > 0
	})
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
	return !isBesideTitle(l) && !letterhead.StandsAround(l) && utf8.RuneCountInString(l.Text) <= wording.HeadlineLength
}

// isShortInCapitals reports whether a line is a headline of two words in capitals: "DIVIDEND INCREASE".
func isShortInCapitals(l layout.Paragraph) bool {
	return wording.IsInCapitals(l.Text) && !letterhead.StandsAround(l) && len(strings.Fields(l.Text)) == wording.WireTitle-1 && !dateline.IsWhen(l.Text)
}

// goesOnInCapitals reports whether a line goes on with a headline in capitals.
func goesOnInCapitals(above, below layout.Paragraph) bool {
	return !below.Apart && wording.IsInCapitals(above.Text) && wording.IsInCapitals(below.Text) && !isBesideTitle(above) && !isBesideTitle(below) && !wording.SentenceEnd(above.Text)
}

// takeAbove reads the lines above a headline: contacts, what holds the text back, when and where; the rest goes to the notes.
func (r *reader) takeAbove(lines []layout.Paragraph) {
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if n := r.contactsWithin(lines[i:]); n > 0 {
			i += n - 1
			continue
		}
		if l.Kind == layout.Rule || r.numbered(l) || r.held(l) || r.contactAbove(l, i+1) || dateline.IsWhen(l.Text) && r.dateline(l, layout.Paragraph{}) {
			continue
		}
		r.Aside(repair.AsideLetterhead, l)
	}
}

// contactsWithin reads contacts above a headline below a line that says so, and returns how many lines they have.
func (r *reader) contactsWithin(lines []layout.Paragraph) int {
	if len(lines[0].Text) > contact.LongestOpening || !contact.OpensBlock(contact.LinesIn(lines[0].Text)[0]) {
		return 0
	}
	end := 1
	for end < len(lines) && lines[end].Kind == layout.Text && contact.IsLine(lines[end].Text, true) && !letterhead.OnlyAbove(lines[end].Text) {
		end++
	}
	if !contact.AnyReachable(lines[:end]) {
		return 0
	}
	for _, l := range wording.Exploded(lines[:end]) {
		r.ReadLine(l)
	}
	return end
}

// belowLead is how many paragraphs below a summary may stand before the one that a wire's dateline tells.
const belowLead = 8

// datedBelow reads when and where off the first paragraph that begins as a wire's lead does, below a summary, what a page has there between, and
// a day in a line of its own.
func (r *reader) datedBelow() {
	if r.Release.Language == "ru" || r.Release.Place != "" && !r.Release.Date.IsZero() {
		return
	}
	all := r.Release.Blocks[:min(len(r.Release.Blocks), belowLead)]
	at := slices.IndexFunc(all, func(b release.Block) bool {
		return utf8.RuneCountInString(b.Text) >= letterhead.WireLead && letterhead.BeginsAsWire(b.Text)
	})
	if at < 0 {
		return
	}
	r.dates(dateline.OpeningOf(all[at].Text))
	r.dates(dateline.Dateline{Place: letterhead.TownAlone(all[at].Text)})
	for _, b := range all[:at] {
		if d, ok := dateline.Of(b.Text, false); ok {
			r.dates(d)
		}
	}
}
