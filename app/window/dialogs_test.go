package window

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"communique/app/archive"
	"communique/app/chooser/system"
	"communique/app/crash"
	"communique/app/library"
	"communique/app/settings"
	"communique/app/window/exporting"
	"communique/app/window/help"
	"communique/app/window/importing"
	"communique/app/window/registers"
	"communique/app/window/screen"
	"communique/app/window/templates"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/controls/controlstest"
	"communique/editor/editing"
	"communique/editor/grammar"
	"communique/editor/proof"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/snippet"
	"communique/editor/tomltext"
	"communique/export"
)

// everyDialog is all that the window asks and shows in dialogs; by is the
// function that makes them, with its package. TestEveryDialogIsAudited tells who is missing.
var everyDialog = []struct {
	by, name string
	open     func(s *stage)
}{
	{"window.fail", "trouble", func(s *stage) { s.fail(errors.New("the disk does not answer")) }},
	{"window.showTrouble", "lines that cannot be read", func(s *stage) {
		s.fail(&settings.UnreadError{Path: "settings.toml", Faults: []tomltext.Fault{{Line: 2, Key: "theme", Text: "theme = 5", Why: tomltext.NoText}}})
	}},
	{"screen.Ask", "a question", func(s *stage) { s.trash() }},
	{"screen.AskLateOf", "replacing a file", func(s *stage) {
		s.base.AskLate(s.text("replace-title"), s.text("replace-question", map[string]any{"Path": "/tmp/a"}), s.text("replace-confirm"), nil, func() {})
	}},
	{"backups.ShowProblems", "damage", func(s *stage) {
		s.backups().ShowProblems(library.Care{Problems: []library.Problem{{ID: 1, Headline: "А"}, {Detail: "x"}}, Backup: "/backups/partial-2024-09-11.db", Partial: true})
	}},
	{"backups.TellShared", "a shared folder", func(s *stage) { s.backups().TellShared(library.Sharing{Service: "Dropbox"}) }},
	{"backups.listCopies", "copies of the library", func(s *stage) {
		p := s.backups()
		p.Keeper = copied{s.shelf, s.copyOf("library (1).db")}
		p.ShowCopies()
	}},
	{"backups.ShowMerged", "what was merged", func(s *stage) {
		some := []library.Entry{{Headline: "Встреча"}, {Lead: "Учение завершилось."}}
		s.backups().ShowMerged("/library (1).db", "", archive.Merged{New: 3, Newer: some, Both: some, Left: some, Same: 7, Unread: []error{&library.DamagedError{ID: 7, Headline: "Визит"}}})
	}},
	{"backups.list", "backups", func(s *stage) { s.backups().Show() }},
	{"issuing.ask", "an issue in spite of findings", func(s *stage) {
		s.blocked([]proof.Finding{{Code: proof.LeadMissing, Level: proof.Blocks}})
	}},
	{"issuing.ask", "an issued release with findings leaves", func(s *stage) {
		s.despite(s.doc, map[int64][]release.Accepted{exporting.OnScreen: nil}, screen.Plain([]string{"…"}), func() {})
	}},
	{"window.askUnsaved", "what is not saved", func(s *stage) { s.askUnsaved(errors.New("no space left")) }},
	{"screen.Progress", "progress", func(s *stage) {
		s.base.Progress("…", func(ctx context.Context, tell func(done, of int)) error {
			tell(1, 2)
			<-ctx.Done()
			return ctx.Err()
		}, func(bool) {})
	}},
	{"screen.AskName", "a name", func(s *stage) { s.tagSelected([]int64{1}) }},
	{"mentions.Show", "mentions", func(s *stage) {
		s.showMentions()
		test.Type(s.win.Canvas().Focused(), "Пробный")
		s.wait("the quotation", func() bool { return strings.Contains(s.texts(), "Мы строим мост") })
	}},
	{"history.show", "history", func(s *stage) { s.showHistory() }},
	{"inserting.Show", "inserting", func(s *stage) { s.showInsert(); test.Type(s.win.Canvas().Focused(), "пробн") }},
	{"registers.Show", "registers", func(s *stage) { s.showRegisters() }},
	{"templates.Show", "templates", func(s *stage) { s.showTemplates() }},
	{"templates.Edit", "a template", func(s *stage) {
		set, err := s.params.Templates()
		if err != nil {
			s.t.Fatal(err)
		}
		templates.Edit(s.templatesParams(), set.In("ru")[0], func() {})
	}},
	{"snippets.Show", "snippets", func(s *stage) {
		s.showSnippets()
		s.wait("the snippets", s.dialogOpen)
	}},
	{"filling.open", "blanks of a snippet", func(s *stage) {
		s.snippetPutter()(snippet.Snippet{Title: "О встрече", Text: "Встреча с {person.ins} {place.in}."})
		s.waitForNames()
	}},
	{"importing.ShowReport", "a report", func(s *stage) {
		importing.ShowReport(s.importingParams(), importing.Result{Report: archive.Report{{Path: "a.txt", Status: archive.Failed, Err: errors.New("x")}, {Path: "b.txt", Status: archive.Imported}}})
	}},
	{"registers.Preview", "a register that was read", func(s *stage) {
		registers.Preview(s.registersParams(), registers.Take(s.registers, register.Registers{People: []register.Person{{First: "Юрий", Last: "Кравец"}, {First: "Анна", Last: "Озерова"}}}, nil, grammar.House{}, release.Date{}), func() {})
	}},
	{"registers.showCard", "a person", func(s *stage) { s.card(grammar.Person, "Министр обороны Юрий Кравец") }},
	{"registers.showCard", "a place", func(s *stage) { s.card(grammar.Place, "Пробный") }},
	{"registers.showCard", "an organisation", func(s *stage) { s.card(grammar.Organisation, "Совет содружества") }},
	{"files.Save", "export", func(s *stage) { exporting.Export(s.exportingParams(), export.PDF, s.doc.session.Release()) }},
	{"files.Save", "export of text", func(s *stage) { exporting.Export(s.exportingParams(), export.Text, s.doc.session.Release()) }},
	{"photograph.Describe", "a photograph", func(s *stage) {
		s.photograph().Describe(release.Block{Kind: release.Picture, Text: "На встрече", Author: "Анна Пробная"}, "picture-put", nil)
	}},
	{"searching.ask", "a substitution", func(s *stage) { s.substitute() }},
	{"searching.showProposals", "proposals", func(s *stage) {
		s.substitute()
		entries := s.entries()
		entries[0].SetText("Иван Пробный")
		entries[1].SetText("Анна Примерная")
		s.hands.Press(fyne.KeyReturn, control)
		s.wait("the proposals", func() bool { return s.dialogOpen() && strings.Contains(s.texts(), s.text("find-replace-chosen")) })
	}},
	{"drafting.Link", "a link", func(s *stage) {
		s.pane.Act((*editing.Editor).SelectAll)
		s.pane.Link()
	}},
	{"snippets.Edit", "a snippet", func(s *stage) {
		s.pane.Act((*editing.Editor).SelectAll)
		s.makeSnippet()
	}},
	{"preferences.Show", "settings, organisation", func(s *stage) { s.showSettings() }},
	{"preferences.Show", "settings, contacts", func(s *stage) { s.showSettings(); s.turnTab(1) }},
	{"preferences.Show", "settings, export", func(s *stage) { s.showSettings(); s.turnTab(2) }},
	{"preferences.Show", "settings, usage", func(s *stage) { s.showSettings(); s.turnTab(3) }},
	{"preferences.Show", "settings, interface", func(s *stage) { s.showSettings(); s.turnTab(4) }},
	{"filling.open", "a new release", func(s *stage) {
		s.newFromTemplate()
		s.waitForNames()
	}},
	{"filling.open", "the fields", func(s *stage) { s.showFields() }},
	{"chooser.browse", "choosing a file", func(s *stage) {
		s.choose = func(context.Context, system.Question) ([]string, error) { return nil, errors.New("no chooser here") }
		s.importFiles()
	}},
	{"help.Shortcuts", "shortcuts", func(s *stage) { s.showShortcuts() }},
	{"help.About", "about", func(s *stage) { s.showAbout() }},
	{"help.Licences", "licences", func(s *stage) { help.Licences(s.base) }},
	{"faults.Tell", "a fault of before", func(s *stage) { s.tellFault(crash.Report{Path: "/library/crashes/1.txt"}) }},
	{"trash.list", "trash", func(s *stage) { s.showTrash() }},
	{"updates.show", "an update", func(s *stage) {
		dir := filepath.Dir(s.params.LibraryPath)
		notice := fmt.Sprintf("format = 1\nversion = \"1.3.0\"\ndate = \"2024-09-11\"\n[news]\nru = \"Новое окно.\"\nen = \"A new window.\"\n[[packages]]\nkind = \"here\"\nfile = \"setup.exe\"\nsize = 5\nsha256 = \"%064d\"\n", 0)
		if err := os.WriteFile(filepath.Join(dir, "communique-update.toml"), []byte(notice), 0o600); err != nil {
			s.t.Fatal(err)
		}
		s.settings.Updates.From, s.params.Packages = dir, []string{"here"}
		s.checkUpdates()
	}},
}

