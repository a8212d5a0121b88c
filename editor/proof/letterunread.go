package proof

import (
	"strings"
	"unicode"
)

// unreadLetters finds the words with a letter that could not be read, or that stands for
// one: U+FFFD.
func unreadLetters(p *passage, out *report) {
	for from := 0; ; {
		at := strings.IndexRune(p.text[from:], unicode.ReplacementChar)
		if at < 0 {
			return
		}
		at += from
		start := from + len(strings.TrimRightFunc(p.text[from:at], func(r rune) bool { return !unicode.IsSpace(r) }))
		end := len(p.text)
		if space := strings.IndexFunc(p.text[at:], unicode.IsSpace); space >= 0 {
			end = at + space
		}
		out.add(p, start, end)
		from = end
	}
}
