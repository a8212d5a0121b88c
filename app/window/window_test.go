package window

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"communique/app/appearance"
	"communique/app/chooser/system"
	"communique/app/clipboard"
	"communique/app/crash"
	"communique/app/library"
	"communique/app/library/sqlite"
	"communique/app/settings"
	"communique/app/window/screen/screentest"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/controls/controlstest"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/snippet"
	"communique/editor/spelling"
	"communique/editor/template"
	"communique/editor/typography"
	"communique/export"
	"communique/export/style"
)

// shelf is a library that can be told to fail.
type shelf struct {
	*sqlite.Library
	mu         sync.Mutex
	fail       error
	refused    error // what taking a release fails with
	unwritable error
	gates      gates // what holds answers back
}

// list returns what a query finds.
func (s *shelf) list(t testing.TB, query string) []library.Entry {
	t.Helper()
	positions, err := s.Find(context.Background(), library.ParseQuery(query, false, nil), 0)
	if err != nil {
		t.Fatal(err)
	}
	entries, err := s.Entries(context.Background(), positions)
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

func clockTime() time.Time { return time.Date(2024, 9, 11, 14, 2, 0, 0, time.UTC) }

// stage is the main window on the test driver's screen.
type stage struct {
	*Window
	t             testing.TB
	clip          func(ctx context.Context) (clipboard.Contents, error) // what another program has copied
	queue         chan func()                                           // what waits for the UI goroutine, which is the test's own
	shelf         *shelf
	kept          held[settings.Settings]
	keptRegisters held[register.Registers]
	hands         *controlstest.Hands
	dictionary    func(register.Registers, grammar.House) (*spelling.Checker, error) // what checks the spelling, nil: nothing does
	addWord       func(word string) error
	both          [2]string // what was put on the clipboard in two forms
	oneForm       error     // why the clipboard takes one form only
	preferred     held[appearance.Preferences]
	reduced       held[bool]
	choose        func(ctx context.Context, q system.Question) ([]string, error) // the system's chooser
}

// held is what the background writes while a test looks.
type held[T any] struct {
	mu sync.Mutex
	v  T
}

func (h *held[T]) set(v T) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.v = v
}

func (h *held[T]) get() T {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.v
}

// listed returns the headlines in the library pane, once they are all read.
func (s *stage) listed() string {
	var all []string
	for _, e := range s.library.Listed() {
		all = append(all, e.Headline)
	}
	return strings.Join(all, "|")
}

// tempDir is a folder that goes when the test and what it left running in the
// background are done with it.
func tempDir(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "communique")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		for end := time.Now().Add(10 * time.Second); os.RemoveAll(dir) != nil; {
			if time.Now().After(end) {
				t.Errorf("%s is still written to", dir)
				return
			}
			runtime.Gosched()
		}
	})
	return dir
}

