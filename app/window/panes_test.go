package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"communique/app/settings"
	"communique/app/window/inspector"
	"communique/app/window/panes"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/controls/controlstest"
	"communique/editor/release"
	"communique/editor/surface"
)

// placed goes through what is seen below an object, with the place in the window of each.
// Of a control only its whole is looked at: what stands in an entry scrolls.
func placed(o fyne.CanvasObject, at fyne.Position, visit func(o fyne.CanvasObject, at fyne.Position)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o, at)
	var below []fyne.CanvasObject
	switch w := o.(type) {
	case controls.Control:
	case *fyne.Container:
		below = w.Objects
	case *container.Scroll:
		below = []fyne.CanvasObject{w.Content}
	case fyne.Widget:
		below = test.WidgetRenderer(w).Objects()
	}
	for _, b := range below {
		if b != nil {
			placed(b, at.Add(b.Position()), visit)
		}
	}
}

// grip is how wide a divider is to the mouse; it lies over both panes.
const grip = 9

// lengthy is a release of the longest words in every field.
func lengthy() release.Release {
	word := strings.Repeat("Достопримечательность", 3)
	r := dated("Встреча {"+word+"} с "+word, "2024-09-11")
	r.Place, r.Lead, r.Subheadline, r.Number, r.Tags = word, "Лид {кого} "+word+" 31 июня.", word, word, []string{word, word}
	r.Boilerplate, r.Notes = word, word
	r.Contacts = []release.Contact{{Name: word, Post: word, Organisation: word, Email: word + "@example.org", Site: word + ".example.org", Phones: []release.PhoneNumber{{Kind: release.Phone, Number: strings.Repeat("+7 000 ", 30)}}}}
	r.Unread = []release.Unread{{Field: release.EmbargoField, Text: word}}
	return r
}

// TestNothingIsWiderThanTheWindow: a screen of 1024×600 at a scale of 1.5, with the longest
// words in every tab, beside the library and without it.
func TestNothingIsWiderThanTheWindow(t *testing.T) {
	size := fyne.NewSize(683, 400)
	for _, language := range translations.Languages() {
		s := newStage(t, settings.Settings{Language: language, Welcomed: true})
		if _, err := s.shelf.Save(ctx, 0, 0, lengthy()); err != nil {
			t.Fatal(err)
		}
		s.library.Reload()
		s.wait("the list", func() bool { return s.library.Count() == 1 })
		s.show(1)
		s.untilQuiet()
		s.win.Resize(size)
		look := func(name string) {
			t.Helper()
			if least := s.win.Content().MinSize(); least.Width > size.Width || least.Height > size.Height {
				t.Errorf("%s, %s: the window becomes %v", language, name, least)
			}
			placed(s.win.Content(), fyne.Position{}, func(o fyne.CanvasObject, at fyne.Position) {
				if at.X < -grip || at.X+o.Size().Width > size.Width+grip/2+1 {
					t.Errorf("%s, %s: %T is seen from %v to %v", language, name, o, at.X, at.X+o.Size().Width)
				}
			})
			for line := range strings.Lines(controlstest.Screen(s.win.Canvas())) {
				if strings.Contains(line, "cut]") && !strings.Contains(line, s.text("field-text")) { // which scrolls
					t.Errorf("%s, %s: cut: %.200s", language, name, line)
				}
			}
		}
		for _, library := range []bool{true, false} {
			s.showLibrary(library)
			s.uncover()
			look("text")
			s.find(true)
			look("search")
			s.search.Close()
			for _, tab := range []inspector.Tab{inspector.PageTab, inspector.TextTab, inspector.FindingsTab, inspector.DetailsTab} {
				s.showTab(tab)
				look(tab.Name())
			}
		}
		s.tell(func(*translations.Words) string {
			return strings.Repeat("Достопримечательность", 3)
		}, true)
		look("a message")
		s.close()
		look("nothing open")
	}
}

// inspectorColumn reports whether the inspector is seen beside the text.
func (s *stage) inspectorColumn() bool {
	return !s.panes.Narrow() && controls.Seen(s.win.Content(), s.inspector.Object())
}

