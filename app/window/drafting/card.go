package drafting

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/editor/controls"
	"communique/editor/surface"
)

// card is a few words that float at a place of the text, and what can be done there with
// a click. It never has the keyboard; the same stands in the menu of the place.
type card struct {
	widget.BaseWidget
	base    screen.Base
	head    *controls.Wrapped // what is found, in the colour of its level
	words   *controls.Wrapped
	actions *fyne.Container
	frame   *canvas.Rectangle
	area    *fyne.Container // all of the pane, in which the card floats
	pointed bool            // the pointer is on it
	going   int             // counts the times that the pointer came or went
	after   func(time.Duration, func())
}

// action is something that a card offers to do.
type action struct {
	name string
	main bool // what is most likely meant
	do   func()
}

const (
	cardWidth  = 336
	cardMargin = 8
	// cardPadding is between the frame and what stands in it, beside what a label has of its own.
	cardPadding = 6
	cardGap     = 4 // between heading and words, which have padding of their own
	// cardLingers is how long a card stays when the pointer has gone: long enough to
	// cross from the word to it.
	cardLingers = 300 * time.Millisecond
)

func newCard(base screen.Base) *card {
	c := &card{base: base, after: func(d time.Duration, f func()) { time.AfterFunc(d, func() { base.Do(f) }) }, head: screen.Wrapped(""), words: screen.Wrapped(""), frame: canvas.NewRectangle(nil), actions: container.New(&controls.PillRow{Left: true})}
	c.head.TextStyle.Bold = true
	c.frame.CornerRadius, c.frame.StrokeWidth = theme.Size(theme.SizeNameCardRadius), 1
	c.ExtendBaseWidget(c)
	c.Hide()
	c.area = container.NewWithoutLayout(c)
	return c
}

// CreateRenderer sets the actions below the words, and those below the heading.
func (c *card) CreateRenderer() fyne.WidgetRenderer {
	words := container.New(layout.NewCustomPaddedVBoxLayout(cardGap-2*theme.InnerPadding()), c.head, c.words)
	actions := container.New(layout.NewCustomPaddedLayout(0, theme.InnerPadding(), theme.InnerPadding(), theme.InnerPadding()), c.actions)
	inside := container.New(layout.NewCustomPaddedLayout(cardPadding, cardPadding, cardPadding, cardPadding), controls.Border(nil, actions, nil, nil, words))
	return widget.NewSimpleRenderer(container.NewStack(c.frame, inside))
}

// show puts a finding, words about it and actions at the lower edge of a place of the surface, or at the
// upper one where there is no room. It touches the place, so that the pointer comes from
// one to the other.
func (c *card) show(found string, level widget.Importance, words string, actions []action, at surface.Area, over fyne.Size) {
	c.going++
	c.frame.FillColor = theme.Color(theme.ColorNameOverlayBackground)
	c.frame.StrokeColor = theme.Color(theme.ColorNameInputBorder)
	c.head.Importance = level
	c.head.SetText(found)
	c.words.SetText(words)
	c.words.Hidden = words == ""
	c.offer(actions)
	width := min(cardWidth, over.Width-2*cardMargin)
	for range 2 { // the words are wrapped in the width, and the actions set in it
		c.Resize(fyne.NewSize(width, c.MinSize().Height))
	}
	height := c.MinSize().Height
	y := at.At.Y + at.Size.Height
	if y+height > over.Height {
		y = max(0, at.At.Y-height)
	}
	c.Resize(fyne.NewSize(width, height))
	c.Move(fyne.NewPos(max(cardMargin, min(at.At.X, over.Width-width-cardMargin)), y))
	c.Show()
	c.Refresh()
}

func (c *card) offer(actions []action) {
	c.actions.RemoveAll()
	for _, a := range actions {
		pill := c.base.Keys.NewPill(func() {
			c.hide()
			a.do()
		})
		pill.Text, pill.Framed, pill.Main, pill.OnHover = a.name, true, a.main, c.hover
		c.actions.Add(pill)
	}
}

// MouseIn keeps the card, MouseOut lets it go.
func (c *card) MouseIn(*desktop.MouseEvent) { c.hover(true) }

// MouseMoved is Fyne's.
func (c *card) MouseMoved(*desktop.MouseEvent) {}

// MouseOut lets the card go.
func (c *card) MouseOut() { c.hover(false) }

// hover keeps the card while the pointer is on it or on what it tells of, and lets it go
// a moment after.
func (c *card) hover(in bool) {
	c.pointed = in
	c.going++
	if in || !c.Visible() {
		return
	}
	gone := c.going
	c.after(cardLingers, func() {
		if c.going == gone {
			c.hide()
		}
	})
}

// leave takes the card away with the keyboard, but from under the pointer: whoever presses an
// action takes the keyboard from the text.
func (c *card) leave() {
	if !c.pointed {
		c.hide()
	}
}

func (c *card) hide() {
	c.pointed = false
	c.going++
	c.Hide()
}
