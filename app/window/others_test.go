package window

import (
	"context"
	"testing"
)

// TestTheListFollowsOthers: what another copy of the program does is in the list without
// a key being pressed, and what is done here makes no list anew.
func TestTheListFollowsOthers(t *testing.T) {
	s := newStage(t, settled, "Встреча", "Учения")
	other := s.neighbour()
	e, err := other.Save(context.Background(), 0, 0, headed("Пожар потушен"))
	if err != nil {
		t.Fatal(err)
	}
	s.wait("another's release", func() bool { return s.library.Count() == 3 })
	if err := other.Trash(context.Background(), e.ID); err != nil {
		t.Fatal(err)
	}
	s.wait("it to go", func() bool { return s.library.Count() == 2 })
}
