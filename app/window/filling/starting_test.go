package filling_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"communique/app/window/filling"
	"communique/editor/controls"
	"communique/editor/controls/controlstest"
	"communique/editor/release"
	"communique/editor/template"
)

// hold has what is done away from the UI goroutine wait until the function that it returns is called.
func (s *stage) hold() (work func()) {
	var waiting []func()
	s.params.Go = func(work func()) { waiting = append(waiting, work) }
	return func() {
		for len(waiting) > 0 {
			next := waiting[0]
			waiting = waiting[1:]
			next()
		}
	}
}

// yes is the button that makes the release.
func (s *stage) yes() *controls.Button {
	for _, o := range controlstest.Objects(s.Base.Canvas.Overlays().Top()) {
		if b, ok := o.(*controls.Button); ok && (b.Text == s.Base.Text("new-create") || b.Text == s.Base.Text("fields-apply")) {
			return b
		}
	}
	panic("no button")
}

// TestAReleaseIsMadeElsewhere: what makes it and learns of it is done away from the UI goroutine; what is typed meanwhile is in it, a
// dialog that is left makes none, and yes waits.
func TestAReleaseIsMadeElsewhere(t *testing.T) {
	for _, left := range []bool{false, true} {
		s := newStage(t)
		work := s.hold()
		filling.New(s.params, templates(t), s.create)
		work()
		s.Type("Бишкек")
		yes := func() {
			s.entry().TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: control})
		}
		yes()
		yes()
		if s.created != nil || !s.Open() || !s.yes().Disabled() {
			t.Fatal("made on the UI goroutine, or yes does not wait")
		}
		if left {
			s.Press(fyne.KeyEscape, 0)
			s.Tap("Закрыть без сохранения")
			work()
			if s.created != nil || s.office.Registers.Count() > 0 {
				t.Errorf("made of a dialog that was left: %+v", s.created)
			}
			continue
		}
		s.entry().SetText("Кызыл-Пробный")
		work()
		if s.created == nil || s.Open() || s.created.Place != "Кызыл-Пробный" {
			t.Fatalf("made %+v, open %v", s.created, s.Open())
		}
		if places := s.office.Registers.Places; len(places) != 1 || places[0].Name != "Кызыл-Пробный" {
			t.Errorf("learned %+v", places)
		}
	}
}

// TestADraftThatIsWrittenOnMeanwhile follows its fields as it is by then.
func TestADraftThatIsWrittenOnMeanwhile(t *testing.T) {
	s := newStage(t)
	meeting, err := templates(t).Find("meeting", "ru")
	if err != nil {
		t.Fatal(err)
	}
	filled, err := meeting.Fill(s.office, map[string]template.Value{"date": {Text: "11.09.2024"}, "place": {Text: "Бишкек"}})
	if err != nil {
		t.Fatal(err)
	}
	now, work := filled.Release, s.hold()
	filling.Change(s.params, meeting, filling.Draft{Release: func() release.Release { return now }, Replace: func(r release.Release) { now = r }})
	work()
	s.entry().SetText("12.09.2024")
	s.Press(fyne.KeyReturn, control)
	now.Number = "14-с"
	work()
	if now.Number != "14-с" || now.Date.String() != "2024-09-12" || s.Open() {
		t.Errorf("got %+v", now)
	}
}

// TestAFieldThatCannotBeRead leaves the form as it is, to be made once that is put right.
func TestAFieldThatCannotBeRead(t *testing.T) {
	s := newStage(t)
	filling.New(s.params, templates(t), s.create)
	date := s.Entries()[0]
	date.SetText("32.13.2024")
	s.Press(fyne.KeyReturn, control)
	if s.created != nil || !s.Open() {
		t.Fatalf("made %+v", s.created)
	}
	date.SetText("12.09.2024")
	if s.yes().Disabled() {
		t.Fatal("yes waits still")
	}
	s.Press(fyne.KeyReturn, control)
	if s.created == nil || s.created.Date.String() != "2024-09-12" {
		t.Errorf("made %+v", s.created)
	}
}
