package editing

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"communique/editor/document"
	"communique/editor/release"
)

// TestGraphemesInALongText goes through long texts of hard letters and compares where the
// caret comes to rest with what the whole text says.
func TestGraphemesInALongText(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	pieces := []string{"а", "а\u0301", "и\u0306", " ", "z", "é", "e\u0301", "😀", "👨‍👩‍👧", "👍🏽", "🇷🇺", "🇰🇬", "א", "בּ", "عَ", "क्षि", "한", "각", "\n", "\t", "«", "\u200d", "\u0301", "©", "1️⃣"}
	for round := range 300 {
		var b strings.Builder
		alphabet := pieces
		if round%3 == 0 { // nothing in it is plain
			alphabet = []string{"🇷", "👨‍👩‍👧", "😀", "👍🏽", "ع", "\u0301"}
		}
		for range 40 + random.IntN(300) {
			b.WriteString(alphabet[random.IntN(len(alphabet))])
		}
		text := b.String()
		r := release.New("ru")
		r.Lead = text
		d := document.New(r)
		lead := release.TextID{Field: release.LeadField}
		ends := []int{0}
		for g := graphemes.FromString(text); g.Next(); {
			ends = append(ends, len([]rune(text[:g.End()])))
		}
		for i, at := range ends {
			if i+1 < len(ends) {
				if got := graphemeEnd(d, release.Position{TextID: lead, Offset: at}); got != ends[i+1] {
					t.Fatalf("%q: behind %d comes %d, not %d", text, at, got, ends[i+1])
				}
			}
			if i > 0 {
				if got := graphemeStart(d, release.Position{TextID: lead, Offset: at}); got != ends[i-1] {
					t.Fatalf("%q: before %d comes %d, not %d", text, at, got, ends[i-1])
				}
			}
		}
	}
}

// TestWordsInALongText compares the stops, and the words under a double click, in a long
// text with those of the whole text.
func TestWordsInALongText(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 7))
	pieces := []string{"слово", "за\u0301мок", " ", "  ", ", ", ". ", "3,5", "can't", "—", "«", "»", "\n", "😀", "שלום", "\u00a0", "-", strings.Repeat("длинное", 20), "a.b"}
	for range 60 {
		var b strings.Builder
		for range 20 + random.IntN(200) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		text := b.String()
		r := release.New("ru")
		r.Lead = text
		d := document.New(r)
		at := func(n int) release.Position {
			return release.Position{TextID: release.TextID{Field: release.LeadField}, Offset: n}
		}
		length := d.Length(at(0).TextID)
		var rest []int
		for _, stop := range append(stops(text), len(text)) {
			rest = append(rest, len([]rune(text[:stop])))
		}
		if rest[0] != 0 {
			rest = append([]int{0}, rest...)
		}
		for i := 1; i < len(rest); i++ {
			if got := wordRight(d, at(rest[i-1])); got != rest[i] {
				t.Fatalf("%q: behind %d comes %d, not %d", text, rest[i-1], got, rest[i])
			}
			if got := wordLeft(d, at(rest[i])); got != rest[i-1] {
				t.Fatalf("%q: before %d comes %d, not %d", text, rest[i], got, rest[i-1])
			}
		}
		for n := 0; n <= length; n += 7 {
			from, to := wordAt(d, at(n))
			a, z := pieceAt(text, d.Byte(at(n)))
			if from != len([]rune(text[:a])) || to != len([]rune(text[:z])) {
				t.Fatalf("%q: at %d is %q, not %q", text, n, string([]rune(text)[from:to]), text[a:z])
			}
		}
	}
}

// FuzzPaste pastes any text anywhere and any words as any block: the release stays valid, and
// undo is exact.
func FuzzPaste(f *testing.F) {
	for _, text := range []string{"", "\n", "раз\r\nдва\n\nтри\n", "\u2028а\v\tб", "- а\n# б", "а\x00\u200b\ufeff\ufffc", "🇷🇺\u0301\n\n\n"} {
		f.Add(text, 0, uint8(0))
		f.Add(text, 5, uint8(3))
	}
	f.Fuzz(func(t *testing.T, text string, offset int, kind uint8) {
		kinds := release.BlockKinds()
		foreign := release.Block{
			Kind: kinds[int(kind)%len(kinds)], Text: text, Speaker: text, Author: text, Alternative: text, Picture: testPicture, First: offset,
			Marks: []release.Mark{{Start: offset, End: offset + 3, Style: release.Bold}, {Start: 1, End: 4, Style: release.Link, Address: text}},
		}
		fragment := NewFragment([]release.Block{foreign, foreign}, offset%2 == 0, offset%3 == 0)
		for id, ok := (release.TextID{Field: release.HeadlineField}), true; ok; {
			h := take(t, "! Заголовок\n= Лид\np Абзац\n> Слова\n>> Анна\n- один\n- два\nt а ; б\ni в\nby г\np \n@ О нас")
			at := h.nearest(release.Position{TextID: id, Offset: offset})
			before := drawing(h.Editor)
			for _, paste := range []func(){func() { h.PasteText(text) }, func() { h.Paste(fragment) }, func() { h.Type(text) }, func() { h.InsertBlock(foreign) }} {
				h.Select(at, at)
				paste()
				if err := h.Session().Release().Validate(); err != nil {
					t.Fatalf("%v: %v", at, err)
				}
				if h.nearest(h.selection.Caret) != h.selection.Caret {
					t.Fatalf("the caret is nowhere: %v", h.selection)
				}
				for h.Undo() {
				}
				if stripped(drawing(h.Editor)) != stripped(before) {
					t.Fatalf("undone to\n%s", drawing(h.Editor))
				}
			}
			id, ok = h.Next(id)
		}
	})
}
