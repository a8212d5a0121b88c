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
		"bullets":                 {[]layout.Paragraph{item(0, 0, "а"), item(1, 0, "б"), item(2, 0, "в"), item(0, 0, "г")}, []release.Block{list(0, false, "а\n\tб\n\t\tв\nг")}},
		"numbers":                 {[]layout.Paragraph{item(0, 3, "а"), lettered(1, 1, "а)", "б"), lettered(1, 2, "б)", "в"), item(0, 4, "г")}, []release.Block{list(3, false, "а\n\tб\n\tв\nг")}},
		"bullets under numbers":   {[]layout.Paragraph{item(0, 1, "а"), item(1, 0, "б"), item(0, 2, "в")}, []release.Block{list(1, true, "а\n\tб\nв")}},
		"numbers under bullets":   {[]layout.Paragraph{item(0, 0, "а"), item(1, 1, "б"), item(1, 2, "в"), item(0, 0, "г"), item(1, 1, "д")}, []release.Block{list(0, true, "а\n\tб\n\tв\nг\n\tд")}},
		"of a third sort":         {[]layout.Paragraph{item(0, 1, "а"), item(1, 0, "б"), item(2, 1, "в"), item(2, 2, "г")}, []release.Block{list(1, true, "а\n\tб\n\t\t1. в\n\t\t2. г")}},
		"letters of a third sort": {[]layout.Paragraph{item(0, 1, "а"), item(1, 0, "б"), lettered(2, 1, "а)", "в"), lettered(2, 2, "б)", "г"), item(0, 2, "д")}, []release.Block{list(1, true, "а\n\tб\n\t\tа) в\n\t\tб) г\nд")}},
		"bullets of a third sort": {[]layout.Paragraph{item(0, 1, "а"), lettered(1, 1, "а)", "б"), item(2, 0, "в"), item(2, 0, "г"), lettered(1, 2, "б)", "д")}, []release.Block{list(1, false, "а\n\tб\n\t\tв\n\t\tг\n\tд")}},
		"levels left out":         {[]layout.Paragraph{item(0, 0, "а"), item(3, 0, "б"), item(1, 0, "в")}, []release.Block{list(0, false, "а\n\tб\n\tв")}},
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
	letters := []layout.Paragraph{item(0, 1, "а")}
	want := list(1, false, "а")
	for _, letter := range "abcdefghijklmnopqrstuvwxyz" {
		label := string(letter) + "."
		letters = append(letters, lettered(1, layout.Ordinal(label), label, label))
		want.Text += "\n\t" + label
	}
	if got := blocksOf(letters); !reflect.DeepEqual(got, []release.Block{want}) {
		t.Errorf("all letters: got %+v", got)
	}
	third := item(2, 1, "бв")
	third.Marks = []release.Mark{{Start: 1, End: 2, Style: release.Bold}}
	marked := blocksOf([]layout.Paragraph{item(0, 1, "а"), item(1, 0, "а"), third})
	if want := []release.Mark{{Start: 11, End: 12, Style: release.Bold}}; !reflect.DeepEqual(marked[0].Marks, want) {
		t.Errorf("marks behind a number: %v", marked[0].Marks)
	}
	bold := item(1, 0, "бв")
	bold.Marks = []release.Mark{{Start: 1, End: 2, Style: release.Bold}}
	got := blocksOf([]layout.Paragraph{item(0, 0, "а"), bold})
	if want := []release.Mark{{Start: 4, End: 5, Style: release.Bold}}; !reflect.DeepEqual(got[0].Marks, want) {
		t.Errorf("marks: %v", got[0].Marks)
	}
}

// TestTabsBeforeItems: tabs before items of a plain text, or of Markdown, say how deep these stand,
// as spaces do; others are spaces.
func TestTabsBeforeItems(t *testing.T) {
	const body = "Совет принял план дорог\n\nВ Бишкеке состоялось заседание Совета.\n\n"
	for text, want := range map[string][]release.Block{
		"- раз\n\t- два\n\t\t- три\n- сто":   {{Kind: release.List, Text: "раз\n\tдва\n\t\tтри\nсто"}},
		"• раз\n \t• два\n\t \t• три\n• сто": {{Kind: release.List, Text: "раз\n\tдва\n\t\tтри\nсто"}},
		"- раз\n- \tдва\n- \t\tтри\n- сто":   {{Kind: release.List, Text: "раз\n\tдва\n\t\tтри\nсто"}},
		"-\tраз\n-\tдва":                     {{Kind: release.List, Text: "раз\nдва"}},
		"\t- раз\n\t\t- два\n\t- сто":        {{Kind: release.List, Text: "раз\n\tдва\nсто"}},
		"## Дороги\n\n\t1. раз\n\t\t1. два\n\t2. сто\n\nСлово.\n\n\t1. раз\n\t2. два\n": {
			{Kind: release.Subheading, Text: "Дороги"},
			{Kind: release.List, First: 1, Text: "раз\n\tдва\nсто"},
			{Kind: release.Paragraph, Text: "Слово."},
			{Kind: release.List, First: 1, Text: "раз\nдва"},
		},
		"\tРаз\tдва.\n\n\tТри.":                     {{Kind: release.Paragraph, Text: "Раз два."}, {Kind: release.Paragraph, Text: "Три."}},
		"## Дороги\n\n1. раз\n\t1. два\n2. сто\n":   {{Kind: release.Subheading, Text: "Дороги"}, {Kind: release.List, First: 1, Text: "раз\n\tдва\nсто"}},
		"## Дороги\n\n- раз\n\t- два\n\n\tТри.\n\n": {{Kind: release.Subheading, Text: "Дороги"}, {Kind: release.List, Text: "раз\n\tдва"}, {Kind: release.Paragraph, Text: "Три."}},
	} {
		found, err := Read(Source{Data: []byte(body + text)})
		if err != nil || len(found.Releases) != 1 {
			t.Fatal(err)
		}
		got := found.Releases[0].Blocks
		for i := range got {
			got[i].ID = 0
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q: got %+v", text, got)
		}
	}
}
