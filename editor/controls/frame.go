package controls

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// ringWidth is how thick the line around what has the keyboard is, in Fyne's units.
const ringWidth = 2

// ringInset is how far within a filled control its ring stands.
const ringInset = 2

// frame is the line around a control: a ring in the accent's colour while it has the
// keyboard, and otherwise a border for those that have no other. On a control that is filled
// with a colour nobody would see it: there the ring stands within, in the colour of the words.
type frame struct {
	line    *canvas.Rectangle
	size    fyne.Size // of the control
	focused bool
	radius  float32     // of the control's corners; 0 is an entry's
	border  func() bool // whether the control has a border of its own right now; nil never
	filled  func() bool // whether the control is filled right now; nil never
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
	line, inset := f.line, float32(0)
	line.CornerRadius = cmp.Or(f.radius, theme.Size(theme.SizeNameInputRadius))
	switch {
	case !f.focused:
		line.StrokeWidth, line.StrokeColor = 1, theme.Color(theme.ColorNameInputBorder)
	case f.filled != nil && f.filled():
		inset = ringInset
		line.StrokeWidth, line.StrokeColor = ringWidth, theme.Color(theme.ColorNameForegroundOnPrimary)
		line.CornerRadius -= inset
	default:
		line.StrokeWidth, line.StrokeColor = ringWidth, theme.Color(theme.ColorNamePrimary)
	}
	line.Hidden = !f.focused && (f.border == nil || !f.border())
	line.Move(fyne.NewSquareOffsetPos(inset))
	line.Resize(f.size.SubtractWidthHeight(2*inset, 2*inset))
}

type framedRenderer struct {
	fyne.WidgetRenderer
	frame   *frame
	objects []fyne.CanvasObject
}

// Layout lays the control out and the frame around it.
func (r *framedRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.frame.size = size
	r.frame.show()
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