func newStage(t testing.TB, s settings.Settings, headlines ...string) *stage {
	t.Helper()
	a := test.NewTempApp(t)
	path := filepath.Join(tempDir(t), "library.db")
	store, err := sqlite.Open(sqlite.Params{Path: path, Now: clockTime})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	if err := store.BackUpDaily(context.Background()); err != nil { // nothing is left to do in the background
		t.Fatal(err)
	}
	backups, err := store.Backups()
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range backups { // made by the clock of the test
		if err := os.Chtimes(b.Path, clockTime(), clockTime()); err != nil {
			t.Fatal(err)
		}
	}
	st := &stage{clip: func(context.Context) (clipboard.Contents, error) {
		return clipboard.Contents{}, clipboard.ErrUnsupported
	}, t: t, shelf: &shelf{Library: store}, queue: make(chan func(), 1000), hands: &controlstest.Hands{}}
	st.shelf.gates.knock = func() { st.queue <- func() {} }
	t.Cleanup(st.shelf.gates.openAll)
	for _, text := range headlines {
		if _, err := st.shelf.Save(context.Background(), 0, 0, headed(text)); err != nil {
			t.Fatal(err)
		}
	}
	st.Window = New(Params{
		App: a, Store: st.shelf, Keeper: st.shelf, LibraryPath: path, Modifier: func() fyne.KeyModifier { return st.hands.Held }, Physical: func(int) fyne.KeyName { return fyne.KeyUnknown }, Settings: s, Now: clockTime, Do: func(f func()) { st.queue <- f },
		Ask: func(ctx context.Context, q system.Question) ([]string, error) { return st.choose(ctx, q) }, Documents: filepath.Dir(path),
		Tidy: func() {}, Go: func(f func()) { go f() }, OpenFile: func(string) error { return nil }, Version: "1.2.3", Appearance: func(context.Context) appearance.Preferences { return st.preferred.get() }, ReduceMotion: st.reduced.set,
		Told:         func(crash.Report) error { return nil },
		SaveSettings: func(_, wanted settings.Settings) (settings.Settings, error) { st.kept.set(wanted); return wanted, nil },
		Reread: func() (settings.Settings, register.Registers, bool, error) {
			return settings.Settings{}, register.Registers{}, false, nil
		},
		Forget: func() error { return nil },
		Office: func(s settings.Settings) (export.Office, settings.Troubles) {
			return s.Office(filepath.Dir(path), s.Export.Style, func(name string) (style.Style, error) { return settings.Style(filepath.Dir(path), name) })
		},
		Words: func(language string) *translations.Words {
			if language == "" {
				language = "ru"
			}
			w, err := translations.New(language)
			if err != nil {
				t.Fatal(err)
			}
			return w
		},
		SaveRegisters: func(_, wanted register.Registers) (register.Registers, []register.Conflict, error) {
			st.keptRegisters.set(wanted)
			return wanted, nil, nil
		},
		Speller: func(r register.Registers, house grammar.House) (*spelling.Checker, error) {
			if st.dictionary == nil {
				return nil, nil // most tests write what no dictionary knows
			}
			return st.dictionary(r, house)
		},
		AddWord:      func(word string) error { return st.addWord(word) },
		Templates:    func() (template.Set, error) { return settings.Templates(filepath.Dir(path)) },
		SaveTemplate: func(t template.Template) error { return settings.SaveTemplate(filepath.Dir(path), t) },
		Snippets:     func() (snippet.Set, error) { return settings.LoadSnippets(filepath.Dir(path)) },
		ChangeSnippets: func(change func(snippet.Set) (snippet.Set, error)) (snippet.Set, error) {
			return settings.UpdateSnippets(filepath.Dir(path), change)
		},
		ReadClipboard: func(ctx context.Context) (clipboard.Contents, error) { return st.clip(ctx) },
		CopyBoth: func(text, html string) error {
			if html == "" && st.oneForm == nil {
				return clipboard.ErrUnsupported // words alone go to the window's own, as on X11
			}
			st.both = [2]string{text, html}
			return st.oneForm
		},
		Styles:       func() ([]string, error) { return settings.StyleNames(filepath.Dir(path)) },
		Style:        func(name string) (style.Style, error) { return settings.Style(filepath.Dir(path), name) },
		DropTemplate: func(t template.Template) error { return settings.DropTemplate(filepath.Dir(path), t) },
	})
	st.hands.Window = st.win
	st.Show()
	st.wait("the list", func() bool { return st.library.Count() == len(headlines) })
	st.wait("the office", func() bool { return st.office != nil })
	return st
}

// wait does the UI goroutine's work until ready.
func (s *stage) wait(what string, ready func() bool) {
	s.t.Helper()
	deadline := time.After(time.Minute) // it ends early wherever the work is done
	for !ready() {
		select {
		case f := <-s.queue:
			f()
		case <-deadline:
			s.t.Fatalf("waited in vain for %s; on the screen:\n%s", what, s.texts())
		}
	}
}

// readAgain reads the office's files as the settings name them now.
func (s *stage) readAgain() {
	s.t.Helper()
	s.office = nil
	s.readOffice()
	s.wait("the office", func() bool { return s.office != nil })
}

// texts returns every text on the screen.
func (s *stage) texts() string { return screentest.Texts(s.win.Canvas()) }

