package window

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"communique/app/archive"
	"communique/app/chooser/system"
	"communique/app/settings"
	"communique/editor/release"
)

const planText = "Совет принял план\n\n11 сентября 2024 года в Бишкеке состоялось заседание Совета, на котором обсудили план дорог.\n\nОн принят.\n"

// file writes a file to import.
func (s *stage) file(name, text string) string {
	s.t.Helper()
	path := filepath.Join(s.params.Documents, name)
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(text), 0o600)); err != nil {
		s.t.Fatal(err)
	}
	return path
}

// chooses has the system's chooser answer, and returns what it is asked.
func (s *stage) chooses(paths ...string) *system.Question {
	asked := &system.Question{}
	s.choose = func(_ context.Context, q system.Question) ([]string, error) {
		*asked = q
		return paths, nil
	}
	return asked
}

// drop drops files on the window.
func (s *stage) drop(paths ...string) {
	var uris []fyne.URI
	for _, p := range paths {
		uris = append(uris, storage.NewFileURI(p))
	}
	s.dropped(fyne.NewPos(0, 0), uris)
}

func (s *stage) told(text string) func() bool {
	return func() bool { return strings.Contains(s.texts(), text) }
}

func TestImportOpensWhatCameAlone(t *testing.T) {
	s := newStage(t, settled)
	path := s.file("Мои тексты/план 100% #1.txt", planText)
	asked := s.chooses(path)
	s.importFiles()
	s.wait("the release", func() bool { return s.doc != nil && s.listed() == "Совет принял план" })
	if !s.told("Импортирован 1 релиз")() || !asked.Several || asked.Folder || asked.Dir != s.params.Documents ||
		!slices.Equal(asked.Filters[0].Endings, archive.Endings()) || !strings.Contains(asked.Filters[0].Name, "*.docx") || asked.Filters[1].Endings != nil {
		t.Errorf("asked %+v, told %s", asked, s.texts())
	}
	if got := s.settings.LastFolder(settings.ForImport); got != filepath.Dir(path) {
		t.Errorf("remembered %s", got)
	}
	s.newBlank()
	again := s.chooses(path)
	s.importFiles()
	s.wait("the one that is known", func() bool { return s.shown() == 1 })
	if !s.told("уже есть в библиотеке")() || again.Dir != filepath.Dir(path) || len(s.shelf.list(t, "")) != 1 {
		t.Errorf("began in %s, told %s", again.Dir, s.texts())
	}
}

func TestWhatIsDroppedIsImported(t *testing.T) {
	s := newStage(t, settled)
	path := s.file("план.txt", planText)
	s.drop(path)
	s.wait("the release", func() bool { return s.doc != nil })
	s.moveToTrash()
	s.wait("the empty list", func() bool { return s.doc == nil && s.listed() == "" })
	s.drop(path)
	s.wait("the news of it", s.told("лежит в корзине"))
	s.tap(t, s.text("trash-restore"))
	s.wait("the release back", func() bool { return s.shown() == 1 && s.listed() == "Совет принял план" })
}

