package draft

import (
	"reflect"
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

// TestTheViewIsTheDocuments edits beside the body's one text: that is what the document says,
// and what it was when the edit is taken back.
func TestTheViewIsTheDocuments(t *testing.T) {
	s, _ := session(release.New("ru"))
	s.Set(Body, "а\n\n\n\nб")
	letter(s, Alone, 1, "в")
	letter(s, Alone, 2, "г")
	if got := s.Text(Body); got != "авг\n\nб" {
		t.Errorf("the text is %q", got)
	}
	s.Undo()
	s.Undo()
	if got := s.Text(Body); got != "а\n\n\n\nб" {
		t.Errorf("taken back, the text is %q", got)
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
}
