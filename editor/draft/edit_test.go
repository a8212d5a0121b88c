package draft

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"communique/editor/document"
	"communique/editor/release"
)

// letter types a letter behind a number of others in the lead, or takes one away.
func letter(s *Session, step Step, at int, typed string) {
	place := release.Position{TextID: release.TextID{Field: release.LeadField}, Offset: at}
	s.Edit(step, Selection{place, place}, func(apply func(document.Op)) Selection {
		if typed == "" {
			place.Offset--
			apply(s.Document().Deletion(place, 1))
		} else {
			apply(document.Insert{At: place, Words: typed})
			place.Offset++
		}
		return Selection{place, place}
	})
}

// TestEdit makes edits and takes the newest back: which were one step, and what is selected
// then.
func TestEdit(t *testing.T) {
	for name, tt := range map[string]struct {
		do    func(s *Session, c *clock)
		want  string
		caret int
	}{
		"a word is one step": {func(s *Session, _ *clock) {
			letter(s, Typing, 0, "а")
			letter(s, Typing, 1, "б")
		}, "", 0},
		"a space ends it": {func(s *Session, _ *clock) {
			letter(s, Typing, 0, "а")
			letter(s, Typing, 1, " ")
			letter(s, Typing, 2, "б")
		}, "а ", 2},
		"a pause ends it": {func(s *Session, c *clock) {
			letter(s, Typing, 0, "а")
			c.t = c.t.Add(time.Second)
			letter(s, Typing, 1, "б")
		}, "а", 1},
		"another place ends it": {func(s *Session, _ *clock) {
			letter(s, Typing, 0, "а")
			letter(s, Typing, 0, "б")
		}, "а", 0},
		"taking away does too": {func(s *Session, _ *clock) {
			letter(s, Typing, 0, "а")
			letter(s, Erasing, 1, "")
		}, "а", 1},
		"letters taken away are one step": {func(s *Session, _ *clock) {
			letter(s, Alone, 0, "а")
			letter(s, Alone, 1, "б")
			letter(s, Erasing, 2, "")
			letter(s, Erasing, 1, "")
		}, "аб", 2},
		"what stands alone is": {func(s *Session, _ *clock) {
			letter(s, Alone, 0, "а")
			letter(s, Alone, 1, "б")
		}, "а", 1},
		"an undo ends it": {func(s *Session, _ *clock) {
			letter(s, Typing, 0, "а")
			letter(s, Alone, 1, "б")
			s.Undo()
			letter(s, Typing, 1, "в")
		}, "а", 1},
	} {
		t.Run(name, func(t *testing.T) {
			s, c := session(release.New("ru"))
			tt.do(s, c)
			before := s.Release().Lead
			change, ok := s.Undo()
			if got := s.Release().Lead; !ok || got != tt.want || change.Selection == nil || change.Selection.Caret.Offset != tt.caret {
				t.Errorf("got %q, %+v", got, change.Selection)
			}
			if change, ok = s.Redo(); !ok || s.Release().Lead != before || change.Selection == nil {
				t.Errorf("redone to %q", s.Release().Lead)
			}
		})
	}
}

func TestAnEditOfNothingIsNone(t *testing.T) {
	s, _ := session(release.New("ru"))
	heard := false
	s.Listen(func(Change) { heard = true })
	if s.Edit(Alone, Selection{}, func(func(document.Op)) Selection { return Selection{} }) || heard {
		t.Error("there was a change")
	}
	if _, ok := s.Undo(); ok {
		t.Error("there is a step")
	}
}

// TestApply makes a transaction beside typing: undo goes through both in their order.
func TestApply(t *testing.T) {
	s, c := session(marked())
	var heard []Change
	s.Listen(func(c Change) { heard = append(heard, c) })
	c.t = c.t.Add(typingPause)
	s.Set(release.HeadlineField, "Итоги")
	typed := s.Release()
	d := s.Document()
	lead := release.TextID{Field: release.LeadField}
	ops := document.Transaction{
		d.Marking(lead, release.Mark{Start: 7, End: 12, Style: release.Italic}, true),
		document.Add{After: 9, Block: release.Block{ID: d.NewID(), Kind: release.Picture, Picture: strings.Repeat("b1", 32), Text: "Ещё"}},
	}
	if err := s.Apply(ops); err != nil {
		t.Fatal(err)
	}
	r := s.Release()
	if len(r.LeadMarks) != 2 || r.Blocks[8].Text != "Ещё" {
		t.Fatalf("got %+v", r)
	}
	if last := heard[len(heard)-1]; last.Field != All || !reflect.DeepEqual(last.Moves, ops) {
		t.Errorf("heard %+v", last)
	}
	s.Undo()
	if got := s.Release(); !reflect.DeepEqual(got, typed) {
		t.Errorf("after one undo %+v", got)
	}
	s.Undo()
	if !reflect.DeepEqual(s.Release(), marked()) {
		t.Errorf("after two %+v", s.Release())
	}
	s.Redo()
	s.Redo()
	if !reflect.DeepEqual(s.Release(), r) {
		t.Errorf("redone to %+v", s.Release())
	}
	if err := s.Apply(document.Transaction{document.Remove{Block: release.Block{ID: 99}}}); err == nil || !reflect.DeepEqual(s.Release(), r) {
		t.Errorf("what does not fit changed the draft, %v", err)
	}
}

// TestCleanBlock: tabs part the cells of a table, marks stay on their words, and what a kind
// does not have goes.
func TestCleanBlock(t *testing.T) {
	got := CleanBlock(release.Block{ID: 3, Kind: release.Table, Text: "а\u00ad\tб\r\nв", Marks: []release.Mark{{Start: 3, End: 4, Style: release.Bold}}, Speaker: "Анна", First: 2})
	want := release.Block{ID: 3, Kind: release.Table, Text: "а\tб\nв", Marks: []release.Mark{{Start: 2, End: 3, Style: release.Bold}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	for name, c := range map[string]struct{ given, want release.Block }{
		"a list's number":        {release.Block{Kind: release.List, Text: "а\nб", First: 7, Picture: "0a"}, release.Block{Kind: release.List, Text: "а\nб", First: 7}},
		"a number below":         {release.Block{Kind: release.List, Text: "а", First: -7}, release.Block{Kind: release.List, Text: "а"}},
		"a picture with its own": {release.Block{Kind: release.Picture, Picture: "0a", Text: "а\r\nб", Author: "Анна\nП.", Alternative: "Двое\u00ad"}, release.Block{Kind: release.Picture, Picture: "0a", Text: "а\nб", Author: "Анна П.", Alternative: "Двое"}},
		"a tab among words":      {release.Block{Kind: release.Paragraph, Text: "а\tб"}, release.Block{Kind: release.Paragraph, Text: "а б"}},
		"a link":                 {release.Block{Kind: release.Paragraph, Text: "а", Marks: []release.Mark{{End: 1, Style: release.Link, Address: "https://a.example"}}}, release.Block{Kind: release.Paragraph, Text: "а", Marks: []release.Mark{{End: 1, Style: release.Link, Address: "https://a.example"}}}},
		"a link to nowhere":      {release.Block{Kind: release.Paragraph, Text: "а", Marks: []release.Mark{{End: 1, Style: release.Link, Address: "a b"}, {End: 1, Style: release.Italic}}}, release.Block{Kind: release.Paragraph, Text: "а", Marks: []release.Mark{{End: 1, Style: release.Italic}}}},
	} {
		if got := CleanBlock(c.given); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
