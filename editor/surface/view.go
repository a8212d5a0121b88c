package surface

import (
	"image"
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"communique/editor/surface/typeset"
)

// The room around the column, in Fyne's units.
const (
	topMargin    = 24
	bottomMargin = 96
	sideMargin   = 24
	gutter       = 14 // at the right, for the scroll bar and the marks of findings
)

// view is the part of a column that is on the screen. It stands at a place, which is a
// block and how much of it is above the upper edge, so that what is seen stays where it
// is, whatever becomes of the blocks above.
type view struct {
	column  *column
	setter  *typeset.Setter
	size    image.Point // in pixels
	scale   float32
	block   int // the one at the upper edge
	above   int // pixels of it above the edge; negative for the margin above the first
	left    int // of the column
	lines   map[*typeset.Line]*lineView
	spare   []*lineView
	pixels  []uint8 // of the picture that is being painted
	frame   int     // counts the times the view was drawn
	rects   pool
	seen    []seen
	objects []fyne.CanvasObject
}

// seen is a block that is on the screen.
type seen struct {
	*block
	y int // of its top, from that of the view
}

// arrange finds the blocks that are on the screen, and lays them out.
func (v *view) arrange() {
	before := slices.Clone(v.seen)
	v.seen = v.seen[:0]
	if len(v.column.blocks) == 0 {
		return
	}
	v.normalize()
	if short := v.size.Y - v.fill(); short > 0 { // there is nothing more below
		v.above -= short
		v.normalize()
		v.fill()
	}
	for _, b := range before {
		if !v.sees(b.block) {
			b.drop()
		}
	}
}

// normalize makes the place one within its block.
func (v *view) normalize() {
	c := v.column
	v.block = min(max(v.block, 0), len(c.blocks)-1)
	for v.above < 0 && v.block > 0 {
		v.block--
		v.above += c.lay(c.blocks[v.block]).height
	}
	v.above = max(v.above, -v.px(topMargin))
	for v.block < len(c.blocks)-1 && v.above >= c.lay(c.blocks[v.block]).height {
		v.above -= c.blocks[v.block].height
		v.block++
	}
}

// fill lays out what is seen from the place down, and returns where that ends, with the
// margin below the last block.
func (v *view) fill() int {
	v.seen = v.seen[:0]
	y := -v.above
	for i := v.block; i < len(v.column.blocks); i++ {
		if y >= v.size.Y {
			return y
		}
		b := v.column.lay(v.column.blocks[i])
		v.seen = append(v.seen, seen{b, y})
		y += b.height
	}
	return y + v.px(bottomMargin)
}

// px turns a length in Fyne's units into pixels.
func (v *view) px(length float32) int { return int(length*v.scale + 0.5) }

// unit turns pixels into Fyne's units.
func (v *view) unit(pixels int) float32 { return float32(pixels) / v.scale }

// top returns how far down the whole column the view stands.
func (v *view) top() int { return v.column.heights.before(v.block) + v.above + v.px(topMargin) }

// total is how high the whole column is, with its margins.
func (v *view) total() int {
	return v.column.heights.total() + v.px(topMargin) + v.px(bottomMargin)
}

// scrollTo puts the view at a height of the whole column.
func (v *view) scrollTo(top int) {
	v.block, v.above = v.column.heights.at(max(0, top-v.px(topMargin)))
	if top < v.px(topMargin) {
		v.block, v.above = 0, top-v.px(topMargin)
	}
}

// lineView is a line on the screen: a picture as large as its ink.
type lineView struct {
	raster *canvas.Raster
	pixels *[]uint8 // shared by all
	setter *typeset.Setter
	line   *typeset.Line
	inks   typeset.Inks
	waves  []wave
	box    image.Rectangle // from the start of the baseline
	frame  int
}

// wave is an underline of a finding.
type wave struct {
	from, to, y int // pixels; y is below the baseline
	ink         color.RGBA
}

func newLineView(s *typeset.Setter, pixels *[]uint8) *lineView {
	l := &lineView{setter: s, pixels: pixels}
	l.raster = canvas.NewRaster(l.paint)
	l.raster.ScaleMode = canvas.ImageScalePixels // each stands on a pixel of the screen: there is nothing to smooth
	return l
}

// paint makes the picture. It is good until another one is painted: the driver makes a
// texture of it at once.
func (l *lineView) paint(width, height int) image.Image {
	size := 4 * width * height
	*l.pixels = slices.Grow((*l.pixels)[:0], size)[:size]
	clear(*l.pixels)
	picture := &image.RGBA{Pix: *l.pixels, Stride: 4 * width, Rect: image.Rect(0, 0, width, height)}
	l.setter.Paint(picture, l.line, image.Point{}.Sub(l.box.Min), l.inks)
	for _, w := range l.waves {
		w.paint(picture, l.box.Min)
	}
	return picture
}

// line puts a line where its baseline starts at a point.
func (v *view) line(l *typeset.Line, inks typeset.Inks, waves []wave, x, baseline int) {
	shown := v.lines[l]
	if shown == nil || shown.inks != inks || !slices.Equal(shown.waves, waves) {
		box := v.setter.Ink(l)
		for _, w := range waves {
			box = box.Union(w.bounds())
		}
		if box.Empty() {
			return
		}
		if shown == nil {
			shown = v.fresh()
			v.lines[l] = shown
		}
		shown.line, shown.inks, shown.waves, shown.box = l, inks, slices.Clone(waves), box
		size := fyne.NewSize(v.unit(box.Dx()), v.unit(box.Dy()))
		if shown.raster.Size() != size {
			shown.raster.Resize(size) // which refreshes it
		} else {
			shown.raster.Refresh()
		}
	}
	shown.frame = v.frame
	shown.raster.Move(fyne.NewPos(v.unit(x+shown.box.Min.X), v.unit(baseline+shown.box.Min.Y)))
	v.objects = append(v.objects, shown.raster)
}

// fresh returns a picture that shows nothing.
func (v *view) fresh() *lineView {
	if n := len(v.spare); n > 0 {
		l := v.spare[n-1]
		v.spare = v.spare[:n-1]
		return l
	}
	return newLineView(v.setter, &v.pixels)
}

// release keeps the pictures of lines that are no more on the screen for others: each
// has a texture, which is let go when it is painted again.
func (v *view) release() {
	for l, shown := range v.lines {
		if shown.frame != v.frame {
			delete(v.lines, l)
			v.spare = append(v.spare, shown)
		}
	}
}