// closeNotice presses the button that closes what is told at the foot, as long as there is something.
func (s *stage) closeNotice() {
	s.t.Helper()
	for s.notice.Text() != "" {
		for _, o := range controlstest.Objects(s.notice.Object()) {
			if b, ok := o.(*controls.Button); ok && b.Icon != nil {
				b.OnTapped()
			}
		}
	}
}

// settled is an office that has answered the first page; what is typed stays, as tests type it.
var settled = settings.Settings{Language: "ru", Welcomed: true, Typography: typography.House{AsTyped: typography.TypedAsIs}}

func TestFirstRunAsksAndCanBeSkipped(t *testing.T) {
	s := newStage(t, settings.Settings{Language: "ru"})
	if !strings.Contains(s.texts(), "Добро пожаловать") {
		t.Fatalf("no welcome:\n%s", s.texts())
	}
	s.welcomed()
	<-s.writes.Done()
	if !s.kept.get().Welcomed || !strings.Contains(s.texts(), "Начните релиз") {
		t.Errorf("after skipping:\n%s", s.texts())
	}
}

// TestTheFirstPageByKey: Ctrl+Enter takes its answers from any of its fields, the one of several
// lines too; Enter alone does not, nor Ctrl+Enter from elsewhere or over a dialog.
func TestTheFirstPageByKey(t *testing.T) {
	for n, begins := range map[int]bool{0: true, 3: true, 5: true, -1: false} {
		s := newStage(t, settings.Settings{Language: "ru"})
		fields := screentest.Entries(s.middle)
		fields[0].SetText("Совет")
		focus := s.library.SearchField()
		if n >= 0 {
			focus = fields[n]
		}
		s.win.Canvas().Focus(focus)
		s.hands.Press(fyne.KeyReturn, 0)
		if s.settings.Welcomed {
			t.Fatalf("field %d: Enter alone goes on", n)
		}
		s.showAbout()
		s.hands.Press(fyne.KeyReturn, fyne.KeyModifierControl) // closes that
		if s.settings.Welcomed || s.dialogOpen() {
			t.Fatalf("field %d: over a dialog it goes on", n)
		}
		s.win.Canvas().Focus(focus)
		s.hands.Press(fyne.KeyReturn, fyne.KeyModifierControl)
		if s.settings.Welcomed != begins || begins && s.settings.Organisation.Name != "Совет" {
			t.Errorf("field %d: welcomed %v as %q", n, s.settings.Welcomed, s.settings.Organisation.Name)
		}
	}
}

// TestWhatIsTypedOnTheFirstPageIsKept by who goes on to a release, or to the settings, or leaves
// the program, without pressing the page's button: the very first release bears it.
func TestWhatIsTypedOnTheFirstPageIsKept(t *testing.T) {
	for name, goOn := range map[string]func(s *stage){
		"a release":    (*stage).newBlank,
		"the settings": (*stage).showSettings,
		"leaving":      (*stage).quit,
		"a release of others": func(s *stage) {
			r := release.New("ru")
			r.Contacts = []release.Contact{{Name: "Мария Пробная"}}
			s.start(r)
		},
	} {
		s := newStage(t, settings.Settings{Language: "ru"})
		entries := screentest.Entries(s.middle)
		entries[0].SetText("Совет содружества")
		entries[len(entries)-1].SetText("council.example")
		goOn(s)
		<-s.writes.Done()
		if kept := s.kept.get(); !kept.Welcomed || kept.Organisation.Name != "Совет содружества" || len(kept.Contacts) != 1 || kept.Contacts[0].Site != "council.example" {
			t.Errorf("%s: kept %+v", name, kept)
		}
		if s.doc != nil && len(s.doc.session.Release().Contacts) != 1 {
			t.Errorf("the release's contacts are %+v", s.doc.session.Release().Contacts)
		}
	}
	s := newStage(t, settings.Settings{Language: "ru"})
	s.newBlank() // nothing was typed: it will be asked again
	<-s.writes.Done()
	if s.settings.Welcomed {
		t.Error("an empty page was taken for an answer")
	}
}

