package drafting

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// paper is the ground of the pane. It takes the colour of another theme by itself.
type paper struct {
	widget.BaseWidget
	colour func() color.Color
	ground *canvas.Rectangle
}

func newPaper(colour func() color.Color) *paper {
	p := &paper{colour: colour, ground: canvas.NewRectangle(colour())}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer draws the ground.
func (p *paper) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.ground) }

// Refresh takes the theme's colour.
func (p *paper) Refresh() {
	p.ground.FillColor = p.colour()
	p.BaseWidget.Refresh()
}
