package wording

import (
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/release"
	"communique/editor/typography"
)

// Bare takes the quotation marks off quotations: every form of a release puts them there
// again.
func Bare(blocks []release.Block, language string) []release.Block {
	for i := range blocks {
		b := &blocks[i]
		if b.Kind != release.Quotation {
			continue
		}
		said, shift := typography.Unquoted(b.Text, language)
		for n := range b.Marks {
			b.Marks[n].Start = max(0, b.Marks[n].Start+shift)
			b.Marks[n].End = max(0, b.Marks[n].End+shift)
		}
		b.Text, b.Marks = said, release.Normalize(b.Marks, utf8.RuneCountInString(said))
	}
	return blocks
}

// IsSaid reports whether two paragraphs of a text are a quotation in its marks and, behind a
// dash, who said it.
func IsSaid(above, below layout.Paragraph) bool {
	if above.Kind != layout.Text || below.Kind != layout.Text || !IsSpeaker(layout.Paragraph{Kind: layout.Quotation, Text: below.Text}) {
		return false
	}
	said, _ := typography.Unquoted(above.Text, LanguageOf(above.Text))
	return said != above.Text && !SentenceEnd(below.Text)
}
