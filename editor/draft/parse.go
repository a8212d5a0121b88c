package draft

import (
	"strings"

	"communique/editor/release"
)

// line is a line of a block, and where it begins in the text, in bytes.
type line struct {
	at   int
	text string
}

// cut takes n bytes off the line's beginning.
func (l line) cut(n int) line { return line{l.at + n, l.text[n:]} }

// unshielded takes off the backslash that makes the beginning of lines mere letters.
func unshielded(lines []line, means func(string) bool) {
	text := joined(lines)
	lines[0] = lines[0].cut(len(text) - len(unshield(text, means)))
}

// paragraph is a paragraph as it is typed: lines that go on in each other.
type paragraph []line

func joined(lines []line) string {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = l.text
	}
	return strings.Join(texts, "\n")
}

// part is a block with the lines of its text and of its speaker.
type part struct {
	block          release.Block
	lines, speaker []line
}

// parse takes a text apart into blocks; an only paragraph at the start is the lead.
func parse(text string) []part {
	var parts []part
	var quotation []paragraph // the one under way
	flush := func() {
		if quotation != nil {
			parts = append(parts, quotationOf(quotation))
		}
		quotation = nil
	}
	apart := true // an empty line stands before
	for _, p := range paragraphs(text) {
		m := markOf(p[0].text)
		if m.kind == release.Rule && len(p) > 1 {
			m = mark{kind: release.Paragraph} // a rule has no second line
		}
		if m.kind != release.Quotation {
			flush()
		}
		switch p[0] = p[0].cut(m.length); {
		case m.length == 0 && len(p) == 1 && isBlank(p[0].text):
			apart = true
			continue
		case m.kind == release.Quotation:
			quotation = append(quotation, p)
		case !apart && parts[len(parts)-1].goesOnIn(m):
			parts[len(parts)-1].add(p)
		default:
			parts = append(parts, partOf(m, p))
		}
		apart = false
	}
	flush()
	return parts
}

// goesOnIn reports whether a line with such a mark is one more item, or row, of the
// part.
func (p part) goesOnIn(m mark) bool {
	return p.block.Kind == m.kind && (m.kind == release.Table || m.kind == release.List && (m.first > 0) == (p.block.First > 0))
}

// add puts items, or rows, to the part.
func (p *part) add(lines paragraph) {
	more := partOf(mark{kind: p.block.Kind}, lines)
	p.lines = append(p.lines, more.lines...)
	p.block.Text += "\n" + more.block.Text
}

// paragraphs parts a text at its line ends, but for those after a backslash.
func paragraphs(text string) []paragraph {
	var all []paragraph
	var open paragraph
	at := 0
	lines := strings.Split(text, "\n")
	for i, raw := range lines {
		letters, goesOn := halve(raw)
		if goesOn && i == len(lines)-1 {
			letters, goesOn = letters+escape, false // nothing follows: it is a letter
		}
		open = append(open, line{at, letters})
		at += len(raw) + 1
		if !goesOn {
			all = append(all, open)
			open = nil
		}
	}
	return all
}

func partOf(m mark, lines paragraph) part {
	block := release.Block{Kind: m.kind, First: m.first, Picture: m.picture}
	switch m.kind {
	case release.Paragraph:
		if first := lines[0]; len(lines) == 1 && isPilcrow(first.text) {
			lines[0] = first.cut(len(pilcrow))
		} else {
			unshielded(lines, hasMark)
		}
	case release.Table:
		return tableOf(block, lines)
	}
	block.Text = joined(lines)
	return part{block: block, lines: lines}
}

// tableOf parts rows into cells. The part's lines are the cells: as in the block's
// text, one sign stands between two of them.
func tableOf(block release.Block, rows paragraph) part {
	p := part{block: block}
	texts := make([]string, len(rows))
	for i, row := range rows {
		cells := cellsOf(row)
		letters := make([]string, len(cells))
		for j, cell := range cells {
			letters[j] = cell.text
		}
		p.lines = append(p.lines, cells...)
		texts[i] = strings.Join(letters, "\t")
	}
	p.block.Text = strings.Join(texts, "\n")
	return p
}

// cellsOf parts a row at its bars, but for those after a backslash.
func cellsOf(row line) []line {
	var cells []line
	var cell strings.Builder
	start, escaped := 0, false
	end := func(text string) { cells = append(cells, line{row.at + start, strings.ReplaceAll(text, "\t", " ")}) }
	for i, r := range row.text {
		switch {
		case !escaped && r == '\\':
			escaped = true
			continue
		case !escaped && r == '|':
			end(strings.TrimSuffix(cell.String(), " "))
			cell.Reset()
			start = i + 1
			if strings.HasPrefix(row.text[start:], " ") {
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

func quotationOf(paragraphs []paragraph) part {
	last := paragraphs[len(paragraphs)-1]
	var p part
	switch {
	case len(paragraphs) > 1 && namesSpeaker(joined(last)):
		last[0] = last[0].cut(len(speakerMark))
		if isPilcrow(joined(last)) {
			last[0] = last[0].cut(len(pilcrow))
		} else {
			unshielded(last, isPilcrow)
		}
		p.speaker = last
		paragraphs = paragraphs[:len(paragraphs)-1]
	case len(paragraphs) > 1:
		unshielded(last, namesSpeaker)
	}
	for _, lines := range paragraphs {
		p.lines = append(p.lines, lines...)
	}
	p.block = release.Block{Kind: release.Quotation, Text: joined(p.lines), Speaker: joined(p.speaker)}
	return p
}
