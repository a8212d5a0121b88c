package window

import (
	"fmt"
	"strings"
	"testing"
	"time"

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

// TestChecksAreNotLostOverAResize: a question about the size that comes while
// the checks are under way asks for them too.
func TestChecksAreNotLostOverAResize(t *testing.T) {
	s := stocked(t)
	resume := s.analyst.Pause()
	s.show(1)
	s.sizeTimer.After(time.Hour, func() {}) // whatever it waits for
	s.repaint()
	s.wait("the size to be asked for", func() bool { return s.again })
	resume()
	s.wait("the checks", func() bool { return !s.checking && len(s.preview.Lines()) > 1 })
}

func TestAnAnalysisOfADraftThatIsGoneIsNotShown(t *testing.T) {
	s := stocked(t)
	resume := s.analyst.Pause()
	s.show(1)
	s.close()
	resume()
	s.untilQuiet()
	if len(s.preview.Lines()) != 0 {
		t.Errorf("shown %q", s.preview.Lines())
	}
}

// TestPagesAreShownWithTheNextKey: while the typing goes on nothing is drawn anew but by
// keys; what is ready by then is shown with them, and in the pause.
func TestPagesAreShownWithTheNextKey(t *testing.T) {
	s := stocked(t)
	s.show(1)
	s.wait("the first pages", func() bool { return !s.analysing.asked && !s.checking && len(s.preview.Last().Pages.Pages) > 0 })
	first := &s.preview.Last().Pages.Pages[0]
	s.focusText()
	s.write("a")
	s.analysisTimer.After(time.Hour, func() {}) // the typing goes on
	if s.analysing.asked {
		t.Error("they are laid out for each key")
	}
	s.wait("other pages", func() bool { return s.ready != nil })
	if &s.preview.Last().Pages.Pages[0] != first {
		t.Error("they are shown without a key")
	}
	waiting := &s.ready.Pages.Pages[0]
	s.write("b")
	if &s.preview.Last().Pages.Pages[0] != waiting {
		t.Error("they are not shown with the next key")
	}
	s.analyse()
	s.wait("the pause", func() bool { return s.ready == nil && !s.analysing.asked && !s.checking })
	if lines := strings.Join(s.preview.Lines(), " "); !strings.Contains(lines, "ab") {
		t.Errorf("in the pause: %q", lines)
	}
}
