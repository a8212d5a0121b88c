package intake

import (
	"slices"
	"strings"

	"communique/editor/intake/dateline"
	"communique/editor/intake/layout"
	"communique/editor/intake/oneline"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
)

// isBelowCompany reports whether a day stands below the name of a company and its address.
func isBelowCompany(above []layout.Paragraph) bool {
	return wording.CompanyName.MatchString(above[0].Text) && slices.ContainsFunc(above, func(l layout.Paragraph) bool {
		return zippedTown(l.Text) != ""
	})
}

// aroundAbove takes the state of an address, a section in cells, or who wrote a text, above the headline.
func (r *reader) aroundAbove(l, next layout.Paragraph, n int) bool {
	if !r.stateOfAddress(l, n) && !r.cellsAbove(l, next, n) && (n == 0 || !writerAlone.MatchString(l.Text) || !titledBelow(r.Lines[n+1:])) {
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
