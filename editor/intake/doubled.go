package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/intake/dateline"
	"communique/editor/intake/layout"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
)

// How many lines may stand between a headline and the same words once more, how long one of them is at most, in code points,
// and of how many words a headline is at least that says by itself that it is one.
const (
	doubledReach  = 6
	besideTitle   = 80
	doubledFewest = 3
)

// doubled finds the headline that a page has twice, in its head and over its text: it stands first then, with what is between the two
// that says when and where. All else above the text is the site's.
func (r *reader) doubled() {
	for i := range min(headlineReach, len(r.Lines)) {
		if i > 0 && wording.SentenceEnd(r.Lines[i].Text) && !dateline.IsWhen(r.Lines[i].Text) { // rather a lead that stands twice
			return
		}
		if n := sameBelow(r.Lines[i:]); n > 0 {
			r.keepOne(i, i+n)
			return
		}
		if !mayBeBesideTitle(r.Lines[i]) {
			return
		}
	}
}

// keepOne keeps that of the two lines which stands over the text.
func (r *reader) keepOne(first, second int) {
	kept := []layout.Paragraph{r.Lines[second]}
	for _, l := range slices.Concat(r.Lines[:first], r.Lines[first+1:second], r.Lines[first:first+1]) {
		if dateline.IsWhen(l.Text) {
			l.Kind = layout.Text
			kept = append(kept, l)
			continue
		}
		r.Aside(repair.AsideSite, l)
	}
	r.Lines = append(kept, r.Lines[second+1:]...)
}

// sameBelow returns how far below the first line the same words stand as a headline over a text; 0 where they do not.
func sameBelow(lines []layout.Paragraph) int {
	title := lines[0]
	if len(strings.Fields(title.Text)) < doubledFewest || strings.Contains(title.Text, ". ") || dateline.IsWhen(title.Text) {
		return 0
	}
	for j := 1; j <= doubledReach+1 && j < len(lines)-1; j++ {
		if (lines[j].Kind == layout.Text || lines[j].Kind == layout.Heading) && (wording.Folded(lines[j].Text) == wording.Folded(title.Text) || j == 1 && endsWithTitle(title.Text, lines[j].Text)) {
			return j
		}
		if !mayBeBesideTitle(lines[j]) {
			return 0
		}
	}
	return 0
}

// endsWithTitle reports whether a page has the way to a text run together above its headline, which ends with that: "HomeNewsReef Council
// opens". An apostrophe may be another one.
func endsWithTitle(way, title string) bool {
	before, ok := strings.CutSuffix(wording.PlainApostrophes(way), wording.PlainApostrophes(title))
	return ok && len(strings.Fields(title)) >= doubledFewest && len(strings.Fields(before)) <= doubledReach
}

// mayBeBesideTitle reports whether a line is one of those that a page has around its headline: short, and no sentence.
func mayBeBesideTitle(l layout.Paragraph) bool {
	return (l.Kind == layout.Text || l.Kind == layout.Item) && utf8.RuneCountInString(l.Text) <= besideTitle && (!wording.SentenceEnd(l.Text) || dateline.IsWhen(l.Text))
}