// copied is a keeper beside whose library a copy lies.
type copied struct {
	*shelf
	path string
}

func (c copied) ConflictedCopies() ([]string, error) { return []string{c.path}, nil }

// copyOf writes a copy of the library under a name, where no one looks for it.
func (s *stage) copyOf(name string) string {
	s.t.Helper()
	path := filepath.Join(s.t.TempDir(), name)
	if err := s.shelf.BackUp(context.Background(), path); err != nil {
		s.t.Fatal(err)
	}
	if err := os.Chtimes(path, clockTime(), clockTime()); err != nil {
		s.t.Fatal(err)
	}
	return path
}

// card opens the card of what a text names.
func (s *stage) card(kind grammar.Kind, text string) {
	registers.ShowCard(s.registersParams(), kind, text, func(string) {})
}

// waitForNames waits until what the open release names is offered.
func (s *stage) waitForNames() {
	s.wait("the names", func() bool { return strings.Contains(s.texts(), s.text("new-named-open")) })
}

// turnTab turns to another tab of the dialog.
func (s *stage) turnTab(by int) {
	for range by {
		s.hands.Press(fyne.KeyTab, fyne.KeyModifierControl)
	}
}

// dialogOpen tells whether anything is over the window.
func (s *stage) dialogOpen() bool { return s.win.Canvas().Overlays().Top() != nil }

