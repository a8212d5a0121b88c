package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"communique/app/settings"
	"communique/editor/controls"
	"communique/editor/controls/controlstest"
	"communique/editor/release"
	"communique/editor/tomltext"
	"communique/export"
	"communique/export/exporttest"
)

// filled starts a release that nothing keeps in the office.
func (s *stage) filled(characters int) release.Release {
	r := exporttest.Release(1, characters)
	s.start(r)
	s.wait("the pages", func() bool { return len(s.preview.Last().Pages.Pages) > 0 })
	return r
}

func TestEveryFormFromTheMenu(t *testing.T) {
	s := newStage(t, settled)
	dir := tempDir(t)
	s.settings.ExportFolder = dir
	s.filled(400)
	for _, f := range export.Forms() {
		s.dialogOf(func() { s.exportAs(f)() })
		name := s.win.Canvas().Focused().(*controls.Entry)
		s.key(name, fyne.KeyReturn)
		s.wait("the file "+name.Text, func() bool {
			data, err := os.ReadFile(filepath.Join(dir, name.Text))
			return err == nil && len(data) > 0 && strings.Contains(s.notice.Text(), name.Text)
		})
	}
}

func TestReleasePackage(t *testing.T) {
	s := newStage(t, settled)
	dir := tempDir(t)
	s.settings.ExportFolder = dir
	s.settings.Export.Package = []string{"pdf", "txt"}
	s.filled(400)
	s.dialogOf(s.packRelease)
	name := s.win.Canvas().Focused().(*controls.Entry)
	s.key(name, fyne.KeyReturn)
	s.wait("the package", func() bool {
		files, _ := os.ReadDir(filepath.Join(dir, name.Text))
		return len(files) == 3 && strings.Contains(s.notice.Text(), name.Text)
	})
}

func TestATranslationFollows(t *testing.T) {
	s := newStage(t, settled)
	english := exporttest.Release(2, 300)
	english.Language, english.Headline = "en", "A meeting took place"
	if _, err := s.shelf.Save(t.Context(), 0, 0, english); err != nil {
		t.Fatal(err)
	}
	dir := tempDir(t)
	s.settings.ExportFolder = dir
	s.filled(300)
	s.dialogOf(func() { s.exportAs(export.PDF)() })
	s.wait("the translation to choose", func() bool {
		for _, o := range controlstest.Objects(s.win.Canvas().Overlays().Top()) {
			if choice, ok := o.(*controls.Select); ok && len(choice.Options) == 2 {
				choice.SetSelectedIndex(1)
				return true
			}
		}
		return false
	})
	name := s.win.Canvas().Focused().(*controls.Entry)
	s.key(name, fyne.KeyReturn)
	s.wait("both languages", func() bool {
		data, err := os.ReadFile(filepath.Join(dir, name.Text))
		return err == nil && exporttest.Pages(data) == 2
	})
}

func TestCopyHeadlineAndLead(t *testing.T) {
	s := newStage(t, settled)
	r := s.filled(300)
	s.withRelease(s.clipboard.CopyHeadline)()
	s.wait("the headline", func() bool { return s.params.App.Clipboard().Content() == r.Headline })
	s.withRelease(s.clipboard.CopyLead)()
	s.wait("the lead", func() bool { return s.params.App.Clipboard().Content() == r.Lead })
}

// TestWhatLeavesIsWhatWasChecked: what the checks found is used while the text is the one they
// saw, and not any more when a letter has come.
func TestWhatLeavesIsWhatWasChecked(t *testing.T) {
	s := newStage(t, settled)
	s.filled(3)
	s.wait("the checks", func() bool { return s.exportingParams().Findings != nil })
	s.win.Canvas().Focused().TypedRune('я')
	if s.exportingParams().Findings != nil {
		t.Error("a text that nobody checked leaves as checked")
	}
	s.wait("the checks again", func() bool { return s.exportingParams().Findings != nil })
}

// TestChangedSettingsAreKept saves the settings in their dialog.
func TestChangedSettingsAreKept(t *testing.T) {
	s := newStage(t, settings.Settings{Language: "ru", Welcomed: true, Organisation: settings.Organisation{Name: "Прежнее имя"}})
	s.filled(300)
	s.showSettings()
	s.entries()[0].SetText("Новое имя")
	s.settings.Theme = "dark" // by another window
	s.tap(t, "Сохранить")
	<-s.writes.Done()
	if s.kept.get().Organisation.Name != "Новое имя" || s.kept.get().Theme != "dark" || s.dialogOpen() {
		t.Errorf("kept %+v, dialog open %v", s.kept.get(), s.dialogOpen())
	}
	s.wait("the letterhead", func() bool { return s.office.Organisation.Name == "Новое имя" })
}

