package draft

import (
	"slices"
	"testing"

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
	if b := CleanBlock(release.Block{Kind: release.Paragraph, Text: "\tа", Mixed: true}); b.Text != " а" || b.Mixed {
		t.Errorf("a paragraph: %+v", b)
	}
}
