package chooser

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"communique/app/chooser/system"
	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/controls"
)

// stand is a chooser on the test driver's screen.
type stand struct {
	*Chooser
	t      testing.TB
	queue  chan func() // what waits for the UI goroutine, which is the test's own
	canvas fyne.Canvas
	asked  chan system.Question
	answer chan outcome  // of the system's chooser
	back   chan struct{} // hears of questions that were taken back
	busy   int           // times the window said so
	said   int           // times it says so now
	chosen []string
}

type outcome struct {
	paths []string
	err   error
}

func newStand(t testing.TB, start string) *stand {
	t.Helper()
	win := test.NewTempApp(t).NewWindow("")
	win.Resize(fyne.NewSize(1280, 800))
	s := &stand{t: t, queue: make(chan func(), 100), canvas: win.Canvas(), asked: make(chan system.Question, 9), answer: make(chan outcome, 9), back: make(chan struct{}, 9)}
	words, err := translations.New("ru")
	if err != nil {
		t.Fatal(err)
	}
	keys := controls.NewKeyboard(controls.Params{
		Canvas: win.Canvas(), Held: func() fyne.KeyModifier { return 0 }, Menu: func() *fyne.MainMenu { return nil },
		Physical: func(int) fyne.KeyName { return fyne.KeyUnknown },
	})
	s.Chooser = New(Params{
		Window: win, Keys: keys, Words: func() *translations.Words { return words }, Go: func(f func()) { go f() }, Do: func(f func()) { s.queue <- f }, Busy: func() func() {
			s.busy++
			s.said++
			return func() { s.said-- }
		},
		Dialogs: screen.NewDialogs(screen.Params{Canvas: win.Canvas(), Keys: keys, Home: func() {}}),
		Start: func(last string) string {
			if last != "" {
				return last
			}
			return start
		},
		Ask: func(ctx context.Context, q system.Question) ([]string, error) {
			s.asked <- q
			select {
			case o := <-s.answer:
				return o.paths, o.err
			case <-ctx.Done():
				s.back <- struct{}{}
				return nil, ctx.Err()
			}
		},
	})
	return s
}

func (s *stand) wait(what string, ready func() bool) {
	s.t.Helper()
	deadline := time.After(20 * time.Second)
	for !ready() {
		select {
		case f := <-s.queue:
			f()
		case <-deadline:
			s.t.Fatalf("waited in vain for %s", what)
		}
	}
}

// next does the next thing that waits for the UI goroutine.
func (s *stand) next() { (<-s.queue)() }

func (s *stand) request() Request {
	return Request{Title: "Импорт", Confirm: "Выбрать", Chosen: func(paths []string) { s.chosen = paths }}
}

func (s *stand) open() bool { return s.canvas.Overlays().Top() != nil }

// own brings up the window's own chooser and returns its list, once it is read.
func (s *stand) own(r Request) *rowList {
	s.t.Helper()
	s.Choose(r)
	s.answer <- outcome{err: errNone}
	s.wait("the window's own chooser", s.open)
	s.canvas.FocusNext()
	list, ok := s.canvas.Focused().(*rowList)
	for n := 0; !ok && n < 5; n++ {
		s.canvas.FocusNext()
		list, ok = s.canvas.Focused().(*rowList)
	}
	if !ok {
		s.t.Fatal("no list")
	}
	s.wait("the folder", func() bool { return list.browser.dir != "" })
	return list
}

func (s *stand) key(name fyne.KeyName) {
	s.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: name})
}

func (l *rowList) names() string {
	var all []string
	for _, r := range l.browser.rows {
		all = append(all, r.name)
	}
	return strings.Join(all, "|")
}

// shelf is a folder of files and folders.
func shelf(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"б.txt", "А.TXT", "в.png", ".скрыт.txt", "папка/г.docx", "папка/пустая/.x"} {
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, nil, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
