package chooser

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"communique/app/chooser/system"
	"communique/editor/controls"
)

var errNone = errors.New("none here")

func TestTheSystemIsAskedFirst(t *testing.T) {
	s := newStand(t, "/documents")
	r := s.request()
	r.Several, r.Filters = true, []system.Filter{{Name: "Тексты", Endings: []string{".txt"}}}
	s.Choose(r)
	if got := fmt.Sprintf("%+v", <-s.asked); got != "{Title:Импорт Confirm:Выбрать Folder:false Several:true Dir:/documents Filters:[{Name:Тексты Endings:[.txt]}] Parent:0}" {
		t.Errorf("asked %s", got)
	}
	s.answer <- outcome{paths: []string{"/a", "/b"}}
	s.wait("the files", func() bool { return slices.Equal(s.chosen, []string{"/a", "/b"}) })
	r.Last = "/last"
	s.Choose(r)
	if q := <-s.asked; q.Dir != "/last" {
		t.Errorf("began in %s", q.Dir)
	}
	s.answer <- outcome{}
	s.chosen = nil
	s.next()
	if s.chosen != nil || s.open() || s.busy != 0 {
		t.Errorf("cancelled: %v, %v, %d", s.chosen, s.open(), s.busy)
	}
}

func TestOneQuestionAtATime(t *testing.T) {
	s := newStand(t, "/")
	s.Choose(s.request())
	s.Choose(s.request())
	<-s.asked
	if s.busy != 1 || len(s.asked) != 0 {
		t.Errorf("busy %d times, asked %d more", s.busy, len(s.asked))
	}
	s.answer <- outcome{}
	s.next()
	if s.said != 0 {
		t.Error("still said to be open after the answer")
	}
	s.Choose(s.request())
	<-s.asked
	if s.busy != 1 {
		t.Error("busy after an answer")
	}
}

// TestAnAnswerThatComesTooLate takes the question back before the system answers.
func TestAnAnswerThatComesTooLate(t *testing.T) {
	for name, c := range map[string]struct {
		back func(*stand)
		own  bool
	}{
		"the window is closed": {func(s *stand) { s.Close() }, false},
		"chosen in the window": {func(s *stand) { s.UseOwn() }, true},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStand(t, t.TempDir())
			s.Choose(s.request())
			<-s.asked
			s.answer <- outcome{paths: []string{"/a"}}
			late := <-s.queue
			c.back(s)
			late()
			if s.chosen != nil || s.open() != c.own {
				t.Errorf("%v, %v", s.chosen, s.open())
			}
		})
	}
}

func TestTheQuestionIsTakenBackFromTheSystem(t *testing.T) {
	s := newStand(t, t.TempDir())
	s.Choose(s.request())
	<-s.asked
	s.UseOwn()
	select {
	case <-s.back:
	case <-time.After(20 * time.Second):
		t.Fatal("the system still asks")
	}
	if !s.open() {
		t.Error("nothing is asked any more")
	}
	s.UseOwn() // there is nothing to take back
	s.Close()
	s.Choose(s.request())
	if len(s.asked) != 0 {
		t.Error("asked after the window was closed")
	}
}

func TestFilesInTheWindow(t *testing.T) {
	dir := shelf(t)
	s := newStand(t, dir)
	r := s.request()
	r.Filters = []system.Filter{{Name: "Тексты", Endings: []string{".txt", ".docx"}}, {Name: "Все файлы"}}
	l := s.own(r)
	if got := l.names(); got != "..|папка|А.TXT|б.txt" {
		t.Errorf("listed %s", got)
	}
	l.browser.all.SetChecked(true)
	s.wait("all files", func() bool { return l.names() == "..|папка|А.TXT|б.txt|в.png" })
	s.key(fyne.KeyDown) // from the row that leads up
	s.key(fyne.KeyRight)
	s.wait("the folder", func() bool {
		return l.names() == "..|пустая|г.docx" && l.browser.path.Text == filepath.Join(dir, "папка")
	})
	s.key(fyne.KeyLeft)
	s.wait("the folder above", func() bool { return l.browser.dir == dir })
	l.Select(1) // a click
	s.wait("the folder again", func() bool { return l.browser.dir == filepath.Join(dir, "папка") })
	l.Select(2)
	if s.chosen != nil || l.browser.path.Text != filepath.Join(dir, "папка", "г.docx") {
		t.Errorf("a click: %v, %s", s.chosen, l.browser.path.Text)
	}
	s.key(fyne.KeyReturn)
	s.wait("the file", func() bool {
		return slices.Equal(s.chosen, []string{filepath.Join(dir, "папка", "г.docx")}) && !s.open()
	})
}

