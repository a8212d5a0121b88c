package page

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"communique/export/link"
	"communique/export/text"
)

// prepare takes out of a text what cannot be drawn. A tab is an em space from there on.
func prepare(content string) string {
	tidy := text.Tidy(strings.ReplaceAll(content, "\t", string(tab)))
	if strings.ContainsFunc(tidy, func(r rune) bool { return !composed(r) }) {
		return norm.NFC.String(tidy)
	}
	return tidy // as nearly every text is; asking norm costs as much as breaking it into lines
}

// composed reports the letters and signs of most texts that no other can be joined with, and
// that are in their normal form. Of others it does not know.
func composed(r rune) bool {
	return r < 0x300 || r >= 0x400 && r < 0x483 || r >= 0x2010 && r < 0x2060 || r == '№'
}

// prepared is a text as it is set, and the addresses that stand bare in it.
type prepared struct {
	text      string
	addresses []link.Found
}

// prepared prepares a text, or remembers what it was.
func (c *Compositor) prepared(content string) prepared {
	return c.texts.of(content, func() prepared {
		clean := prepare(content)
		return prepared{clean, link.Find(clean)}
	})
}
