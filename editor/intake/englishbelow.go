package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/intake/calendar"
	"communique/editor/intake/dateline"
	"communique/editor/intake/gazetteer"
	"communique/editor/intake/layout"
	"communique/editor/intake/letterhead"
	"communique/editor/intake/officename"
	"communique/editor/intake/oneline"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
)

// titleAbove returns which of the lines of an English letterhead is rather the headline, because the lead says it again and does not say the line that
// would be left: what the paper is and whose it is stand below it, "Press Statement", "Office of the Spokesperson". It is last where none is.
func (r *reader) titleAbove(lines []layout.Paragraph, last int) int {
	if r.Release.Language != "en" || last == 0 {
		return last
	}
	lead := slices.IndexFunc(lines[last:], func(l layout.Paragraph) bool {
		return utf8.RuneCountInString(l.Text) >= letterhead.WireLead && wording.SentenceEnd(l.Text)
	})
	if lead < 0 {
		return last
	}
	words := strings.Fields(lines[last+lead].Text)
	again := func(l layout.Paragraph) int { return oneline.SaidAgain(strings.Fields(l.Text), words) }
	at := slices.IndexFunc(lines[:last], mayTitleAbove)
	if at < 0 {
		return last
	}
	title, below := lines[at], lines[at+1:last+lead]
	switch {
	case !slices.ContainsFunc(below, func(l layout.Paragraph) bool { return !isPlainlyAround(l) }):
		return at
	case 3*again(title) < oneline.SaidMost, slices.ContainsFunc(below, func(l layout.Paragraph) bool { return mayTitleAbove(l) && again(l) >= again(title) }):
		return last
	}
	return at
}

// isPlainlyAround reports whether a line can be no headline: it says when and where, what the paper is or whose it is, or is a page's.
func isPlainlyAround(l layout.Paragraph) bool {
	return dateline.IsWhen(l.Text) || letterhead.StandsAround(l)
}

// mayTitleAbove reports whether a line of a letterhead may be a headline.
func mayTitleAbove(l layout.Paragraph) bool {
	return l.Kind == layout.Text && len(strings.Fields(l.Text)) >= oneline.FewestOver && !dateline.IsWhen(l.Text) && mayTitleWire(l)
}

var (
	// labelOfPage is a label of a page in a line of its own, with what it tells in the line below: "Where we are".
	labelOfPage = regexp.MustCompile(`^(?i:category|retrieved on|dateline|topics?|theme|publishing date|publication date|content type|document type|where we are|what we do|from|issued by)\s*:?$`)
	// whoAndWhen is who wrote a text and when, in one line: "Ann Example January 16, 2020, 14:22".
	whoAndWhen = regexp.MustCompile(`^(?:By\s)?((?:\p{Lu}[\p{L}.’'-]+\s){2,4}?)(?:[|,–—-]\s?)?(\p{L}.*\d.*|\d.*)$`)
	// oneName is a name of a person alone in a line.
	oneName = regexp.MustCompile(`^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3}$`)
	// reportsAlone ends a line that says no more than who reports from where.
	reportsAlone = regexp.MustCompile(`^[^.!?]{3,60}\.\s[^.!?]{3,80}\s(?:reports|reported)\.$`)
)

// besideName takes line i below an English headline where it says who wrote the text and when, or who speaks with his post in the line below;
// it returns how many lines it takes.
func (r *reader) besideName(i int) int {
	l, next := r.Lines[i], r.Lines[i+1]
	if r.Release.Language != "en" || l.Kind != layout.Text || len(l.Text) > dateline.MaxLength {
		return 0
	}
	if writerAlone.MatchString(l.Text) && !wording.HasVerb(l.Text) {
		return 1
	}
	if r.whoAndWhen(l.Text) {
		return 1
	}
	if honoured.MatchString(l.Text) && portfolio.MatchString(next.Text) {
		return 2
	}
	if oneName.MatchString(l.Text) && len(next.Text) < dateline.MaxLength && isSpeakerAbove(l.Text+", "+next.Text) && slices.ContainsFunc(r.Lines[i+2:min(len(r.Lines), i+2+datelines)], func(l layout.Paragraph) bool { return dateline.IsWhen(l.Text) }) {
		return 2
	}
	return 0
}