func TestAFolderInTheWindow(t *testing.T) {
	dir := shelf(t)
	s := newStand(t, dir)
	r := s.request()
	r.Folder = true
	l := s.own(r)
	if got := l.names(); got != "..|папка" {
		t.Errorf("listed %s", got)
	}
	s.key(fyne.KeyDown)
	s.key(fyne.KeyReturn)
	s.wait("the folder", func() bool { return slices.Equal(s.chosen, []string{filepath.Join(dir, "папка")}) && !s.open() })
}

func TestAPathIsTyped(t *testing.T) {
	dir := shelf(t)
	for name, c := range map[string]struct {
		folder bool
		typed  []string
		want   string // chosen, below dir
		fault  string
	}{
		"a file":                 {false, []string{filepath.Join(dir, "в.png")}, "в.png", ""},
		"a file by its name":     {false, []string{"б.txt"}, "б.txt", ""},
		"a folder on the way":    {false, []string{"папка", "г.docx"}, "папка/г.docx", ""},
		"a folder":               {true, []string{"папка", filepath.Join(dir, "папка")}, "папка", ""},
		"nothing there":          {false, []string{"нет.txt"}, "", "нет"},
		"a file for a folder":    {true, []string{"б.txt"}, "", "не папка"},
		"something below a file": {false, []string{"б.txt/в"}, "", "не папка"},
		"a folder for a file":    {false, []string{"папка", filepath.Join(dir, "папка")}, "", "а нужен файл"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStand(t, dir)
			r := s.request()
			r.Folder = c.folder
			b := s.own(r).browser
			s.canvas.Focus(b.path)
			for _, typed := range c.typed {
				b.path.SetText(typed)
				s.key(fyne.KeyReturn)
				if b.looking == nil {
					t.Fatal("Enter did nothing")
				}
				s.next()
			}
			if c.want != "" && (!slices.Equal(s.chosen, []string{filepath.Join(dir, c.want)}) || s.open()) {
				t.Errorf("chosen %v, open %v", s.chosen, s.open())
			}
			if c.fault != "" && (s.chosen != nil || b.fault.Hidden || !strings.Contains(b.fault.Text, c.fault)) {
				t.Errorf("chosen %v, told %q", s.chosen, b.fault.Text)
			}
		})
	}
}

func TestTypingIsNotOverwrittenByTheList(t *testing.T) {
	s := newStand(t, shelf(t))
	s.Choose(s.request())
	s.answer <- outcome{err: errNone}
	s.wait("the window's own chooser", s.open)
	path := s.canvas.Focused().(*controls.Entry)
	list := <-s.queue // the folder is read
	path.SetText("/home/")
	list()
	if path.Text != "/home/" {
		t.Errorf("got %q", path.Text)
	}
}

// TestAPathTypedBeforeTheListIsThere selects all while the entry is empty, as a fast hand does,
// and pastes after the folder has come: the path is the pasted one alone.
func TestAPathTypedBeforeTheListIsThere(t *testing.T) {
	s := newStand(t, shelf(t))
	s.Choose(s.request())
	s.answer <- outcome{err: errNone}
	s.wait("the window's own chooser", s.open)
	path := s.canvas.Focused().(*controls.Entry)
	path.TypedShortcut(&fyne.ShortcutSelectAll{})
	s.next()
	if path.Text == "" {
		t.Fatal("the folder is not shown")
	}
	for _, r := range "/home" {
		path.TypedRune(r)
	}
	if path.Text != "/home" {
		t.Errorf("got %q", path.Text)
	}
}

