package templates

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"communique/app/settings"
	"communique/app/window/files"
	"communique/app/window/screen"
	"communique/app/window/screen/screentest"
	"communique/editor/controls"
	"communique/editor/grammar"
	"communique/editor/template"
)

// stage shows the templates of a folder.
type stage struct {
	*screentest.Stage
	dir   string
	asked files.Request
	path  string // what a person chooses to read, or where they write
}

func newStage(t *testing.T) *stage {
	t.Helper()
	s := &stage{Stage: screentest.New(t), dir: t.TempDir()}
	Show(Params{
		Base: s.Base, Files: s, House: func() grammar.House { return grammar.House{} },
		Templates: func() (template.Set, error) { return settings.Templates(s.dir) },
		Save:      func(t template.Template) error { return settings.SaveTemplate(s.dir, t) },
		Drop:      func(t template.Template) error { return settings.DropTemplate(s.dir, t) },
	})
	return s
}

func (s *stage) ChooseFile(r files.Request, chosen func(path string)) {
	s.asked = r
	chosen(s.path)
}

func (s *stage) Save(_, name string, write files.Write, _ ...files.Option) *screen.Dialog {
	if err := write(filepath.Join(s.path, name), false); err != nil {
		panic(err)
	}
	return nil
}

// stored are the names of the office's own templates.
func (s *stage) stored(t *testing.T) int {
	t.Helper()
	own, err := settings.Templates(s.dir)
	if err != nil {
		t.Fatal(err)
	}
	shipped, err := template.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return len(own.In("ru")) - len(shipped.In("ru"))
}

// TestATemplateIsCopiedAndEdited tells what is wrong with what is typed, with its
// line, and keeps what is right.
func TestATemplateIsCopiedAndEdited(t *testing.T) {
	s := newStage(t)
	if texts := s.Texts(); !strings.Contains(texts, "Править…") || !strings.Contains(texts, " · Русский") {
		t.Fatalf("got %s", texts)
	}
	s.Tap(s.Base.Text("templates-duplicate"))
	source := s.Base.Canvas.Focused().(*controls.Entry)
	if !strings.Contains(source.Text, `name = "meeting-2"`) || !strings.Contains(s.Texts(), "состоялась встреча Генерального секретаря Совета Ивана Пробного") {
		t.Fatalf("no preview: %s\n%s", source.Text, s.Texts())
	}
	source.SetText(strings.Replace(source.Text, "{host.gen.full}", "{host.weekday}", 1))
	if texts := s.Texts(); !strings.Contains(texts, "{host.short}") || !strings.Contains(texts, "строка 5") {
		t.Errorf("the fault is not told: %s", texts)
	}
	if s.Press(fyne.KeyReturn, fyne.KeyModifierControl); s.stored(t) != 0 {
		t.Error("a template with a fault was kept")
	}
	source.SetText(strings.Replace(source.Text, "{host.weekday}", "{host.gen.short}", 1))
	if s.Press(fyne.KeyReturn, fyne.KeyModifierControl); s.stored(t) != 1 {
		t.Errorf("%d more are kept", s.stored(t))
	}
	s.Tap(s.Base.Text("templates-edit"))
	s.Type("#")
	if asked := s.Abandon(); !asked || s.stored(t) != 1 {
		t.Errorf("a source that is left: asked %v, %d more are kept", asked, s.stored(t))
	}
	s.Tap(s.Base.Text("templates-restore"))
	s.Press(fyne.KeyEscape, 0)
	if s.stored(t) != 1 {
		t.Error("gone without an answer")
	}
	if s.Press(fyne.KeyEscape, 0); s.Open() {
		t.Error("Escape does not leave the templates")
	}
}

// TestFiles writes a template to a file, reads it back under another name, and puts
// it aside.
func TestFiles(t *testing.T) {
	s := newStage(t)
	s.path = t.TempDir()
	s.Tap(s.Base.Text("registers-export"))
	file := filepath.Join(s.path, "meeting"+template.Ending)
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	other := strings.Replace(string(data), `name = "meeting"`, `name = "another"`, 1)
	if err := os.WriteFile(file, []byte("\ufeff"+other), 0o600); err != nil {
		t.Fatal(err)
	}
	s.path = file
	s.Tap(s.Base.Text("registers-import"))
	s.Wait("the other", func() bool { return s.stored(t) == 1 })
	if s.asked.For != settings.ForTemplates || s.asked.Endings[0] != template.Ending {
		t.Errorf("asked %+v", s.asked)
	}
	if err := os.WriteFile(file, []byte("format ="), 0o600); err != nil {
		t.Fatal(err)
	}
	s.Tap(s.Base.Text("registers-import"))
	s.Wait("the trouble", func() bool { return len(s.Failed) == 1 })
}
