package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/release"
	"communique/export/link"
)

// Marked returns a text as Tidy does, with its marks, for a form that shows them. The
// addresses that stand in it bare are links, too; a link that leads nowhere but
// to mischief is none.
func Marked(text string, marks []release.Mark) release.Line {
	return linked(tidied(text, marks, '\n'))
}

// MarkedLines returns the lines of a text as Lines does, with their marks.
func MarkedLines(text string, marks []release.Mark) []release.Line {
	whole := Marked(text, marks)
	if whole.Text == "" {
		return nil
	}
	return release.Lines(whole.Text, whole.Marks)
}

// Items returns the items of a list that hold words, each one line with its marks, in the
// order and on the levels that Block.Items gives them.
func Items(list release.Block) []release.Item { return itemsAs(list, MarkedOneLine) }

// itemsAs sets the items of a list, and returns those that then say something. Every kind of
// line break parts them.
func itemsAs(list release.Block, set func(text string, marks []release.Mark) release.Line) []release.Item {
	if strings.ContainsFunc(list.Text, func(r rune) bool { return r != '\n' && breaks(r) }) {
		list.Text = strings.Map(func(r rune) rune {
			if breaks(r) {
				return '\n'
			}
			return r
		}, strings.ReplaceAll(list.Text, "\r\n", " \n"))
	}
	return list.ItemsAs(func(item *release.Item) bool {
		item.Line = set(item.Text, item.Marks)
		return item.Text != ""
	})
}

// MarkedOneLine returns a text in one line, with its marks.
func MarkedOneLine(text string, marks []release.Mark) release.Line {
	return linked(tidied(text, marks, ' '))
}

// Rows returns a table's rows, each with as many cells as the longest, each cell one
// line with its marks. Rows without words are left out.
func Rows(table release.Block) [][]release.Line {
	return rows(table, func(cell release.Line) release.Line { return MarkedOneLine(cell.Text, cell.Marks) })
}

func rows(table release.Block, set func(release.Line) release.Line) [][]release.Line {
	var all [][]release.Line
	widest := 0
	for _, line := range release.Lines(table.Text, table.Marks) {
		var row []release.Line
		said := false
		for _, cell := range release.Cells(line) {
			cell = set(cell)
			row, said = append(row, cell), said || cell.Text != ""
		}
		for n := len(row); n > 0 && row[n-1].Text == ""; n-- {
			row = row[:n-1]
		}
		if said {
			all, widest = append(all, row), max(widest, len(row))
		}
	}
	for i, row := range all {
		all[i] = append(row, make([]release.Line, widest-len(row))...)
	}
	return all
}

// tidied cleans a text, its lines joined by a sign, and lets its marks cover what is
// left of what they covered.
func tidied(text string, marks []release.Mark, sign rune) release.Line {
	if len(marks) == 0 {
		return release.Line{Text: strings.Join(Lines(text), string(sign))}
	}
	var letters, line []rune
	var from, lineFrom []int // where each of them stood in text
	broken := 0              // where the last line ended
	end := func(at int) {
		start, stop := 0, len(line)
		for start < stop && unicode.IsSpace(line[start]) {
			start++
		}
		for stop > start && unicode.IsSpace(line[stop-1]) {
			stop--
		}
		if start < stop {
			if len(letters) > 0 {
				letters, from = append(letters, sign), append(from, broken)
			}
			letters, from = append(letters, line[start:stop]...), append(from, lineFrom[start:stop]...)
			broken = at
		}
		line, lineFrom = line[:0], lineFrom[:0]
	}
	count := 0
	clean(text, func(r rune, at int) {
		count = at + 1
		if r == '\n' {
			end(at)
			return
		}
		line, lineFrom = append(line, r), append(lineFrom, at)
	})
	end(count)
	var own []release.Mark
	for _, m := range marks {
		m.Start, _ = slices.BinarySearch(from, m.Start)
		m.End, _ = slices.BinarySearch(from, m.End)
		own = append(own, m)
	}
	return release.Line{Text: string(letters), Marks: release.Normalize(own, len(letters))}
}

// linked makes every link of a line one that may be clicked.
func linked(l release.Line) release.Line {
	found := link.Find(l.Text)
	if len(l.Marks) == 0 && len(found) == 0 {
		return l
	}
	var marks, links []release.Mark
	for _, m := range l.Marks {
		if m.Style == release.Link {
			if m.Address = link.Address(m.Address); m.Address == "" {
				continue
			}
			links = append(links, m)
		}
		marks = append(marks, m)
	}
	for _, f := range found {
		taken := slices.ContainsFunc(links, func(m release.Mark) bool { return m.Start < f.End && f.Start < m.End })
		if !taken {
			marks = append(marks, release.Mark{Start: f.Start, End: f.End, Style: release.Link, Address: f.Address})
		}
	}
	l.Marks = release.Normalize(marks, utf8.RuneCountInString(l.Text))
	return l
}

// spelled returns a tidied line for a form without links: behind the words of a link
// stands its address in brackets, where they do not say it themselves.
func spelled(l release.Line) string {
	letters := []rune(l.Text)
	var b strings.Builder
	at := 0
	for _, m := range l.Marks {
		if m.Style != release.Link || link.Address(m.Address) == "" || link.Says(string(letters[m.Start:m.End]), m.Address) {
			continue
		}
		b.WriteString(string(letters[at:m.End]) + " (" + shown(m.Address) + ")")
		at = m.End
	}
	b.WriteString(string(letters[at:]))
	return b.String()
}

// shown is an address as people read it.
func shown(address string) string {
	for _, scheme := range []string{"mailto:", "tel:"} {
		if rest, found := strings.CutPrefix(address, scheme); found {
			return OneLine(rest)
		}
	}
	return OneLine(address)
}
