package page

import (
	"strings"
	"testing"

	"communique/editor/release"
	"communique/export/exporttest/illustrated"
	"communique/export/picture"
)

// block is the source of a block's words.
func block(id release.BlockID, offset int) Source {
	return Source{Position: release.Position{TextID: release.TextID{Field: release.BlocksField, Block: id}, Offset: offset}}
}

// TestAt asks at the edges of lines, between them, beside and within them, at a picture,
// and beside furniture.
func TestAt(t *testing.T) {
	letters := func(x float64, count int) []Run {
		r := Run{X: x, Size: 10}
		for range count {
			r.Glyphs = append(r.Glyphs, Glyph{Rune: 'а', Advance: 10})
		}
		r.Glyphs = append(r.Glyphs, Glyph{Rune: ' '})
		return []Run{r}
	}
	doc := Document{
		Parts: []Part{
			{Role: Paragraph, Source: block(1, 0)},
			{Role: Cell, Source: block(2, 0)},
			{Role: Cell, Source: block(2, 7)},
			{Role: Speaker, Source: block(3, 0)},
			{Role: ItemMark, Source: block(4, 9)},
			{Role: Contact, Source: Source{Position: release.Position{TextID: release.TextID{Field: release.ContactsField}}}},
			{Role: Photograph, Source: block(5, 0)},
		},
		Pages: []Page{{
			Pictures: []Picture{{Part: 6, X: 10, Y: 300, Width: 50, Height: 50}},
			Lines: []Line{
				{Part: Furniture, Top: 0, Height: 10, Runs: letters(0, 3)},
				{Part: 0, Offset: 40, Top: 20, Height: 10, Runs: letters(10, 5)},
				{Part: 1, Offset: 0, Top: 40, Height: 10, Runs: letters(10, 2)},
				{Part: 2, Offset: 7, Top: 40, Height: 10, Runs: letters(100, 2)},
				{Part: 3, Offset: -2, Top: 60, Height: 10, Runs: letters(10, 6)},
				{Part: 4, Offset: 9, Top: 80, Height: 10, Runs: letters(10, 2)},
				{Part: 5, Top: 100, Height: 10, Runs: letters(10, 5)},
				{Part: 0, Top: 110, Height: 10},
				{Part: Furniture, Top: 200, Height: 10, Runs: letters(0, 3)},
			},
		}, {Lines: []Line{{Part: Furniture, Height: 10, Runs: letters(0, 1)}}}},
	}
	for _, c := range []struct {
		name string
		x, y float64
		want Source
	}{
		{"above everything", 10, -5, block(1, 40)},
		{"the first letter", 14, 25, block(1, 40)},
		{"its second half is before the second", 16, 25, block(1, 41)},
		{"left of the line", 0, 25, block(1, 40)},
		{"right of the line", 500, 29, block(1, 45)},
		{"between lines, nearer to the first", 14, 34, block(1, 40)},
		{"between lines, nearer to the second", 14, 36, block(2, 0)},
		{"the left cell", 29, 45, block(2, 2)},
		{"between the cells, nearer to the left", 60, 45, block(2, 2)},
		{"between the cells, nearer to the right", 70, 45, block(2, 7)},
		{"the right cell", 114, 45, block(2, 8)},
		{"words of ours before the text", 10, 65, block(3, 0)},
		{"the text behind them", 44, 65, block(3, 1)},
		{"a number of an item", 25, 85, block(4, 9)},
		{"no text of the release's", 44, 105, doc.Parts[5].Source},
		{"below everything", 14, 250, doc.Parts[5].Source},
		{"a picture", 60, 350, block(5, 0)},
	} {
		if got, there := doc.At(0, c.x, c.y); !there || got != c.want {
			t.Errorf("%s: got %+v, %v, want %+v", c.name, got, there, c.want)
		}
	}
	for n, p := range map[int]Page{1: doc.Pages[1]} {
		if got, there := doc.At(n, 0, 5); there {
			t.Errorf("furniture alone (%d lines) is %+v", len(p.Lines), got)
		}
	}
}

// sourceText is the text that a source names.
func sourceText(r release.Release, s Source) string {
	for p := range r.Passages() {
		if p.TextID == s.TextID {
			return p.Text
		}
	}
	return ""
}

// TestAClickFindsItsLetter points at each letter of a release with every kind of block,
// in texts that a page shows otherwise than they are kept: with soft hyphens, letters
// put together of two, several spaces and line breaks.
func TestAClickFindsItsLetter(t *testing.T) {
	r, set := illustrated.Release(95)
	r.Blocks = append(
		r.Blocks,
		release.Block{ID: 901, Kind: release.Paragraph, Text: "  Пер\u00adвый  абзац\u2028в двух строках; й из двух и\u0306 трёх\tзнаков. " + strings.Repeat("Слова\u00ad и\u0306 слова. ", 30)},
		release.Block{ID: 902, Kind: release.List, First: 3, Text: "\n первое\n\nвто\u00adрое, " + strings.Repeat("длинное ", 20)},
		release.Block{ID: 903, Kind: release.Table, Text: "Го\u00adрод\tЛюдей\n\nБиш\u00adкек\t1\n\tитого"},
	)
	doc := layoutWith(t, "plain", set, r)
	pointed := 0
	for n, p := range doc.Pages {
		for _, line := range p.Lines {
			if line.Part == Furniture || !doc.Parts[line.Part].Source.isText() || doc.Parts[line.Part].Role == ItemMark {
				continue
			}
			text := []rune(sourceText(r, doc.Parts[line.Part].Source))
			g := line.Runs[0].Glyphs[0]
			got, there := doc.At(n, line.Runs[0].X+g.Advance/4, line.Top+line.Height/2)
			if line.Offset < 0 || doc.Parts[line.Part].Role == Caption && got.Offset >= len(text) {
				continue // words of ours
			}
			if !there || got.Offset >= len(text) || base(text[got.Offset]) != base(g.Rune) || got.TextID != doc.Parts[line.Part].Source.TextID {
				t.Errorf("page %d, %q: got %+v, which is not %c", n, words(line), got, g.Rune)
			}
			pointed++
		}
	}
	if pointed < 300 {
		t.Errorf("only %d lines were pointed at", pointed)
	}
}

// layoutWith lays a release out with its pictures.
func layoutWith(t testing.TB, name string, set picture.Set, r release.Release) Document {
	t.Helper()
	doc, err := compositor(t, name).Layout(office, set, r)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}
