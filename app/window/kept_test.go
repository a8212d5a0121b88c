package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// TestALibraryKeptElsewhere: what is looked after on a server has no backups here, and the
// menu says so.
func TestALibraryKeptElsewhere(t *testing.T) {
	s := newStage(t, settled, "Встреча")
	s.params.Keeper = nil
	for _, name := range []string{"menu-backups", "menu-move-library"} {
		s.dialogOf(func() { s.command(name) })
		if text := s.texts(); !strings.Contains(text, "следят не здесь") {
			t.Errorf("%s: %s", name, text)
		}
		s.hands.Press(fyne.KeyEscape, 0)
		s.wait("the end of the dialog", func() bool { return !s.dialogOpen() })
	}
}
