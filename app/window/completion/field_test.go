package completion

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"communique/app/window/screen/screentest"
	"communique/editor/controls/controlstest"
	"communique/editor/register"
)

func TestNamesByKeyboard(t *testing.T) {
	s := screentest.New(t)
	hits := []register.Hit{{Name: "Первый"}, {Name: "Второй", Post: "посол"}}
	find := func(string, int) []register.Hit { return hits }
	next, highlighted, typed := 0, "", ""
	f, list := NewField(s.Base.Keys, false, find), NewField(s.Base.Keys, true, find)
	f.OnNext = func() { next++ }
	f.OnTyped = func(text string) { typed = text }
	f.OnHighlighted = func() {
		hit, _ := f.Highlighted()
		highlighted = hit.Name
	}
	s.Window.SetContent(container.NewVBox(f.Object(), list.Object()))
	s.Base.Canvas.Focus(f.Entry)
	s.Type("в")
	if !f.Offering() || highlighted != "Первый" || typed != "в" {
		t.Errorf("highlighted %q, typed %q", highlighted, typed)
	}
	s.Press(fyne.KeyDown, 0)
	if highlighted != "Второй" {
		t.Errorf("highlighted %q", highlighted)
	}
	s.Press(fyne.KeyReturn, 0)
	if f.Entry.Text != "Второй" || typed != "Второй" || next != 1 || f.Offering() {
		t.Errorf("%q, told %q, went on %d times", f.Entry.Text, typed, next)
	}
	s.Type("!")
	s.Press(fyne.KeyEscape, 0)
	s.Press(fyne.KeyReturn, 0)
	if f.Entry.Text != "Второй!" || next != 2 {
		t.Errorf("after Escape %q, went on %d times", f.Entry.Text, next)
	}
	if f.Set("Третий"); f.Offering() || f.Entry.Text != "Третий" {
		t.Error("what nobody typed is taken for typed")
	}
	s.Base.Canvas.Focus(list.Entry)
	s.Type("п")
	s.Press(fyne.KeyReturn, 0)
	s.Type("в")
	s.Press(fyne.KeyUp, 0)
	s.Press(fyne.KeyReturn, 0)
	if list.Entry.Text != "Первый\nВторой\n" {
		t.Errorf("a list: %q", list.Entry.Text)
	}
}

// TestWhatStandsThereAlreadyIsNotOffered types a name to its end, and clicks on one.
func TestWhatStandsThereAlreadyIsNotOffered(t *testing.T) {
	s := screentest.New(t)
	f := NewField(s.Base.Keys, false, func(string, int) []register.Hit { return []register.Hit{{Name: "Первый"}} })
	s.Window.SetContent(f.Object())
	s.Base.Canvas.Focus(f.Entry)
	s.Type("Первы")
	if !f.Offering() {
		t.Fatal("nothing is offered")
	}
	for _, o := range controlstest.Objects(f.Object()) {
		if row, ok := o.(*suggestion); ok {
			test.Tap(row)
		}
	}
	if f.Entry.Text != "Первый" || f.Offering() {
		t.Errorf("a click made %q", f.Entry.Text)
	}
	s.Base.Canvas.Focus(f.Entry)
	s.Press(fyne.KeyBackspace, 0)
	s.Type("й")
	if f.Offering() {
		t.Error("offered what stands there")
	}
}

// TestAClickTakesANameFromAnEntryThatIsLeft presses a mouse button on a name: the keyboard
// leaves the entry, and the names with it, before the button is up.
func TestAClickTakesANameFromAnEntryThatIsLeft(t *testing.T) {
	s := screentest.New(t)
	f := NewField(s.Base.Keys, false, func(string, int) []register.Hit {
		return []register.Hit{{Name: "Первый"}, {Name: "Второй"}}
	})
	f.Entry.OnLeave = f.Hide
	f.Refocus = func() { s.Base.Canvas.Focus(f.Entry) }
	s.Window.SetContent(f.Object())
	s.Base.Canvas.Focus(f.Entry)
	s.Type("в")
	for _, o := range controlstest.Objects(f.Object()) {
		if row, ok := o.(*suggestion); ok && row.label.Text == "Второй" {
			row.MouseDown(nil)
			row.MouseUp(nil)
			break
		}
	}
	if f.Entry.Text != "Второй" || f.Offering() || s.Base.Canvas.Focused() != fyne.Focusable(f.Entry) {
		t.Errorf("a click made %q; %v has the keyboard", f.Entry.Text, s.Base.Canvas.Focused())
	}
}

// TestOffersWithoutTyping shows what may be meant as soon as the keyboard comes, and takes it
// only by the arrows.
func TestOffersWithoutTyping(t *testing.T) {
	s := screentest.New(t)
	f := NewField(s.Base.Keys, false, func(string, int) []register.Hit { return []register.Hit{{Name: "Первый"}} })
	f.Offers = func(string) []Offer { return []Offer{{"Первый", "там"}, {"Другой", "там"}} }
	s.Window.SetContent(f.Object())
	s.Base.Canvas.Focus(f.Entry)
	if _, hit := f.Highlighted(); !f.Offering() || hit {
		t.Error("nothing is offered, or something is highlighted")
	}
	s.Press(fyne.KeyReturn, 0)
	if f.Entry.Text != "" {
		t.Errorf("Enter made %q", f.Entry.Text)
	}
	s.Press(fyne.KeyUp, 0)
	s.Press(fyne.KeyReturn, 0)
	if f.Entry.Text != "Другой" || f.Offering() {
		t.Errorf("the arrow and Enter made %q", f.Entry.Text)
	}
	f.Set("")
	s.Type("п")
	if f.count() != 2 || f.text(0) != "Первый" || f.text(1) != "Другой" {
		t.Errorf("offers %v, %v", f.hits, f.offers)
	}
}
