package inspector

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"communique/editor/controls"
	"communique/editor/draft"
	"communique/editor/proof"
	"communique/editor/release"
)

// TestKeysOfAField: Ctrl+Home and Ctrl+End lead to its ends, undo and redo go through the
// draft, what is selected is known, and of what may only be read no key takes a letter.
func TestKeysOfAField(t *testing.T) {
	s := newStand(t, "ru", written())
	f := s.details.fields[release.PlaceField]
	s.window.Canvas().Focus(f)
	control := func(name fyne.KeyName, held fyne.KeyModifier) {
		f.TypedShortcut(&desktop.CustomShortcut{KeyName: name, Modifier: held})
	}
	for _, step := range []struct {
		name fyne.KeyName
		held fyne.KeyModifier
		want int
	}{
		{fyne.KeyEnd, fyne.KeyModifierShortcutDefault, 7}, {fyne.KeyHome, fyne.KeyModifierAlt, 7}, {fyne.KeyHome, fyne.KeyModifierShortcutDefault, 0}, {fyne.KeyDown, fyne.KeyModifierShortcutDefault, 0},
	} {
		if control(step.name, step.held); f.CursorTextOffset() != step.want {
			t.Errorf("%s with %d: at %d", step.name, step.held, f.CursorTextOffset())
		}
	}
	if s.Selected() != "" {
		t.Errorf("selected %q", s.Selected())
	}
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	if s.Selected() != "Пробный" {
		t.Errorf("selected %q", s.Selected())
	}
	control(fyne.KeyEnd, fyne.KeyModifierShortcutDefault)
	f.TypedRune('!')
	if f.TypedShortcut(&fyne.ShortcutUndo{}); s.session.Text(release.PlaceField) != "Пробный" || f.Text != "Пробный" {
		t.Errorf("undone to %q, shown as %q", s.session.Text(release.PlaceField), f.Text)
	}
	if f.TypedShortcut(&fyne.ShortcutRedo{}); s.session.Text(release.PlaceField) != "Пробный!" || f.Text != "Пробный!" {
		t.Errorf("redone to %q, shown as %q", s.session.Text(release.PlaceField), f.Text)
	}
	s.SetReadOnly(true)
	s.clipboard.SetContent("")
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.TypedShortcut(&fyne.ShortcutCopy{Clipboard: s.clipboard})
	if s.clipboard.Content() != "Пробный!" {
		t.Errorf("copied %q", s.clipboard.Content())
	}
	f.TypedShortcut(&fyne.ShortcutCut{Clipboard: s.clipboard})
	control(fyne.KeyHome, fyne.KeyModifierShortcutDefault)
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if f.CursorTextOffset() != 1 || f.Text != "Пробный!" {
		t.Errorf("at %d of %q", f.CursorTextOffset(), f.Text)
	}
}

// TestWhatIsNoTextDoesNotStay: of what is pasted into a field the draft keeps the text, the
// field shows what the draft has, and the caret stays behind what was pasted.
func TestWhatIsNoTextDoesNotStay(t *testing.T) {
	s := newStand(t, "ru", written())
	f := s.details.fields[release.PlaceField]
	s.window.Canvas().Focus(f)
	f.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyEnd, Modifier: fyne.KeyModifierShortcutDefault})
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	s.clipboard.SetContent("\x01а\u00ad\x02")
	f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: s.clipboard})
	if f.Text != "Пробныай" || s.session.Text(release.PlaceField) != "Пробныай" || f.CursorTextOffset() != 7 {
		t.Errorf("shown %q, kept %q, the caret at %d", f.Text, s.session.Text(release.PlaceField), f.CursorTextOffset())
	}
}

// TestTabsAreTurnedFromWithin: from a control of a tab the keyboard goes along to the next, or to
// the tabs where that has none, and from there it stays with them; from elsewhere nothing is turned.
func TestTabsAreTurnedFromWithin(t *testing.T) {
	s := newStand(t, "ru", written())
	focused := func() fyne.Focusable { return s.window.Canvas().Focused() }
	elsewhere := controls.NewKeyboard(controls.Params{Canvas: s.window.Canvas(), Menu: s.window.MainMenu, Held: func() fyne.KeyModifier { return 0 }}).NewEntry()
	s.window.SetContent(container.NewVBox(elsewhere, s.Object()))
	s.window.Canvas().Focus(elsewhere)
	if before := s.Shown(); s.Turn(1) || s.Shown() != before || focused() != fyne.Focusable(elsewhere) {
		t.Error("from elsewhere it is turned")
	}
	s.FocusTab(DetailsTab)
	if !s.Turn(1) || s.Shown() != PageTab || focused() != fyne.Focusable(s.tabs) {
		t.Errorf("tab %d, the keyboard is at %T", s.Shown(), focused())
	}
	if !s.Turn(-1) || s.Shown() != DetailsTab || focused() != fyne.Focusable(s.tabs) {
		t.Errorf("tab %d, the keyboard is at %T", s.Shown(), focused())
	}
	s.GoTo(DetailFields()[0])
	s.ShowFindings(proof.Check(s.session.Release(), proof.Params{}))
	if !s.Turn(-1) || s.Shown() != FindingsTab || !controls.Seen(s.findings.object, focused().(fyne.CanvasObject)) {
		t.Errorf("tab %d, the keyboard is at %T", s.Shown(), focused())
	}
	document := widget.NewLabel("text")
	s.Enclose(document)
	if s.FocusTab(PageTab); focused() != fyne.Focusable(s.tabs) {
		t.Errorf("over the text the keyboard is at %T", focused())
	}
	if s.ShowDocument(); focused() != nil || !s.DocumentShown() {
		t.Errorf("with the text the keyboard is at %T", focused())
	}
}

