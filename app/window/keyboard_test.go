package window

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"communique/app/library"
	"communique/app/window/inspector"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/controls/controlstest"
	"communique/editor/release"
)

// TestTheKeyboardTurnsPanes: F6 leads through all panes that are seen and back, out of the
// text, too, and through those alone.
func TestTheKeyboardTurnsPanes(t *testing.T) {
	s := inUse(t, "ru")
	inspected := func(o fyne.CanvasObject) bool {
		return s.inspects() && controls.Seen(s.inspector.Object(), o) && !controls.Seen(s.pane.Object(), o)
	}
	where := func() string {
		o, _ := s.win.Canvas().Focused().(fyne.CanvasObject)
		switch {
		case o == nil:
			return "nowhere"
		case controls.Seen(s.library.Object(), o):
			return "library"
		case s.pane.Holds(s.win.Canvas().Focused()):
			return "text"
		case inspected(o):
			return "inspector"
		case s.doc == nil && controls.Seen(s.middle, o):
			return "page"
		case controls.Seen(s.pane.Stops()[0], o):
			return "chips"
		case controls.Seen(s.notice.Object(), o):
			return "notice"
		}
		return "elsewhere"
	}
	turns := func(held fyne.KeyModifier, want ...string) {
		t.Helper()
		for i, pane := range want {
			s.hands.Press(fyne.KeyF6, held)
			if where() != pane {
				t.Errorf("tab %v, held %v: F6 %d: the keyboard is in the %s, not in the %s", s.inspector.Shown(), held, i+1, where(), pane)
			}
		}
	}
	for _, tab := range []inspector.Tab{inspector.PageTab, inspector.TextTab, inspector.DetailsTab} {
		s.inspector.Show(tab)
		s.pane.FocusText()
		turns(0, "inspector", "library", "chips", "text")
		turns(fyne.KeyModifierShift, "chips", "library", "inspector", "text")
	}
	s.inspector.Show(inspector.PageTab)
	told := s.tell(translations.Text("tab-in-text"), false)
	turns(0, "inspector", "notice", "library", "chips", "text")
	told.Withdraw()
	s.find(false)
	turns(0, "text")
	s.search.Close()
	s.showLibrary(false)
	turns(0, "inspector", "chips", "text")
	s.onlyText()
	s.onlyText()
	s.showInspector(false)
	turns(0, "library", "chips", "text")
	s.close()
	s.showLibrary(true)
	s.win.Canvas().Focus(s.library.List())
	turns(0, "page", "library")
	s.base.Ask("title", "question", "yes", 0, func() {})
	asked := s.win.Canvas().Focused()
	if s.hands.Press(fyne.KeyF6, 0); s.win.Canvas().Focused() != asked {
		t.Error("F6 leads out of a dialog")
	}
}

// TestEscapeClosesWhatIsTold wherever the keyboard is, once nothing else has a use for the key; trouble that came just before it
// was pressed stays.
func TestEscapeClosesWhatIsTold(t *testing.T) {
	s := inUse(t, "ru")
	for where, focus := range map[string]func(){
		"the text": s.pane.FocusText, "the findings": s.toFindings,
		"the list": func() { s.win.Canvas().Focus(s.library.List()) }, "the search": s.focusSearch,
	} {
		focus()
		s.tell(translations.Text("tab-in-text"), false)
		if s.hands.Press(fyne.KeyEscape, 0); s.notice.Text() != "" {
			t.Errorf("%s: %q stays", where, s.notice.Text())
		}
	}
	s.tell(translations.Text("tab-in-text"), true)
	if s.hands.Press(fyne.KeyEscape, 0); s.notice.Text() == "" {
		t.Error("trouble went unseen")
	}
	s.win.Canvas().Focus(s.library.List())
	s.library.SelectAll()
	s.tell(translations.Text("tab-in-text"), false)
	if s.hands.Press(fyne.KeyEscape, 0); s.notice.Text() == "" {
		t.Error("what ends the selection closes the notice")
	}
}

// onScreen fails where what has the keyboard is not seen.
func (s *stage) onScreen(when string) {
	s.t.Helper()
	focused, ok := s.win.Canvas().Focused().(fyne.CanvasObject)
	if !ok || s.params.App.Driver().AbsolutePositionForObject(focused) == (fyne.Position{}) {
		s.t.Errorf("%s: what has the keyboard (%T) is not on the screen", when, focused)
	}
}

