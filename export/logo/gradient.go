package logo

import (
	"image"
	"image/color"
	"math"
	"slices"

	"github.com/srwiley/oksvg"
	"github.com/srwiley/rasterx"
)

// Ink is what a path is filled or drawn with: one colour, or a gradient, of which as much is
// seen as of the colour.
type Ink struct {
	color.NRGBA

	Gradient *Gradient
}

// Gradient is an ink that changes along a line, or from one circle to another, and stays what
// it is beyond them (ISO 32000-1, 8.7.4.5), or begins again there.
type Gradient struct {
	Radial bool
	// Start and End lie on the line, or are the middles of the circles; the first circle is a point.
	Start, End [2]float64
	Radius     float64
	Matrix     rasterx.Matrix2D // from its own places to those of the drawing
	Stops      []Stop           // from 0 to 1
	spread     string           // "repeat" or "reflect" where it begins again; not in a Drawing
}

// Stop is where a gradient has a colour, and how much of it is seen.
type Stop struct {
	At    float64
	Color color.NRGBA
}

// Fades reports whether more is seen of one part of a gradient than of another.
func (g *Gradient) Fades() bool {
	return slices.ContainsFunc(g.Stops, func(s Stop) bool { return s.Color.A < 0xff })
}

// isNear reports whether nothing of the gradient lies too far away.
func (g *Gradient) isNear() bool {
	m := g.Matrix
	return !slices.ContainsFunc([]float64{g.Start[0], g.Start[1], g.End[0], g.End[1], g.Radius, m.A, m.B, m.C, m.D, m.E, m.F},
		func(v float64) bool { return !(math.Abs(v) <= farthest) })
}

// mostRepeated is how many stops a gradient has at most that begins again: more take more room
// than dots.
const mostRepeated = 100

// unrolled is a gradient as PDF has it, where none begins again: as often one after another as
// fills a drawing of a size. It is nil where that is too often.
func (g *Gradient) unrolled(size image.Point) *Gradient {
	if g.spread == "" {
		return g
	}
	first, last := g.across(size)
	if g.Radial { // begins in its middle, wherever that is
		first = 0
	}
	times := last - first
	if !(times >= 1 && times*float64(len(g.Stops)) <= mostRepeated) {
		return nil
	}
	long := *g
	long.spread, long.Stops, long.Radius = "", nil, g.Radius*last
	for i := range g.Start {
		along := g.End[i] - g.Start[i]
		long.Start[i], long.End[i] = g.Start[i]+first*along, g.Start[i]+last*along
	}
	for n := range int(times) {
		stops := slices.Clone(g.Stops)
		if g.spread == "reflect" && math.Mod(first+float64(n), 2) != 0 {
			slices.Reverse(stops)
			for i := range stops {
				stops[i].At = 1 - stops[i].At
			}
		}
		for _, s := range stops {
			long.Stops = append(long.Stops, Stop{(float64(n) + s.At) / times, s.Color})
		}
	}
	return &long
}

// across is from where to where a gradient goes that fills a drawing of a size, in whole
// lengths of its own.
func (g *Gradient) across(size image.Point) (first, last float64) {
	first, last = math.Inf(1), math.Inf(-1)
	back := g.Matrix.Invert()
	for _, corner := range []image.Point{{}, {X: size.X}, {Y: size.Y}, size} {
		at := g.along(back.Transform(float64(corner.X), float64(corner.Y)))
		first, last = min(first, math.Floor(at)), max(last, math.Ceil(at))
	}
	return first, last
}

// ink paints a picture of dots with a gradient, of which as much is seen of 255.
func (g *Gradient) ink(seen uint8) rasterx.ColorFunc {
	back := g.Matrix.Invert()
	return func(x, y int) color.Color {
		c := g.color(g.along(back.Transform(float64(x)+0.5, float64(y)+0.5)))
		c.A = uint8((int(c.A)*int(seen) + 0x7f) / 0xff) //nolint:gosec // a part of it
		return c
	}
}

