package chooser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"communique/app/chooser/system"
	"communique/editor/controls"
	"communique/editor/controls/controlstest"
)

// TestWhatTheChooserSays shows the window's own chooser, for files, for folders,
// and where something went wrong.
func TestWhatTheChooserSays(t *testing.T) {
	texts := []system.Filter{{Name: "Тексты", Endings: []string{".txt"}}, {Name: "Все файлы"}}
	for name, c := range map[string]struct {
		folder  bool
		filters []system.Filter
		do      func(s *stand, b *browser)
	}{
		"files":          {false, texts, func(*stand, *browser) {}},
		"all files":      {false, texts, func(_ *stand, b *browser) { b.all.SetChecked(true) }},
		"any file":       {false, nil, func(*stand, *browser) {}},
		"a folder":       {true, nil, func(s *stand, _ *browser) { s.key(fyne.KeyDown) }},
		"a file is gone": {false, texts, func(_ *stand, b *browser) { b.typed("нет.txt") }},
		"after a fault":  {false, texts, func(s *stand, b *browser) { b.typed("нет.txt"); s.next(); b.typed("папка") }},
	} {
		t.Run(name, func(t *testing.T) {
			dir := shelf(t)
			s := newStand(t, dir)
			r := s.request()
			r.Folder, r.Filters = c.folder, c.filters
			c.do(s, s.own(r).browser)
			controlstest.Golden(t, name, func() string {
				return strings.ReplaceAll(strings.ReplaceAll(controlstest.Screen(s.canvas), dir, "FOLDER"), `\`, "/")
			}, func(within time.Duration) bool {
				select {
				case f := <-s.queue:
					f()
					return true
				case <-time.After(within):
					return false
				}
			})
		})
	}
}

// typed enters a path.
func (b *browser) typed(path string) {
	b.path.SetText(path)
	b.submit()
}

// TestWhatIsConfirmed presses the button, whatever was typed.
func TestWhatIsConfirmed(t *testing.T) {
	dir := shelf(t)
	if err := os.Symlink(filepath.Join(dir, "папка"), filepath.Join(dir, "ссылка")); err != nil {
		t.Skip("no links here")
	}
	for name, c := range map[string]struct {
		folder       bool
		typed        string
		chosen, into string // below dir
	}{
		"a file by its name":      {false, "б.txt", "б.txt", ""},
		"a file by a way about":   {false, "папка/../б.txt", "б.txt", ""},
		"a whole path about":      {false, filepath.Join(dir, "папка") + "/../б.txt", "б.txt", ""},
		"a folder for a file":     {false, "папка", "", "папка"},
		"a linked folder":         {false, "ссылка", "", "ссылка"},
		"a folder by its name":    {true, "папка", "папка", ""},
		"the folder that is seen": {true, ".", ".", ""},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStand(t, dir)
			r := s.request()
			r.Folder = c.folder
			b := s.own(r).browser
			b.path.SetText(c.typed)
			b.confirm()
			s.next()
			if c.chosen != "" && (len(s.chosen) != 1 || s.chosen[0] != filepath.Join(dir, c.chosen) || s.open()) {
				t.Errorf("chosen %v, open %v", s.chosen, s.open())
			}
			if c.into != "" && (s.chosen != nil || b.dir != filepath.Join(dir, c.into) || !strings.HasPrefix((&rowList{browser: b}).names(), "..|")) {
				t.Errorf("chosen %v, in %s", s.chosen, b.dir)
			}
		})
	}
}

// The rows and the path follow one another.
func TestKeysInTheChooser(t *testing.T) {
	dir := shelf(t)
	s := newStand(t, dir)
	l := s.own(s.request())
	b := l.browser
	if b.path.CursorColumn != len([]rune(dir)) {
		t.Errorf("the caret stands at %d, not behind the folder", b.path.CursorColumn)
	}
	s.canvas.Focus(b.path)
	s.key(fyne.KeyDown)
	if s.canvas.Focused() != l {
		t.Fatalf("Down leads to %T", s.canvas.Focused())
	}
	s.key(fyne.KeyDown)
	if b.dir != dir || b.path.Text != filepath.Join(dir, "папка") {
		t.Errorf("a folder is named, and not gone into: %s, %s", b.dir, b.path.Text)
	}
	s.key(fyne.KeyDown)
	s.key(fyne.KeyRight) // into a file leads nowhere
	s.next()
	if b.dir != dir || b.path.Text != filepath.Join(dir, "А.TXT") || s.chosen != nil || !b.fault.Hidden {
		t.Errorf("in %s, %s", b.dir, b.path.Text)
	}
	s.key(fyne.KeyLeft)
	s.next()
	if b.dir != filepath.Dir(dir) || b.path.Text != filepath.Dir(dir) {
		t.Errorf("above: %s, %s", b.dir, b.path.Text)
	}
	s.key(fyne.KeyEscape)
	if s.open() || s.chosen != nil {
		t.Error("Escape leaves it open")
	}
}

// Of two folders that are asked for, the second is shown, whatever is read first.
func TestTheFolderThatIsNotWantedAnyMore(t *testing.T) {
	dir := shelf(t)
	s := newStand(t, dir)
	b := s.own(s.request()).browser
	for _, leave := range []bool{false, true} {
		b.typed("папка")
		late := <-s.queue
		if leave {
			s.key(fyne.KeyEscape)
		} else {
			b.typed(filepath.Join(dir, "папка/пустая"))
			s.next()
		}
		before := b.dir
		if late(); b.dir != before {
			t.Errorf("left: %v: in %s", leave, b.dir)
		}
	}
}

func TestTheChooserFitsASmallWindow(t *testing.T) {
	s := newStand(t, shelf(t))
	small := fyne.NewSize(420, 400)
	s.params.Window.Resize(small)
	s.own(s.request())
	for _, o := range controlstest.Objects(s.canvas.Overlays().Top()) {
		if b, ok := o.(*controls.Button); ok {
			if at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b); at.Y+b.Size().Height > small.Height || at.X+b.Size().Width > small.Width {
				t.Errorf("%s stands at %v", b.Text, at)
			}
		}
	}
}

func TestALongNameEndsInDots(t *testing.T) {
	test.NewTempApp(t)
	row := newRow()
	row.(*fyne.Container).Objects[1].(*widget.Label).SetText(strings.Repeat("имя-", 30))
	if row.MinSize().Width > 100 {
		t.Errorf("a row needs %v", row.MinSize())
	}
}

// native is a window that the system knows by a number.
type native struct {
	fyne.Window
	context any
}

func (n native) RunNative(f func(context any)) { f(n.context) }

func TestTheSystemKnowsWhoseItsChooserIs(t *testing.T) {
	for _, context := range []any{driver.X11WindowContext{WindowHandle: 7}, driver.WindowsWindowContext{HWND: 7}} {
		if got := handle(native{context: context}); got != 7 {
			t.Errorf("%T: %d", context, got)
		}
	}
	if got := handle(native{context: driver.WaylandWindowContext{}}); got != 0 {
		t.Errorf("Wayland: %d", got)
	}
}
