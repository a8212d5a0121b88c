package intake

import (
	"strings"
	"unicode/utf8"

	"communique/editor/intake/calendar"
	"communique/editor/intake/contact"
	"communique/editor/intake/dateline"
	"communique/editor/intake/gazetteer"
	"communique/editor/intake/layout"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
	"communique/editor/release"
)

// How many lines a page has at most below the day that a ministry signs with, and of how many words a line is at most that says nothing but
// whose text it is.
const (
	belowSigned  = 6
	longestSigns = 12
)

// belowSignature sets aside what a page has below the signature that a ministry closes a text with, in capitals, "MINISTRY OF FOREIGN AFFAIRS",
// "SINGAPORE", "22 MARCH 2019", and parts one that ran on from the last paragraph.
func (r *reader) belowSignature() {
	end := len(r.Lines)
	for at := end - 1; at >= max(2, end-belowSigned); at-- {
		l := r.Lines[at]
		if isSignedDay(l.Text) && (at < end-1 || dateline.IsWhen(r.Lines[at-1].Text)) {
			r.Aside(repair.AsideSite, r.Lines[at+1:]...)
			r.Lines = r.Lines[:at+1]
			return
		}
		if l.Kind != layout.Text || wording.SentenceEnd(l.Text) || len(strings.Fields(l.Text)) > longestSigns || contact.LinesIn(l.Text)[0].Reachable() {
			break
		}
	}
	r.signedInLine()
}

// isSignedDay reports whether a line is a day, with its month in capitals, and nothing else.
func isSignedDay(text string) bool {
	if !wording.IsInCapitals(text) {
		return false
	}
	d, ok := dateline.Of(text, false)
	return ok && d.Dated && !d.Located
}

// signedInLine parts from the last paragraph an office, its town and a day, all in capitals, that ran on from its last sentence.
func (r *reader) signedInLine() {
	if len(r.Lines) == 0 {
		return
	}
	last := &r.Lines[len(r.Lines)-1]
	text := strings.TrimRight(last.Text, " |")
	from := len(text)
	for from > 0 {
		word := text[strings.LastIndexByte(text[:from], ' ')+1 : from]
		if strings.ToUpper(word) != word || strings.ContainsAny(word, ".!?\"”»") {
			break
		}
		from = max(0, strings.LastIndexByte(text[:from], ' '))
	}
	signed := strings.TrimSpace(text[from:])
	d, at := calendar.DayIn(signed)
	if last.Kind != layout.Text || from == 0 || !wording.SentenceEnd(strings.TrimRight(text[:from], " \"”")) || at < 1 || at+d.Length < len(signed) || !wording.IsInCapitals(signed[at:]) {
		return
	}
	office := strings.TrimRight(signed[:at], " ,")
	r.dates(dateline.Dateline{Date: d.From})
	for i := range office {
		if i == 0 || office[i-1] != ' ' {
			continue
		}
		if name, n := gazetteer.Known(office[i:]); n == len(office)-i {
			r.dates(dateline.Dateline{Place: name})
			break
		}
	}
	r.Aside(repair.AsideLetterhead, layout.Paragraph{Kind: layout.Text, Text: signed, At: last.At})
	last.Text, last.Marks = release.Piece(last.Text, last.Marks, 0, utf8.RuneCountInString(strings.TrimRight(text[:from], " ")))
}
