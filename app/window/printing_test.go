package window

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"communique/app/viewer"
	"communique/app/window/screen/screentest"
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
