package release

import (
	"slices"
	"strings"
	"testing"
)

// TestItems reads how deep items stand, and what they are counted by.
func TestItems(t *testing.T) {
	for name, test := range map[string]struct {
		block    Block
		language string
		want     string
	}{
		"flat bullets":           {Block{Text: "а\nб"}, "ru", "– а|– б"},
		"flat numbers":           {Block{First: 8, Text: "а\nб"}, "ru", "8. а|9. б"},
		"bullets":                {Block{Text: "а\n\tб\n\t\tв\n\t\t\tг\nд"}, "ru", "– а|>• б|>>– в|>>>• г|– д"},
		"numbers":                {Block{First: 1, Text: "а\n\tб\n\tв\n\t\tг\n\t\t\tд\nе\n\tж"}, "ru", "1. а|>а) б|>б) в|>>1) г|>>>а) д|2. е|>а) ж"},
		"numbers in English":     {Block{First: 1, Text: "а\n\tб\n\tв\n\t\tг"}, "en", "1. а|>a) б|>b) в|>>1) г"},
		"numbers in Uzbek":       {Block{First: 1, Text: "а\n\tб"}, "uz", "1. а|>a) б"},
		"bullets under numbers":  {Block{First: 3, Mixed: true, Text: "а\n\tб\n\t\tв\nг"}, "ru", "3. а|>– б|>>• в|4. г"},
		"numbers under bullets":  {Block{Mixed: true, Text: "а\n\tб\n\tв\n\t\tг\n\t\t\tд\nе\n\tж"}, "ru", "– а|>1) б|>2) в|>>а) г|>>>1) д|– е|>1) ж"},
		"a level left out":       {Block{First: 1, Text: "а\n\t\t\tб\n\tв\n\t\tг"}, "ru", "1. а|>а) б|>б) в|>>1) г"},
		"too deep":               {Block{First: 1, Text: "а\n\tб\n\t\tв\n\t\t\tг\n\t\t\t\tд\n\t\t\t\t\t\tе\n\tж"}, "ru", "1. а|>а) б|>>1) в|>>>а) г|>>>б) д|>>>в) е|>б) ж"},
		"nothing above":          {Block{First: 5, Text: "\t\tа\n\t\tб\n\tв\nг\n\tд"}, "ru", "5. а|6. б|7. в|8. г|>а) д"},
		"an empty item":          {Block{Text: "а\n\t\n\tб"}, "ru", "– а|>• |>• б"},
		"a tab within the words": {Block{Text: "а\tб"}, "ru", "– а\tб"},
	} {
		t.Run(name, func(t *testing.T) {
			test.block.Kind = List
			var got []string
			for _, item := range test.block.Items() {
				got = append(got, strings.Repeat(">", item.Level)+item.Sign(test.language)+" "+item.Text)
				if letters := []rune(test.block.Text); string(letters[item.Start:item.Start+len([]rune(item.Text))]) != item.Text {
					t.Errorf("%q does not stand at %d", item.Text, item.Start)
				}
			}
			if strings.Join(got, "|") != test.want {
				t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), test.want)
			}
		})
	}
}

// TestItemsThatAreKept count without the others, which have no sublists.
func TestItemsThatAreKept(t *testing.T) {
	var got []string
	for _, item := range (Block{Kind: List, First: 1, Text: "а\n\n\tб\nв"}).ItemsAs(func(i *Item) bool { return i.Text != "" }) {
		got = append(got, item.Sign("ru")+item.Text)
	}
	if want := []string{"1.а", "а)б", "2.в"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestItemsHaveTheirMarks(t *testing.T) {
	b := Block{Kind: List, Text: "ab\n\tcde", Marks: []Mark{{Start: 1, End: 6, Style: Bold}}}
	items := b.Items()
	if want := []Mark{{Start: 1, End: 2, Style: Bold}}; !slices.Equal(items[0].Marks, want) {
		t.Errorf("%v", items[0].Marks)
	}
	if want := []Mark{{Start: 0, End: 2, Style: Bold}}; !slices.Equal(items[1].Marks, want) {
		t.Errorf("%v", items[1].Marks)
	}
}

// TestLettersEnd: numbers behind triple letters are in digits, so that no sign fills a line.
func TestLettersEnd(t *testing.T) {
	for language, signs := range map[string]map[int]string{
		"ru": {1: "а)", 29: "я)", 30: "аа)", 87: "яяя)", 88: "88)", 3000: "3000)"},
		"en": {1: "a)", 26: "z)", 27: "aa)", 78: "zzz)", 79: "79)", 3000: "3000)"},
	} {
		for n, want := range signs {
			if got := (Item{Number: n, depth: 1}).Sign(language); got != want {
				t.Errorf("%s: %d is %q, not %q", language, n, got, want)
			}
		}
	}
}
