package controls_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/editor/controls"
	"communique/editor/controls/controlstest"
)

// newTabs are tabs of these names, in a window of a width.
func newTabs(t *testing.T, width float32, names ...string) (*bench, *controls.Tabs) {
	t.Helper()
	b := newBench(t)
	var all []*controls.Tab
	for _, name := range names {
		all = append(all, &controls.Tab{Name: name, Content: widget.NewLabel("in " + name)})
	}
	tabs := b.keys.NewTabs(all...)
	b.window.SetContent(tabs.Object())
	b.window.Resize(fyne.NewSize(width, 200))
	return b, tabs
}

// names are the words of the row, with where each is seen.
func names(tabs *controls.Tabs) (all []*canvas.Text) {
	for _, o := range controlstest.Objects(tabs) {
		if text, ok := o.(*canvas.Text); ok {
			all = append(all, text)
		}
	}
	return all
}

// drawn returns the rectangle of the row that something holds of.
func drawn(tabs *controls.Tabs, is func(*canvas.Rectangle) bool) *canvas.Rectangle {
	for _, o := range controlstest.Objects(tabs) {
		if r, ok := o.(*canvas.Rectangle); ok && is(r) {
			return r
		}
	}
	return nil
}

// TestTabsByKey: the row is one stop, in which the arrows, Home and End turn the tabs; who
// listens hears each once, and what Set does is told to nobody.
func TestTabsByKey(t *testing.T) {
	b, tabs := newTabs(t, 600, "a", "b", "c")
	heard := 0
	tabs.OnSelected = func() { heard++ }
	b.window.Canvas().Focus(tabs)
	for i, step := range []struct {
		key   fyne.KeyName
		name  string
		heard int
	}{
		{fyne.KeyRight, "a [b] c", 1},
		{fyne.KeyRight, "a b [c]", 2},
		{fyne.KeyRight, "[a] b c", 3},
		{fyne.KeyLeft, "a b [c]", 4},
		{fyne.KeyHome, "[a] b c", 5},
		{fyne.KeyHome, "[a] b c", 5},
		{fyne.KeyEnd, "a b [c]", 6},
		{fyne.KeyUp, "a [b] c", 7},
		{fyne.KeyDown, "a b [c]", 8},
	} {
		b.Press(step.key, 0)
		if tabs.Name() != step.name || heard != step.heard || b.window.Canvas().Focused() != fyne.Focusable(tabs) {
			t.Errorf("step %d: %s, heard %d times", i, tabs.Name(), heard)
		}
		for _, tab := range tabs.All() {
			if front := tab == tabs.Front(); controls.Seen(tabs.Object(), tab.Content) != front || tab.Content.Visible() != front {
				t.Errorf("step %d: what stands in %s is seen: %v", i, tab.Name, !front)
			}
		}
	}
	all := tabs.All()
	if tabs.Set(all[1:], all[1]); tabs.Name() != "[b] c" || heard != 8 {
		t.Errorf("%s, heard %d times", tabs.Name(), heard)
	}
	if b.Press(fyne.KeyEscape, 0); len(b.answers) != 1 || b.answers[0] {
		t.Errorf("Escape answered %v", b.answers)
	}
}

// TestTabsByPointer: a click on a name, or just beside it, brings that tab to the front, one
// behind the last does nothing; the one under the pointer is told by its colour.
func TestTabsByPointer(t *testing.T) {
	_, tabs := newTabs(t, 600, "one", "another", "third")
	row := names(tabs)
	for i, text := range row {
		middle := text.Position().AddXY(text.Size().Width/2, 5)
		tabs.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: middle}})
		if text.Color != theme.Color(theme.ColorNameForeground) {
			t.Errorf("%s under the pointer is %v", text.Text, text.Color)
		}
		tabs.MouseOut()
		if tabs.Tapped(&fyne.PointEvent{Position: text.Position().SubtractXY(3, 0)}); tabs.Front() != tabs.All()[i] {
			t.Errorf("clicked on %s: %s", text.Text, tabs.Name())
		}
		for j, other := range row {
			want := theme.Color(theme.ColorNamePlaceHolder)
			if i == j {
				want = theme.Color(theme.ColorNameForeground)
			}
			if other.Color != want || other.TextStyle.Bold {
				t.Errorf("%s in front: %s is %v, bold %v", text.Text, other.Text, other.Color, other.TextStyle.Bold)
			}
		}
	}
	tabs.Tapped(&fyne.PointEvent{Position: fyne.NewPos(590, 20)})
	if tabs.Front() != tabs.All()[2] {
		t.Errorf("clicked beside all: %s", tabs.Name())
	}
}

// TestWhereTheKeyboardIsInTabs: a ring of two around the name in front, which has a line of two
// under it whether the keyboard is there or not.
func TestWhereTheKeyboardIsInTabs(t *testing.T) {
	b, tabs := newTabs(t, 600, "one", "another")
	accent := theme.Color(theme.ColorNamePrimary)
	under := func() *canvas.Rectangle {
		return drawn(tabs, func(r *canvas.Rectangle) bool { return r.FillColor == accent && r.Size().Height == 2 })
	}
	ring := func() *canvas.Rectangle {
		return drawn(tabs, func(r *canvas.Rectangle) bool { return r.StrokeColor == accent && r.StrokeWidth == 2 && r.Visible() })
	}
	if ring() != nil {
		t.Error("a ring without the keyboard")
	}
	b.window.Canvas().Focus(tabs)
	for _, text := range names(tabs) {
		from, to := text.Position().X, text.Position().X+text.Size().Width
		if line := under(); line.Position().X != from || line.Size().Width != to-from {
			t.Errorf("%s: the line is at %v, %v wide", text.Text, line.Position(), line.Size())
		}
		if r := ring(); r == nil || r.Position().X >= from || r.Position().X+r.Size().Width <= to {
			t.Errorf("%s: the ring is %+v", text.Text, r)
		}
		b.Press(fyne.KeyRight, 0)
	}
	if b.window.Canvas().Unfocus(); ring() != nil {
		t.Error("the ring stays")
	}
}

// TestTabsThatHaveNoRoom ask for little, and scroll to the one in front; the pointer hits what
// it sees.
func TestTabsThatHaveNoRoom(t *testing.T) {
	long := strings.Repeat("длинно", 6)
	b, tabs := newTabs(t, 250, long, long+"а", long+"б")
	if tabs.MinSize().Width > 100 {
		t.Errorf("it asks for %v", tabs.MinSize())
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	b.window.Canvas().Focus(tabs)
	for _, text := range names(tabs) {
		if from := at(text).X; from < 0 || from > 30 {
			t.Errorf("%s begins at %v", text.Text, from)
		}
		b.Press(fyne.KeyRight, 0)
	}
	tabs.Turn(-1)
	if tabs.Tapped(&fyne.PointEvent{Position: fyne.NewPos(100, 20)}); tabs.Front() != tabs.All()[2] {
		t.Errorf("a click on the last one, which is scrolled to: %s", tabs.Name())
	}
	tabs.All()[2].Name = "к"
	tabs.Refresh()
	if last := names(tabs)[2]; last.Text != "к" || at(last).X+last.Size().Width > 250 {
		t.Errorf("renamed it is %q at %v", last.Text, at(last))
	}
}