// TestKeysBeforeTheAnswerToEnter presses on while the disk is asked what was entered: its answer
// holds.
func TestKeysBeforeTheAnswerToEnter(t *testing.T) {
	dir := shelf(t)
	typed := func(s *stand, name string) {
		for _, r := range name {
			s.canvas.Focused().(*controls.Entry).TypedRune(r)
		}
	}
	for name, c := range map[string]struct {
		entered string
		press   func(s *stand, b *browser)
		want    string
	}{
		"letters":                    {"б.txt", func(s *stand, _ *browser) { typed(s, "xyz") }, "б.txt"},
		"a row, and into it":         {"б.txt", func(s *stand, b *browser) { s.key(fyne.KeyDown); s.key(fyne.KeyDown); s.key(fyne.KeyRight) }, "б.txt"},
		"out of the folder":          {"б.txt", func(s *stand, _ *browser) { s.key(fyne.KeyDown); s.key(fyne.KeyLeft) }, "б.txt"},
		"a click on a folder":        {"б.txt", func(_ *stand, b *browser) { b.list.Select(1) }, "б.txt"},
		"all files":                  {"б.txt", func(_ *stand, b *browser) { b.all.SetChecked(true) }, "б.txt"},
		"Enter again":                {"б.txt", func(s *stand, _ *browser) { s.key(fyne.KeyReturn) }, "б.txt"},
		"a name in the folder to be": {"папка", func(s *stand, _ *browser) { typed(s, "г.docx"); s.key(fyne.KeyReturn) }, "папка/г.docx"},
		"another path":               {"папка", func(s *stand, b *browser) { b.path.SetText(filepath.Join(dir, "в.png")); s.key(fyne.KeyReturn) }, "в.png"},
		"the folder twice": {"папка", func(s *stand, b *browser) {
			s.key(fyne.KeyReturn)
			s.next()
			b.path.SetText("г.docx")
			s.key(fyne.KeyReturn)
		}, "папка/г.docx"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStand(t, dir)
			r := s.request()
			r.Filters = []system.Filter{{Name: "Тексты", Endings: []string{".txt", ".docx"}}}
			b := s.own(r).browser
			s.canvas.Focus(b.path)
			b.path.SetText(c.entered)
			s.key(fyne.KeyReturn)
			c.press(s, b)
			s.wait("the file", func() bool { return slices.Equal(s.chosen, []string{filepath.Join(dir, c.want)}) && !s.open() })
		})
	}
}

// TestANameBeforeTheFirstFolder is entered before the folder to begin in is read.
func TestANameBeforeTheFirstFolder(t *testing.T) {
	dir := shelf(t)
	s := newStand(t, dir)
	s.Choose(s.request())
	s.answer <- outcome{err: errNone}
	s.wait("the window's own chooser", s.open)
	s.canvas.Focused().(*controls.Entry).SetText("б.txt")
	s.key(fyne.KeyReturn)
	s.wait("the file", func() bool { return slices.Equal(s.chosen, []string{filepath.Join(dir, "б.txt")}) && !s.open() })
}

// TestANameBehindAFile is entered while the disk is asked whether a file is a folder to go into.
func TestANameBehindAFile(t *testing.T) {
	dir := shelf(t)
	s := newStand(t, dir)
	b := s.own(s.request()).browser
	b.into("в.png")
	s.canvas.Focus(b.path)
	b.typed("б.txt")
	s.wait("the file", func() bool { return slices.Equal(s.chosen, []string{filepath.Join(dir, "б.txt")}) && !s.open() })
}

// TestAFolderInOneOfItsName is entered by its name twice, faster than the disk answers.
func TestAFolderInOneOfItsName(t *testing.T) {
	dir := t.TempDir()
	inner := filepath.Join(dir, "акт", "акт")
	if err := os.MkdirAll(inner, 0o700); err != nil {
		t.Fatal(err)
	}
	s := newStand(t, dir)
	b := s.own(s.request()).browser
	s.canvas.Focus(b.path)
	b.typed("акт")
	for _, r := range "акт" {
		b.path.TypedRune(r)
	}
	s.key(fyne.KeyReturn)
	s.wait("the inner folder", func() bool { return b.dir == inner })
}

// TestAWrongNameIsMended types on at the end of a name that is nowhere.
func TestAWrongNameIsMended(t *testing.T) {
	s := newStand(t, shelf(t))
	b := s.own(s.request()).browser
	s.canvas.Focus(b.path)
	b.path.SetText("б.tx")
	s.key(fyne.KeyReturn)
	s.next()
	b.path.TypedRune('t')
	if b.fault.Hidden || b.path.Text != "б.txt" {
		t.Errorf("told %q, the entry has %q", b.fault.Text, b.path.Text)
	}
}

func TestEscapeLeavesFromEverywhere(t *testing.T) {
	s := newStand(t, shelf(t))
	for stops := range 6 {
		s.own(s.request())
		for range stops {
			s.canvas.FocusNext()
		}
		s.key(fyne.KeyEscape)
		if s.open() || s.chosen != nil {
			t.Errorf("after %d stops: open %v, chosen %v", stops, s.open(), s.chosen)
		}
	}
}

func TestAFolderThatCannotBeRead(t *testing.T) {
	s := newStand(t, filepath.Join(t.TempDir(), "gone"))
	s.Choose(s.request())
	s.answer <- outcome{err: errNone}
	s.wait("the window's own chooser", s.open)
	s.next()
	s.canvas.FocusNext()
	b := s.canvas.Focused().(*rowList).browser
	if b.fault.Hidden || !strings.Contains(b.fault.Text, "gone") {
		t.Errorf("told %q", b.fault.Text)
	}
}