// TestImportOfOneThatWasEditedElsewhere: a file with other words of a release that is open,
// put away, and in the trash, comes as a new version or on its own, when the person says so.
func TestImportOfOneThatWasEditedElsewhere(t *testing.T) {
	for name, c := range map[string]struct {
		prepare func(s *stage)
		as      string
		told    string
		want    []string // the headlines of releases 1 and 4
	}{
		"open, a version":         {func(*stage) {}, "import-as-version", "Прежние слова остались", []string{"Правка", ""}},
		"open, a copy":            {func(*stage) {}, "import-as-copy", "отдельными релизами: 1", []string{"Первый здесь", "Правка"}},
		"away, a version":         {func(s *stage) { s.show(2) }, "import-as-version", "Прежние слова остались", []string{"Правка", ""}},
		"in the trash, a version": {func(s *stage) { s.moveToTrash(); s.wait("the trash", func() bool { return s.doc == nil }) }, "import-as-version", "лежит в корзине", []string{"Правка", ""}},
	} {
		t.Run(name, func(t *testing.T) {
			s := stocked(t)
			doc := s.show(1)
			doc.session.Set(release.HeadlineField, "Первый здесь")
			s.settle2()
			r := doc.session.Release()
			r.Headline = "Правка"
			text, err := r.Encode()
			if err != nil {
				t.Fatal(err)
			}
			c.prepare(s)
			s.settle2()
			s.drop(s.file("правка.release.toml", string(text)))
			s.wait("the report", s.told("с другими словами: 1"))
			if got := s.stored(1).Headline; got != "Первый здесь" || !s.told("правка.release.toml — есть с другими словами")() {
				t.Fatalf("before anybody was asked it is %q in\n%s", got, s.texts())
			}
			s.tap(t, s.text(c.as))
			s.wait("what came of it", s.told(c.told))
			s.settle2()
			if got := s.stored(1).Headline; got != c.want[0] {
				t.Errorf("the release is %q", got)
			}
			if c.want[1] != "" {
				s.wait("the copy on the screen", func() bool { return s.shown() == 4 })
				if copied := s.stored(4); copied.Headline != c.want[1] || copied.UUID == r.UUID || copied.UUID == "" {
					t.Errorf("the copy is %q, %s", copied.Headline, copied.UUID)
				}
				return
			}
			history, err := s.shelf.History(ctx, 1)
			if err != nil {
				t.Fatal(err)
			}
			if before, err := s.shelf.Version(ctx, 1, history[1].Number); err != nil || before.Headline != "Первый здесь" {
				t.Errorf("the version before is %q, %v", before.Headline, err)
			}
			if name == "open, a version" {
				if s.shown() != 1 || doc.session.Release().Headline != "Правка" {
					t.Errorf("on the screen is %q", doc.session.Release().Headline)
				}
				doc.session.Undo()
				if got := doc.session.Release().Headline; got != "Первый здесь" {
					t.Errorf("undo gives %q", got)
				}
			}
		})
	}
}

func TestImportOfAFolder(t *testing.T) {
	s := newStage(t, settled)
	dir := filepath.Dir(s.file("старые/план.txt", planText))
	s.file("старые/бюджет.txt", strings.Replace(planText, "план", "бюджет", 1))
	asked := s.chooses(dir)
	s.importFolder()
	s.wait("the report", s.told("Новых релизов: 2, уже были: 0"))
	if s.doc != nil || !asked.Folder || asked.Several || s.settings.LastFolder(settings.ForImportFolder) != dir || s.settings.LastFolder(settings.ForImport) != "" {
		t.Errorf("asked %+v, remembered %v", asked, s.settings.Folders)
	}
}

func TestChoosersOfTheDialogs(t *testing.T) {
	s := newStage(t, settled, "Встреча")
	for name, c := range map[string]struct {
		press   func()
		kind    settings.FolderKind
		folder  bool
		endings string
	}{
		"export library": {s.exportLibrary, settings.ForArchive, true, ""},
		"move library":   {s.backups().MoveLibrary, settings.ForLibrary, true, ""},
		"export marked": {func() {
			s.exportSelected([]int64{1})
			s.wait("the warning of what is blocked", s.dialogOpen)
			s.hands.Press(fyne.KeyReturn, fyne.KeyModifierControl)
		}, settings.ForExport, true, ""},
	} {
		t.Run(name, func(t *testing.T) {
			asked := make(chan system.Question, 1)
			s.choose = func(_ context.Context, q system.Question) ([]string, error) {
				asked <- q
				return nil, errors.New("no chooser")
			}
			s.settings.RememberFolder(c.kind, s.params.Documents)
			c.press()
			var q system.Question
			s.wait("the question", func() bool {
				select {
				case q = <-asked:
					return true
				default:
					return false
				}
			})
			if q.Folder != c.folder || q.Title == "" || strings.Contains(q.Title+q.Confirm, "⟦") || q.Dir != s.params.Documents ||
				c.endings != "" && !slices.Contains(q.Filters[0].Endings, c.endings) {
				t.Errorf("asked %+v", q)
			}
			s.wait("the window's own chooser", func() bool { return s.win.Canvas().Overlays().Top() != nil })
			s.key(s.win.Canvas().Focused(), fyne.KeyEscape)
			if s.win.Canvas().Overlays().Top() != nil {
				t.Error("Escape does not leave it")
			}
		})
	}
}
