package drafting

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"communique/editor/draft"
)

// TestALinkIsOfTheDraftItWasAskedFor: the address goes to the words that were selected, and to no
// other draft that is shown meanwhile.
func TestALinkIsOfTheDraftItWasAskedFor(t *testing.T) {
	for name, tt := range map[string]struct {
		meanwhile bool
		links     int
	}{"the same draft": {false, 1}, "another draft meanwhile": {true, 0}} {
		s := newStand(t, written())
		s.GoTo(body(1, 0))
		s.surface.Select(body(1, 0), body(1, len("Второй")))
		s.Link()
		test.Type(s.Base.Canvas.Focused(), "https://council.example/")
		if tt.meanwhile {
			s.session = draft.NewSession(written(), time.Now)
			s.Pane.Open(s.session)
			s.surface.Select(body(1, 0), body(1, len("Второй")))
		}
		s.Press(fyne.KeyReturn, fyne.KeyModifierShortcutDefault)
		if got := s.session.Release().Blocks[0].Marks; len(got) != tt.links {
			t.Errorf("%s: %d links %v", name, len(got), got)
		}
	}
}
