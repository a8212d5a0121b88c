package controls

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// Pill is a value that stands in a row with others; pressing it opens what it is changed
// with. One that is filled has a value, another says only what it is for.
type Pill struct {
	Custom
	Text   string
	Filled bool
	Alarm  bool // something is wrong with the value
	Framed bool // it is something to do, and drawn as a button
	Main   bool // of several to do the one that is most likely meant
	// OnHover hears that the pointer came, or went elsewhere; it may be nil.
	OnHover func(in bool)
	pressed func()
	hovered bool
	ground  *canvas.Rectangle
	words   *canvas.Text
}

// NewPill returns a pill without a text.
func (k *Keyboard) NewPill(pressed func()) *Pill {
	p := &Pill{pressed: pressed, ground: canvas.NewRectangle(nil), words: canvas.NewText("", nil)}
	p.radius = pillHeight / 2
	p.Extend(k, p)
	return p
}

// Name is what the pill is called.
func (p *Pill) Name() string { return p.named(p.Text) }

// FocusLost tells that the keyboard went elsewhere.
func (p *Pill) FocusLost() { p.focus(false) }

// Tapped presses the pill and leaves the keyboard there.
func (p *Pill) Tapped(*fyne.PointEvent) {
	p.Canvas().Focus(p)
	p.pressed()
}

// TypedKey presses the pill with Enter.
func (p *Pill) TypedKey(key *fyne.KeyEvent) {
	if isEnter(key.Name) && p.Fresh(key.Name) {
		p.pressed()
		return
	}
	p.Custom.TypedKey(key)
}

// TypedRune presses the pill with Space.
func (p *Pill) TypedRune(r rune) {
	if r == ' ' && p.Fresh(fyne.KeySpace) {
		p.pressed()
	}
}

// MouseIn shows that the pill can be pressed.
func (p *Pill) MouseIn(*desktop.MouseEvent) {
	p.hover(true)
}

// MouseMoved is Fyne's.
func (p *Pill) MouseMoved(*desktop.MouseEvent) {}

// MouseOut hears that the pointer went elsewhere.
func (p *Pill) MouseOut() {
	p.hover(false)
}

func (p *Pill) hover(in bool) {
	p.hovered = in
	p.Refresh()
	if p.OnHover != nil {
		p.OnHover(in)
	}
}

// Cursor tells that the pill can be pressed.
func (p *Pill) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws the pill in its frame.
func (p *Pill) CreateRenderer() fyne.WidgetRenderer {
	r := &pillRenderer{pill: p}
	r.show()
	return p.around(r)
}

// The measures of a pill, in Fyne's units.
const (
	pillHeight = 26
	pillSide   = 10
	widestPill = 280 // longer values are cut; what the pill opens has all of them
)

type pillRenderer struct{ pill *Pill }

// Destroy has nothing to let go.
func (*pillRenderer) Destroy() {}

// MinSize has room for the text.
func (r *pillRenderer) MinSize() fyne.Size {
	width := fyne.MeasureText(r.pill.Text, theme.TextSize(), r.pill.style()).Width + 2*pillSide
	return fyne.NewSize(min(width, widestPill), pillHeight)
}

// Layout cuts a text that has no room.
func (r *pillRenderer) Layout(size fyne.Size) {
	p := r.pill
	p.ground.Resize(size)
	p.words.Text = Shortened(p.Text, size.Width-2*pillSide, theme.TextSize(), p.style())
	height := p.words.MinSize().Height
	p.words.Resize(fyne.NewSize(size.Width-2*pillSide, height))
	p.words.Move(fyne.NewPos(pillSide, (size.Height-height)/2))
}

// Objects are the ground and the words.
func (r *pillRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.pill.ground, r.pill.words}
}

// Refresh shows the pill as it is now.
func (r *pillRenderer) Refresh() {
	r.show()
	r.Layout(r.pill.Size())
	canvas.Refresh(r.pill)
}

// style is how the words are set.
func (p *Pill) style() fyne.TextStyle { return fyne.TextStyle{Bold: p.Main} }

func (r *pillRenderer) show() {
	p := r.pill
	p.ground.CornerRadius, p.words.TextSize, p.words.TextStyle = pillHeight/2, theme.TextSize(), p.style()
	p.ground.StrokeWidth = 0
	p.ground.FillColor, p.words.Color = color.Transparent, theme.Color(theme.ColorNamePlaceHolder)
	if p.hovered {
		p.ground.FillColor = theme.Color(theme.ColorNameHover)
	}
	if p.Filled {
		p.ground.FillColor, p.words.Color = theme.Color(theme.ColorNameSelection), theme.Color(theme.ColorNameForeground)
	}
	if p.Framed {
		p.ground.CornerRadius, p.ground.StrokeWidth = theme.Size(theme.SizeNameInputRadius), 1
		p.ground.StrokeColor, p.words.Color = theme.Color(theme.ColorNameInputBorder), theme.Color(theme.ColorNameForeground)
	}
	if p.Main {
		p.ground.FillColor, p.ground.StrokeColor = theme.Color(theme.ColorNamePrimary), theme.Color(theme.ColorNamePrimary)
		p.words.Color = theme.Color(theme.ColorNameForegroundOnPrimary)
	}
	if p.Alarm {
		p.words.Color = theme.Color(theme.ColorNameError)
	}
}

// PillRow sets pills beside each other in the middle, or from the left, and in more lines
// where there is no room.
type PillRow struct {
	Left  bool
	width float32
}

const pillGap = 4

// lines parts objects into lines.
func (l *PillRow) lines(objects []fyne.CanvasObject) (lines [][]fyne.CanvasObject) {
	used := float32(0)
	for _, o := range objects {
		width := o.MinSize().Width
		if len(lines) == 0 || l.width > 0 && used+pillGap+width > l.width {
			lines, used = append(lines, nil), -pillGap
		}
		n := len(lines) - 1
		lines[n] = append(lines[n], o)
		used += pillGap + width
	}
	return lines
}

// MinSize is as high as the width of now needs.
func (l *PillRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, max(0, float32(len(l.lines(objects)))*(pillHeight+pillGap)-pillGap))
}

// Layout sets the pills.
func (l *PillRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	y := float32(0)
	for _, line := range l.lines(objects) {
		all := float32(pillGap * (len(line) - 1))
		for _, o := range line {
			all += o.MinSize().Width
		}
		x := (size.Width - all) / 2
		if l.Left {
			x = 0
		}
		for _, o := range line {
			width := o.MinSize().Width
			o.Move(fyne.NewPos(x, y))
			o.Resize(fyne.NewSize(width, pillHeight))
			x += width + pillGap
		}
		y += pillHeight + pillGap
	}
}
