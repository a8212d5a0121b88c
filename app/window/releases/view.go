package releases

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// view is what is drawn of a list: the rows that are seen, in objects that are used again
// and again.
type view struct {
	rows    []*rowView
	used    int
	seen    []int // the rows they show
	thumb   *canvas.Rectangle
	empty   *canvas.Rectangle // the ring of a list without rows
	objects []fyne.CanvasObject
}

// next returns the objects of a row that is not drawn yet.
func (v *view) next() *rowView {
	if v.used == len(v.rows) {
		v.rows = append(v.rows, newRowView())
	}
	v.used++
	return v.rows[v.used-1]
}

// CreateRenderer is Fyne's.
func (l *list) CreateRenderer() fyne.WidgetRenderer {
	l.view.thumb, l.view.empty = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	l.view.thumb.CornerRadius = thumbWidth / 2
	r := &listRenderer{list: l}
	r.draw()
	return r
}

// listRenderer is how Fyne sees the list.
type listRenderer struct {
	list *list
	size fyne.Size
}

// IsClip cuts the rows off at the edges of the list.
func (*listRenderer) IsClip() {}

// Destroy has nothing to let go.
func (*listRenderer) Destroy() {}

// Layout takes another size. Where the list loses height, as to the line below the window that
// comes with a release, the one that keys act on stays in sight.
func (r *listRenderer) Layout(size fyne.Size) {
	if size == r.size {
		return
	}
	follows := size.Height < r.size.Height && r.list.sees(r.size.Height)
	if r.size = size; follows {
		r.list.reveal()
	}
	r.draw()
}

// MinSize is one in which a release can be read.
func (*listRenderer) MinSize() fyne.Size { return fyne.NewSize(60, headingHeight+releaseHeight) }

// Objects are those that are seen.
func (r *listRenderer) Objects() []fyne.CanvasObject { return r.list.view.objects }

// Refresh draws what has changed.
func (r *listRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.list)
}

const thumbWidth = 6

// draw lays out the rows that are seen.
func (r *listRenderer) draw() {
	l, v := r.list, &r.list.view
	size := l.Size()
	l.top = max(0, min(l.top, float32(l.Rows.height())-size.Height))
	v.used, v.seen, v.objects = 0, v.seen[:0], v.objects[:0]
	for i := l.Rows.rowAt(int(l.top)); i >= 0 && i < len(l.Rows.rows) && float32(l.Rows.rows[i].y) < l.top+size.Height; i++ {
		row := v.next()
		l.fill(row, i, size.Width)
		v.seen = append(v.seen, i)
		v.objects = row.place(v.objects, float32(l.Rows.rows[i].y)-l.top)
	}
	if l.focused && len(l.Rows.rows) == 0 {
		ring(v.empty, size, true)
		v.objects = append(v.objects, v.empty)
	}
	if y, height, ok := l.thumb(); ok {
		v.thumb.FillColor = theme.Color(theme.ColorNameScrollBar)
		v.thumb.Move(fyne.NewPos(size.Width-thumbWidth-2, y))
		v.thumb.Resize(fyne.NewSize(thumbWidth, height))
		v.objects = append(v.objects, v.thumb)
	}
	l.onDrawn()
}

// ring draws the line around what has the keyboard.
func ring(r *canvas.Rectangle, size fyne.Size, on bool) {
	r.Hidden = !on
	r.FillColor, r.StrokeColor, r.StrokeWidth = color.Transparent, theme.Color(theme.ColorNamePrimary), 2
	r.CornerRadius = theme.Size(theme.SizeNameInputRadius)
	r.Resize(size)
}

// fill gives a row what it says and how it looks.
func (l *list) fill(o *rowView, i int, width float32) {
	r := l.Rows.rows[i]
	o.clear()
	if r.index < 0 {
		name := l.words.Text(fmt.Sprintf("month-%d", r.month.of), map[string]any{"Year": r.month.year})
		o.write(piece{name, theme.ColorNamePlaceHolder, theme.CaptionTextSize(), false}, sideMargin, headingHeight-headingLine)
		return
	}
	l.want(r.index)
	id := l.Rows.positions[r.index].ID()
	open := id == l.shown
	o.ground.Resize(fyne.NewSize(width, releaseHeight))
	switch {
	case open || l.selected[id]:
		o.ground.FillColor = theme.Color(theme.ColorNameSelection)
	case l.pointer.over == i:
		o.ground.FillColor = theme.Color(theme.ColorNameHover)
	}
	o.bar.Hidden = !open
	o.bar.FillColor = theme.Color(theme.ColorNamePrimary)
	o.check.Hidden = !l.selected[id]
	o.check.FillColor = theme.Color(theme.ColorNamePrimary)
	ring(o.ring, fyne.NewSize(width, releaseHeight), l.focused && id == l.cursor)
	e, known := l.entries[id]
	if !known {
		e.Headline = "…"
	}
	l.say(o, e, l.neighbours(r.index), open, width-titleLeft-sideMargin)
}
