package logo

import (
	"errors"
	"image"
	"image/color"
	"image/draw"
	"math"

	"github.com/srwiley/rasterx"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// mostDrawn is how long all lines of a drawing are together at most, in dots, each a dot
// more: about half a second.
const mostDrawn = 30_000_000

// mostCorners is how many corners a path has at most: eight megabytes of them.
const mostCorners = 1 << 20

var errFar = errors.New("lines without end")

// canvas fills the paths of a drawing, each no further than it reaches: rasterx's own
// scanner goes over the whole picture for every path. Lines that go on for too long, as to
// coordinates far outside of the picture, would take seconds: it panics with errFar.
type canvas struct {
	dest       *image.RGBA
	rasterizer vector.Rasterizer
	corners    []corner
	extent     fixed.Rectangle26_6
	alternate  bool                  // the path is filled where an odd number of its lines lies around
	ink        any                   // a color.Color, or the rasterx.ColorFunc of a gradient
	inked      func(color.NRGBA) Ink // what the path shows of an ink that was read; nil for that itself
	drawn      float64               // of mostDrawn
}

// corner is where a line of a path ends, or where its first one starts.
type corner struct {
	fixed.Point26_6
	starts bool
}

func newCanvas(size image.Point) *canvas {
	c := &canvas{dest: image.NewRGBA(image.Rectangle{Max: size})}
	c.Clear()
	return c
}

// Start begins a line of the path.
func (c *canvas) Start(at fixed.Point26_6) { c.add(corner{at, true}) }

// Line goes on with it.
func (c *canvas) Line(to fixed.Point26_6) {
	const dot = 1 << 6
	if len(c.corners) > 0 {
		from := c.corners[len(c.corners)-1]
		length := 1 + (math.Abs(float64(to.X)-float64(from.X))+math.Abs(float64(to.Y)-float64(from.Y)))/dot
		if c.alternate {
			length *= samples
		}
		c.drawn += length
	}
	c.add(corner{to, false})
}

func (c *canvas) add(next corner) {
	if c.drawn > mostDrawn || len(c.corners) == mostCorners {
		panic(errFar)
	}
	c.corners = append(c.corners, next)
	c.extent.Min.X, c.extent.Min.Y = min(c.extent.Min.X, next.X), min(c.extent.Min.Y, next.Y)
	c.extent.Max.X, c.extent.Max.Y = max(c.extent.Max.X, next.X), max(c.extent.Max.Y, next.Y)
}

// Draw fills the path.
func (c *canvas) Draw() {
	to := image.Rect(c.extent.Min.X.Floor(), c.extent.Min.Y.Floor(), c.extent.Max.X.Ceil(), c.extent.Max.Y.Ceil()).Intersect(c.dest.Rect)
	if len(c.corners) == 0 || to.Empty() {
		return
	}
	switch ink := c.ink.(type) {
	case color.Color:
		if c.alternate {
			draw.DrawMask(c.dest, to, image.NewUniform(ink), image.Point{}, c.evenOdd(to), to.Min, draw.Over)
			return
		}
		c.rasterize(to)
		c.rasterizer.Draw(c.dest, to, image.NewUniform(ink), image.Point{})
	case rasterx.ColorFunc:
		c.shade(to, ink)
	}
}

// rasterize follows the path within a rectangle.
func (c *canvas) rasterize(to image.Rectangle) {
	c.rasterizer.Reset(to.Dx(), to.Dy())
	for _, at := range c.corners {
		x, y := float32(at.X)/64-float32(to.Min.X), float32(at.Y)/64-float32(to.Min.Y)
		if at.starts {
			c.rasterizer.MoveTo(x, y)
		} else {
			c.rasterizer.LineTo(x, y)
		}
	}
}

// cover is where the path is filled in a rectangle.
func (c *canvas) cover(to image.Rectangle) *image.Alpha {
	if c.alternate {
		return c.evenOdd(to)
	}
	cover := image.NewAlpha(to)
	c.rasterize(to)
	c.rasterizer.Draw(cover, to, image.Opaque, image.Point{})
	return cover
}

// shade fills the path with a gradient, which is asked only where the path is seen.
func (c *canvas) shade(to image.Rectangle, ink rasterx.ColorFunc) {
	cover := c.cover(to)
	for y := to.Min.Y; y < to.Max.Y; y++ {
		for x := to.Min.X; x < to.Max.X; x++ {
			seen := uint32(cover.AlphaAt(x, y).A)
			if seen == 0 {
				continue
			}
			r, g, b, a := ink(x, y).RGBA()
			under := 0xffff - a*seen/0xff
			dot := c.dest.Pix[c.dest.PixOffset(x, y):]
			for i, v := range [4]uint32{r, g, b, a} {
				dot[i] = uint8((v*seen/0xff + uint32(dot[i])*0x101*under/0xffff) >> 8) //nolint:gosec // two parts of a whole
			}
		}
	}
}

// Clear begins another path.
func (c *canvas) Clear() {
	c.corners = c.corners[:0]
	c.extent.Min = fixed.Point26_6{X: math.MaxInt32, Y: math.MaxInt32}
	c.extent.Max = fixed.Point26_6{X: math.MinInt32, Y: math.MinInt32}
}

// GetPathExtent is how far the path reaches.
func (c *canvas) GetPathExtent() fixed.Rectangle26_6 { return c.extent }

// SetColor takes the ink of the path, of which the library knows a colour.
func (c *canvas) SetColor(ink any) {
	c.ink = ink
	if read, is := ink.(color.NRGBA); is && c.inked != nil {
		shown := c.inked(read)
		c.ink = shown.NRGBA
		if shown.Gradient != nil {
			c.ink = shown.Gradient.ink(shown.A)
		}
	}
}

// SetWinding takes the rule by which the path is filled: wherever it goes around, or the other.
func (c *canvas) SetWinding(nonZero bool) { c.alternate = !nonZero }

// SetBounds and SetClip do nothing: the picture keeps its size, and all of it is drawn on.
func (c *canvas) SetBounds(int, int) {}

// SetClip does nothing either.
func (c *canvas) SetClip(image.Rectangle) {}
