package completion

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// suggestion is a name that is offered. The arrows and Enter choose it from the
// entry, a click does too; Tab passes it by, for it goes when the entry is left.
type suggestion struct {
	widget.BaseWidget
	label  *widget.Label
	ground *canvas.Rectangle
	tapped func()
}

func newSuggestion(text string, highlighted bool, tapped func()) *suggestion {
	s := &suggestion{label: widget.NewLabel(text), ground: canvas.NewRectangle(color.Transparent), tapped: tapped}
	s.label.Truncation = fyne.TextTruncateEllipsis
	if highlighted {
		s.label.TextStyle.Bold = true
		s.ground.FillColor = theme.Color(theme.ColorNameSelection)
	}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer draws the name on its ground.
func (s *suggestion) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(s.ground, s.label))
}

// MouseDown takes the name: with the button down the keyboard leaves the entry, and the
// names go before it is up.
func (s *suggestion) MouseDown(*desktop.MouseEvent) { s.tapped() }

// MouseUp has nothing left to do.
func (s *suggestion) MouseUp(*desktop.MouseEvent) {}

// Tapped takes the name where there is no mouse.
func (s *suggestion) Tapped(*fyne.PointEvent) { s.tapped() }

// Cursor tells that a click does something.
func (s *suggestion) Cursor() desktop.Cursor { return desktop.PointerCursor }
