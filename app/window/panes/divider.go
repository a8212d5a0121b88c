package panes

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// gripWidth is how wide a divider is to the mouse, in Fyne's units: to the eye it is a
// line.
const gripWidth = 9

// divider parts two panes and is drawn by the mouse to make one wider.
type divider struct {
	widget.BaseWidget
	line    *canvas.Rectangle
	moved   func(by float32)
	done    func()
	hovered bool
}

func newDivider(moved func(by float32), done func()) *divider {
	d := &divider{line: canvas.NewRectangle(nil), moved: moved, done: done}
	d.ExtendBaseWidget(d)
	return d
}

// CreateRenderer is Fyne's.
func (d *divider) CreateRenderer() fyne.WidgetRenderer { return &dividerRenderer{d} }

// Cursor tells that the divider can be moved.
func (d *divider) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// MouseIn shows what the mouse would take hold of.
func (d *divider) MouseIn(*desktop.MouseEvent) { d.hover(true) }

// MouseMoved is Fyne's.
func (d *divider) MouseMoved(*desktop.MouseEvent) {}

// MouseOut hears that the pointer went elsewhere.
func (d *divider) MouseOut() { d.hover(false) }

func (d *divider) hover(on bool) {
	d.hovered = on
	d.Refresh()
}

// Dragged moves the divider to the pointer.
func (d *divider) Dragged(e *fyne.DragEvent) { d.moved(e.Position.X - gripWidth/2) }

// DragEnd tells that the divider stays where it is.
func (d *divider) DragEnd() { d.done() }

type dividerRenderer struct{ *divider }

// Destroy has nothing to let go.
func (*dividerRenderer) Destroy() {}

// Layout sets the line in the middle of the grip, wider where the mouse is over it.
func (r *dividerRenderer) Layout(size fyne.Size) {
	width, colour := float32(1), theme.ColorNameSeparator
	if r.hovered {
		width, colour = 3, theme.ColorNamePrimary
	}
	r.line.FillColor = theme.Color(colour)
	r.line.Resize(fyne.NewSize(width, size.Height))
	r.line.Move(fyne.NewPos((size.Width-width)/2, 0))
}

// MinSize is the grip's.
func (*dividerRenderer) MinSize() fyne.Size { return fyne.NewSize(gripWidth, 0) }

// Objects are the line.
func (r *dividerRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line} }

// Refresh takes the theme's colour.
func (r *dividerRenderer) Refresh() {
	r.Layout(r.Size())
	canvas.Refresh(r.line)
}
