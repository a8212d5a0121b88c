package draft

import (
	"slices"
	"strings"

	"communique/editor/plain"
	"communique/editor/release"
)

// paragraph is a paragraph as it is typed: lines that go on in each other.
type paragraph []string

func (p paragraph) text() string { return strings.Join(p, "\n") }

// parse takes a text apart into blocks; an only paragraph at the start is the lead.
func parse(text string) []release.Block {
	var blocks []release.Block
	var quotation []paragraph // the one under way
	flush := func() {
		if quotation != nil {
			blocks = append(blocks, quotationOf(quotation))
		}
		quotation = nil
	}
	var levels plain.Levels // of the list under way
	apart := true           // an empty line stands before
	for _, p := range paragraphs(text) {
		m := markOf(p[0])
		if m.kind == release.Rule && len(p) > 1 {
			m = mark{kind: release.Paragraph} // a rule has no second line
		}
		if m.kind != release.Quotation {
			flush()
		}
		if m.kind != release.List || apart {
			levels = plain.Levels{}
		}
		switch p[0] = m.unmarked(p[0], &levels); {
		case m.length == 0 && len(p) == 1 && isBlank(p[0]):
			apart = true
			continue
		case m.kind == release.Quotation:
			quotation = append(quotation, p)
		case !apart && m.goesOn(blocks[len(blocks)-1], p[0]):
			last := &blocks[len(blocks)-1]
			last.Mixed = last.Mixed || m.isOther(*last)
			last.Text += "\n" + blockOf(m, p).Text
		default:
			blocks = append(blocks, blockOf(m, p))
		}
		apart = false
	}
	flush()
	return blocks
}

// unmarked is a line without its mark; what was before that says how deep an item stands.
func (m mark) unmarked(line string, levels *plain.Levels) string {
	line = line[m.length:]
	if m.kind == release.List {
		line = strings.Repeat("\t", levels.Next(m.indent)) + line
	}
	return line
}

// goesOn reports whether a line with such a mark, and words behind it, is one more item, or
// row, of a block.
func (m mark) goesOn(b release.Block, words string) bool {
	switch {
	case b.Kind != m.kind || m.kind != release.List:
		return b.Kind == m.kind && m.kind == release.Table
	case release.Tabs(words) == 0 || !strings.Contains(b.Text, "\n\t"):
		return !m.isOther(b) || release.Tabs(words) > 0
	default:
		return m.isOther(b) == b.Mixed
	}
}

// isOther reports whether a list's item has a number where the list's own have none, or the
// other way round.
func (m mark) isOther(b release.Block) bool { return (m.first > 0) != (b.First > 0) }

// paragraphs parts a text at its line ends, but for those after a backslash.
func paragraphs(text string) []paragraph {
	var all []paragraph
	var open paragraph
	lines := strings.Split(text, "\n")
	for i, raw := range lines {
		letters, goesOn := halve(raw)
		if goesOn && i == len(lines)-1 {
			letters, goesOn = letters+escape, false // nothing follows: it is a letter
		}
		open = append(open, letters)
		if !goesOn {
			all = append(all, open)
			open = nil
		}
	}
	return all
}

func blockOf(m mark, lines paragraph) release.Block {
	b := release.Block{Kind: m.kind, First: m.first, Picture: m.picture, Text: lines.text()}
	switch {
	case m.kind == release.Paragraph && len(lines) == 1 && isPilcrow(b.Text):
		b.Text = strings.TrimPrefix(b.Text, pilcrow)
	case m.kind == release.Paragraph:
		b.Text = unshield(b.Text, hasMark)
	case m.kind == release.Table:
		b.Text = rowsOf(lines)
	}
	return b
}

// rowsOf parts rows into cells, as the text of a table has them.
func rowsOf(lines paragraph) string {
	rows := make([]string, len(lines))
	for i, line := range lines {
		rows[i] = strings.Join(cellsOf(line), "\t")
	}
	return strings.Join(rows, "\n")
}

// cellsOf parts a row at its bars, but for those after a backslash.
func cellsOf(row string) []string {
	var cells []string
	var cell strings.Builder
	start, escaped := 0, false
	end := func(text string) { cells = append(cells, strings.ReplaceAll(text, "\t", " ")) }
	for i, r := range row {
		switch {
		case !escaped && r == '\\':
			escaped = true
			continue
		case !escaped && r == '|':
			end(strings.TrimSuffix(cell.String(), " "))
			cell.Reset()
			start = i + 1
			if strings.HasPrefix(row[start:], " ") {
				start++
			}
			continue
		case escaped && r != '|' && r != '\\':
			cell.WriteString(escape)
		}
		if i >= start {
			cell.WriteRune(r)
		}
		escaped = false
	}
	if escaped {
		cell.WriteString(escape)
	}
	end(cell.String())
	return cells
}

// quotationOf makes one quotation of its paragraphs, the last of which may say who is
// quoted.
func quotationOf(paragraphs []paragraph) release.Block {
	b := release.Block{Kind: release.Quotation}
	rest := len(paragraphs) - 1
	last := paragraphs[rest].text()
	switch {
	case rest > 0 && namesSpeaker(last):
		b.Speaker = strings.TrimPrefix(last, speakerMark)
		if isPilcrow(b.Speaker) {
			b.Speaker = strings.TrimPrefix(b.Speaker, pilcrow)
		} else {
			b.Speaker = unshield(b.Speaker, isPilcrow)
		}
		paragraphs = paragraphs[:rest]
	case rest > 0:
		paragraphs[rest] = paragraph{unshield(last, namesSpeaker)}
	}
	b.Text = slices.Concat(paragraphs...).text()
	return b
}
