package start

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"communique/app/chooser/system"
	"communique/app/library"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/controls/controlstest"
)

// scene is the window on the test driver's screen, with what it asked for.
type scene struct {
	*Window
	tries, quit int
	recovered   int
	restored    int
	backups     bool // the library has some
	other       string
	revealed    string
	noFolders   error
	chosen      []string // what the system's chooser answers
	noChooser   error
	question    system.Question // what it was asked last
	ask         func()
	queue       chan func() // what waits for the UI goroutine, which is the test's own
}

// wait does the UI goroutine's work until ready.
func (s *scene) wait(t *testing.T, what string, ready func() bool) {
	t.Helper()
	deadline := time.After(20 * time.Second)
	for !ready() {
		select {
		case f := <-s.queue:
			f()
		case <-deadline:
			t.Fatalf("waited in vain for %s; on the screen:\n%s", what, s.texts())
		}
	}
}

func newScene(t *testing.T, language string, library bool) *scene {
	t.Helper()
	words, err := translations.New(language)
	if err != nil {
		t.Fatal(err)
	}
	s := &scene{ask: func() {}, queue: make(chan func(), 100)}
	s.Window = New(Params{
		App: test.NewTempApp(t), Words: words, Library: library,
		Again: func() { s.tries++ }, Recover: func() { s.recovered++ }, Restore: func() { s.restored++ }, HasBackups: func(string) bool { return s.backups },
		Quit: func() { s.quit++ }, Other: func(path string) { s.other = path },
		Reveal:   func(dir string) error { s.revealed = dir; return s.noFolders },
		Modifier: func() fyne.KeyModifier { return 0 }, Physical: func(int) fyne.KeyName { return fyne.KeyUnknown },
		Ask: func(_ context.Context, q system.Question) ([]string, error) {
			s.question = q
			s.ask()
			return s.chosen, s.noChooser
		},
		Documents: t.TempDir(),
		Go:        func(f func()) { f() }, Do: func(f func()) { s.queue <- f },
	})
	s.Show()
	return s
}

func (s *scene) texts() string {
	var all []string
	for _, root := range append(s.win.Canvas().Overlays().List(), s.win.Content()) {
		for _, o := range controlstest.Objects(root) {
			if label, ok := controlstest.Label(o); ok && label.Visible() {
				all = append(all, label.Text)
			}
			if button, ok := o.(*controls.Button); ok {
				all = append(all, button.Text)
			}
		}
	}
	return strings.Join(all, "\n")
}

func (s *scene) key(name fyne.KeyName) { s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name}) }

// focus gives the keyboard to the button that is called so in the translations.
func (s *scene) focus(t *testing.T, name string) {
	t.Helper()
	for _, o := range s.buttons.Objects {
		if b, ok := o.(*controls.Button); ok && b.Text == s.params.Words.Text(name) {
			s.win.Canvas().Focus(b)
			return
		}
	}
	t.Fatalf("no %s in\n%s", name, s.texts())
}

func TestTroubleIsTold(t *testing.T) {
	for _, language := range translations.Languages() {
		s := newScene(t, language, true)
		s.Tell(errors.New("what went wrong"), "/usb/library.db")
		for _, part := range []string{"what went wrong", "/usb/library.db", "Communique"} {
			if !strings.Contains(s.texts(), part) {
				t.Errorf("%s: %q is not told:\n%s", language, part, s.texts())
			}
		}
		s.Tell(errors.New("no /usb/library.db"), "/usb/library.db")
		if strings.Count(s.texts(), "/usb/library.db") != 1 || strings.Contains(s.texts(), "⟦") {
			t.Errorf("%s:\n%s", language, s.texts())
		}
	}
}

