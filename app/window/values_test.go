package window

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"communique/app/window/inspector"
	"communique/editor/controls/controlstest"
	"communique/editor/release"
	"communique/export"
	"communique/export/exporttest"
)

// asked reports whether a question with a text stands before the person; what the
// drafting pane says behind it does not count.
func (s *stage) asked(text string) bool {
	top := s.win.Canvas().Overlays().Top()
	if top == nil {
		return false
	}
	for _, o := range controlstest.Objects(top) {
		if label, ok := controlstest.Label(o); ok && strings.Contains(label.Text, text) {
			return true
		}
	}
	return false
}

const unreadable = "11.09.2027 12:00"

func TestWhatCannotBeReadSurvives(t *testing.T) {
	s := newStage(t, settled)
	r := exporttest.Release(1, 200)
	s.start(r)
	embargo := func() string { return s.doc.session.Text(release.EmbargoField) }
	s.doc.session.Set(release.EmbargoField, unreadable)
	s.save()
	s.wait("the save", func() bool { id, _ := s.doc.Place(); return id != 0 })
	if err := s.saver.Flush(); err != nil {
		t.Fatal(err)
	}
	id, _ := s.doc.Place()
	s.showTab(inspector.FindingsTab)
	s.wait("the finding", func() bool { return strings.Contains(s.texts(), "не хватает часового пояса") })

	s.settings.Theme = "dark"
	s.build()
	if embargo() != unreadable {
		t.Errorf("after a change of theme: %q", embargo())
	}
	s.start(headed("Другой"))
	s.open(id)
	s.wait("the release again", func() bool { return s.shown() == id })
	if embargo() != unreadable || s.doc.session.Problem(release.EmbargoField) == nil {
		t.Errorf("opened again: %q", embargo())
	}
}

func TestWhatCannotBeReadIsNotIssued(t *testing.T) {
	s := newStage(t, settled)
	s.filled(200)
	s.doc.session.Set(release.StatusField, string(release.Draft))
	s.doc.session.Set(release.DateField, "31.06.2024")
	s.showTab(inspector.DetailsTab)
	for _, o := range controlstest.Objects(s.inspector.Object()) {
		if choice, ok := o.(interface{ SetSelected(string) }); ok {
			choice.SetSelected("Выпущен")
		}
	}
	if s.doc.session.Release().Status == release.Issued {
		t.Error("issued without its date")
	}
	if told := s.notice.Text(); !strings.Contains(told, "31.06.2024") {
		t.Errorf("told: %q", told)
	}
	if !strings.Contains(s.texts(), "Дата «31.06.2024» непонятна") {
		t.Error("the finding is not shown at once")
	}
}

// TestEveryWayOutWarns tries each command with which a release leaves.
func TestEveryWayOutWarns(t *testing.T) {
	s := newStage(t, settled)
	r := exporttest.Release(1, 200)
	id := func() int64 { n, _ := s.doc.Place(); return n }
	ways := map[string]func(){
		"export": func() { s.exportAs(export.Text)() }, "PDF": func() { s.exportAs(export.PDF)() }, "package": s.packRelease, "print": s.print,
		"copy": s.withRelease(s.clipboard.CopyForWebsite), "copy with footer": s.withRelease(s.clipboard.CopyWithFooter), "copy HTML": s.withRelease(s.clipboard.CopyHTML), "copy headline": s.withRelease(s.clipboard.CopyHeadline), "copy lead": s.withRelease(s.clipboard.CopyLead),
		"marked": func() { s.exportSelected([]int64{id()}) },
	}
	for text, want := range map[string]string{
		unreadable:                        "В эмбарго «" + unreadable + "» не хватает часового пояса",
		"12.09.2024 12:00 Asia/Bishkek":   "Действует эмбарго до 12.09.2024 12:00 Asia/Bishkek",
		"11.09.2024 20:03 +06:00":         "Действует эмбарго до 11.09.2024 20:03 +06:00", // a minute from now
		"25.10.2026 02:30 CEST":           "Действует эмбарго до 25.10.2026 02:30 +02:00 Europe/Paris",
		"11.09.2024 20:02 Asia/Bishkek":   "", // just over
		"":                                "",
		"30.03.2025 01:30 Europe/London ": "часы переводят вперёд",
		"завтра в полдень по местному, да": "нет дня",
	} {
		s.start(r)
		s.doc.session.Set(release.EmbargoField, text)
		s.save()
		s.wait("the save", func() bool { return id() != 0 })
		if err := s.saver.Flush(); err != nil {
			t.Fatal(err)
		}
		for name, leave := range ways {
			if want == "" && name != "export" {
				continue // it would begin
			}
			leave()
			if want == "" {
				s.wait("the dialog", s.dialogOpen)
				if s.asked("эмбарго") {
					t.Errorf("%s, %q: asked for nothing", name, text)
				}
			} else {
				s.wait(name+": "+want, func() bool { return s.asked(want) })
			}
			s.key(s.win.Canvas().Focused(), fyne.KeyEscape)
		}
	}
}

// TestACopy makes copies in both ways: they take the same along.
func TestACopy(t *testing.T) {
	s := newStage(t, settled)
	r := exporttest.Release(1, 200)
	r.Number, r.Status, r.Notes = "14-с", release.Approved, "заметка"
	r.Embargo, _ = release.NewEmbargo(release.Date{Year: 2024, Month: 9, Day: 12}, 12, 0, "Asia/Bishkek")
	r.Repairs, r.Leftovers = []release.Repair{{Code: "date-glued", Text: "1"}}, []string{"Пинск"}
	for name, copied := range map[string]func(){"duplicate": s.duplicate, "new from this": s.newFromThis} {
		s.start(r)
		s.wait("the original", func() bool { return s.shown() != 0 })
		original := s.doc
		copied()
		s.wait(name, func() bool { return s.doc != original && s.doc != nil })
		got := s.doc.session.Release()
		if name == "new from this" && !slices.Contains(got.Leftovers, r.Date.String()) {
			t.Errorf("%s: leftovers %q", name, got.Leftovers)
		}
		if was := original.session.Release().UUID; was == "" || got.UUID == "" || got.UUID == was {
			t.Errorf("%s: the UUID %q became %q", name, was, got.UUID)
		}
		want := r.Copy()
		want.Leftovers, got.Leftovers, got.UUID = nil, nil, ""
		a, _ := want.Encode()
		b, _ := got.Encode()
		if string(a) != string(b) || got.Number != "" || !got.Embargo.IsZero() || got.Status != release.Draft {
			t.Errorf("%s\ngot  %s\nwant %s", name, b, a)
		}
	}
}

// TestAnythingTypedIsKept types into one field of a new release alone.
func TestAnythingTypedIsKept(t *testing.T) {
	for field, text := range map[release.Field]string{
		release.PlaceField: "Бишкек", release.NumberField: "14-с", release.TagsField: "визит", release.EmbargoField: unreadable, release.DateField: "31.06.2024",
		release.BoilerplateField: "О нас.", release.HeadlineField: " ", release.NotesField: "заметка", release.LeadField: "Лид.",
	} {
		s := newStage(t, settled)
		s.newBlank()
		s.doc.session.Set(field, text)
		s.save()
		s.wait(string(field), func() bool { return len(s.shelf.list(t, "")) == 1 })
	}
}
