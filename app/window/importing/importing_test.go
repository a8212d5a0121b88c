package importing_test

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

	"communique/app/archive"
	"communique/app/library"
	"communique/app/library/sqlite"
	"communique/app/settings"
	"communique/app/window/files"
	"communique/app/window/importing"
	"communique/app/window/screen"
	"communique/app/window/screen/screentest"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/intake/layout/layouttest"
	"communique/editor/release"
)

const planText = "Совет принял план\n\n11 сентября 2024 года в Бишкеке состоялось заседание Совета, на котором обсудили план дорог.\n\nОн принят.\n"

func clock() time.Time { return time.Date(2024, 9, 11, 14, 2, 0, 0, time.UTC) }

// stage imports into an empty library.
type stage struct {
	*screentest.Stage
	params importing.Params
	store  *sqlite.Library
	dir    string
	did    []string
	way    func() // what was offered
	asked  files.Request
	chosen []string
}

func newStage(t *testing.T) *stage {
	t.Helper()
	s := &stage{Stage: screentest.New(t), dir: t.TempDir()}
	store, err := sqlite.Open(sqlite.Params{Path: filepath.Join(s.dir, "library.db"), Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	s.store = store
	did := func(what string) func(int64) {
		return func(id int64) { s.did = append(s.did, fmt.Sprint(what, " ", id)) }
	}
	tell := func(text, _ translations.Sentence, way func()) screen.Told {
		s.way = way
		return s.Tell(text, false)
	}
	s.params = importing.Params{
		Base: s.Base, Files: s, Store: store, Save: func() {}, Flush: func() error { return nil },
		Reload: func() {}, Open: did("open"), Restore: did("restore"),
		Offer: tell, Propose: tell,
		Settable: func(r release.Release) bool { return strings.Contains(r.Lead, "\"") }, Typeset: did("typeset"),
	}
	return s
}

func (s *stage) ChooseFiles(r files.Request, chosen func(paths []string)) {
	s.asked = r
	chosen(s.chosen)
}

func (s *stage) ChooseFolder(kind settings.FolderKind, _ string, chosen func(dir string)) {
	s.asked = files.Request{For: kind}
	chosen(s.chosen[0])
}

func (s *stage) Save(_, name string, write files.Write, _ ...files.Option) *screen.Dialog {
	path := filepath.Join(s.dir, name)
	for _, replace := range []bool{false, true} {
		if err := write(path, replace); err != nil {
			s.Failed = append(s.Failed, err)
		}
	}
	return nil
}

// file writes a file to import.
func (s *stage) file(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(s.dir, name)
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(text), 0o600)); err != nil {
		t.Fatal(err)
	}
	return path
}

func (s *stage) wait(what, text string) {
	s.Wait(what, func() bool { return strings.Contains(s.Texts()+s.Told, text) })
}

func TestWhatCameAloneIsOpened(t *testing.T) {
	s := newStage(t)
	s.chosen = []string{s.file(t, "план.txt", planText)}
	importing.ChooseFiles(s.params)
	s.wait("the release", "Импортирован 1 релиз")
	if s.asked.For != settings.ForImport || len(s.asked.Endings) != len(archive.Endings()) {
		t.Errorf("asked %+v", s.asked)
	}
	s.chosen = []string{s.dir}
	if err := os.Rename(filepath.Join(s.dir, "план.txt"), s.file(t, "старые/план.txt", "")); err != nil {
		t.Fatal(err)
	}
	s.chosen = []string{filepath.Join(s.dir, "старые")}
	importing.ChooseFolder(s.params)
	s.wait("the one that is known", "уже есть в библиотеке")
	if got := strings.Join(s.did, ", "); got != "open 1, open 1" || s.asked.For != settings.ForImportFolder {
		t.Errorf("did %s, asked %+v", got, s.asked)
	}
}

// What is not well set is offered to be, and nothing is done that was not asked for.
func TestTypographyIsOffered(t *testing.T) {
	s := newStage(t)
	importing.Import(s.params, []string{s.file(t, "план.txt", strings.Replace(planText, "план", "\"план\"", 2))})
	s.wait("the release", "Импортирован 1 релиз")
	if s.way == nil || strings.Join(s.did, ", ") != "open 1" {
		t.Fatalf("did %v", s.did)
	}
	if s.way(); strings.Join(s.did, ", ") != "open 1, typeset 1" {
		t.Errorf("did %v", s.did)
	}
}

