package files_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"communique/app/chooser"
	"communique/app/chooser/system"
	"communique/app/settings"
	"communique/app/window/files"
	"communique/app/window/screen/screentest"
	"communique/assets/translations"
	"communique/export"
)

// stage is a window that asks for files. The system's chooser answers with paths.
type stage struct {
	*screentest.Stage
	*files.Files
	asked chan system.Question
	paths []string
	last  map[settings.FolderKind]string
	home  string
}

func newStage(t *testing.T) *stage {
	t.Helper()
	s := &stage{Stage: screentest.New(t), asked: make(chan system.Question, 10), last: map[settings.FolderKind]string{}, home: t.TempDir()}
	s.Files = files.New(files.Params{
		Base: s.Base, Documents: s.home,
		Last:     func(kind settings.FolderKind) string { return s.last[kind] },
		Remember: func(kind settings.FolderKind, dir string) { s.last[kind] = dir },
		Chooser: chooser.New(chooser.Params{
			Window: s.Window, Dialogs: s.Base.Dialogs, Keys: s.Base.Keys, Words: func() *translations.Words { return s.Base.Words }, Go: s.Base.Go, Do: s.Base.Do,
			Start: func(last string) string { return last }, Busy: func() func() { return func() {} },
			Ask: func(_ context.Context, q system.Question) ([]string, error) { s.asked <- q; return s.paths, nil },
		}),
	})
	return s
}

func TestWhatIsChosenIsRememberedByItsPurpose(t *testing.T) {
	s := newStage(t)
	request := files.Request{For: settings.ForLogo, Title: "A logo", Kind: "chooser-pictures", Endings: []string{".png", ".svg"}}
	a, b := filepath.Join(s.home, "a", "a.png"), filepath.Join(s.home, "a", "b.png")
	s.paths = []string{a, b}
	s.last[settings.ForLogo] = s.home
	var chosen []string
	s.ChooseFile(request, func(path string) { chosen = append(chosen, path) })
	s.Wait("one file", func() bool { return len(chosen) == 1 && chosen[0] == a })
	q := <-s.asked
	if q.Title != "A logo" || q.Several || q.Folder || q.Dir != s.home || !strings.Contains(q.Filters[0].Name, "*.png, *.svg") || len(q.Filters[0].Endings) != 2 || q.Filters[1].Endings != nil {
		t.Errorf("asked %+v", q)
	}
	s.ChooseFiles(request, func(paths []string) { chosen = paths })
	s.Wait("both", func() bool { return len(chosen) == 2 })
	if q := <-s.asked; !q.Several || q.Dir != filepath.Join(s.home, "a") {
		t.Errorf("asked %+v", q)
	}
	s.ChooseFolder(settings.ForArchive, "A folder", func(dir string) { chosen = []string{dir} })
	s.Wait("the folder", func() bool { return len(chosen) == 1 })
	if q := <-s.asked; !q.Folder || s.last[settings.ForArchive] != a || s.last[settings.ForLogo] != filepath.Join(s.home, "a") {
		t.Errorf("asked %+v, remembered %v", q, s.last)
	}
}

// TestAFileIsNotReplacedByAKeyMeantForTheText writes to a file that is there: the
// question comes when the person may be typing again, and Enter leaves the file.
func TestAFileIsNotReplacedByAKeyMeantForTheText(t *testing.T) {
	for held, replaced := range map[fyne.KeyModifier]bool{0: false, fyne.KeyModifierControl: true} {
		s := newStage(t)
		path := filepath.Join(s.home, "a.txt")
		if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
		s.Save("Save", "a.txt", func(path string, replace bool) error { return export.Write(path, []byte("new"), replace) })
		s.Press(fyne.KeyReturn, 0)
		s.Wait("the question", func() bool { return s.Open() && strings.Contains(s.Texts(), "Заменить «"+path) })
		s.Press(fyne.KeyReturn, held)
		told := "остался прежним"
		if replaced {
			told = "Готово"
		}
		s.Wait(told, func() bool { return strings.Contains(s.Told, told) })
		if data, err := os.ReadFile(path); err != nil || (string(data) == "new") != replaced {
			t.Errorf("Enter with %v: %q, %v", held, data, err)
		}
	}
}

// TestAWholePathForAName is where the file goes, whatever folder stands above.
func TestAWholePathForAName(t *testing.T) {
	s := newStage(t)
	there := t.TempDir()
	var written string
	s.Save("Save", "a.txt", func(path string, _ bool) error { written = path; return nil })
	s.Entries()[1].SetText(filepath.Join(there, "b.txt"))
	s.Press(fyne.KeyReturn, fyne.KeyModifierControl)
	s.Wait("the file", func() bool { return strings.Contains(s.Told, "Готово") })
	if written != filepath.Join(there, "b.txt") || s.last[settings.ForExport] != there {
		t.Errorf("written to %s, remembered %s", written, s.last[settings.ForExport])
	}
}

func TestSavingInAFolderThatIsGone(t *testing.T) {
	s := newStage(t)
	s.last[settings.ForExport] = filepath.Join(s.home, "gone")
	var written string
	s.Save("Save", filepath.Join("..", "a.txt"), func(path string, _ bool) error { written = path; return fs.ErrPermission })
	s.Wait("the documents", func() bool { return s.Entries()[0].Text == s.home })
	s.Press(fyne.KeyReturn, fyne.KeyModifierControl)
	s.Wait("the trouble", func() bool { return len(s.Failed) == 1 })
	if written != filepath.Join(s.home, "a.txt") || s.last[settings.ForExport] != s.home {
		t.Errorf("written to %s, remembered %s", written, s.last[settings.ForExport])
	}
}
