package controls

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// ringWidth is how thick the line around what has the keyboard is, in Fyne's units.
const ringWidth = 2

// frame is the line around a control: a ring in the accent's colour while it has the
// keyboard, and otherwise a border for those that have no other.
type frame struct {
	line    *canvas.Rectangle
	focused bool
	radius  float32     // of the control's corners; 0 is an entry's
	border  func() bool // whether the control has a border of its own right now; nil never
}

// around draws a control by its own renderer, with the frame over it.
func (f *frame) around(r fyne.WidgetRenderer) fyne.WidgetRenderer {
	f.line = canvas.NewRectangle(nil)
	framed := &framedRenderer{WidgetRenderer: r, frame: f}
	f.show()
	return framed
}

// focus shows that the keyboard came, or went.
func (f *frame) focus(on bool) {
	f.focused = on
	if f.line != nil {
		f.show()
		f.line.Refresh()
	}
}

func (f *frame) show() {
	f.line.CornerRadius = cmp.Or(f.radius, theme.Size(theme.SizeNameInputRadius))
	f.line.StrokeWidth, f.line.StrokeColor, f.line.Hidden = ringWidth, theme.Color(theme.ColorNamePrimary), false
	if f.focused {
		return
	}
	f.line.StrokeWidth, f.line.StrokeColor = 1, theme.Color(theme.ColorNameInputBorder)
	f.line.Hidden = f.border == nil || !f.border()
}

type framedRenderer struct {
	fyne.WidgetRenderer
	frame   *frame
	objects []fyne.CanvasObject
}

// Layout lays the control out and the frame around it.
func (r *framedRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.frame.line.Resize(size)
}

// Objects are the control's own, below the frame.
func (r *framedRenderer) Objects() []fyne.CanvasObject {
	r.objects = append(append(r.objects[:0], r.WidgetRenderer.Objects()...), r.frame.line)
	return r.objects
}

// Refresh shows both as they are now.
func (r *framedRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.frame.show()
	r.frame.line.Refresh()
}
