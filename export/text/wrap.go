package text

import (
	"strings"
	"unicode"
)

// wrap breaks a line at plain spaces where it would grow longer than width, in
// characters; 0 is nowhere. A no-break or other special space holds its words
// together, plain ones in a row count as one, and a word longer than a line stands
// alone on one, behind its mark.
func wrap(l line, width int) []string {
	if width <= 0 {
		return []string{l.mark + l.text}
	}
	hang := strings.Repeat(" ", length(l.mark))
	var lines []string
	var b strings.Builder
	used := 0
	for i, word := range strings.FieldsFunc(l.text, func(r rune) bool { return r == ' ' }) {
		long := length(word)
		switch {
		case i == 0:
			b.WriteString(l.mark)
			used = len(hang)
		case used+1+long <= width:
			b.WriteByte(' ')
			used++
		default:
			lines = append(lines, b.String())
			b.Reset()
			b.WriteString(hang)
			used = len(hang)
		}
		b.WriteString(word)
		used += long
	}
	return append(lines, b.String())
}

// length counts the characters a reader sees: marks over letters take no room, nor
// do joiners.
func length(text string) int {
	n := 0
	for _, r := range text {
		if !unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
			n++
		}
	}
	return n
}
