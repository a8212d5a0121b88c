package window

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"communique/app/viewer"
	"communique/app/window/screen/screentest"
	"communique/assets/licences"
	"communique/editor/controls"
)

// tap presses the button that says text.
func (s *stage) tap(t *testing.T, text string) {
	t.Helper()
	b := screentest.Button(s.win.Canvas(), text)
	if b == nil {
		t.Fatalf("no button %q in\n%s", text, s.texts())
	}
	b.OnTapped()
}

// find returns the first object of a kind below root.
func find[T fyne.CanvasObject](root fyne.CanvasObject) (found T) {
	for _, o := range test.LaidOutObjects(root) {
		if found, ok := o.(T); ok {
			return found
		}
	}
	return found
}

func TestAboutTellsVersionAndLicences(t *testing.T) {
	s := newStage(t, settled)
	s.params.Version = "7.8.9"
	s.showAbout()
	if !strings.Contains(s.texts(), "Communique 7.8.9\n") {
		t.Errorf("on the screen:\n%s", s.texts())
	}
	s.tap(t, "Лицензии…")
	parts := licences.All()
	if texts := s.texts(); !strings.Contains(texts, parts[0].Text()) || !strings.Contains(texts, parts[1].Name) {
		t.Errorf("on the screen:\n%.2000s", texts)
	}
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if !strings.Contains(s.texts(), parts[1].Text()) {
		t.Errorf("Down does not show the next:\n%.2000s", s.texts())
	}
	text := find[*controls.Entry](s.win.Canvas().Overlays().Top())
	s.win.Canvas().Focus(text)
	text.TypedRune('x')
	text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if text.Text != parts[1].Text() {
		t.Error("a licence can be edited")
	}
	for range 2 { // the licences, and About below them
		s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	}
	if s.win.Canvas().Overlays().Top() != nil {
		t.Error("Escape does not leave the licences")
	}
}

// TestPrintSaysWhatIsKnown: that a viewer was asked for, where the file lies, and
// where nothing takes it, that alone.
func TestPrintSaysWhatIsKnown(t *testing.T) {
	for name, fails := range map[string]bool{"a viewer": false, "no viewer": true} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("TMPDIR", t.TempDir())
			s := newStage(t, settled)
			asked := make(chan string, 1)
			answer := make(chan error, 1)
			s.params.OpenFile = func(path string) error { asked <- path; return <-answer }
			s.filled(400)
			s.print()
			path := await(s, "the viewer", asked)
			if data, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(data), "%PDF-") {
				t.Fatalf("what the viewer gets is no PDF: %v", err)
			}
			s.wait("the notice", func() bool { return strings.Contains(s.texts(), "Открываю PDF") })
			if !strings.Contains(s.texts(), path) {
				t.Errorf("the file is not named:\n%s", s.texts())
			}
			if !fails {
				answer <- nil
				return
			}
			answer <- &viewer.Error{Path: path, Cause: errors.New("exit status 3")}
			s.wait("the trouble", func() bool {
				return strings.Contains(s.texts(), "нет программы, которая открывает PDF")
			})
			if strings.Contains(s.texts(), "Открываю PDF") || !strings.Contains(s.texts(), filepath.Base(path)) {
				t.Errorf("on the screen:\n%s", s.texts())
			}
		})
	}
}