func TestTheKeyboardIsNeverWithWhatIsGone(t *testing.T) {
	s := inUse(t, "ru")
	button := func(name string) {
		t.Helper()
		for _, stop := range controlstest.Stops(s.win.Canvas()) {
			if c := stop.(controls.Control); c.Name() == name {
				s.win.Canvas().Focus(c)
				return
			}
		}
		t.Fatalf("no %s", name)
	}
	s.library.SelectAll()
	button(s.text("marked-none"))
	s.hands.Press(fyne.KeyReturn, 0)
	s.onScreen("nothing is marked any more")
	button(s.text("menu-zoom-in"))
	s.inspector.Show(inspector.TextTab)
	s.onScreen("another tab")
	told := s.notice.Offer(translations.Text("nothing-open"), translations.Text("unsaved-elsewhere"), func() {})
	button(s.text("unsaved-elsewhere"))
	told.Withdraw()
	s.onScreen("the notice went")

	s.newFromTemplate()
	choice := s.win.Canvas().Focused()
	for _, stop := range controlstest.Stops(s.win.Canvas()) {
		if c := stop.(controls.Control); c.Name() == s.text("new-template") {
			choice = c
		}
	}
	s.win.Canvas().Focus(choice)
	s.hands.Press(fyne.KeyRight, 0)
	s.hands.Press(fyne.KeyLeft, 0)
	if s.win.Canvas().Focused() != choice {
		t.Errorf("choosing a template moved the keyboard to %T", s.win.Canvas().Focused())
	}
	n := controlstest.Stops(s.win.Canvas())
	for i := range n {
		s.win.Canvas().Focus(n[i])
		entry, ok := n[i].(*controls.Entry)
		if !ok {
			continue
		}
		test.Type(entry, "п") // names are offered
		s.hands.Press(fyne.KeyTab, 0)
		s.onScreen("Tab past what is offered for " + entry.Name())
	}
	s.hands.Press(fyne.KeyEscape, 0)

	s.showSettings()
	s.turnTab(1)
	button(s.text("contact-remove"))
	s.hands.Press(fyne.KeyReturn, 0)
	s.onScreen("a contact was removed")
	button(s.text("contact-add"))
	s.hands.Press(fyne.KeyReturn, 0)
	s.onScreen("a contact was added")
	s.hands.Press(fyne.KeyEscape, 0)
}

// The first words of the release, as the text field has them.
func TestTheKeyUpOfShiftThatADialogHears(t *testing.T) {
	for _, d := range everyDialog {
		if d.name != "the fields" && d.name != "export of text" && d.name != "a question" {
			continue
		}
		s := inUse(t, "ru")
		before := s.doc.session.Text(release.LeadField)
		s.hands.Held = control
		s.hands.Down(desktop.KeyShiftLeft, 0)
		d.open(s)
		s.hands.Up(desktop.KeyShiftLeft)
		s.hands.Held = 0
		s.hands.Press(fyne.KeyEscape, 0)
		s.hands.Press(fyne.KeyEnd, 0)
		s.win.Canvas().Focused().TypedRune('я')
		if got := s.doc.session.Text(release.LeadField); len([]rune(got)) != len([]rune(before))+1 {
			t.Errorf("%s: %q became %q", d.name, before, got)
		}
	}
}

func TestAHeldEnterOpensNothing(t *testing.T) {
	s := inUse(t, "ru")
	s.close()
	s.hands.Press(fyne.KeyDown, 0) // from the month to its first release
	s.base.Ask("title", "question", "yes", 0, func() {})
	s.hands.Down(fyne.KeyReturn, 0)
	s.hands.Repeat(fyne.KeyReturn)
	s.hands.Up(fyne.KeyReturn)
	s.untilQuiet()
	if s.doc != nil || s.dialogOpen() {
		t.Errorf("opened %d, dialog open %v", s.shown(), s.dialogOpen())
	}
	s.hands.Press(fyne.KeyReturn, 0)
	s.wait("what Enter opens", func() bool { return s.doc != nil })
}

// each calls f with every command of a menu and those below it.
func each(menu *fyne.Menu, f func(*fyne.MenuItem)) {
	for _, item := range menu.Items {
		if item.ChildMenu != nil {
			each(item.ChildMenu, f)
		} else if !item.IsSeparator {
			f(item)
		}
	}
}

func TestEveryShortcutMeansOneThing(t *testing.T) {
	s := newStage(t, settled)
	seen := map[string]string{}
	claim := func(key, what string) {
		if other, twice := seen[key]; twice {
			t.Errorf("%s means %q and %q", key, other, what)
		}
		seen[key] = what
	}
	for _, menu := range s.commands.Items {
		each(menu, func(item *fyne.MenuItem) {
			if item.Shortcut != nil {
				claim(controls.ShortcutText(item.Shortcut.(fyne.KeyboardShortcut)), item.Label)
			}
		})
	}
	for key, meant := range furtherKeys {
		claim(controls.ShortcutText(&desktop.CustomShortcut{KeyName: key.Key, Modifier: key.Modifier}), "a further key")
		if target := controls.ShortcutText(&desktop.CustomShortcut{KeyName: meant.Key, Modifier: meant.Modifier}); seen[target] == "" {
			t.Errorf("%v stands for %s, which nothing has", key, target)
		}
	}
}