func TestEveryCommandHasItsWords(t *testing.T) {
	for _, language := range translations.Languages() {
		s := newStage(t, settings.Settings{Language: language, Welcomed: true})
		seen := map[string]string{}
		for _, menu := range s.commands.Items {
			for _, item := range menu.Items {
				if strings.Contains(item.Label, "⟦") {
					t.Errorf("%s: no words for %s", language, item.Label)
				}
				if item.Shortcut == nil {
					continue
				}
				key := item.Shortcut.ShortcutName()
				if other, twice := seen[key]; twice {
					t.Errorf("%s: %s and %s have one shortcut", language, other, item.Label)
				}
				seen[key] = item.Label
			}
		}
		if strings.Contains(s.texts(), "⟦") {
			t.Errorf("%s: a name instead of words:\n%s", language, s.texts())
		}
	}
}

func TestABlankReleaseIsNotKept(t *testing.T) {
	s := newStage(t, settled)
	s.newBlank()
	s.save()
	if err := s.saver.Flush(); err != nil || len(s.shelf.list(t, "")) != 0 {
		t.Errorf("%v, %v", s.shelf.list(t, ""), err)
	}
}

func TestTypingIsSavedAndListed(t *testing.T) {
	s := newStage(t, settled)
	s.newBlank()
	for _, r := range "Встреча" {
		s.win.Canvas().Focused().TypedRune(r)
	}
	s.wait("the release in the list", func() bool {
		return s.listed() == "Встреча"
	})
	if !strings.Contains(s.texts(), "сохранено в ") {
		t.Errorf("not told:\n%s", s.texts())
	}
}

func TestOpeningAnotherSavesTheFirst(t *testing.T) {
	s := newStage(t, settled, "один", "два")
	s.open(1)
	s.wait("the first", func() bool { return s.shown() == 1 })
	s.doc.session.Set("headline", "один и ещё")
	s.open(2)
	s.wait("the second", func() bool { return s.shown() == 2 })
	if r, _, err := s.shelf.Get(context.Background(), 1); err != nil || r.Headline != "один и ещё" {
		t.Errorf("got %q, %v", r.Headline, err)
	}
}

func TestAFullDiskIsToldAndTheTextStays(t *testing.T) {
	s := newStage(t, settled)
	s.shelf.fail = errors.New("no space left")
	s.newBlank()
	for _, r := range "Встреча" {
		s.win.Canvas().Focused().TypedRune(r)
	}
	s.wait("the alarm", func() bool { return strings.Contains(s.texts(), "НЕ СОХРАНЕНО") })
	if got := s.doc.session.Text("headline"); got != "Встреча" {
		t.Errorf("the text is gone: %q", got)
	}
	s.quit()
	s.wait("the question", func() bool { return strings.Contains(s.texts(), "Сохранить в другой файл") })
}

func TestSearchNarrowsTheList(t *testing.T) {
	s := newStage(t, settled, "Встреча", "Учение")
	s.library.SearchField().SetText("Учен")
	s.wait("the hit", func() bool { return s.listed() == "Учение" })
	s.library.SearchField().SetText("нет такого")
	s.wait("the empty list", func() bool { return strings.Contains(s.texts(), "ничего не найдено") })
	s.library.SearchField().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	s.wait("the whole list", func() bool { return s.listed() == "Учение|Встреча" })
	s.library.SearchField().SetText("Учен")
	s.command("menu-search")
	test.Type(s.win.Canvas().Focused(), "Встр")
	if got := s.library.SearchField().Text; got != "Встр" {
		t.Errorf("what is typed after the key of the search becomes %q", got)
	}
}

func TestTrashAndBack(t *testing.T) {
	s := newStage(t, settled, "Встреча")
	s.open(1)
	s.wait("the release", func() bool { return s.doc != nil })
	s.moveToTrash()
	s.wait("the empty list", func() bool { return s.listed() == "" })
	s.restore(1)
	s.wait("the release back", func() bool { return s.doc != nil && s.listed() == "Встреча" })
}

