package text

import (
	"strings"
)

// Clean takes out what must not reach a journalist's clipboard: soft hyphens,
// characters of no width, marks that turn the direction of writing, control
// characters and what is no character at all. Every kind of line break becomes a
// line feed. White space at the ends of the text goes, too.
func Clean(text string) string {
	text = lineBreaks.Replace(text)
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' {
			return r
		}
		if hidden(r) {
			return -1
		}
		return r
	}, text))
}

var lineBreaks = strings.NewReplacer("\u2028", "\n", "\u2029", "\n", "\u0085", "\n")

func hidden(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r < 0xa0: // C0, DEL and C1 controls
		return true
	case r == 0x00ad, r == 0xfeff, r == 0x200b, r == 0x034f, r == 0x180e:
		return true
	case r >= 0x2060 && r <= 0x2064: // word joiner, invisible operators
		return true
	case r == 0x061c, r == 0x200e, r == 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x206f: // direction of writing
		return true
	case r >= 0xfff9 && r <= 0xfffb, r >= 0xe0000 && r <= 0xe007f: // annotations, tags
		return true
	}
	return r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef // no characters
}
