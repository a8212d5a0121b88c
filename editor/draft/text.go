package draft

import (
	"strings"

	"communique/editor/release"
)

// The drafting pane shows lead and body as one text: paragraphs parted by an
// empty line, the first of them the lead. A mark at the start of a paragraph
// says what else it is, in the manner people already use in plain mail:
//
//	# Subheading
//	> Words of a quotation
//	> — Speaker
//	- item of a list
//
// A backslash before a mark makes it an ordinary letter.
const (
	subheadingMark = "# "
	quotationMark  = "> "
	itemMark       = "- "
	speakerMark    = "— "
	escape         = `\`
)

// FormatText returns lead and blocks as the one text a person edits.
func FormatText(lead string, blocks []release.Block) string {
	parts := make([]string, 0, len(blocks)+1)
	if lead != "" {
		parts = append(parts, escapeMarks(lead))
	}
	for _, b := range blocks {
		parts = append(parts, formatBlock(b))
	}
	return strings.Join(parts, "\n\n")
}

func formatBlock(b release.Block) string {
	switch b.Kind {
	case release.Subheading:
		return prefixLines(subheadingMark, b.Text)
	case release.List:
		return prefixLines(itemMark, b.Text)
	case release.Quotation:
		text := prefixLines(quotationMark, b.Text)
		if b.Speaker != "" {
			text += "\n" + quotationMark + speakerMark + b.Speaker
		}
		return text
	default:
		return escapeMarks(b.Text)
	}
}

func prefixLines(mark, text string) string {
	return mark + strings.ReplaceAll(text, "\n", "\n"+mark)
}

func escapeMarks(text string) string {
	if hasMark(text) || unescape(text) != text {
		return escape + text
	}
	return text
}

// unescape takes away a backslash that stands before a mark or another
// backslash; any other is a letter.
func unescape(text string) string {
	if rest, ok := strings.CutPrefix(text, escape); ok && (hasMark(rest) || strings.HasPrefix(rest, escape)) {
		return rest
	}
	return text
}

func hasMark(text string) bool {
	return strings.HasPrefix(text, subheadingMark) || strings.HasPrefix(text, quotationMark) ||
		strings.HasPrefix(text, itemMark)
}

// ParseText reads what FormatText wrote or a person typed. The first paragraph
// is the lead unless a mark makes it something else.
func ParseText(text string) (lead string, blocks []release.Block) {
	for i, part := range paragraphs(text) {
		b := parseBlock(part)
		if i == 0 && b.Kind == release.Paragraph {
			lead = b.Text
			continue
		}
		blocks = append(blocks, b)
	}
	return lead, blocks
}

// paragraphs parts text at lines that hold nothing but white space.
func paragraphs(text string) []string {
	var parts, lines []string
	flush := func() {
		if len(lines) > 0 {
			parts = append(parts, strings.Join(lines, "\n"))
		}
		lines = nil
	}
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line == "" {
			flush()
			continue
		}
		lines = append(lines, line)
	}
	flush()
	return parts
}

func parseBlock(part string) release.Block {
	switch {
	case allLines(part, subheadingMark):
		return release.Block{Kind: release.Subheading, Text: stripLines(part, subheadingMark)}
	case allLines(part, itemMark):
		return release.Block{Kind: release.List, Text: stripLines(part, itemMark)}
	case allLines(part, quotationMark):
		return parseQuotation(stripLines(part, quotationMark))
	default:
		return release.Block{Kind: release.Paragraph, Text: unescape(part)}
	}
}

func parseQuotation(text string) release.Block {
	b := release.Block{Kind: release.Quotation, Text: text}
	i := strings.LastIndex(text, "\n") + 1
	if speaker, ok := strings.CutPrefix(text[i:], speakerMark); ok && i > 0 {
		b.Text, b.Speaker = text[:i-1], strings.TrimSpace(speaker)
	}
	return b
}

func allLines(part, mark string) bool {
	for line := range strings.SplitSeq(part, "\n") {
		if !strings.HasPrefix(line, mark) {
			return false
		}
	}
	return true
}

func stripLines(part, mark string) string {
	lines := strings.Split(part, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimSpace(strings.TrimPrefix(line, mark))
	}
	return strings.Join(lines, "\n")
}
