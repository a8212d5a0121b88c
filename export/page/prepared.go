package page

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"communique/export/link"
	"communique/export/text"
)

// prepare takes out of a text what cannot be drawn. A tab is an em space from there on.
func prepare(content string) string {
	return norm.NFC.String(text.Tidy(strings.ReplaceAll(content, "\t", string(tab))))
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
