package panes

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// TestDividersAreMoved by the mouse, as far as both panes stay usable.
func TestDividersAreMoved(t *testing.T) {
	library, moved := canvas.NewRectangle(nil), 0
	p := New(Params{Library: library, OnNarrow: func() {}, OnMoved: func() { moved++ }})
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
	p = New(Params{Library: canvas.NewRectangle(nil), OnNarrow: func() { told = append(told, p.Narrow()) }, OnMoved: func() {}})
	p.Show(canvas.NewRectangle(nil), nil)
	for _, width := range []float32{1280, narrowWidth, narrowWidth - 1, 600, 1280} {
		p.Object().Resize(fyne.NewSize(width, 700))
	}
	if len(told) != 2 || !told[0] || told[1] {
		t.Errorf("told %v", told)
	}
}