// TestEveryWayOutByKeyboard presses each button with Enter, and leaves with Escape.
func TestEveryWayOutByKeyboard(t *testing.T) {
	s := newScene(t, "ru", true)
	if s.win.Canvas().Focused() != fyne.Focusable(s.again) {
		t.Errorf("%v has the keyboard at first", s.win.Canvas().Focused())
	}
	s.Tell(errors.New("trouble"), "/usb/library.db")
	s.key(fyne.KeyReturn) // the first has the keyboard
	if s.tries != 1 || !s.again.Disabled() || !strings.Contains(s.texts(), "Пробую ещё раз") {
		t.Errorf("tried %d times:\n%s", s.tries, s.texts())
	}
	s.again.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) // and must not be tried twice at once
	if s.tries != 1 {
		t.Error("a try was begun while another was under way")
	}
	s.Tell(errors.New("trouble"), "/usb/library.db")
	if s.again.Disabled() || s.win.Canvas().Focused() != fyne.Focusable(s.again) {
		t.Error("after the answer nothing can be pressed")
	}
	s.focus(t, "menu-quit")
	s.key(fyne.KeyEnter)
	s.key(fyne.KeyEscape)
	s.win.Canvas().Unfocus()
	s.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	s.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyDown})
	if s.quit != 3 {
		t.Errorf("left %d times", s.quit)
	}
}

// TestWaysOutOfDamage: a damaged library can be recovered, or a backup put in its place where there
// is one; a missing one only the latter; other trouble neither.
func TestWaysOutOfDamage(t *testing.T) {
	for name, tt := range map[string]struct {
		err              error
		backups          bool
		recover, restore bool
	}{
		"damaged":             {&library.NoLibraryError{Path: "/usb/library.db"}, true, true, true},
		"damaged, no backups": {&library.NoLibraryError{Path: "/usb/library.db"}, false, true, false},
		"gone":                {&library.AbsentError{Path: "/usb/library.db"}, true, false, true},
		"gone, no backups":    {&library.AbsentError{Path: "/usb/library.db"}, false, false, false},
		"another's":           {&library.ForeignError{Path: "/usb/library.db"}, true, false, false},
		"the disk":            {errors.New("no"), true, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			for _, language := range translations.Languages() {
				s := newScene(t, language, true)
				s.backups = tt.backups
				s.Tell(errors.New("first something else"), "/usb/library.db")
				s.Tell(tt.err, "/usb/library.db")
				if s.recover.Visible() != tt.recover || s.restore.Visible() != tt.restore {
					t.Errorf("recover %v, restore %v", s.recover.Visible(), s.restore.Visible())
				}
				if tt.recover {
					s.key(fyne.KeyReturn) // it has the keyboard
					if s.recovered != 1 || !s.restore.Disabled() {
						t.Errorf("recovered %d times", s.recovered)
					}
					s.Tell(tt.err, "/usb/library.db")
				}
				if tt.restore {
					s.focus(t, "start-restore")
					s.key(fyne.KeyReturn)
				}
				if want := map[bool]int{true: 1}[tt.restore]; s.restored != want {
					t.Errorf("restored %d times", s.restored)
				}
				if name == "damaged" {
					s.Tell(tt.err, "/usb/library.db")
					controlstest.Golden(t, filepath.Join(language, "damaged"), func() string { return controlstest.Screen(s.win.Canvas()) }, nil)
				}
			}
		})
	}
}

// TestATryThatTakesLong tells how far an older program's library is, and Close ends it.
func TestATryThatTakesLong(t *testing.T) {
	s := newScene(t, "ru", true)
	s.Tell(errors.New("trouble"), "/usb/library.db")
	s.key(fyne.KeyReturn)
	s.Progress(2500, 10000)
	s.wait(t, "how far it is", func() bool { return strings.Contains(s.texts(), "2500") && strings.Contains(s.texts(), "10000") })
	closed := false
	s.win.SetOnClosed(func() { closed = true })
	if s.Close(); !closed {
		t.Error("the window stays")
	}
}

// TestChoosers take the system's answer; nothing chosen is no answer.
func TestChoosers(t *testing.T) {
	for name, want := range map[string]string{"start-other": "/disk/office.db", "start-new": filepath.Join("/disk/office.db", "library.db")} {
		s := newScene(t, "ru", true)
		s.Tell(errors.New("trouble"), "/usb/library.db")
		s.focus(t, name)
		asked := make(chan struct{}, 2)
		s.ask = func() { asked <- struct{}{} }
		s.key(fyne.KeyReturn)
		<-asked
		(<-s.queue)()
		if s.other != "" || s.again.Disabled() {
			t.Errorf("%s: nothing was chosen, and %q was opened", name, s.other)
		}
		s.chosen = []string{"/disk/office.db"}
		s.key(fyne.KeyReturn)
		s.wait(t, "the choice", func() bool { return s.other != "" })
		if s.other != want || !s.again.Disabled() {
			t.Errorf("%s: %q was opened", name, s.other)
		}
	}
}

