package draft

import (
	"strings"
	"unicode/utf8"

	"communique/editor/release"
)

// The drafting pane shows lead and body as one text: each line is a paragraph, the
// first of them the lead. FormatText parts them by an empty line, which is easier
// to read and means no more than a line's end. A mark at the start of a line says
// what else it is, in the manner people already use in plain mail:
//
//	# Subheading
//	> Words of a quotation
//	> — Speaker
//	- item of a list
//
// Lines of a quotation, and of a list, that follow each other are one block. A
// backslash before a mark makes it an ordinary letter; at the end of a line it says
// that the paragraph goes on in the next (two of them are a letter there). A pilcrow
// alone is a paragraph without letters, as where a lead is still missing.
const (
	subheadingMark = "# "
	quotationMark  = "> "
	itemMark       = "- "
	speakerMark    = "— "
	escape         = `\`
	pilcrow        = "¶"
)

// LineBreak is what parts two lines of one paragraph in the text.
const LineBreak = escape + "\n"

// FormatText returns lead and blocks as the one text a person edits. ParseText
// gives back the same lead and blocks, whatever they hold.
func FormatText(lead string, blocks []release.Block) string {
	parts := make([]string, 0, len(blocks)+1)
	if lead != "" || len(blocks) > 0 && blocks[0].Kind == release.Paragraph {
		parts = append(parts, formatParagraph(lead))
	}
	for _, b := range blocks {
		parts = append(parts, formatBlock(b))
	}
	return strings.Join(parts, "\n\n")
}

func formatBlock(b release.Block) string {
	switch b.Kind {
	case release.Subheading:
		return subheadingMark + goOn(b.Text)
	case release.List:
		return formatLines(itemMark, strings.Split(b.Text, "\n"))
	case release.Quotation:
		return formatQuotation(b)
	default:
		return formatParagraph(b.Text)
	}
}

func formatParagraph(text string) string {
	if isBlank(text) && !strings.Contains(text, "\n") {
		return pilcrow + text
	}
	return goOn(shield(text, hasMark))
}

func formatQuotation(b release.Block) string {
	lines := strings.Split(b.Text, "\n")
	if b.Speaker == "" {
		if last := len(lines) - 1; last > 0 {
			lines[last] = shield(lines[last], namesSpeaker)
		}
		return formatLines(quotationMark, lines)
	}
	speaker := shield(b.Speaker, isPilcrow)
	if isBlank(b.Speaker) {
		speaker = pilcrow + b.Speaker
	}
	return formatLines(quotationMark, lines) + "\n" + quotationMark + speakerMark + goOn(speaker)
}

func formatLines(mark string, lines []string) string {
	for i, line := range lines {
		lines[i] = mark + double(line)
	}
	return strings.Join(lines, "\n")
}

// goOn writes a text of several lines as one paragraph.
func goOn(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = double(line)
	}
	return strings.Join(lines, LineBreak)
}

// double writes the backslashes at the end of a line so that they are letters.
func double(line string) string {
	return line + strings.Repeat(escape, trailing(line))
}

// halve undoes double, and tells whether the paragraph goes on in the next line.
func halve(line string) (letters string, goesOn bool) {
	n := trailing(line)
	return line[:len(line)-(n+1)/2], n%2 == 1
}

func trailing(line string) int { return len(line) - len(strings.TrimRight(line, escape)) }

// shield puts a backslash before a text that would mean something else without it.
func shield(text string, means func(string) bool) string {
	if means(text) || unshield(text, means) != text {
		return escape + text
	}
	return text
}

// unshield takes away a backslash that stands before what it makes a letter, or
// before another backslash; any other is a letter itself.
func unshield(text string, means func(string) bool) string {
	if rest, ok := strings.CutPrefix(text, escape); ok && (means(rest) || strings.HasPrefix(rest, escape)) {
		return rest
	}
	return text
}

// kindOf returns what a line is by its mark, and how many bytes the mark takes with
// the white space before it.
func kindOf(line string) (release.BlockKind, int) {
	indent := len(line) - len(strings.TrimLeft(line, " \t\u00a0"))
	switch {
	case strings.HasPrefix(line[indent:], subheadingMark):
		return release.Subheading, indent + len(subheadingMark)
	case strings.HasPrefix(line[indent:], quotationMark):
		return release.Quotation, indent + len(quotationMark)
	case strings.HasPrefix(line[indent:], itemMark):
		return release.List, indent + len(itemMark)
	default:
		return release.Paragraph, 0
	}
}

func hasMark(text string) bool {
	first, _, _ := strings.Cut(text, "\n")
	kind, _ := kindOf(first)
	return kind != release.Paragraph || isPilcrow(first)
}

func isPilcrow(text string) bool {
	rest, ok := strings.CutPrefix(text, pilcrow)
	return ok && isBlank(rest)
}

// namesSpeaker reports whether a line of a quotation says who is quoted.
func namesSpeaker(line string) bool {
	speaker, ok := strings.CutPrefix(line, speakerMark)
	return ok && !isBlank(speaker)
}

func isBlank(text string) bool { return strings.TrimSpace(text) == "" }

// ParseText reads what FormatText wrote or a person typed. The first paragraph
// is the lead unless a mark makes it something else.
func ParseText(text string) (lead string, blocks []release.Block) {
	for i, p := range parse(text) {
		if i == 0 && p.block.Kind == release.Paragraph {
			lead = p.block.Text
			continue
		}
		blocks = append(blocks, p.block)
	}
	return lead, blocks
}

// Offset returns where a place of a release stands in the text that it is parsed
// from, in code points: block is the index of the block, -1 for the lead; start counts
// the code points of its text, or of its speaker where it has one.
func Offset(text string, block int, speaker bool, start int) int {
	parts := parse(text)
	if len(parts) > 0 && parts[0].block.Kind == release.Paragraph {
		block++
	}
	if block < 0 || block >= len(parts) {
		return 0
	}
	lines := parts[block].lines
	if speaker && parts[block].speaker != nil {
		lines = parts[block].speaker
	}
	for i, l := range lines {
		length := utf8.RuneCountInString(l.text)
		if start <= length || i == len(lines)-1 {
			return utf8.RuneCountInString(text[:l.at]) + min(start, length)
		}
		start -= length + 1 // the line feed
	}
	return 0
}