// dialogOf does what brings up a dialog, and waits for that.
func (s *stage) dialogOf(do func()) {
	s.t.Helper()
	do()
	s.wait("the dialog", s.dialogOpen)
}

// inUse is a window in which every command finds something to work on: a release
// made from a template is on the screen, with a version, beside others and one in
// the trash.
func inUse(t *testing.T, language string) *stage {
	t.Helper()
	s := newStage(t, settings.Settings{Language: language, Welcomed: true, Contacts: []settings.Contact{{Name: "Пётр Образцов", Default: true}, {Name: "Анна Озерова"}}})
	s.registers = register.Registers{People: []register.Person{{First: "Иван", Last: "Пробный", Posts: []register.Post{{Title: "Посол"}}}}}
	s.lookup.Make(func() {})
	made := madeMeeting(t, "ru")
	quoted := headed("Беседа")
	quoted.Blocks = []release.Block{{Kind: release.Quotation, Text: "Мы строим мост", Speaker: "Иван Пробный"}}
	for _, r := range []release.Release{made, quoted, headed("Лишний")} {
		if _, err := s.shelf.Save(ctx, 0, 0, r); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.shelf.Trash(ctx, 3); err != nil {
		t.Fatal(err)
	}
	s.library.Reload()
	s.open(1)
	s.wait("the release", func() bool { return s.shown() == 1 && s.lookup.Index() != nil && s.library.Count() == 2 })
	s.doc.session.Set(release.HeadlineField, "Встреча прошла")
	s.save()
	s.wait("the version", func() bool {
		versions, err := s.shelf.History(ctx, 1)
		return err == nil && len(versions) == 2
	})
	s.pane.FocusText()
	return s
}

// reachable checks that Tab goes as the eye does and that each stop has a name.
func (s *stage) reachable(where string) []fyne.Focusable {
	s.t.Helper()
	_, told := controlstest.Read(s.win.Canvas())
	stops := controlstest.Stops(s.win.Canvas())
	if len(stops) == 0 || !slices.Equal(stops, told) {
		s.t.Errorf("%s: Tab leads to %d stops, and not to the %d that are told", where, len(stops), len(told))
	}
	at := s.params.App.Driver().AbsolutePositionForObject
	before := s.win.Canvas().Focused()
	defer func() { s.win.Canvas().Focus(before) }()
	var last fyne.CanvasObject
	for _, stop := range stops {
		s.win.Canvas().Focus(stop) // scrolls there
		c, ok := stop.(controls.Control)
		if !ok {
			s.t.Errorf("%s: %T is a stop, and no control of ours", where, stop)
			continue
		}
		if name := strings.TrimSpace(c.Name()); name == "" || strings.Contains(name, ".svg") || strings.Contains(name, "⟦") {
			s.t.Errorf("%s: %T is called %q", where, c, name)
		}
		// Upwards only to the right: into the next pane.
		if last != nil && at(c).Y < at(last).Y-1 && at(c).X < at(last).X+last.Size().Width-1 {
			s.t.Errorf("%s: Tab jumps up from %q to %q", where, last.(controls.Control).Name(), c.Name())
		}
		last = c
	}
	return stops
}

func TestEveryDialogByKeyboard(t *testing.T) {
	for _, language := range translations.Languages() {
		s := inUse(t, language)
		text := s.win.Canvas().Focused()
		show := func(open func(s *stage)) {
			open(s)
			s.wait("the dialog", s.dialogOpen)
		}
		leave := func(where string) {
			s.hands.Press(fyne.KeyEscape, 0)
			s.wait(where+" to go", func() bool { return !s.dialogOpen() })
			if s.win.Canvas().Focused() != text {
				t.Fatalf("%s: the keyboard went to %T", where, s.win.Canvas().Focused())
			}
		}
		for _, d := range everyDialog {
			where := fmt.Sprintf("%s (%s)", d.name, language)
			show(d.open)
			if s.win.Canvas().Focused() == nil {
				t.Errorf("%s: nothing has the keyboard", where)
			}
			s.golden(language, d.name)
			stops := s.reachable(where)
			leave(where)
			if language != translations.Languages()[0] {
				continue // the keys are the same
			}
			tried := map[string]bool{}
			for i, stop := range stops {
				if kind := fmt.Sprintf("%T", stop); !tried[kind] {
					tried[kind] = true
					show(d.open)
					s.win.Canvas().Focus(controlstest.Stops(s.win.Canvas())[i])
					leave(where + " from " + kind)
				}
			}
		}
	}
}
