package window

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"communique/app/window/screen/screentest"
	"communique/editor/controls"
	"communique/editor/controls/controlstest"
	"communique/editor/register"
	"communique/editor/release"
)

// pill is the one above the text that shows a field.
func (s *stage) pill(name release.Field) *controls.Pill {
	s.t.Helper()
	for _, o := range controlstest.Objects(s.pane.Object()) {
		if p, ok := o.(*controls.Pill); ok && strings.HasPrefix(p.Name(), s.text("field-"+string(name))+": ") {
			return p
		}
	}
	s.t.Fatalf("no pill for %s", name)
	return nil
}

// opened are the entries of the form that is open.
func (s *stage) openedEntries() []*controls.Entry {
	top := s.win.Canvas().Overlays().Top()
	if top == nil {
		return nil
	}
	return screentest.Entries(top)
}

// retype writes something else where the keyboard is.
func (s *stage) retype(text string) {
	s.t.Helper()
	s.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	s.write(text)
}

// TestEveryChipOpensItsField with the keyboard and with the mouse; what is typed is seen in
// the document at once, Enter leaves it there and Escape takes it back, and the keyboard
// goes back to the pill.
func TestEveryChipOpensItsField(t *testing.T) {
	for _, tt := range []struct {
		field       release.Field
		typed, kept string // what is typed, and what stands in the draft then
		shown       string // on the pill
	}{
		{release.DateField, "12.09.2024", "12.09.2024", "12 сентября 2024 года"},
		{release.PlaceField, "Пробный", "Пробный", "Пробный"},
		{release.EmbargoField, "12.09.2027 12:00 МСК", "12.09.2027 12:00 МСК", "12.09.2027 12:00 МСК"},
	} {
		s := about(t)
		p := s.pill(tt.field)
		before := s.doc.session.Text(tt.field)
		for _, open := range []func(){
			func() { test.Tap(p) },
			func() { s.win.Canvas().Focus(p); s.hands.Press(fyne.KeyReturn, 0) },
			func() { s.win.Canvas().Focus(p); s.hands.Press(fyne.KeySpace, 0) },
		} {
			open()
			if len(s.openedEntries()) != 1 || s.win.Canvas().Focused() != fyne.Focusable(s.openedEntries()[0]) {
				t.Fatalf("%s opens %d entries, %T has the keyboard", tt.field, len(s.openedEntries()), s.win.Canvas().Focused())
			}
			s.retype(tt.typed)
			if got := s.doc.session.Text(tt.field); got != tt.kept || p.Text != tt.shown {
				t.Errorf("%s: the draft has %q, the pill %q", tt.field, got, p.Text)
			}
			s.hands.Press(fyne.KeyEscape, 0)
			if got := s.doc.session.Text(tt.field); got != before || s.openedEntries() != nil || s.win.Canvas().Focused() != fyne.Focusable(p) {
				t.Errorf("%s after Escape: %q, %T has the keyboard", tt.field, got, s.win.Canvas().Focused())
			}
		}
		test.Tap(p)
		s.retype(tt.typed)
		s.hands.Press(fyne.KeyReturn, 0)
		if got := s.doc.session.Text(tt.field); got != tt.kept || s.openedEntries() != nil || s.win.Canvas().Focused() != fyne.Focusable(p) || !p.Filled || p.Alarm {
			t.Errorf("%s after Enter: %q, %T has the keyboard", tt.field, got, s.win.Canvas().Focused())
		}
		if s.pane.Undo(); s.doc.session.Text(tt.field) == tt.kept {
			t.Errorf("%s cannot be taken back", tt.field)
		}
	}
}

// TestWhatCannotBeReadIsSaidInTheForm: Enter tells in words what is wrong and leaves the
// form open; however it is left, nothing that was typed is dropped without a key for it.
func TestWhatCannotBeReadIsSaidInTheForm(t *testing.T) {
	s := about(t)
	p := s.pill(release.DateField)
	told := func(words string) bool {
		for _, o := range controlstest.Objects(s.win.Canvas().Overlays().Top()) {
			if l, ok := controlstest.Label(o); ok && l.Visible() && strings.Contains(l.Text, words) {
				return true
			}
		}
		return false
	}
	test.Tap(p)
	s.retype("31.06.2024")
	if told("непонятна") {
		t.Error("it is told while it is typed")
	}
	s.hands.Press(fyne.KeyReturn, 0)
	if len(s.openedEntries()) != 1 || !told("«31.06.2024» непонятна") {
		t.Fatalf("Enter says nothing:\n%s", s.texts())
	}
	s.win.Canvas().Overlays().Remove(s.win.Canvas().Overlays().Top()) // as a click beside the form does
	if got := s.doc.session.Text(release.DateField); got != "31.06.2024" || !p.Alarm || p.Text != "31.06.2024" {
		t.Errorf("a click beside it: the draft has %q, the pill %q", got, p.Text)
	}
	test.Tap(p)
	if !told("«31.06.2024» непонятна") {
		t.Error("opening it again does not say what is wrong")
	}
	s.retype("30.06.2024")
	s.hands.Press(fyne.KeyReturn, 0)
	if s.openedEntries() != nil || p.Alarm || s.doc.session.Problem(release.DateField) != nil {
		t.Error("it cannot be mended")
	}
}

