package intake

import (
	"strings"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/intake/wording"
	"communique/editor/release"
	"communique/editor/typography"
)

// bare takes the quotation marks off quotations: every form of a release puts them there
// again.
func bare(blocks []release.Block, language string) []release.Block {
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

// isSaid reports whether two paragraphs of a text are a quotation in its marks and, behind a
// dash, who said it.
func isSaid(above, below layout.Paragraph) bool {
	if above.Kind != layout.Text || below.Kind != layout.Text || !isSpeaker(layout.Paragraph{Kind: layout.Quotation, Text: below.Text}) {
		return false
	}
	said, _ := typography.Unquoted(above.Text, wording.LanguageOf(above.Text))
	return said != above.Text && !wording.SentenceEnd(below.Text)
}

// isSpeaker reports whether a paragraph below a quotation says who said it: it is marked so,
// or the quotation's last line and begins with a dash.
func isSpeaker(p layout.Paragraph) bool {
	return p.Kind == layout.Speaker || p.Kind == layout.Quotation && strings.HasPrefix(p.Text, "— ") && utf8.RuneCountInString(p.Text) < 200
}
