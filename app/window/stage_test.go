package window

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
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

// headed is a release with a headline alone.
func headed(text string) release.Release {
	r := release.New("ru")
	r.Headline = text
	return r
}
