package drafting

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/editor/surface"
)

// card is a few words that float at a place of the text. It never has the keyboard.
type card struct {
	words *widget.Label
	frame *canvas.Rectangle
	box   *fyne.Container
	area  *fyne.Container // all of the pane, in which the box floats
}

const (
	cardWidth  = 336
	cardMargin = 8
)

func newCard() *card {
	c := &card{words: screen.Wrapped(""), frame: canvas.NewRectangle(nil)}
	c.frame.CornerRadius, c.frame.StrokeWidth = theme.Size(theme.SizeNameCardRadius), 1
	c.box = container.NewStack(c.frame, c.words)
	c.box.Hide()
	c.area = container.NewWithoutLayout(c.box)
	return c
}

// show puts words below a place of the surface, or above where there is no room.
func (c *card) show(words string, at surface.Area, over fyne.Size) {
	c.frame.FillColor = theme.Color(theme.ColorNameOverlayBackground)
	c.frame.StrokeColor = theme.Color(theme.ColorNameInputBorder)
	c.words.SetText(words)
	width := min(cardWidth, over.Width-2*cardMargin)
	c.box.Resize(fyne.NewSize(width, c.box.MinSize().Height))
	size := fyne.NewSize(width, c.box.MinSize().Height) // that of the wrapped words
	y := at.At.Y + at.Size.Height + cardMargin
	if y+size.Height > over.Height {
		y = max(0, at.At.Y-cardMargin-size.Height)
	}
	c.box.Resize(size)
	c.box.Move(fyne.NewPos(max(cardMargin, min(at.At.X, over.Width-width-cardMargin)), y))
	c.box.Show()
	c.box.Refresh()
}

func (c *card) hide() { c.box.Hide() }