func TestOneThatLiesInTheTrash(t *testing.T) {
	s := newStage(t)
	path := s.file(t, "план.txt", planText)
	importing.Import(s.params, []string{path})
	s.wait("the release", "Импортирован 1 релиз")
	if err := s.store.Trash(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
	s.did = nil
	importing.Import(s.params, []string{path})
	s.wait("the news of it", "лежит в корзине")
	if len(s.did) > 0 {
		t.Errorf("did %v", s.did)
	}
	if s.way(); strings.Join(s.did, "") != "restore 1" || s.Told != "" {
		t.Errorf("did %v, told %q", s.did, s.Told)
	}
}

// TestEachFileIsNamed imports files of each fate at once.
func TestEachFileIsNamed(t *testing.T) {
	s := newStage(t)
	known := s.file(t, "известный.txt", planText)
	importing.Import(s.params, []string{known})
	s.wait("the first", "Импортирован 1 релиз")
	s.did = nil
	importing.Import(s.params, []string{
		s.file(t, "сломан.toml", "format ="), s.file(t, "пустой.txt", ""), known, s.file(t, "новый.txt", strings.Replace(planText, "план", "бюджет", 1)),
		filepath.Join(s.dir, "нет.txt"), filepath.Dir(s.file(t, "папка/рисунок.png", "x")), known,
	})
	s.wait("the report", "Новых релизов: 1, уже были: 1. Файлов: 6 (не прочитан – 3, пропущен – 1, уже был – 1, принят – 1).")
	for _, want := range []string{"сломан.toml", "не прочитан", "В файле нет текста", "уже был", "принят", "рисунок.png", "Снимок, рядом с которым нет релиза"} {
		if !strings.Contains(s.Texts(), want) {
			t.Errorf("no %q in\n%s", want, s.Texts())
		}
	}
	if s.Press(fyne.KeyEscape, 0); s.Open() || strings.Join(s.did, "") != "open 2" {
		t.Errorf("did %v", s.did)
	}
}

// full is a library whose disk is full.
type full struct{ *sqlite.Library }

func (full) SaveNew(context.Context, []library.Incoming) ([]library.Brought, error) {
	return nil, errors.New("no space left")
}

func TestWhatTheLibraryEnds(t *testing.T) {
	s := newStage(t)
	s.params.Store = full{s.store}
	importing.Import(s.params, []string{s.file(t, "план.txt", planText), s.file(t, "сломан.toml", "format =")})
	s.wait("what ended it", "no space left")
	for _, want := range []string{"не дошла очередь – 2", "план.txt — не дошла очередь"} {
		if !strings.Contains(s.Texts(), want) {
			t.Errorf("no %q in\n%s", want, s.Texts())
		}
	}
}

// The table shows one outcome alone where a person wants that, is saved for a spreadsheet,
// opens the release of a file, and puts the pictures beside releases into them.
func TestTheTableOfFiles(t *testing.T) {
	s := newStage(t)
	var pictures []string
	var refused error
	s.params.Illustrate = func(_ context.Context, f archive.File) error {
		pictures = append(pictures, fmt.Sprint(f.First, " ", filepath.Base(f.Path)))
		return refused
	}
	s.file(t, "папка/план.txt", planText)
	s.file(t, "папка/снимок.png", layouttest.PNG)
	s.file(t, "папка/Thumbs.db", "x")
	s.file(t, "папка/пусто.txt", "")
	importing.Import(s.params, []string{filepath.Join(s.dir, "папка")})
	s.wait("the report", "Файлов: 4")
	s.Tap(s.Base.Text("import-save"))
	if saved, err := os.ReadFile(filepath.Join(s.dir, "импорт.csv")); err != nil || strings.Count(string(saved), "\r\n") != 5 || len(s.Failed) > 0 {
		t.Errorf("saved %q, %v, %v", saved, err, s.Failed)
	}
	if s.Press(fyne.KeyReturn, 0); !s.Open() {
		t.Error("Enter leaves the table where a file has no release")
	}
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown} { // to the one that was imported
		s.Press(key, 0)
	}
	if !strings.Contains(s.Texts(), "план.txt — принят") {
		t.Errorf("the keys came elsewhere:\n%s", s.Texts())
	}
	s.Press(fyne.KeyReturn, 0)
	if strings.Join(s.did, "") != "open 1" || s.Open() {
		t.Errorf("did %v", s.did)
	}
	importing.Import(s.params, []string{filepath.Join(s.dir, "папка")})
	s.wait("the report", "Файлов: 4")
	for _, o := range test.LaidOutObjects(s.Base.Canvas.Overlays().Top()) {
		if choice, ok := o.(*controls.Select); ok {
			choice.SetSelected("служебный файл – 1")
		}
	}
	if texts := s.Texts(); !strings.Contains(texts, "Thumbs.db — служебный файл") || strings.Contains(texts, "пусто.txt") {
		t.Errorf("the filter shows\n%s", texts)
	}
	refused = errors.New("no room")
	s.Tap(s.Base.Text("import-illustrate"))
	s.wait("the trouble", "no room")
	refused = nil
	s.Tap(s.Base.Text("import-illustrate"))
	s.wait("the report with the picture in its release", "снимок добавлен в релиз – 1")
	if !strings.Contains(s.Told, "Снимков добавлено в релизы: 1.") || strings.Join(pictures, ", ") != "1 снимок.png, 1 снимок.png" {
		t.Errorf("added %v, told %q", pictures, s.Told)
	}
}
