package draft

import (
	"strings"
	"unicode/utf8"

	"communique/editor/plain"
	"communique/editor/release"
)

// CleanBlock makes the texts of a block plain, as editor/plain says; only its words have
// several lines. Marks stay on their words. What its kind does not have is left out, and so
// are links that lead nowhere.
func CleanBlock(b release.Block) release.Block {
	clean := release.Block{ID: b.ID, Kind: b.Kind}
	for _, part := range release.Parts() {
		text := b.PartText(part)
		switch {
		case text == nil:
		case part == release.Words:
			clean.Text, clean.Marks = cleanWords(b)
		default:
			*clean.PartText(part) = plain.Line(*text)
		}
	}
	switch b.Kind {
	case release.List:
		clean.First = max(0, b.First)
	case release.Picture:
		clean.Picture = b.Picture
	}
	return clean
}

// cleanWords makes the words of a block plain, run by run, so that marks stay on them.
// Tabs part the cells of a table.
func cleanWords(b release.Block) (string, []release.Mark) {
	var text strings.Builder
	var marks []release.Mark
	length := 0
	for _, run := range release.Runs(b.Text, release.Normalize(b.Marks, utf8.RuneCountInString(b.Text))) {
		var words string
		if b.Kind == release.Table {
			cells := strings.Split(run.Text, "\t")
			for i, cell := range cells {
				cells[i] = plain.Lines(cell)
			}
			words = strings.Join(cells, "\t")
		} else {
			words = plain.Lines(run.Text)
		}
		text.WriteString(words)
		from := length
		length += utf8.RuneCountInString(words)
		for style, on := range map[release.Style]bool{release.Bold: run.Bold, release.Italic: run.Italic, release.Link: release.IsAddress(run.Address)} {
			if !on {
				continue
			}
			m := release.Mark{Start: from, End: length, Style: style}
			if style == release.Link {
				m.Address = run.Address
			}
			marks = append(marks, m)
		}
	}
	return text.String(), release.Normalize(marks, length)
}