// TestWhereTheKeyboardGoes with a tab, and with what is undone or comes from elsewhere.
func TestWhereTheKeyboardGoes(t *testing.T) {
	s := newStand(t, "ru", written())
	focused := func() fyne.Focusable { return s.window.Canvas().Focused() }
	s.FocusTab(DetailsTab)
	if focused() == nil {
		t.Fatal("nowhere")
	}
	first := focused()
	s.ShowFindings(nil)
	if s.FocusTab(FindingsTab); focused() != first {
		t.Error("no finding has the keyboard")
	}
	s.ShowFindings(proof.Check(s.session.Release(), proof.Params{}))
	if s.FocusTab(FindingsTab); focused() != s.findings.lines[0] || s.Shown() != FindingsTab {
		t.Error("the first finding has not the keyboard")
	}
	s.Show(DetailsTab)
	s.Heard(draft.Change{Field: release.NotesField}, false)
	if focused() == s.details.fields[release.NotesField] {
		t.Error("a change leads away")
	}
	if s.Heard(draft.Change{Field: release.NotesField}, true); focused() != s.details.fields[release.NotesField] {
		t.Error("what is undone does not lead to its place")
	}
	other := written()
	other.Place = "Иной"
	s.session.Replace(other)
	if s.details.fields[release.PlaceField].Text != "Иной" {
		t.Errorf("another release shows %q", s.details.fields[release.PlaceField].Text)
	}
	s.Close()
	s.Heard(draft.Change{Field: release.PlaceField}, true) // of a draft that was put away
	s.ShowContacts()
	if n := len(s.details.contacts.remove); n != 0 {
		t.Errorf("%d contacts of no draft", n)
	}
}

// TestContactsOfTheFooter: an older entry of the same person is replaced, the last is taken
// out to the chooser, one that is moved keeps the keyboard, and each is called by what it has.
func TestContactsOfTheFooter(t *testing.T) {
	s := newStand(t, "ru", release.New("ru"))
	s.offered = []Contact{{Title: "Пресс-служба", Contact: release.Contact{Name: "Пётр", Post: "секретарь", Email: "new@council.example"}}}
	s.session.SetContacts([]release.Contact{
		{Name: "Пётр", Post: "секретарь", Email: "old@council.example"}, {Name: "Пётр", Post: "посол"}, {Phones: []release.PhoneNumber{{Number: "112"}}}, {},
	})
	s.ShowContacts()
	list := s.details.contacts
	var titles []string
	for _, c := range s.session.Contacts() {
		titles = append(titles, titleOf(c, s.offered))
	}
	if !slices.Equal(titles, []string{"Пресс-служба", "Пётр", "112", "…"}) {
		t.Errorf("called %q", titles)
	}
	list.adder.SetSelected("Пресс-служба")
	if got := s.session.Contacts(); len(got) != 4 || got[0].Email != "new@council.example" || !list.adder.Hidden || s.window.Canvas().Focused() != list.remove[3] {
		t.Errorf("added: %+v", got)
	}
	list.raise[2].OnTapped()
	if got := s.session.Contacts(); got[1].Phones == nil || s.window.Canvas().Focused() != list.raise[1] {
		t.Errorf("raised: %+v", got)
	}
	list.raise[1].OnTapped()
	if got := s.session.Contacts(); got[0].Phones == nil || s.window.Canvas().Focused() != list.remove[0] {
		t.Errorf("raised to the top: %+v", got)
	}
	list.raise[0].OnTapped() // the first goes no further
	for n := 3; n > 0; n-- {
		if list.remove[n].OnTapped(); len(s.session.Contacts()) != n || s.window.Canvas().Focused() != list.remove[n-1] {
			t.Errorf("%d are left", len(s.session.Contacts()))
		}
	}
	if list.remove[0].OnTapped(); len(s.session.Contacts()) != 0 || list.adder.Hidden || s.window.Canvas().Focused() != fyne.Focusable(list.adder) {
		t.Errorf("left %+v", s.session.Contacts())
	}
	list.take(0) // there is none
	list.swap(1)
	list.adder.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if len(s.session.Contacts()) != 0 {
		t.Error("an arrow adds somebody")
	}
}
