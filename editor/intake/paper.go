package intake

import (
	"strings"

	"communique/editor/intake/calendar"
	"communique/editor/intake/dateline"
	"communique/editor/intake/layout"
	"communique/editor/intake/letterhead"
	"communique/editor/intake/repair"
	"communique/editor/intake/rubric"
	"communique/editor/regexp"
	"communique/editor/release"
)

// numberLabel says of a number alone that it is a paper's.
var numberLabel = regexp.MustCompile(`^(?i:исх|p\.?r\.? no)|№`)

// numbered takes what a line says of the paper: that it is a release, its number, its day. The
// words themselves go to the notes.
func (r *reader) numbered(l layout.Paragraph) bool {
	if m := rubric.Mark.FindStringSubmatch(l.Text); m != nil {
		return r.ofRelease(l, m[1], m[2], m[3])
	}
	if r.ofPaper(l) {
		return true
	}
	m := letterhead.Reference.FindStringSubmatch(l.Text)
	if m == nil || m[2] == "" && !numberLabel.MatchString(l.Text) {
		return false
	}
	if m[2] == "" && strings.HasPrefix(l.Text, "№") {
		r.number(m[1])
	}
	r.paper(calendar.DayAt(m[2]).From, l)
	r.Aside(repair.AsideLetterhead, l)
	return true
}

// ofPaper takes a line that is the day of a paper and its number.
func (r *reader) ofPaper(l layout.Paragraph) bool {
	day, number, ok := letterhead.PaperIn(l.Text)
	if !ok || number == l.Text && !r.Release.Date.IsZero() && r.Release.Date != day {
		return false
	}
	r.dates(dateline.Dateline{Date: day})
	r.number(number)
	r.Aside(repair.AsideLetterhead, l)
	return true
}

// Number takes the number of a paper that has none yet.
func (r *reader) number(number string) {
	if r.Release.Number == "" {
		r.Release.Number = number
	}
}

// paper keeps the day under which the paper itself left, for a text that says none.
func (r *reader) paper(day release.Date, line layout.Paragraph) {
	if r.left.IsZero() {
		r.left, r.leftBy = day, line
	}
}

// ofRelease takes the number of a release and its day, or when and where it was published. Where these
// words are neither, the line is a headline that begins so.
func (r *reader) ofRelease(l layout.Paragraph, number, day, published string) bool {
	if published != "" && (!dateline.IsWhen(published) || !r.says(published)) {
		return false
	}
	if day != "" {
		d, ok := dateline.Of(day, false) // «от 22.09.2025 | Мурманск»
		if !ok || !d.Dated {
			d = dateline.Dateline{Date: calendar.DayAt(day).From, Dated: calendar.DayAt(day).Length > 0}
		}
		if !d.Dated {
			return false
		}
		r.dates(d)
	}
	r.number(number)
	r.Aside(repair.AsideLetterhead, l)
	return true
}
