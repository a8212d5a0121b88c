package window

import (
	"fmt"
	"testing"

	"communique/editor/register"
)

// untilIdle does the UI goroutine's work that is there already.
func (s *stage) untilIdle() {
	for len(s.queue) > 0 {
		(<-s.queue)()
	}
}

func TestADialogComesOnlyToWhoStillWantsIt(t *testing.T) {
	s := stocked(t)
	if err := s.shelf.Library.Trash(ctx, 3); err != nil {
		t.Fatal(err)
	}
	s.shelf.gates.close("trashed 0")
	s.showTrash()
	s.waitFor("trashed 0")
	s.showMentions()
	s.shelf.gates.open("trashed 0")
	s.untilQuiet()
	if n := len(s.win.Canvas().Overlays().List()); n != 1 {
		t.Errorf("%d dialogs lie over each other", n)
	}
}

func TestTheNewestIndexOfTheRegistersStays(t *testing.T) {
	s := newStage(t, settled)
	told := 0
	for n := range 5 {
		var r register.Registers
		for i := range n {
			r.Places = append(r.Places, register.Place{Name: fmt.Sprint("Пробный", i)})
		}
		s.keepRegisters(r, func() { told = n })
	}
	s.wait("the newest", func() bool { return told == 4 })
	if got := len(s.lookup.Index().Find("", "Пробный", 10)); got != 4 {
		t.Errorf("%d places are found", got)
	}
}
