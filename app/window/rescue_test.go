package window

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"communique/app/crash"
	"communique/editor/release"
)

// await does the UI goroutine's work until something comes.
func await[T any](s *stage, what string, c <-chan T) (v T) {
	s.t.Helper()
	deadline := time.After(20 * time.Second)
	for {
		select {
		case v = <-c:
			return v
		case f := <-s.queue:
			f()
		case <-deadline:
			s.t.Fatalf("waited in vain for %s; on the screen:\n%s", what, s.texts())
		}
	}
}

// TestRescue keeps what was typed when the program ends by a fault.
func TestRescue(t *testing.T) {
	for name, test := range map[string]struct {
		onUI bool
		fail error
	}{
		"from the UI goroutine":       {true, nil},
		"from the background":         {false, nil},
		"the library does not answer": {true, errors.New("no space left")},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, settled, "Встреча")
			s.open(1)
			s.wait("the release", func() bool { return s.doc != nil })
			s.shelf.mu.Lock()
			s.shelf.fail = test.fail
			s.shelf.mu.Unlock()
			s.doc.session.Set("headline", "Встреча в Пробном")
			var left [][]byte
			var whole bool
			if test.onUI {
				left, whole = s.Rescue(true)
			} else {
				over := make(chan [][]byte)
				go func() {
					var left [][]byte
					left, whole = s.Rescue(false)
					over <- left
				}()
				left = await(s, "the rescue", over)
			}
			if !whole {
				t.Error("it says that something may be lost")
			}
			if test.fail != nil {
				if len(left) != 1 {
					t.Fatalf("%d texts are left", len(left))
				}
				if r, err := release.Decode(left[0]); err != nil || r.Headline != "Встреча в Пробном" {
					t.Errorf("left is %q, %v", r.Headline, err)
				}
				return
			}
			if r, _, err := s.shelf.Get(context.Background(), 1); err != nil || r.Headline != "Встреча в Пробном" || len(left) != 0 {
				t.Errorf("the library has %q, %v; left are %d", r.Headline, err, len(left))
			}
		})
	}
}

// TestRescueOfABrokenDraft keeps what the saver has where the draft itself is at fault.
func TestRescueOfABrokenDraft(t *testing.T) {
	s := newStage(t, settled, "Встреча")
	s.shelf.fail = errors.New("no space left")
	s.saver.Put(s.newDocument(release.New("ru")), headed("Ждёт записи"))
	s.doc = &document{} // without a session: the next look at it is a fault
	left, whole := s.Rescue(true)
	if whole {
		t.Error("a draft that cannot be read is said to be kept")
	}
	if len(left) != 1 || !strings.Contains(string(left[0]), "Ждёт записи") {
		t.Errorf("left are %q", left)
	}
}

// TestCloseSavesWhatIsTyped is the end of a session, which asks nobody.
func TestCloseSavesWhatIsTyped(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	s := newStage(t, settled, "Встреча")
	s.open(1)
	s.wait("the release", func() bool { return s.doc != nil })
	copies, err := s.copies.Folder()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range "Стороны условились" {
		s.win.Canvas().Focused().TypedRune(r)
	}
	s.Close()
	if r, _, err := s.shelf.Get(context.Background(), 1); err != nil || !strings.Contains(strings.Join(r.Texts(), "\n"), "Стороны условились") {
		t.Errorf("the library has %q, %v", r.Texts(), err)
	}
	if _, err := os.Stat(copies); err == nil {
		t.Error("what was printed stays behind")
	}
}

// TestAFaultIsToldOnce also where it is left with Escape.
func TestAFaultIsToldOnce(t *testing.T) {
	s := newStage(t, settled)
	told := make(chan crash.Report, 2)
	s.params.Told = func(r crash.Report) error { told <- r; return errors.New("a full disk") }
	s.params.Reports = []crash.Report{{Path: "/crashes/older.txt"}, {Path: "/crashes/newer.txt"}}
	s.Show()
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if r := await(s, "the note", told); r.Path != "/crashes/newer.txt" {
		t.Errorf("told is %v", r)
	}
	if s.win.Canvas().Overlays().Top() != nil {
		t.Errorf("still on the screen:\n%s", s.texts())
	}
	s.wait("the trouble", func() bool { return strings.Contains(s.texts(), "a full disk") })
}

func TestAFolderThatNothingOpensIsTold(t *testing.T) {
	s := newStage(t, settled)
	s.params.OpenFile = func(string) error { return errors.New("no file manager") }
	s.openFile("/crashes")
	s.wait("the trouble", func() bool { return strings.Contains(s.texts(), "no file manager") })
}
