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
		kind, mark := kindOf(p[0].text)
		if kind != release.Quotation {
			flush()
		}
		switch p[0] = p[0].cut(mark); {
		case mark == 0 && len(p) == 1 && isBlank(p[0].text):
			apart = true
			continue
		case kind == release.Quotation:
			quotation = append(quotation, p)
		case kind == release.List && !apart && parts[len(parts)-1].block.Kind == release.List:
			item := &parts[len(parts)-1]
			item.lines = append(item.lines, p...)
			item.block.Text = joined(item.lines)
		default:
			parts = append(parts, partOf(kind, p))
		}
		apart = false
	}
	flush()
	return parts
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

func partOf(kind release.BlockKind, lines paragraph) part {
	if kind == release.Paragraph {
		if first := lines[0]; len(lines) == 1 && isPilcrow(first.text) {
			lines[0] = first.cut(len(pilcrow))
		} else {
			unshielded(lines, hasMark)
		}
	}
	return part{block: release.Block{Kind: kind, Text: joined(lines)}, lines: lines}
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
