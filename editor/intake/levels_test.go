package intake

import (
	"reflect"
	"testing"

	"communique/editor/intake/layout"
	"communique/editor/release"
)

// TestLevelsOfLists makes lists of items that stand in lists within lists.
func TestLevelsOfLists(t *testing.T) {
	item := func(level, number int, text string) layout.Paragraph {
		return layout.Paragraph{Kind: layout.Item, Level: level, Number: number, Text: text}
	}
	lettered := func(level, number int, label, text string) layout.Paragraph {
		p := item(level, number, text)
		p.Label = label
		return p
	}
	list := func(first int, mixed bool, text string) release.Block {
		return release.Block{Kind: release.List, First: first, Mixed: mixed, Text: text}
	}
	for name, c := range map[string]struct {
		lines []layout.Paragraph
		want  []release.Block
	}{
		"bullets":               {[]layout.Paragraph{item(0, 0, "а"), item(1, 0, "б"), item(2, 0, "в"), item(0, 0, "г")}, []release.Block{list(0, false, "а\n\tб\n\t\tв\nг")}},
		"numbers":               {[]layout.Paragraph{item(0, 3, "а"), lettered(1, 1, "а)", "б"), lettered(1, 2, "б)", "в"), item(0, 4, "г")}, []release.Block{list(3, false, "а\n\tб\n\tв\nг")}},
		"bullets under numbers": {[]layout.Paragraph{item(0, 1, "а"), item(1, 0, "б"), item(0, 2, "в")}, []release.Block{list(1, true, "а\n\tб\nв")}},
		"numbers under bullets": {[]layout.Paragraph{item(0, 0, "а"), item(1, 1, "б"), item(1, 2, "в"), item(0, 0, "г"), item(1, 1, "д")}, []release.Block{list(0, true, "а\n\tб\n\tв\nг\n\tд")}},
		"of a third sort":       {[]layout.Paragraph{item(0, 1, "а"), item(1, 0, "б"), item(2, 1, "в"), item(2, 2, "г")}, []release.Block{list(1, true, "а\n\tб\n\t\tв\n\t\tг")}},
		"levels left out":       {[]layout.Paragraph{item(0, 0, "а"), item(3, 0, "б"), item(1, 0, "в")}, []release.Block{list(0, false, "а\n\tб\n\tв")}},
		"too deep": {
			[]layout.Paragraph{item(0, 0, "а"), item(1, 0, "б"), item(2, 0, "в"), item(3, 0, "г"), item(4, 0, "д"), item(5, 0, "е"), item(1, 0, "ж")},
			[]release.Block{list(0, false, "а\n\tб\n\t\tв\n\t\t\tг\n\t\t\tд\n\t\t\tе\n\tж")},
		},
		"with nothing above":         {[]layout.Paragraph{item(2, 1, "а"), item(2, 2, "б"), item(0, 3, "в")}, []release.Block{list(1, false, "а\nб\nв")}},
		"letters with nothing above": {[]layout.Paragraph{lettered(1, 2, "б)", "а")}, []release.Block{{Kind: release.Paragraph, Text: "б) а"}}},
		"numbers that do not follow": {[]layout.Paragraph{item(0, 1, "а"), item(1, 3, "б"), item(0, 2, "в")}, []release.Block{list(1, false, "а"), list(3, false, "б"), list(2, false, "в")}},
		"another sort elsewhere":     {[]layout.Paragraph{item(0, 0, "а"), item(1, 0, "б"), item(0, 0, "в"), item(1, 1, "г")}, []release.Block{list(0, false, "а\n\tб\nв"), list(1, false, "г")}},
		"a line feed in an item":     {[]layout.Paragraph{item(0, 0, "а"), item(1, 0, "б\nв")}, []release.Block{list(0, false, "а\n\tб\n\tв")}},
	} {
		if got := blocksOf(c.lines); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %+v", name, got)
		}
	}
	bold := item(1, 0, "бв")
	bold.Marks = []release.Mark{{Start: 1, End: 2, Style: release.Bold}}
	got := blocksOf([]layout.Paragraph{item(0, 0, "а"), bold})
	if want := []release.Mark{{Start: 4, End: 5, Style: release.Bold}}; !reflect.DeepEqual(got[0].Marks, want) {
		t.Errorf("marks: %v", got[0].Marks)
	}
}
