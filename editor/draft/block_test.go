package draft

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"communique/editor/document"
	"communique/editor/release"
)

// marked is a release with every kind of block and with marks on their texts.
func marked() release.Release {
	r := release.New("ru")
	bold := func(start, end int) []release.Mark {
		return []release.Mark{{Start: start, End: end, Style: release.Bold}}
	}
	r.Lead, r.LeadMarks = "Первый абзац", bold(0, 6)
	r.Blocks = []release.Block{
		{ID: 3, Kind: release.Paragraph, Text: "Второй абзац", Marks: bold(7, 12)},
		{ID: 1, Kind: release.Subheading, Text: "Итоги", Marks: bold(0, 5)},
		{ID: 7, Kind: release.Quotation, Text: "Мы рады", Speaker: "Анна Пробная", Marks: bold(0, 2)},
		{ID: 2, Kind: release.List, Text: "раз\nдва", First: 3, Marks: bold(4, 7)},
		{ID: 5, Kind: release.Table, Text: "Год\tЧисло\n2024\t7", Marks: bold(0, 9)},
		{ID: 6, Kind: release.Picture, Text: "На встрече", Picture: strings.Repeat("0a", 32), Author: "Анна", Alternative: "Двое", Marks: bold(3, 10)},
		{ID: 8, Kind: release.Rule},
		{ID: 9, Kind: release.Paragraph, Text: "Третий"},
	}
	return r
}

// TestABlockIsAdded behind another, at the beginning, or there too where the other has
// gone: plain text, an ID of its own, one step back.
func TestABlockIsAdded(t *testing.T) {
	picture := release.Block{
		ID: 3, Kind: release.Picture, Picture: strings.Repeat("b1", 32), Text: "Зал\r\nв\u00ad Пробном", Author: "Анна\nПробная", Alternative: "Двое\vу окна",
	}
	for name, c := range map[string]struct {
		after release.BlockID
		at    int
	}{"behind the first": {3, 1}, "behind the last": {9, 8}, "at the beginning": {0, 0}, "behind one that has gone": {99, 0}} {
		t.Run(name, func(t *testing.T) {
			s, _ := session(marked())
			id, err := s.AddBlocks(c.after, picture)
			if err != nil {
				t.Fatal(err)
			}
			r := s.Release()
			if err := r.Validate(); err != nil || len(r.Blocks) != 9 {
				t.Fatalf("%d blocks, %v", len(r.Blocks), err)
			}
			got := r.Blocks[c.at]
			want := release.Block{ID: got.ID, Kind: release.Picture, Picture: picture.Picture, Text: "Зал\nв Пробном", Author: "Анна Пробная", Alternative: "Двое у окна"}
			if !reflect.DeepEqual(got, want) || got.ID == 3 || got.ID != id {
				t.Errorf("added %+v", got)
			}
			s.Undo()
			if now := s.Release(); !reflect.DeepEqual(now, marked()) {
				t.Errorf("after undo %+v", now)
			}
		})
	}
}

// TestTheTextsOfABlockAreChanged in one step; its marks stay where the words do.
func TestTheTextsOfABlockAreChanged(t *testing.T) {
	s, _ := session(marked())
	b := marked().Blocks[5]
	b.Text, b.Author, b.Alternative, b.Marks = "На большой встрече", "Иван\nПробный", "", nil
	if err := s.ChangeBlock(b); err != nil {
		t.Fatal(err)
	}
	want := marked()
	want.Blocks[5].Text, want.Blocks[5].Author, want.Blocks[5].Alternative = "На большой встрече", "Иван Пробный", ""
	want.Blocks[5].Marks = []release.Mark{{Start: 11, End: 18, Style: release.Bold}}
	if got := s.Release(); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got.Blocks[5], want.Blocks[5])
	}
	s.Undo()
	if got := s.Release(); !reflect.DeepEqual(got, marked()) {
		t.Errorf("after undo %+v", got.Blocks[5])
	}
	var heard int
	s.Listen(func(Change) { heard++ })
	if err := s.ChangeBlock(marked().Blocks[5]); err != nil || heard != 0 {
		t.Errorf("what changes nothing was told %d times, %v", heard, err)
	}
	if _, again := s.Undo(); again {
		t.Error("what changes nothing can be undone")
	}
	gone := b
	gone.ID = 99
	var misfit *document.MisfitError
	if err := s.ChangeBlock(gone); !errors.As(err, &misfit) || !reflect.DeepEqual(s.Release(), marked()) {
		t.Errorf("a block that has gone: %v", err)
	}
}

// TestSeveralBlocksStandInTheirOrder, and go in one step.
func TestSeveralBlocksStandInTheirOrder(t *testing.T) {
	r := release.New("ru")
	r.Blocks = []release.Block{{ID: 1, Kind: release.Paragraph, Text: "а"}, {ID: 2, Kind: release.Paragraph, Text: "г"}}
	s := NewSession(r, time.Now)
	if _, err := s.AddBlocks(1, release.Block{Kind: release.Paragraph, Text: "б"}, release.Block{Kind: release.Paragraph, Text: "в"}); err != nil {
		t.Fatal(err)
	}
	all := ""
	for _, b := range s.Release().Blocks {
		all += b.Text
	}
	if all != "абвг" {
		t.Errorf("they stand as %q", all)
	}
	if s.Undo(); len(s.Release().Blocks) != 2 {
		t.Errorf("undone to %d", len(s.Release().Blocks))
	}
}
