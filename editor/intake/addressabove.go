package intake

import (
	"slices"
	"strings"

	"communique/editor/intake/contact"
	"communique/editor/intake/dateline"
	"communique/editor/intake/layout"
	"communique/editor/intake/officename"
	"communique/editor/intake/oneline"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
)

// isBelowCompany reports whether a day stands below the name of a company and its address.
func isBelowCompany(above []layout.Paragraph) bool {
	return officename.CompanyName.MatchString(above[0].Text) && slices.ContainsFunc(above, func(l layout.Paragraph) bool {
		return zippedTown(l.Text) != ""
	})
}

// aroundAbove takes the state of an address, a section in cells, who wrote a text, or an office below the day, above the headline.
func (r *reader) aroundAbove(l, next layout.Paragraph, n int) bool {
	below := n > 0 && (writerAlone.MatchString(l.Text) || contact.IsOfficeElsewhere(l.Text) && !wording.HasVerb(l.Text) && dateline.IsWhen(r.Lines[n-1].Text)) && titledBelow(r.Lines[n+1:])
	if !below && !r.stateOfAddress(l, n) && !r.cellsAbove(l, next, n) && !r.houseOverDay(l, next, n) {
		return false
	}
	r.Aside(repair.AsideLetterhead, l)
	return true
}

// stateOfAddress reports whether line n is the state below the town of an address, which no text is from.
func (r *reader) stateOfAddress(l layout.Paragraph, n int) bool {
	return n > 0 && isState(l.Text) && zippedTown(r.Lines[n-1].Text) != ""
}

// cellsAbove reports whether the first line is a section of a site in cells, "EXAMPLE | 2022 NEWS ITEMS": the lead says the words of the line below
// again, and none of these.
func (r *reader) cellsAbove(l, next layout.Paragraph, n int) bool {
	if n > 0 || !strings.Contains(l.Text, " | ") || !isBesideTitle(l) || len(strings.Fields(next.Text)) < oneline.FewestOver || !titles(next) || dateline.IsWhen(next.Text) {
		return false
	}
	below := r.Lines[n+2 : min(len(r.Lines), n+2+belowLead)]
	lead := slices.IndexFunc(below, isLead)
	if lead < 0 {
		return false
	}
	words := strings.Fields(below[lead].Text)
	return oneline.SaidAgain(strings.Fields(next.Text), words) > 0 && oneline.SaidAgain(strings.Fields(l.Text), words) == 0
}

// houseOverDay reports whether the first line is rather whose paper it is than the headline: when and where stand below it, and of the line below that
// the lead says most words again, of this one few.
func (r *reader) houseOverDay(l, next layout.Paragraph, n int) bool {
	if n > 0 || len(r.Lines) < 4 || l.Kind != layout.Text || wording.HasVerb(l.Text) || wording.SentenceEnd(l.Text) {
		return false
	}
	d, ok := dateline.Of(next.Text, false)
	title, lead := r.Lines[2], r.Lines[3]
	if !ok || !d.Dated || !d.Located || !isLead(lead) || !titles(title) || len(strings.Fields(title.Text)) < oneline.FewestOver {
		return false
	}
	words := strings.Fields(lead.Text)
	return 2*oneline.SaidAgain(strings.Fields(title.Text), words) > oneline.SaidMost && 3*oneline.SaidAgain(strings.Fields(l.Text), words) < oneline.SaidMost
}
