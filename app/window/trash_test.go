package window

import (
	"context"
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"communique/editor/release"
)

func TestTrashTakesTheLastTextWithIt(t *testing.T) {
	for name, trash := range map[string]func(s *stage){
		"the release on the screen": func(s *stage) { s.moveToTrash() },
		"marked releases":           func(s *stage) { s.trashSelected([]int64{1, 2}); s.key(s.win.Canvas().Focused(), fyne.KeyReturn) },
	} {
		t.Run(name, func(t *testing.T) {
			s := stocked(t)
			doc := s.show(1)
			s.shelf.gates.close("trash 1")
			doc.session.Set(release.HeadlineField, "Раз")
			trash(s)
			s.waitFor("trash 1")
			if s.doc != doc {
				t.Fatal("it is not in the trash yet")
			}
			doc.session.Set(release.HeadlineField, "Раз два")
			s.shelf.gates.open("trash 1")
			s.wait("the empty pane", func() bool { return s.doc == nil })
			s.settle()
			if got := s.stored(1).Headline; got != "Раз два" {
				t.Errorf("the trash has %q", got)
			}
		})
	}
}

// TestWhatAnotherHoldsIsNotThrownAway: the other's next words would go there too.
func TestWhatAnotherHoldsIsNotThrownAway(t *testing.T) {
	s := stocked(t)
	if _, ok, err := s.neighbour().Claim(context.Background(), 1); err != nil || !ok {
		t.Fatal(ok, err)
	}
	s.show(1)
	s.trashSelected([]int64{1, 2})
	s.key(s.win.Canvas().Focused(), fyne.KeyReturn)
	s.wait("the trouble", func() bool {
		return strings.Contains(s.texts(), "Релиз «Встреча с Президентом» сейчас правит")
	})
	if trashed, err := s.shelf.Library.Trashed(ctx); err != nil || len(trashed) != 1 || trashed[0].ID != 2 || s.shown() != 1 {
		t.Errorf("in the trash %v, %v", trashed, err)
	}
}

func TestANewReleaseThatWasNeverWrittenGoesWithoutATrace(t *testing.T) {
	s := stocked(t)
	s.newBlank()
	s.moveToTrash()
	s.wait("the empty pane", func() bool { return s.doc == nil })
	if trashed, err := s.shelf.Library.Trashed(ctx); err != nil || len(trashed) != 0 {
		t.Errorf("%v, %v", trashed, err)
	}
}

func TestTrashThatFailsLeavesTheDraft(t *testing.T) {
	s := stocked(t)
	doc := s.show(1)
	s.shelf.breakWith(errors.New("no space left"))
	doc.session.Set(release.HeadlineField, "Раз")
	s.moveToTrash()
	s.wait("the trouble", func() bool { return s.win.Canvas().Overlays().Top() != nil })
	if s.doc != doc {
		t.Error("it is gone from the screen, and not on the disk")
	}
}
