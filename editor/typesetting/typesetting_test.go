package typesetting

import (
	"reflect"
	"strings"
	"testing"

	"communique/editor/document"
	"communique/editor/grammar"
	"communique/editor/release"
	"communique/editor/typography"
)

func sample() release.Release {
	r := release.New("ru")
	r.Headline = `"Пример" открыт`
	r.Lead = `Он сказал: "Первый "пример".`
	r.Blocks = release.Numbered([]release.Block{
		{Kind: release.Paragraph, Text: `Второй – абзац".`, Marks: []release.Mark{{Start: 0, End: 6, Style: release.Bold}}},
		{Kind: release.Quotation, Text: `Дом N 5 - наш`, Speaker: "А.С. Примеров"},
		{Kind: release.Paragraph, Text: `Дом N 5 - наш`},
		{Kind: release.Paragraph, Text: `Ничего`},
	})
	return r
}

// A quotation runs from the lead into the body; what somebody said keeps its letters; the
// dash is the one the release has; marks stay on their words.
func TestRelease(t *testing.T) {
	r := sample()
	set := Release(typography.Typesetter{}, r)
	got := Apply(r, set)
	words := []string{got.Headline, got.Lead}
	for _, b := range got.Blocks {
		words = append(words, b.Text)
	}
	want := []string{"«Пример» открыт", "Он·сказал: «Первый „пример“.", "Второй·– абзац».", "Дом N 5·– наш", "Дом №·5·– наш", "Ничего"}
	if shown := strings.Split(strings.ReplaceAll(strings.Join(words, "\n"), "\u00a0", "·"), "\n"); !reflect.DeepEqual(shown, want) {
		t.Errorf("got %q", shown)
	}
	if got.Blocks[1].Speaker != "А.С.\u00a0Примеров" || !reflect.DeepEqual(got.Blocks[0].Marks, r.Blocks[0].Marks) {
		t.Errorf("got %+v", got.Blocks[:2])
	}
	if again := Release(typography.Typesetter{}, got); len(again) > 0 {
		t.Errorf("once more: %+v", again)
	}
}

// The transaction carries places along, and its inverse gives back what was there.
func TestTransaction(t *testing.T) {
	r := sample()
	d := document.New(r)
	ops := Transaction(d, Release(typography.Typesetter{}, r))
	if err := d.Apply(ops); err != nil {
		t.Fatal(err)
	}
	place := release.Position{TextID: document.Body(r.Blocks[2].ID, release.Words), Offset: 10} // before «наш»
	if moved, ok := ops.Map(place, true); !ok || moved.Offset != 10 {
		t.Errorf("a place moved to %v, %v", moved, ok)
	}
	if err := d.Apply(ops.Inverse()); err != nil {
		t.Fatal(err)
	}
	back := r.Clone()
	d.Write(&back)
	if !reflect.DeepEqual(back, r) {
		t.Errorf("taken back: %+v", back)
	}
}

func TestWithin(t *testing.T) {
	r := sample()
	id := release.TextID{Field: release.HeadlineField}
	compare := func(a, b release.Position) int {
		if a.TextID != b.TextID {
			return 1
		}
		return a.Offset - b.Offset
	}
	got := Within(Release(typography.Typesetter{}, r), release.Position{TextID: id, Offset: 1}, release.Position{TextID: id, Offset: 8}, compare)
	if len(got) != 1 || len(got[0].Edits) != 1 || got[0].Edits[0].New != "»" {
		t.Errorf("got %+v", got)
	}
	if n := Count(got); len(n) != 1 || n[0] != (typography.Counted{Kind: typography.Quotes, N: 1}) {
		t.Errorf("counted %v", n)
	}
}

func TestHouse(t *testing.T) {
	for usage, want := range map[grammar.Yo]string{
		grammar.YoAsWritten: "Семён ещё ёж, все идет «еще»", grammar.YoEverywhere: "Семён ещё ёж, все идёт «еще»",
		grammar.YoInNames: "Семён еще еж, все идет «еще»", grammar.YoNowhere: "Семен еще еж, все идет «еще»",
	} {
		if got := House(typography.House{}, grammar.House{Yo: usage}).Text("Семён ещё ёж, все идет «еще»"); got != want {
			t.Errorf("%q: %s", usage, strings.ReplaceAll(got, "\u00a0", "·"))
		}
	}
}
