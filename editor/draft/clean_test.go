package draft

import (
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"communique/editor/growthtest"
	"communique/editor/release"
)

// TestCleanListsKeepTheirLevels: the tabs before an item stay, under marks too, and others
// become spaces.
func TestCleanListsKeepTheirLevels(t *testing.T) {
	for text, want := range map[string]string{
		"а\n\tб\n\t\tв":  "а\n\tб\n\t\tв",
		"\tа\tб\n\t":     "\tа б\n\t",
		"а\t\n\tб\tв\nг": "а \n\tб в\nг",
	} {
		marks := []release.Mark{{Start: 1, End: 3, Style: release.Bold}}
		for _, marks := range [][]release.Mark{nil, marks} {
			b := CleanBlock(release.Block{Kind: release.List, Text: text, Marks: slices.Clone(marks), First: 2, Mixed: true})
			if b.Text != want || b.First != 2 || !b.Mixed {
				t.Errorf("%q with %v: %q", text, marks, b.Text)
			}
		}
	}
	if b := CleanBlock(release.Block{Kind: release.List, Text: "а", First: math.MaxInt}); b.First != release.MaxNumber {
		t.Errorf("a number too high: %d", b.First)
	}
	if b := CleanBlock(release.Block{Kind: release.Paragraph, Text: "\tа", Mixed: true}); b.Text != " а" || b.Mixed {
		t.Errorf("a paragraph: %+v", b)
	}
}

// TestCleanListsUnderMarks: tabs stay where several marks part them, and a list is cleaned in
// time that grows with it.
func TestCleanListsUnderMarks(t *testing.T) {
	const text = "а\n\t\t\tб\tв\n\tг"
	var marks []release.Mark
	for at := range len([]rune(text)) {
		marks = append(marks, release.Mark{Start: at, End: at + 1, Style: []release.Style{release.Bold, release.Italic}[at%2]})
	}
	b := CleanBlock(release.Block{Kind: release.List, Text: text, Marks: marks})
	if b.Text != "а\n\t\t\tб в\n\tг" {
		t.Errorf("under marks: %q", b.Text)
	}
	if few, many := copied(500), copied(4000); many > 30*few {
		t.Errorf("%d bytes for 4000 items, %d for 500", many, few)
	}
}

// copied is how many bytes are taken for cleaning a list of so many items with marks.
func copied(items int) uint64 {
	const line = "слово и ещё слово в пункте списка\n"
	b := release.Block{Kind: release.List, Text: strings.Repeat(line, items)}
	for i := range items {
		start := i * utf8.RuneCountInString(line)
		b.Marks = append(b.Marks, release.Mark{Start: start, End: start + 5, Style: release.Bold})
	}
	return growthtest.Allocated(func() { CleanBlock(b) })
}