// TestOwnChooser is left with Escape where the system has none, and the keyboard
// is back where it was.
func TestOwnChooser(t *testing.T) {
	s := newScene(t, "ru", true)
	s.Tell(errors.New("trouble"), "/usb/library.db")
	s.noChooser = errors.New("no portal")
	s.focus(t, "start-other")
	from := s.win.Canvas().Focused()
	s.key(fyne.KeyReturn)
	s.wait(t, "the chooser", func() bool { return s.win.Canvas().Overlays().Top() != nil })
	s.key(fyne.KeyEscape)
	if s.win.Canvas().Overlays().Top() != nil || s.win.Canvas().Focused() != from || s.quit != 0 || s.other != "" {
		t.Errorf("after Escape %v has the keyboard, left %d times", s.win.Canvas().Focused(), s.quit)
	}
}

func TestWithoutALibrary(t *testing.T) {
	s := newScene(t, "en", false)
	s.Tell(errors.New("trouble"), "/config/settings.toml")
	if strings.Contains(s.texts(), "another library") || !strings.Contains(s.texts(), "Try again") {
		t.Errorf("on the screen:\n%s", s.texts())
	}
}

// TestReveal opens the folder that is there, however much of the path is gone.
func TestReveal(t *testing.T) {
	there := t.TempDir()
	s := newScene(t, "en", true)
	s.Tell(errors.New("trouble"), filepath.Join(there, "gone", "further", "library.db"))
	s.focus(t, "start-show")
	s.key(fyne.KeyReturn)
	if s.revealed != there {
		t.Errorf("revealed %s", s.revealed)
	}
	s.Tell(errors.New("trouble"), filepath.Join(there, "library.db"))
	if err := os.WriteFile(filepath.Join(there, "library.db"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s.revealed = ""
	s.focus(t, "start-show")
	s.key(fyne.KeyReturn)
	if s.revealed != there {
		t.Errorf("of a file that is there, revealed %s", s.revealed)
	}
	s.noFolders = os.ErrNotExist
	s.key(fyne.KeyReturn)
	s.wait(t, "the place", func() bool { return strings.Contains(s.texts(), "It is here: "+there) })
}

// TestWhatIsSaid shows the window before and after a try, with a library and without.
func TestWhatIsSaid(t *testing.T) {
	for _, language := range translations.Languages() {
		for name, library := range map[string]bool{"the library": true, "the settings": false} {
			s := newScene(t, language, library)
			s.Tell(errors.New("trouble"), "/usb/library.db")
			golden := func(name string) {
				t.Helper()
				controlstest.Golden(t, filepath.Join(language, name), func() string { return controlstest.Screen(s.win.Canvas()) }, nil)
			}
			golden(name)
			s.key(fyne.KeyReturn)
			golden(name + ", trying")
		}
	}
}

// TestWhatTheSystemIsAsked looks at the questions for a file and for a folder.
func TestWhatTheSystemIsAsked(t *testing.T) {
	for name, want := range map[string]string{
		"start-other": "Открыть другую библиотеку… / Выбрать, folder false, Библиотеки (*.db) [.db], Все файлы []",
		"start-new":   "Новая библиотека в другой папке… / Выбрать, folder true",
	} {
		s := newScene(t, "ru", true)
		s.Tell(errors.New("trouble"), "/usb/library.db")
		s.focus(t, name)
		s.key(fyne.KeyReturn)
		q := s.question
		got := fmt.Sprintf("%s / %s, folder %v", q.Title, q.Confirm, q.Folder)
		for _, f := range q.Filters {
			got += fmt.Sprintf(", %s %v", f.Name, f.Endings)
		}
		if got != want || q.Dir != s.params.Documents || q.Several {
			t.Errorf("%s: %s, in %s", name, got, q.Dir)
		}
	}
}
