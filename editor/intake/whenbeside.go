package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/intake/calendar"
	"communique/editor/intake/dateline"
	"communique/editor/intake/layout"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
)

// whenBefore takes off the first line a dateline that a dash or a colon parts from the headline.
func (r *reader) whenBefore(first *layout.Paragraph) bool {
	ends := whenEnd.FindAllStringIndex(first.Text[:wording.Boundary(first.Text, dateline.PlaceLength)], datelines)
	for _, end := range slices.Backward(ends) {
		when, title := first.Text[:end[0]], first.Text[end[1]:]
		letter, _ := utf8.DecodeRuneInString(title)
		if unicode.IsUpper(letter) && !wording.SentenceEnd(title) && saysWhen(when, title, r.Lines[1].Text) && r.says(when) {
			*first = from(*first, end[1])
			return true
		}
	}
	return false
}

// whenEnd is what parts a dateline from the headline behind it: «Geneva, 21 August 2025 – Vaccines reach …», "14 Nov 2024, New York: Envoy …".
var whenEnd = regexp.MustCompile(`\s+[–—-]{1,2}\s+|:\s+`)

// saysWhen reports whether a text says when and where, and nothing else; or a day alone before something done, where the line below begins with
// none. "18 May 2024 – International Museum Day" says what that day is.
func saysWhen(text, title, below string) bool {
	d, ok := dateline.Of(text, true)
	return ok && d.Dated && (d.Located || d.Date.Year >= calendar.FirstYear && tellsDeed(title) && dateline.OpeningOf(below).Date.IsZero())
}

// tellsDeed reports whether a title says what was done: it has a verb, or more words than the name of a day.
func tellsDeed(title string) bool {
	const longestName = 4 // words
	return wording.HasVerb(title) || len(strings.Fields(title)) > longestName
}

// endOfTitle parts a headline from the dateline behind it; nil where none is there.
func endOfTitle(text string) []string {
	if m := datedEnd.FindStringSubmatch(text); m != nil {
		return m
	}
	return placedEnd.FindStringSubmatch(text)
}

// datedEnd is a dateline behind a headline in its line, and placedEnd one with its place behind a dash: a day alone there is that of an event,
// «Ночь музеев – 18 мая 2024 года».
var (
	datedEnd  = regexp.MustCompile(`^(.*?\S)(?:\s*\||\s*\t|\s{3,}|\s+\()\s*([^|(]*\d[^|(]*?)\)?$`)
	placedEnd = regexp.MustCompile(`^(.*?\S)\s[–—]\s(\p{Lu}[^–—]*\d[^–—]*)$`)
)
