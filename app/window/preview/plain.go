package preview

import (
	"math"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
)

// plain shows the lines of a text one under another, wrapped, and makes those alone that
// are in sight: a long text costs no more than a short one. The heights of the others are
// estimates.
type plain struct {
	widget.BaseWidget
	lines   []string
	found   Spans     // what is marked
	stale   bool      // what is shown was made for other marks
	heights []float32 // of the lines, in the width of now
	width   float32
	shown   map[int]fyne.CanvasObject // the lines in sight
	column  *fyne.Container
	scroll  *container.Scroll
	filling bool
}

func newPlain() *plain {
	p := &plain{shown: map[int]fyne.CanvasObject{}}
	p.column = container.New(&columnLayout{p})
	p.scroll = container.NewVScroll(p.column)
	p.scroll.OnScrolled = func(fyne.Position) { p.fill() }
	p.ExtendBaseWidget(p)
	return p
}

// show shows other lines. What stays at the beginning and at the end of the text keeps
// its height, and at the beginning its object.
func (p *plain) show(lines []string) {
	same := 0
	for same < min(len(lines), len(p.lines)) && lines[same] == p.lines[same] {
		same++
	}
	after := 0
	for after < min(len(lines), len(p.lines))-same && lines[len(lines)-1-after] == p.lines[len(p.lines)-1-after] {
		after++
	}
	if same == len(lines) && same == len(p.lines) && !p.stale {
		return
	}
	heights := make([]float32, 0, len(lines))
	heights = append(heights, p.heights[:same]...)
	for _, line := range lines[same : len(lines)-after] {
		heights = append(heights, p.estimate(line))
	}
	heights = append(heights, p.heights[len(p.heights)-after:]...)
	p.lines, p.heights = lines, heights
	for i := range p.shown {
		if i >= same || p.stale {
			delete(p.shown, i)
		}
	}
	p.stale = false
	p.fill()
}

// mark marks other places, from the next text on.
func (p *plain) mark(found Spans) { p.found, p.stale = found, true }

// estimate is about how high a line is, by the number of its letters.
func (p *plain) estimate(line string) float32 {
	const sample = "Участники заседания рассмотрели ход подготовки"
	letters := fyne.MeasureText(sample, theme.TextSize(), fyne.TextStyle{})
	padding := 2 * theme.InnerPadding()
	width := float32(utf8.RuneCountInString(line)) * letters.Width / float32(utf8.RuneCountInString(sample))
	rows := math.Ceil(float64(width / max(p.width-padding, 1)))
	return letters.Height*float32(max(rows, 1)) + padding
}

// fill makes the lines that came into sight, and lets those go that are so no longer.
func (p *plain) fill() {
	view := p.scroll.Size()
	if p.filling || view.Width <= 0 || view.Height <= 0 {
		return
	}
	p.filling = true
	defer func() { p.filling = false }()
	if p.width != view.Width {
		p.width = view.Width
		clear(p.shown)
		for i, line := range p.lines {
			p.heights[i] = p.estimate(line)
		}
	}
	before := p.height()
	p.scroll.Offset.Y = max(min(p.scroll.Offset.Y, before-view.Height), 0)
	seen := map[int]fyne.CanvasObject{}
	top := float32(0)
	for i := range p.lines {
		if top > p.scroll.Offset.Y+view.Height {
			break
		}
		if top+p.heights[i] >= p.scroll.Offset.Y {
			seen[i] = p.place(i, top)
		}
		top += p.heights[i]
	}
	p.shown = seen
	p.column.Objects = p.column.Objects[:0]
	for i := range p.lines {
		if o := seen[i]; o != nil {
			p.column.Objects = append(p.column.Objects, o)
		}
	}
	if p.height() != before {
		p.column.Resize(p.column.MinSize())
		p.scroll.Refresh()
	}
	canvas.Refresh(p.column)
}

// place puts a line where it begins. Where it turns out to be higher or lower than was
// thought, and its beginning is above what is seen, its end stays where it is.
func (p *plain) place(i int, top float32) fyne.CanvasObject {
	o := p.shown[i]
	if o == nil {
		o = p.line(p.lines[i])
		o.Resize(fyne.NewSize(p.width, p.heights[i]))
		height := o.MinSize().Height
		if top < p.scroll.Offset.Y {
			p.scroll.Offset.Y += height - p.heights[i]
		}
		p.heights[i] = height
		o.Resize(fyne.NewSize(p.width, height))
	}
	o.Move(fyne.NewPos(0, top))
	return o
}

// line shows a line of the text; what the search has found stands out.
func (p *plain) line(text string) fyne.CanvasObject {
	if p.found != nil {
		if spans := p.found(text); len(spans) > 0 {
			found := widget.NewRichText(screen.Highlight(text, spans, widget.RichTextStyleInline, screen.HitStyle())...)
			found.Wrapping = fyne.TextWrapWord
			return found
		}
	}
	return screen.Wrapped(text)
}

func (p *plain) height() float32 {
	sum := float32(0)
	for _, height := range p.heights {
		sum += height
	}
	return sum
}

// CreateRenderer draws the lines in their scrolled area.
func (p *plain) CreateRenderer() fyne.WidgetRenderer {
	return &plainRenderer{widget.NewSimpleRenderer(p.scroll), p}
}

type plainRenderer struct {
	fyne.WidgetRenderer
	plain *plain
}

func (r *plainRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.plain.fill()
}

// columnLayout makes room for all lines; fill puts those in sight in their places.
type columnLayout struct{ plain *plain }

func (l *columnLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, l.plain.height())
}

func (l *columnLayout) Layout([]fyne.CanvasObject, fyne.Size) {}
