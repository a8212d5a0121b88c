package intake

import (
	"strings"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/intake/wording"
	"communique/editor/release"
)

// subheadingLength is how long a bold line may be that is a subheading, in code points.
const subheadingLength = 120

// blocksOf makes blocks of paragraphs.
func blocksOf(lines []layout.Paragraph) []release.Block {
	var blocks []release.Block
	for i := 0; i < len(lines); {
		if lines[i].Kind != layout.Item {
			blocks = append(blocks, blockOf(lines[i]))
			i++
			continue
		}
		if lines[i].Label != "" { // only levels below the first count by letters
			blocks = append(blocks, blockOf(withLabel(lines[i])))
			i++
			continue
		}
		list, n := listOf(lines[i:])
		blocks = append(blocks, list)
		i += n
	}
	return blocks
}

// blockOf makes a block of a paragraph that is no item.
func blockOf(p layout.Paragraph) release.Block {
	b := release.Block{Kind: release.Paragraph, Text: p.Text, Marks: p.Marks}
	switch p.Kind {
	case layout.Heading, layout.Subtitle:
		b.Kind = release.Subheading
	case layout.Quotation:
		b.Kind, b.Speaker = release.Quotation, p.By
	case layout.Table:
		b.Kind = release.Table
	case layout.Picture:
		b.Kind, b.Picture, b.Author, b.Alternative = release.Picture, hashOf(p.File), p.By, p.Alternative
	case layout.Rule:
		b = release.Block{Kind: release.Rule}
	}
	if b.Kind == release.Subheading {
		b.Text = strings.ReplaceAll(b.Text, "\n", " ")
		if layout.WhollyBold(b.Text, b.Marks) {
			b.Marks = layout.Without(b.Marks, release.Bold)
		}
	}
	return b
}

// headed makes headings of the lines that look like some.
func headed(lines []layout.Paragraph) []layout.Paragraph {
	for i := range lines {
		if isSubheading(lines, i) {
			lines[i].Kind, lines[i].Level = layout.Heading, 2
		}
	}
	return lines
}

// isSubheading reports whether paragraph i is one by its look: a short line, bold
// throughout, that is no sentence, over a text that is not.
func isSubheading(lines []layout.Paragraph, i int) bool {
	p := lines[i]
	if p.Kind != layout.Text || i == 0 || i+1 >= len(lines) || !strong(p) || strong(lines[i+1]) {
		return false
	}
	return utf8.RuneCountInString(p.Text) <= subheadingLength && !strings.Contains(p.Text, "\n") &&
		!wording.SentenceEnd(p.Text) && !strings.HasSuffix(p.Text, ":") && !strings.HasSuffix(p.Text, ",")
}
