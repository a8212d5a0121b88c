package panes

import (
	"fmt"
	"image/color"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// TestDividersAreMoved by the mouse, as far as both panes stay usable.
func TestDividersAreMoved(t *testing.T) {
	library, moved := canvas.NewRectangle(nil), 0
	p := New(Params{Library: library, OnNarrow: func() {}, OnSide: func() {}, OnMoved: func() { moved++ }})
	p.Show(canvas.NewRectangle(nil), canvas.NewRectangle(nil))
	win := test.NewTempWindow(t, p.Object())
	win.SetPadded(false)
	win.Resize(fyne.NewSize(1400, 800))
	drag := func(d *divider, to float32) {
		e := &fyne.DragEvent{}
		e.Position = fyne.NewPos(to-d.Position().X, 100)
		d.MouseIn(&desktop.MouseEvent{})
		d.Dragged(e)
		d.DragEnd()
		d.MouseOut()
	}
	for i, step := range []struct {
		name                     string
		d                        *divider
		to                       float32
		library, text, inspector float32
	}{
		{"the library wider", p.left, 350, 350, 1400 - 350 - usualInspector, usualInspector},
		{"the inspector narrower", p.right, 1100, 350, 750, 300},
		{"too narrow", p.left, 10, leastLibrary, 900, 300},
		{"too wide", p.right, 300, leastLibrary, leastDocument, 1400 - leastLibrary - leastDocument},
	} {
		drag(step.d, step.to)
		got := [3]float32{library.Size().Width, p.document.Size().Width, p.side.Size().Width}
		if got != [3]float32{step.library, step.text, step.inspector} || moved != i+1 {
			t.Errorf("%s: %v, told %d times", step.name, got, moved)
		}
	}
}

// TestANarrowWindowIsTold: once when it becomes one, and once when it is wide again.
func TestANarrowWindowIsTold(t *testing.T) {
	var told []bool
	var p *Panes
	p = New(Params{Library: canvas.NewRectangle(nil), OnNarrow: func() { told = append(told, p.Narrow()) }, OnSide: func() {}, OnMoved: func() {}})
	p.Show(canvas.NewRectangle(nil), nil)
	for _, width := range []float32{1280, narrowWidth, narrowWidth - 1, 600, 1280} {
		p.Object().Resize(fyne.NewSize(width, 700))
	}
	if len(told) != 2 || !told[0] || told[1] {
		t.Errorf("told %v", told)
	}
}

// shown are the panes and the dividers, at a width, as their places and widths; "-" for one
// that is not seen.
func shown(p *Panes, width float32) string {
	p.Object().Resize(fyne.NewSize(width, 700))
	var all []string
	for _, o := range []fyne.CanvasObject{p.params.Library, p.left, p.document, p.right, p.side} {
		if !o.Visible() {
			all = append(all, "-")
			continue
		}
		all = append(all, fmt.Sprintf("%v+%v", o.Position().X, o.Size().Width))
	}
	return strings.Join(all, " ")
}

// TestFolding puts the side panes away: the text has their room, and they come back as wide
// as they were.
func TestFolding(t *testing.T) {
	p := New(Params{
		Library: canvas.NewRectangle(nil), OnNarrow: func() {}, OnSide: func() {}, OnMoved: func() {},
		State: State{LibraryWidth: 300, InspectorWidth: 400},
	})
	p.Show(canvas.NewRectangle(nil), canvas.NewRectangle(nil))
	expect := func(what string, width float32, want string) {
		t.Helper()
		if got := shown(p, width); got != want {
			t.Errorf("%s: got %s, want %s", what, got, want)
		}
	}
	const whole = "0+300 296+9 300+700 996+9 1000+400"
	expect("as it was left", 1400, whole)
	if got := p.Object().MinSize(); got != fyne.NewSize(leastLibrary+leastDocument, leastHeight) {
		t.Errorf("the least is %v", got)
	}
	p.FoldLibrary(true)
	expect("no library", 1400, "- - 0+1000 996+9 1000+400")
	if got := p.Object().MinSize(); got != fyne.NewSize(leastDocument, leastHeight) {
		t.Errorf("without a library the least is %v", got)
	}
	p.FoldInspector(true)
	expect("the text alone", 1400, "- - 0+1400 - -")
	if got := p.State(); got != (State{300, 400, true, true}) {
		t.Errorf("kept is %+v", got)
	}
	p.FoldLibrary(false)
	expect("no inspector", 1400, "0+300 296+9 300+1100 - -")
	p.FoldInspector(false)
	expect("all again", 1400, whole)
	expect("little room", 1000, "0+300 296+9 300+360 656+9 660+340")
	expect("too little room", 600, "0+240 236+9 240+80 316+9 320+280")
	p.Show(canvas.NewRectangle(nil), nil)
	expect("nothing beside the text", 1400, "0+300 296+9 300+1100 - -")
	expect("room for the text", 560, "0+200 196+9 200+360 - -")
}

// TestUsualWidths are those of who has never moved a divider.
func TestUsualWidths(t *testing.T) {
	p := New(Params{Library: canvas.NewRectangle(nil), OnNarrow: func() {}, OnSide: func() {}, OnMoved: func() {}, State: State{LibraryFolded: true}})
	if got := p.State(); got != (State{usualLibrary, usualInspector, true, false}) {
		t.Errorf("got %+v", got)
	}
	p.Show(canvas.NewRectangle(nil), canvas.NewRectangle(nil))
	if got, want := shown(p, 1400), "- - 0+1032 1028+9 1032+368"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestADividerShowsThatItCanBeMoved while the mouse is over it.
func TestADividerShowsThatItCanBeMoved(t *testing.T) {
	test.NewTempApp(t)
	d := newDivider(func(float32) {}, func() {})
	win := test.NewTempWindow(t, d)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(gripWidth, 100))
	look := func() (float32, float32, color.Color) {
		return d.line.Size().Width, d.line.Position().X, d.line.FillColor
	}
	expect := func(when string, width, at float32, name fyne.ThemeColorName) {
		t.Helper()
		if w, x, c := look(); w != width || x != at || c != theme.Color(name) {
			t.Errorf("%s: %v wide at %v, %v", when, w, x, c)
		}
	}
	expect("before", 1, 4, theme.ColorNameSeparator)
	d.MouseIn(&desktop.MouseEvent{})
	expect("under the mouse", 3, 3, theme.ColorNamePrimary)
	d.MouseOut()
	expect("after", 1, 4, theme.ColorNameSeparator)
	if d.Cursor() != desktop.HResizeCursor {
		t.Errorf("the pointer is %v", d.Cursor())
	}
}

// TestTheColumnsBesideAreToldOf: how wide the columns beside the document are, is told when one
// comes, when it goes, and when a narrow window has no room for it.
func TestTheColumnsBesideAreToldOf(t *testing.T) {
	var told [][2]float32
	var p *Panes
	p = New(Params{Library: canvas.NewRectangle(nil), OnNarrow: func() {}, OnMoved: func() {}, OnSide: func() {
		left, right := p.Sides()
		told = append(told, [2]float32{left, right})
	}})
	p.Object().Resize(fyne.NewSize(1280, 700))
	p.Show(canvas.NewRectangle(nil), canvas.NewRectangle(nil))
	p.Show(canvas.NewRectangle(nil), canvas.NewRectangle(nil))
	p.FoldInspector(true)
	p.FoldInspector(false)
	p.FoldLibrary(true)
	p.FoldLibrary(true)
	if want := [][2]float32{{usualLibrary, usualInspector}, {usualLibrary, 0}, {usualLibrary, usualInspector}, {0, usualInspector}}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
}
