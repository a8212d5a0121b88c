package text

import (
	"strings"
	"unicode"
)

// wrap breaks lines at spaces where they would grow longer than width, in
// characters. A no-break space holds its words together; a word longer than a line
// stands alone on one. What follows a dash at the beginning of a line hangs behind
// it.
func wrap(text string, width int) string {
	var b strings.Builder
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		wrapLine(&b, line, width)
	}
	return b.String()
}

func wrapLine(b *strings.Builder, line string, width int) {
	indent := ""
	if (strings.HasPrefix(line, "– ") || strings.HasPrefix(line, "— ")) && width > 4 {
		indent = "  "
	}
	used := 0
	for i, word := range strings.FieldsFunc(line, func(r rune) bool { return r == ' ' }) {
		long := length(word)
		switch {
		case i == 0:
		case used+1+long <= width || i == 1 && indent != "": // a dash does not stand alone
			b.WriteByte(' ')
			used++
		default:
			b.WriteString("\n" + indent)
			used = len(indent)
		}
		b.WriteString(word)
		used += long
	}
}

// length counts the characters a reader sees: marks over letters take no room.
func length(word string) int {
	n := 0
	for _, r := range word {
		if !unicode.Is(unicode.Mn, r) {
			n++
		}
	}
	return n
}
