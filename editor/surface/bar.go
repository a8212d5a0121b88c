package surface

import (
	"cmp"
	"image"
	"image/draw"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// bar is the scroll bar, with the marks of findings beside it.
type bar struct {
	thumb *canvas.Rectangle
	strip *canvas.Raster
	marks []barMark
	stale bool // the colours are others
}

// barMark is a mark of a finding.
type barMark struct {
	y     int
	level Level
}

// thumbSpan is where the thumb stands and how high it is, in pixels; false where all
// of the column is seen.
func (s *Surface) thumbSpan() (y, height int, ok bool) {
	v := &s.view
	total := v.total()
	if total <= v.size.Y || v.size.Y <= 0 {
		return 0, 0, false
	}
	height = min(max(v.size.Y*v.size.Y/total, v.px(28)), v.size.Y)
	most := total - v.size.Y
	y = (v.size.Y - height) * min(max(v.top(), 0), most) / most
	return y, height, true
}

// dragThumb puts the view where the thumb was drawn to.
func (s *Surface) dragThumb(y int) {
	v := &s.view
	_, height, ok := s.thumbSpan()
	if !ok || v.size.Y <= height {
		return
	}
	v.scrollTo((v.total() - v.size.Y) * min(max(y, 0), v.size.Y-height) / (v.size.Y - height))
	s.show()
}

// drawBar draws the scroll bar and the marks.
func (s *Surface) drawBar() {
	v, b := &s.view, &s.bar
	x := v.size.X - v.px(10)
	if y, height, ok := s.thumbSpan(); ok {
		if b.thumb == nil {
			b.thumb = canvas.NewRectangle(nil)
			b.thumb.CornerRadius = 3
		}
		b.thumb.FillColor = s.colours.line
		b.thumb.Move(fyne.NewPos(v.unit(x), v.unit(y)))
		b.thumb.Resize(fyne.NewSize(6, v.unit(height)))
		v.objects = append(v.objects, b.thumb)
	}
	if len(s.findings.byText) == 0 {
		return
	}
	marks := s.barMarks()
	if b.strip == nil {
		b.strip = canvas.NewRaster(s.paintStrip)
	}
	size := fyne.NewSize(8, v.unit(v.size.Y))
	changed := !slices.Equal(marks, b.marks) || b.stale
	b.marks, b.stale = marks, false
	b.strip.Move(fyne.NewPos(v.unit(v.size.X-v.px(11)), 0))
	if b.strip.Size() != size {
		b.strip.Resize(size)
	} else if changed {
		b.strip.Refresh()
	}
	v.objects = append(v.objects, b.strip)
}

// barMarks is where the marks of the findings stand, the gravest of each place last.
func (s *Surface) barMarks() []barMark {
	v := &s.view
	total := max(v.total(), v.size.Y, 1)
	var marks []barMark
	for f := range s.findings.all() {
		b := s.column.block(f.Start.TextID)
		if b == nil {
			continue
		}
		y := s.column.heights.before(b.index) + v.px(topMargin)
		if i := b.boxAt(f.Start); b.laid && i >= 0 {
			box := b.boxes[i]
			y += box.y + box.text.LineOf(f.Start.Offset-box.from)*box.look.lineHeight
		}
		marks = append(marks, barMark{y * (v.size.Y - v.px(4)) / total, f.Level})
	}
	slices.SortFunc(marks, func(a, b barMark) int { return cmp.Or(cmp.Compare(a.y, b.y), cmp.Compare(b.level, a.level)) })
	return slices.Compact(marks)
}

// paintStrip paints the marks.
func (s *Surface) paintStrip(width, height int) image.Image {
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	for _, m := range s.bar.marks {
		rect := image.Rect(0, m.y, width, m.y+s.view.px(3))
		draw.Draw(picture, rect, image.NewUniform(s.colours.levels[m.level]), image.Point{}, draw.Src)
	}
	return picture
}