// whoAndWhen takes the day of a line that says who wrote a text and when.
func (r *reader) whoAndWhen(text string) bool {
	m := whoAndWhen.FindStringSubmatch(text)
	if m == nil || isKnownPlace(strings.TrimSpace(m[1])) {
		return false
	}
	d, ok := dateline.Of(m[2], false)
	return ok && d.Dated && (!d.Located || gazetteer.At(d.Place) != "") && r.says(m[2])
}

// isKnownPlace reports whether words are the name of a known place, and nothing else.
func isKnownPlace(words string) bool {
	_, n := gazetteer.Known(words)
	return n > 0 && n == len(words)
}

// writerAlone says who wrote a text, in a line of its own above it: "By Ann Example – Wire:".
var writerAlone = regexp.MustCompile(`^By \p{Lu}[^.!?,]{3,60}:$|^By (?:\p{Lu}[\p{L}.’'-]+ ?){1,4}(?:\([^()]{3,40}\))?$`)

// labels sets aside what a page says of a text in labels with their values in the lines below.
func (r *reader) labels() {
	if r.Release.Language != "en" {
		return
	}
	for i := 0; i < min(len(r.Lines)-2, pageHeadReach); {
		n := r.labelledBelow(i)
		if n == 0 {
			i++
			continue
		}
		r.Aside(repair.AsideLetterhead, r.Lines[i:i+n]...)
		r.Lines = slices.Delete(slices.Clone(r.Lines), i, i+n)
	}
}

// labelledBelow returns how many lines a label of a page takes with what it tells, where line i is one: a day is read by itself.
func (r *reader) labelledBelow(i int) int {
	if !labelOfPage.MatchString(r.Lines[i].Text) || i+2 >= len(r.Lines) {
		return 0
	}
	if value := r.Lines[i+1]; dateline.IsWhen(value.Text) || wording.SentenceEnd(value.Text) || len(value.Text) > dateline.MaxLength {
		return 1
	}
	return 2
}

// houseOverLead reports whether line i is whose the text is, alone over the lead: "Ohio State University".
func (r *reader) houseOverLead(i int) bool {
	lead := r.Lines[i+1]
	dated := !r.Release.Date.IsZero() || slices.ContainsFunc(r.Lines[:i], func(l layout.Paragraph) bool { return dateline.IsWhen(l.Text) })
	return dated && officename.IsEnglishHouse(r.Lines[i].Text) && lead.Kind == layout.Text && lead.Apart && wording.SentenceEnd(lead.Text)
}

// Summary takes a sentence between an English headline and whose it is, or when a page was published, for the line below the headline.
func (r *reader) summary() {
	if r.Release.Language != "en" || r.Release.Subheadline != "" || len(r.Lines) < 4 {
		return
	}
	l, next := r.Lines[0], r.Lines[1]
	if l.Kind != layout.Text || !wording.SentenceEnd(l.Text) || utf8.RuneCountInString(l.Text) > wording.HeadlineLength || wording.FirstSentence(l.Text) != l.Text || dateline.OpeningOf(l.Text).Located {
		return
	}
	if d, _ := dateline.Of(next.Text, false); labelOfPage.MatchString(next.Text) || d.Dated && dateline.WhenLabel.MatchString(next.Text) && !r.contradicts(d) {
		r.Release.Subheadline = l.Text
		r.Lines = r.Lines[1:]
	}
}

// besideDated takes a line beside a day that has no more than its hour, or who reports from where.
func (r *reader) besideDated(line layout.Paragraph, dated bool) bool {
	if m := calendar.Clock.FindString(line.Text); dated && m != "" && m == line.Text {
		r.Aside(repair.AsideDateline, line)
		return true
	}
	if !reportsAlone.MatchString(line.Text) {
		return false
	}
	o := dateline.OpeningOf(line.Text)
	if !o.Located || gazetteer.At(o.Place) == "" || r.contradicts(dateline.Dateline{Place: o.Place, Located: true}) {
		return false
	}
	r.dates(o)
	r.Aside(repair.AsideDateline, line)
	return true
}
