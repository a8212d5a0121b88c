package text

import (
	"slices"

	"communique/editor/release"
	"communique/editor/typography"
)

// Quoted returns a quotation with its words within the quotation marks of a language, as
// every form shows it. Each code point of the words stands shift further on in them.
func Quoted(b release.Block, language string) (quoted release.Block, shift int) {
	b.Text, shift = typography.Quoted(b.Text, OneLine(language))
	b.Marks = slices.Clone(b.Marks)
	for i := range b.Marks {
		b.Marks[i].Start = max(0, b.Marks[i].Start+shift)
		b.Marks[i].End = max(0, b.Marks[i].End+shift)
	}
	return b, shift
}
