package drafting

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// paper is the ground of the pane. It takes the colour of another theme by itself.
//
// It is a line as thick as the pane is wide: the pane is half of the window, all of which is
// drawn anew at each key, and where no graphics card draws, a rectangle takes thrice the time
// of a line, for Fyne tries each of its pixels for outlines and shadows. The line's long sides
// may be half a pixel off; the dividers beside the pane lie over that.
type paper struct {
	widget.BaseWidget
	colour func() color.Color
	ground *canvas.Line
}

func newPaper(colour func() color.Color) *paper {
	p := &paper{colour: colour, ground: canvas.NewLine(colour())}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer draws the ground.
func (p *paper) CreateRenderer() fyne.WidgetRenderer {
	return &paperRenderer{widget.NewSimpleRenderer(p.ground), p.ground}
}

// Refresh takes the theme's colour.
func (p *paper) Refresh() {
	p.ground.StrokeColor = p.colour()
	p.BaseWidget.Refresh()
}

type paperRenderer struct {
	fyne.WidgetRenderer
	ground *canvas.Line
}

// Layout draws the line from above down.
func (r *paperRenderer) Layout(size fyne.Size) {
	r.ground.StrokeWidth = size.Width
	r.ground.Position1, r.ground.Position2 = fyne.NewPos(size.Width/2, 0), fyne.NewPos(size.Width/2, size.Height)
}