// TestAnEmbargoWithoutAZone: Enter gives it the zone of the office's clocks, in the form above the text and among the details, and says so before
// a second one accepts it.
func TestAnEmbargoWithoutAZone(t *testing.T) {
	s := about(t)
	embargo := func() string { return s.doc.session.Text(release.EmbargoField) }
	want := "12.09.2027 12:00 " + time.Date(2027, 9, 12, 12, 0, 0, 0, time.Local).Format("-07:00") //nolint:gosmopolitan // the computer stands in the office
	test.Tap(s.pill(release.EmbargoField))
	s.write("12.09.2027 12:00")
	s.hands.Press(fyne.KeyReturn, 0)
	if len(s.openedEntries()) != 1 || s.openedEntries()[0].Text != want || embargo() != want || !strings.Contains(s.texts(), "взят пояс этого компьютера, UTC") {
		t.Fatalf("the embargo is %q:\n%s", embargo(), s.texts())
	}
	s.write("МСК")
	if embargo() != "12.09.2027 12:00 МСК" {
		t.Errorf("in the form another zone does not stand in its place: %q", embargo())
	}
	s.retype(want)
	s.hands.Press(fyne.KeyReturn, 0)
	if s.openedEntries() != nil || s.doc.session.Problem(release.EmbargoField) != nil || s.doc.session.Release().Embargo.IsZero() {
		t.Errorf("a second Enter does not accept %q", embargo())
	}
	s.inspect(release.EmbargoField)
	s.retype("12.09.2027 12:00")
	if embargo() != "12.09.2027 12:00" {
		t.Fatalf("a zone is given while it is typed: %q", embargo())
	}
	s.hands.Press(fyne.KeyReturn, 0)
	if embargo() != want || !strings.Contains(s.texts(), "взят пояс этого компьютера, UTC") {
		t.Errorf("among the details the embargo is %q:\n%s", embargo(), s.texts())
	}
	s.write("МСК")
	if embargo() != "12.09.2027 12:00 МСК" {
		t.Errorf("another zone does not stand in its place: %q", embargo())
	}
}

// TestPlacesAreOffered in the form as they are typed, in any case.
func TestPlacesAreOffered(t *testing.T) {
	s := about(t)
	s.registers.Places = append(s.registers.Places, register.Place{Name: "Образцовый"})
	s.lookup.Make(func() {})
	s.wait("the index", func() bool { return len(s.lookup.Find("place", "образц", 3)) > 0 })
	test.Tap(s.pill(release.PlaceField))
	s.write("образц")
	s.hands.Press(fyne.KeyReturn, 0)
	if got := s.doc.session.Text(release.PlaceField); got != "Образцовый" || s.openedEntries() != nil {
		t.Errorf("the place is %q", got)
	}
	test.Tap(s.pill(release.PlaceField))
	s.retype("образ")
	s.hands.Press(fyne.KeyEscape, 0) // offers nothing more
	s.hands.Press(fyne.KeyReturn, 0)
	if got := s.doc.session.Text(release.PlaceField); got != "образ" {
		t.Errorf("the place is %q", got)
	}
}

// TestKindAndStatusAreChosen from a menu; what the checks stop is not issued.
func TestKindAndStatusAreChosen(t *testing.T) {
	s := about(t)
	for _, name := range []release.Field{release.KindField, release.StatusField} {
		p := s.pill(name)
		p.Tapped(nil)
		if s.win.Canvas().Overlays().Top() == nil {
			t.Fatalf("%s opens nothing", name)
		}
		s.hands.Press(fyne.KeyDown, 0)
		s.hands.Press(fyne.KeyDown, 0)
		s.hands.Press(fyne.KeyReturn, 0)
		if s.win.Canvas().Overlays().Top() != nil || s.win.Canvas().Focused() != fyne.Focusable(p) {
			t.Errorf("%s: %T has the keyboard", name, s.win.Canvas().Focused())
		}
	}
	r := s.doc.session.Release()
	if r.Kind != release.Kinds()[1] || r.Status != release.Statuses()[1] {
		t.Errorf("chosen: %s, %s", r.Kind, r.Status)
	}
	s.doc.session.Set(release.HeadlineField, "Встреча {кого}")
	s.inspector.Choose(release.StatusField, string(release.Issued))
	if s.doc.session.Release().Status == release.Issued || s.notice.Text() == "" {
		t.Error("it is issued in spite of a blank")
	}
}

// TestALockedReleaseOpensNoForm: it can be read only, and its details say what stands there.
func TestALockedReleaseOpensNoForm(t *testing.T) {
	s := about(t)
	s.setReadOnly(true)
	for _, name := range []release.Field{release.DateField, release.PlaceField, release.KindField, release.StatusField, release.EmbargoField} {
		test.Tap(s.pill(name))
		if field, ok := s.inspector.FieldOf(s.win.Canvas().Focused()); s.win.Canvas().Overlays().Top() != nil || ok && field != name {
			t.Errorf("%s is opened", name)
		}
	}
}