func TestNoCommandPassesADialogBy(t *testing.T) {
	s := inUse(t, "ru")
	was := s.doc.session.Text(release.HeadlineField)
	s.showAbout()
	for _, menu := range s.commands.Items {
		each(menu, func(item *fyne.MenuItem) {
			if item.IsQuit {
				return
			}
			item.Action()
			if len(s.win.Canvas().Overlays().List()) != 1 {
				t.Fatalf("%s came over the dialog", item.Label)
			}
		})
	}
	if got := s.doc.session.Text(release.HeadlineField); got != was || s.kept.get().Theme != "" || s.shown() != 1 {
		t.Errorf("behind the dialog: %q, theme %q", got, s.kept.get().Theme)
	}
}

func TestUndoInADialogIsTheEntrysOwn(t *testing.T) {
	s := inUse(t, "ru")
	was := s.doc.session.Text(release.HeadlineField)
	s.tagSelected([]int64{1})
	entry := s.win.Canvas().Focused().(*controls.Entry)
	test.Type(entry, "метка")
	undo := s.commands.Items[1].Items[0]
	undo.Action()
	if entry.Text != "" || s.doc.session.Text(release.HeadlineField) != was {
		t.Errorf("entry %q, headline %q", entry.Text, s.doc.session.Text(release.HeadlineField))
	}
	s.hands.Press(fyne.KeyEscape, 0)
	undo.Action()
	if s.doc.session.Text(release.HeadlineField) == was {
		t.Error("the draft's undo is gone")
	}
}

func TestTheKeyboardLeavesAReleaseThatIsPutAway(t *testing.T) {
	s := inUse(t, "ru")
	s.close()
	if s.win.Canvas().Focused() != s.library.List() {
		t.Errorf("%T has the keyboard", s.win.Canvas().Focused())
	}
	s.settings.Language = "en"
	s.rebuild()
	if s.win.Canvas().Focused() != s.library.List() && s.win.Canvas().Focused() != s.library.SearchField() {
		t.Errorf("after a change of language %T has the keyboard", s.win.Canvas().Focused())
	}
}

// TestPagesOrTabs: the keys that turn pages turn the tabs of a dialog that has them, and no page
// behind it.
func TestPagesOrTabs(t *testing.T) {
	s := stocked(t)
	s.show(1)
	s.showSettings()
	s.wait("the settings", s.dialogOpen)
	front := func() string {
		for _, o := range controlstest.Objects(s.win.Canvas().Overlays().Top()) {
			if tabs, ok := o.(*controls.Tabs); ok {
				return tabs.Front().Name
			}
		}
		return ""
	}
	begun := front()
	s.hands.Press(fyne.KeyPageDown, fyne.KeyModifierControl)
	if front() != s.text("settings-contacts") {
		t.Errorf("from %s to %s", begun, front())
	}
	if s.hands.Press(fyne.KeyPageUp, fyne.KeyModifierControl); front() != begun {
		t.Errorf("back to %s", front())
	}
}

// Bad news is read to its end: its dialog wraps what it says, and scrolls.
func TestBadNewsIsNotClipped(t *testing.T) {
	s := newStage(t, settled)
	long := strings.Repeat("/очень-длинная-папка", 300) + " не читается"
	for name, tell := range map[string]func(){
		"trouble":  func() { s.fail(errors.New(long)) },
		"unsaved":  func() { s.askUnsaved(errors.New(long)) },
		"question": func() { s.base.Ask("", long, "", 0, nil) },
		"damage":   func() { s.backups().ShowProblems(library.Care{Problems: []library.Problem{{Detail: long}}}) },
	} {
		tell()
		window := s.win.Canvas().Size()
		var seen *container.Scroll
		for _, o := range controlstest.Objects(s.win.Canvas().Overlays().Top()) {
			if scroll, ok := o.(*container.Scroll); ok && seen == nil {
				seen = scroll
			}
		}
		if seen.Size().Height > window.Height || seen.Content.MinSize().Width > seen.Size().Width || seen.Content.Size().Height <= seen.Size().Height {
			t.Errorf("%s: %v of %v", name, seen.Size(), seen.Content.Size())
		}
		s.hands.Press(fyne.KeyEscape, 0)
	}
}
