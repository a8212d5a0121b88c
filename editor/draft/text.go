package draft

import (
	"fmt"
	"strconv"
	"strings"

	"communique/editor/plain"
	"communique/editor/regexp"
	"communique/editor/release"
)

// Lead and body can be written as one plain text: each line is a paragraph, the first of
// them the lead. FormatText parts them by an empty line, which is easier to read and
// means no more than a line's end. A mark at the start of a line says what else it is,
// in the manner people already use in plain mail:
//
//	# Subheading
//	> Words of a quotation
//	> — Speaker
//	- item of a list
//	#3 item of a list with numbers; tabs before the words of an item say how deep it stands,
//	   and so do spaces and tabs before its mark
//	| cell of a table | another cell
//	--- (a rule)
//	!hash caption of a picture
//
// Lines of a quotation, of a list and of a table that follow each other are one block. A
// backslash before a mark makes it an ordinary letter; at the end of a line it says
// that the paragraph goes on in the next (two of them are a letter there). A pilcrow
// alone is a paragraph without letters, as where a lead is still missing.
const (
	subheadingMark = "# "
	quotationMark  = "> "
	itemMark       = "- "
	speakerMark    = "— "
	rowMark        = "| "
	ruleMark       = "---"
	cellMark       = " | "
	escape         = `\`
	pilcrow        = "¶"
)

// FormatText writes lead and blocks as one plain text. ParseText gives back the same
// lead and blocks, whatever they hold.
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
		return formatList(b)
	case release.Quotation:
		return formatQuotation(b)
	case release.Table:
		return formatTable(b)
	case release.Rule:
		return ruleMark
	case release.Picture:
		return formatPicture(b)
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

func formatList(b release.Block) string {
	lines := strings.Split(b.Text, "\n")
	for i, item := range b.Items() {
		sign := itemMark
		if item.Number > 0 {
			sign = fmt.Sprintf("#%d ", item.Number)
		}
		lines[i] = sign + double(lines[i])
	}
	return strings.Join(lines, "\n")
}

func formatPicture(b release.Block) string {
	if b.Text == "" {
		return "!" + b.Picture
	}
	return "!" + b.Picture + " " + goOn(b.Text)
}

func formatTable(b release.Block) string {
	letters := strings.NewReplacer(escape, escape+escape, "|", escape+"|")
	rows := strings.Split(b.Text, "\n")
	for i, row := range rows {
		cells := strings.Split(row, "\t")
		for j, cell := range cells {
			cells[j] = letters.Replace(cell)
		}
		rows[i] = strings.Join(cells, cellMark)
	}
	return formatLines(rowMark, rows)
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
	return strings.Join(lines, escape+"\n")
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

// mark is what a line says of itself at its beginning.
type mark struct {
	kind    release.BlockKind
	length  int // bytes of it, with the white space before it
	indent  int // columns of that white space
	first   int // the number of a list's item
	picture string
}

var (
	numberMark  = regexp.MustCompile(`^#([1-9][0-9]{0,8}) `)
	pictureMark = regexp.MustCompile(`^!([0-9a-f]{64})(?: |$)`)
)

// markOf reads the mark of a line. Pasted text may have white space before it.
func markOf(line string) mark {
	rest, columns := plain.Unindented(line)
	indent := len(line) - len(rest)
	for kind, sign := range map[release.BlockKind]string{release.Subheading: subheadingMark, release.Quotation: quotationMark, release.List: itemMark, release.Table: rowMark} {
		if strings.HasPrefix(rest, sign) {
			return mark{kind: kind, length: indent + len(sign), indent: columns}
		}
	}
	if rest == ruleMark {
		return mark{kind: release.Rule, length: len(line)}
	}
	if m := numberMark.FindStringSubmatch(rest); m != nil {
		first, _ := strconv.Atoi(m[1])
		return mark{kind: release.List, length: indent + len(m[0]), indent: columns, first: first}
	}
	if m := pictureMark.FindStringSubmatch(rest); m != nil {
		return mark{kind: release.Picture, length: indent + len(m[0]), picture: m[1]}
	}
	return mark{kind: release.Paragraph}
}

func hasMark(text string) bool {
	first, _, _ := strings.Cut(text, "\n")
	return markOf(first).kind != release.Paragraph || isPilcrow(first)
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
	for i, b := range parse(text) {
		if i == 0 && b.Kind == release.Paragraph {
			lead = b.Text
			continue
		}
		blocks = append(blocks, b)
	}
	return lead, blocks
}