func TestABrokenStyleIsToldAndPagesArePlain(t *testing.T) {
	s := newStage(t, settled)
	s.filled(300)
	s.settings.Export.Style = "nowhere"
	s.readAgain()
	s.wait("the notice", func() bool { return strings.Contains(s.preview.Notice(), "nowhere") })
	if s.office.Style.Name != "plain" {
		t.Errorf("style %q", s.office.Style.Name)
	}
}

// TestAPaleStyleIsToldAndPagesLeave: what some read badly is told over the pages, colour by
// colour, until it is mended, and keeps nothing back.
func TestAPaleStyleIsToldAndPagesLeave(t *testing.T) {
	s := newStage(t, settled)
	s.filled(300)
	own := filepath.Join(filepath.Dir(s.params.LibraryPath), "styles", "pale.toml")
	write := func(source string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(own), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(own, []byte(source), 0o600); err != nil {
			t.Fatal(err)
		}
		s.readAgain()
	}
	s.settings.Export.Style = "pale"
	write("[colours]\nmuted = '#aaaaaa'\nlink = '#66aaff'\n")
	s.wait("the notice", func() bool {
		return strings.Contains(s.preview.Notice(), "colours.muted = #aaaaaa") && strings.Contains(s.preview.Notice(), "colours.link = #66aaff")
	})
	if s.office.Style.Name != "pale" || s.troubles.With(export.PDF) != nil || s.troubles.Packing(export.Forms()) != nil {
		t.Errorf("style %q, %v", s.office.Style.Name, s.troubles)
	}
	write("[colours]\nmuted = '#555555'\n")
	s.wait("no notice", func() bool { return !strings.Contains(s.preview.Notice(), "colours") })
}

// TestNothingLeavesWithoutItsLetterhead tries each command that writes a
// letterhead while that is broken.
func TestNothingLeavesWithoutItsLetterhead(t *testing.T) {
	breaks := map[string]func(*settings.Settings){
		"a logo that is gone":  func(s *settings.Settings) { s.Organisation.Logo = filepath.Join(t.TempDir(), "нет.png") },
		"a style there is not": func(s *settings.Settings) { s.Export.Style = "nowhere" },
		"a line of the profile": func(s *settings.Settings) {
			s.Unread = []tomltext.Fault{{Line: 3, Key: "organisation.name", Text: "name = 5", Why: tomltext.NoText}}
		},
		"a style that is a digit": func(s *settings.Settings) {
			s.Unread = []tomltext.Fault{{Line: 3, Key: "export.style", Text: "style = 5", Why: tomltext.NoText}}
		},
	}
	for name, breaking := range breaks {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, settled)
			s.filled(300)
			breaking(&s.settings)
			s.readAgain()
			for command, do := range map[string]func(){
				"pdf": s.exportAs(export.PDF), "docx": s.exportAs(export.DOCX), "html": s.exportAs(export.HTML), "mail": s.exportAs(export.Mail), "ninjs": s.exportAs(export.NINJS),
				"package": s.packRelease, "marked": func() { s.exportSelected([]int64{1}) }, "print": s.print,
			} {
				s.dialogOf(do)
				if got := len(s.win.Canvas().Overlays().List()); got != 1 || !strings.Contains(s.texts(), "Открыть настройки") {
					t.Errorf("%s: %d dialogs: %s", command, got, s.texts())
				}
				for _, o := range s.win.Canvas().Overlays().List() {
					s.win.Canvas().Overlays().Remove(o)
				}
			}
			s.dialogOf(s.exportAs(export.Text))
			if strings.Contains(s.texts(), "Открыть настройки") {
				t.Error("the text, which bears no letterhead, is kept back")
			}
		})
	}
}

func TestALetterheadThatWasMendedMayLeave(t *testing.T) {
	s := newStage(t, settled)
	s.filled(300)
	logo := filepath.Join(t.TempDir(), "logo.svg")
	s.settings.Organisation.Logo = logo
	s.readAgain()
	s.print()
	s.wait("the trouble", func() bool { return strings.Contains(s.texts(), "Открыть настройки") })
	s.hands.Press(fyne.KeyEscape, 0)
	if err := os.WriteFile(logo, []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>`), 0o600); err != nil {
		t.Fatal(err)
	}
	var leaves export.Office
	s.wholeIn(export.PDF, func(o export.Office) { leaves = o })
	s.wait("the office", func() bool { return leaves.Organisation.Logo != nil })
}