// along is how far from the start to the end of the gradient a place lies.
func (g *Gradient) along(x, y float64) float64 {
	px, py, dx, dy := x-g.Start[0], y-g.Start[1], g.End[0]-g.Start[0], g.End[1]-g.Start[1]
	both, length := px*dx+py*dy, dx*dx+dy*dy
	if !g.Radial {
		return both / length
	}
	// The circle through the place: |p - t·d| = t·r.
	a := length - g.Radius*g.Radius
	return (both - math.Sqrt(both*both-a*(px*px+py*py))) / a
}

// color is that of a place from start to end.
func (g *Gradient) color(at float64) color.NRGBA {
	switch g.spread {
	case "repeat":
		at -= math.Floor(at)
	case "reflect":
		at = math.Abs(at - 2*math.Round(at/2))
	}
	next := 0
	for next < len(g.Stops)-1 && g.Stops[next].At <= at {
		next++
	}
	a, b := g.Stops[max(next-1, 0)], g.Stops[next]
	part := min(max((at-a.At)/(b.At-a.At), 0), 1)
	if !(b.At > a.At) {
		part = 0
	}
	between := func(a, b uint8) uint8 { return uint8(float64(a) + part*(float64(b)-float64(a)) + 0.5) }
	return color.NRGBA{between(a.Color.R, b.Color.R), between(a.Color.G, b.Color.G), between(a.Color.B, b.Color.B), between(a.Color.A, b.Color.A)}
}

// extent is the rectangle around a path, in its own places.
func extent(path rasterx.Path, finely float64) (x, y, width, height float64) {
	var c canvas
	c.Clear()
	path.AddTo(&rasterx.MatrixAdder{Adder: rasterx.NewFiller(0, 0, &c), M: scale(finely)})
	place := func(v int32) float64 { return float64(v) / 64 / finely }
	x, y = place(int32(c.extent.Min.X)), place(int32(c.extent.Min.Y))
	return x, y, place(int32(c.extent.Max.X)) - x, place(int32(c.extent.Max.Y)) - y
}

// inked is what a path shows of an ink that was read, in places that its own are led to by a
// matrix: of no alpha for nothing.
func (d *drawing) inked(ink color.NRGBA, p oksvg.SvgPath, m rasterx.Matrix2D) Ink {
	id, is := d.marks[color.NRGBA{ink.R, ink.G, ink.B, 0xff}]
	if !is || ink.A == 0 {
		return Ink{ink, nil}
	}
	whole := [3]float64{1, 1, 1}
	if d.gradients.value(id, "gradientUnits", "") == "userSpaceOnUse" {
		w, h := d.ViewBox.W, d.ViewBox.H
		whole = [3]float64{w, h, math.Hypot(w, h) / math.Sqrt2}
	} else {
		x, y, w, h := extent(p.Path, drawnHeight/d.ViewBox.H)
		m = m.Mult(rasterx.Identity.Translate(x, y).Scale(w, h))
	}
	g := d.gradients.gradient(id, whole)
	if turned := d.Grads[d.gradients.owner(id, "gradientTransform")]; turned != nil {
		m = m.Mult(turned.Matrix)
	}
	if size := math.Abs(m.A*m.D - m.B*m.C); !(size > 0) || math.IsInf(size, 0) {
		return Ink{} // as of a line of no height, in parts of its own
	}
	g.Matrix = m
	if seen := g.Stops[0].Color.A; !slices.ContainsFunc(g.Stops, func(s Stop) bool { return s.Color.A != seen }) {
		ink.A = uint8((int(ink.A)*int(seen) + 0x7f) / 0xff) //nolint:gosec // a part of it
		for i := range g.Stops {
			g.Stops[i].Color.A = 0xff
		}
	}
	return Ink{color.NRGBA{A: ink.A}, g}
}
