package intake

import (
	"strings"
	"unicode/utf8"

	"communique/editor/intake/layout"
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
	end := len(r.lines)
	for at := end - 1; at >= max(2, end-belowSigned); at-- {
		l := r.lines[at]
		if isSignedDay(l.Text) && (at < end-1 || isWhen(r.lines[at-1].Text)) {
			r.aside(asideSite, r.lines[at+1:]...)
			r.lines = r.lines[:at+1]
			return
		}
		if l.Kind != layout.Text || sentenceEnd(l.Text) || len(strings.Fields(l.Text)) > longestSigns || contactLinesIn(l.Text)[0].reachable() {
			break
		}
	}
	r.signedInLine()
}

// isSignedDay reports whether a line is a day, with its month in capitals, and nothing else.
func isSignedDay(text string) bool {
	if !isInCapitals(text) {
		return false
	}
	d, ok := datelineOf(text, false)
	return ok && d.dated && !d.located
}

// signedInLine parts from the last paragraph an office, its town and a day, all in capitals, that ran on from its last sentence.
func (r *reader) signedInLine() {
	if len(r.lines) == 0 {
		return
	}
	last := &r.lines[len(r.lines)-1]
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
	d, at := dayIn(signed)
	if last.Kind != layout.Text || from == 0 || !sentenceEnd(strings.TrimRight(text[:from], " \"”")) || at < 1 || at+d.length < len(signed) || !isInCapitals(signed[at:]) {
		return
	}
	office := strings.TrimRight(signed[:at], " ,")
	r.dates(dateline{date: d.from})
	for i := range office {
		if i == 0 || office[i-1] != ' ' {
			continue
		}
		if name, n := knownPlace(office[i:]); n == len(office)-i {
			r.dates(dateline{place: name})
			break
		}
	}
	r.aside(asideLetterhead, layout.Paragraph{Kind: layout.Text, Text: signed, At: last.At})
	last.Text, last.Marks = release.Piece(last.Text, last.Marks, 0, utf8.RuneCountInString(strings.TrimRight(text[:from], " ")))
}
