package history

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen/screentest"
	"communique/editor/compare"
)

// rowTexts are the texts of rows, with a bar between segments.
func rowTexts(rows [][]widget.RichTextSegment) (all []string) {
	for _, row := range rows {
		var texts []string
		for _, s := range row {
			texts = append(texts, s.Textual())
		}
		all = append(all, strings.Join(texts, "|"))
	}
	return all
}

func TestPassages(t *testing.T) {
	long := strings.Repeat("слово ", longestRow/len("слово ")+1)
	for name, tt := range map[string]struct {
		pieces []compare.Piece
		want   []string
	}{
		"nothing":            {nil, nil},
		"a paragraph a row":  {[]compare.Piece{{Text: "раз\nдва"}}, []string{"раз", "два"}},
		"within a paragraph": {[]compare.Piece{{Text: "мы "}, {Kind: compare.Removed, Text: "были"}, {Kind: compare.Added, Text: "есть"}, {Text: "\nтут"}}, []string{"мы |[были]|есть", "тут"}},
		"over paragraphs":    {[]compare.Piece{{Kind: compare.Removed, Text: "раз\nдва"}}, []string{"[раз]", "[два]"}},
		"empty lines":        {[]compare.Piece{{Text: "раз\n\n\nдва\n"}}, []string{"раз", "два"}},
		"a long one":         {[]compare.Piece{{Text: long + "конец"}}, []string{long, "конец"}},
		"one of long pieces": {[]compare.Piece{{Text: long}, {Kind: compare.Added, Text: "конец"}}, []string{long, "конец"}},
		"without a space":    {[]compare.Piece{{Text: strings.Repeat("я", longestRow)}}, []string{strings.Repeat("я", longestRow)}},
	} {
		if got := rowTexts(passagesOf(tt.pieces)); strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestALongComparison lays out what is in sight alone, each row as high as its text, and one text after another.
func TestALongComparison(t *testing.T) {
	s := screentest.New(t)
	c := newComparison(s.Base)
	var late []func()
	c.do = func(f func()) { late = append(late, f) }
	window := s.Base.Canvas
	window.SetContent(c.List)
	c.Resize(fyne.NewSize(400, 300))
	line := strings.Repeat("совет принял план и поручил его исполнить ", 8)
	show := func(rows int) {
		c.show(passagesOf([]compare.Piece{{Text: strings.Repeat(line+"\n", rows)}}))
		for len(late) > 0 {
			f := late[0]
			late = late[1:]
			f()
		}
	}
	show(500)
	if n := len(c.heights); n == 0 || n > 20 {
		t.Fatalf("%d rows were laid out", n)
	}
	for row, height := range c.heights {
		if height < 60 {
			t.Errorf("row %d is %v high", row, height)
		}
	}
	c.ScrollToBottom()
	if _, ok := c.heights[499]; !ok {
		t.Error("the last row was not laid out at the end")
	}
	show(400)
	if _, ok := c.heights[399]; ok || c.GetScrollOffset() != 0 {
		t.Errorf("another text begins at %v", c.GetScrollOffset())
	}
	show(1)
	if c.GetScrollOffset() != 0 || len(c.heights) != 1 {
		t.Errorf("another text begins at %v, %d rows", c.GetScrollOffset(), len(c.heights))
	}
}