func TestCopyForTheWebsite(t *testing.T) {
	s := newStage(t, settled)
	r := headed("Встреча")
	r.Lead = "Лид."
	r.Contacts = []release.Contact{{Name: "Пётр Образцов", Email: "press@council.example"}}
	s.start(r)
	s.withRelease(s.clipboard.CopyForWebsite)()
	s.wait("both", func() bool {
		return s.both == [2]string{"Встреча\n\nЛид.", "<h1>Встреча</h1>\n<p>Лид.</p>\n"}
	})
	s.withRelease(s.clipboard.CopyWithFooter)()
	s.wait("the footer", func() bool {
		return strings.HasSuffix(s.both[0], "press@council.example") && strings.Contains(s.both[1], "<address>")
	})
	s.oneForm = errors.New("one form only")
	s.withRelease(s.clipboard.CopyForWebsite)()
	s.wait("the text", func() bool { return s.params.App.Clipboard().Content() == "Встреча\n\nЛид." })
	s.withRelease(s.clipboard.CopyHTML)()
	s.wait("HTML", func() bool { return s.params.App.Clipboard().Content() == "<h1>Встреча</h1>\n<p>Лид.</p>\n" })
}

// TestTheClipboardIsHeld by another program: what could not be copied or pasted is told, and
// what was to be cut stays in the text.
func TestTheClipboardIsHeld(t *testing.T) {
	inText := func(shortcut fyne.Shortcut) func(s *stage) {
		return func(s *stage) {
			s.pane.FocusText()
			text := s.win.Canvas().Focused().(fyne.Shortcutable)
			text.TypedShortcut(&fyne.ShortcutSelectAll{})
			text.TypedShortcut(shortcut)
		}
	}
	for name, do := range map[string]func(s *stage){
		"website":  func(s *stage) { s.withRelease(s.clipboard.CopyForWebsite)() },
		"headline": func(s *stage) { s.withRelease(s.clipboard.CopyHeadline)() },
		"HTML":     func(s *stage) { s.withRelease(s.clipboard.CopyHTML)() },
		"copying":  inText(&fyne.ShortcutCopy{}),
		"cutting":  inText(&fyne.ShortcutCut{}),
		"pasting":  inText(&fyne.ShortcutPaste{}),
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, settled)
			r := headed("Встреча")
			r.Lead = "Лид."
			s.start(r)
			s.oneForm = clipboard.ErrHeld
			s.clip = func(context.Context) (clipboard.Contents, error) { return clipboard.Contents{}, clipboard.ErrHeld }
			s.params.App.Clipboard().SetContent("Прежнее")
			do(s)
			s.wait("the words", func() bool {
				return strings.Contains(s.texts(), "Буфер обмена занят другой программой")
			})
			if got := s.doc.session.Release(); got.Headline != "Встреча" || got.Lead != "Лид." {
				t.Errorf("the text is %q, %q", got.Headline, got.Lead)
			}
			if got := s.params.App.Clipboard().Content(); got != "Прежнее" {
				t.Errorf("on the clipboard is %q", got)
			}
		})
	}
}

func TestThePreviewFollows(t *testing.T) {
	s := newStage(t, settled)
	r := headed("Встреча")
	r.Lead = "Лид 漢."
	s.start(r)
	s.wait("the page and the text", func() bool {
		return len(s.preview.Last().Pages.Pages) == 1 && slices.Contains(s.preview.Lines(), "Лид 漢.") &&
			strings.Contains(s.preview.Notice(), "漢")
	})
}

func TestLanguageAndThemeChangeAtOnce(t *testing.T) {
	s := newStage(t, settled, "Встреча")
	s.open(1)
	s.wait("the release", func() bool { return s.doc != nil })
	s.doc.session.Set("headline", "Встреча в Пробном")
	s.settings.Language = "en"
	s.chooseTheme("dark")
	<-s.writes.Done()
	if s.commands.Items[0].Label != "Release" || s.kept.get().Theme != "dark" {
		t.Errorf("menu %s, theme %s", s.commands.Items[0].Label, s.kept.get().Theme)
	}
	if got := s.doc.session.Text("headline"); got != "Встреча в Пробном" {
		t.Errorf("the draft changed: %q", got)
	}
}

// headed is a release with a headline alone.
func headed(text string) release.Release {
	r := release.New("ru")
	r.Headline = text
	return r
}