// TestTheInspectorOfANarrowWindow stands where the text does, comes and goes with F10, and
// has its own column again in a wide one.
func TestTheInspectorOfANarrowWindow(t *testing.T) {
	s := about(t)
	focused := func() string {
		o := s.win.Canvas().Focused()
		_, detail := s.inspector.FieldOf(o)
		switch {
		case s.pane.Holds(o):
			return "text"
		case detail:
			return "detail"
		}
		return "elsewhere"
	}
	see := func(step string, text, inspects, column bool, keyboard string) {
		t.Helper()
		seen := controls.Seen(s.win.Content(), s.pane.Object())
		beside := s.inspectorColumn()
		if seen != text || s.inspects() != inspects || beside != column || keyboard != "" && focused() != keyboard {
			t.Errorf("%s: text %v, inspector %v, in a column %v, the keyboard is %s", step, seen, s.inspects(), beside, focused())
		}
	}
	f10 := func() { s.showInspector(!s.inspects()) }
	s.pane.FocusText()
	see("wide", true, true, true, "text")
	s.win.Resize(fyne.NewSize(900, 700))
	see("narrow", true, false, false, "text")
	f10()
	see("F10", false, true, false, "")
	f10()
	see("F10 again", true, false, false, "text")
	s.showTab(inspector.DetailsTab)
	see("details", false, true, false, "detail")
	s.focusText()
	see("back to the text", true, false, false, "text")
	f10()
	see("F10 to the same tab", false, true, false, "detail")
	s.goTo(release.Position{TextID: release.TextID{Field: release.LeadField}})
	see("to a place in the text", true, false, false, "text")
	f10()
	s.find(false)
	see("a search", true, false, false, "elsewhere")
	s.search.Close()
	f10()
	s.onlyText()
	see("F11", true, false, false, "text")
	s.onlyText()
	see("F11 again", true, false, false, "text")
	f10()
	s.start(headed("Другой"))
	see("another release", true, false, false, "text")
	s.win.Resize(fyne.NewSize(1280, 800))
	see("wide again", true, true, true, "text")
	if s.inspector.Shown() != inspector.DetailsTab {
		t.Errorf("tab %v", s.inspector.Shown())
	}
}

// moveDivider moves the divider between the library and the text, or the one between that
// and the inspector, as the mouse does.
func (s *stage) moveDivider(inspector bool, by float32) {
	s.t.Helper()
	var found []fyne.CanvasObject
	for _, o := range controlstest.Objects(s.panes.Object()) {
		if pointed, ok := o.(desktop.Cursorable); ok && pointed.Cursor() == desktop.HResizeCursor {
			found = append(found, o)
		}
	}
	if len(found) != 2 {
		s.t.Fatalf("%d dividers are seen", len(found))
	}
	at := found[0]
	if (found[0].Position().X < found[1].Position().X) == inspector {
		at = found[1]
	}
	e := &fyne.DragEvent{}
	e.Position = fyne.NewPos(grip/2+by, 100)
	at.(fyne.Draggable).Dragged(e)
	at.(fyne.Draggable).DragEnd()
}

// TestEverythingRemembersItsPlace: the window that is opened again stands as the one that
// was closed, and each release of a session as it was left.
func TestEverythingRemembersItsPlace(t *testing.T) {
	s := stocked(t)
	s.show(1)
	s.moveDivider(false, 300-s.panes.State().LibraryWidth)
	s.moveDivider(true, s.panes.State().InspectorWidth-320)
	s.showLibrary(false)
	s.showTab(inspector.DetailsTab)
	s.showInspector(false)
	s.library.OrderMenu().Items[1].Action()
	s.wait("the oldest first", func() bool { return strings.HasPrefix(s.listed(), "Заседание") })
	s.win.Resize(fyne.NewSize(1200, 700))
	s.wait("the settings", func() bool {
		s.rememberPanes()
		return s.kept.get().Window.InspectorFolded
	})
	s.keepSettings()
	<-s.writes.Done()
	again := newStage(t, s.kept.get())
	size := again.win.Canvas().Size()
	if p := again.panes.State(); p != (panes.State{LibraryWidth: 300, InspectorWidth: 320, LibraryFolded: true, InspectorFolded: true}) || size.Width != 1200 || size.Height != 700 {
		t.Errorf("panes %+v in a window of %v", p, size)
	}
	if again.inspector.Shown() != inspector.DetailsTab || again.library.Place().Order != "oldest" {
		t.Errorf("tab %s, order %s", again.inspector.Shown().Name(), again.library.Place().Order)
	}

	long := dated("Долгий", "2024-09-12")
	for i := range 80 {
		long.Blocks = append(long.Blocks, release.Block{ID: release.BlockID(i + 1), Kind: release.Paragraph, Text: strings.Repeat("Слова и ещё слова. ", 12)})
	}
	if _, err := s.shelf.Save(ctx, 0, 0, long); err != nil {
		t.Fatal(err)
	}
	s.show(4)
	for _, o := range controlstest.Objects(s.pane.Object()) {
		if text, ok := o.(*surface.Surface); ok {
			text.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -500}}) // the caret is out of sight
		}
	}
	place := s.pane.Place()
	s.show(1)
	if s.pane.Place() == place {
		t.Error("another release stands where the long one did")
	}
	s.show(4)
	if s.pane.Place() != place {
		t.Errorf("the text stands at %+v, not at %+v", s.pane.Place(), place)
	}
	s.show(1)

	caret := release.Position{TextID: release.TextID{Field: release.LeadField}, Offset: 7}
	s.pane.GoTo(caret)
	s.show(2)
	if s.pane.Caret() == caret {
		t.Error("another release has the caret of the first")
	}
	s.show(1)
	if s.pane.Caret() != caret {
		t.Errorf("the caret is at %v", s.pane.Caret())
	}
}
