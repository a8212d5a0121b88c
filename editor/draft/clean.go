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
		clean.First, clean.Mixed = min(max(0, b.First), release.MaxNumber), b.Mixed
	case release.Picture:
		clean.Picture = b.Picture
	}
	return clean
}

// cleanWords makes the words of a block plain, run by run, so that marks stay on them.
// Tabs part the cells of a table, and say at the beginning of an item how deep it stands.
func cleanWords(b release.Block) (string, []release.Mark) {
	var text strings.Builder
	var marks []release.Mark
	length := 0
	begins := true // an item does
	for _, run := range release.Runs(b.Text, release.Normalize(b.Marks, utf8.RuneCountInString(b.Text))) {
		var words string
		switch b.Kind {
		case release.Table:
			words = cleanPieces(run.Text, "\t", plain.Lines)
		case release.List:
			words, begins = cleanItems(run.Text, begins)
		default:
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

// cleanItems cleans a run of a list, and reports whether an item begins behind it, with no more
// than tabs before; begins says so of the run itself.
func cleanItems(text string, begins bool) (clean string, beginsBehind bool) {
	first := begins
	clean = cleanPieces(text, "\n", func(line string) string {
		tabs := 0
		if first {
			tabs = release.Tabs(line)
		}
		first = true // of the next
		return line[:tabs] + plain.Lines(line[tabs:])
	})
	last := strings.TrimRight(clean, "\t")
	return clean, strings.HasSuffix(last, "\n") || last == "" && begins
}

// cleanPieces cleans what stands between separators.
func cleanPieces(text, separator string, clean func(string) string) string {
	pieces := strings.Split(text, separator)
	for i, piece := range pieces {
		pieces[i] = clean(piece)
	}
	return strings.Join(pieces, separator)
}
