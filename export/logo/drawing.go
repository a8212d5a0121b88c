package logo

import (
	"image"
	"image/color"
	"math"
	"reflect"

	"github.com/srwiley/oksvg"
	"github.com/srwiley/rasterx"
	"golang.org/x/image/math/fixed"
)

// Drawing is a logo as the paths that it is drawn with, one over another, for painters that
// draw lines themselves: they stay sharp at any size, and take less time and room than dots.
// Its places are counted from its upper left corner, to Size. Width and Height are points.
type Drawing struct {
	Width, Height float64
	Size          image.Point
	Shapes        []Shape
}

// Shape is a path with what it is filled and drawn with; an ink that nothing is seen of is none.
type Shape struct {
	Steps      []Step
	Fill, Line Ink
	EvenOdd    bool // filled where an odd number of its lines lies around
	Pen        Pen
}

// Step is a piece of a path: it goes on to the last of its places.
type Step struct {
	Kind Kind
	To   []image.Point
}

// Kind is how a step goes on.
type Kind byte

// The kinds, with the places that each has.
const (
	Move  Kind = iota // 1
	Line              // 1
	Curve             // 3: Bézier's, of the third degree
	Close             // 0: back to where the path began
)

// Pen is what a line is drawn with, as PDF has it (ISO 32000-1, 8.4.3).
type Pen struct {
	Width, MiterLimit float64
	Cap, Join         int
	Dash              []float64
	Offset            float64 // of the dashes
}

const (
	// drawnHeight is how many places a drawing has from top to bottom: 250 in a millimetre.
	drawnHeight = 4096
	// mostPlaces is how many places all paths have: more take more room than dots.
	mostPlaces = 3_000
	// farthest is how far away from the drawing a place may lie.
	farthest = 100 * drawnHeight
	// sketched is how high a drawing is made to see whether it shows anything.
	sketched = 75
)

// Draw reads a logo as a drawing, or, where it has to be made dots, as Read does: a picture, a
// drawing of very many paths or with what PDF draws otherwise. Every error is an *Error.
func Draw(data []byte, height float64) (*Drawing, Picture, error) {
	if !isSVG(data) {
		picture, err := Read(data, height)
		return nil, picture, err
	}
	var drawn *Drawing
	var dots image.Image
	err := guarded(func() error {
		read, err := readSVG(data)
		if err != nil {
			return err
		}
		ratio := read.ViewBox.W / read.ViewBox.H
		d := &Drawing{Height: height * min(1, maxRatio/ratio), Size: image.Pt(int(drawnHeight*ratio), drawnHeight)}
		d.Width = d.Height * ratio
		if d.take(read) && !isEmpty(unweighed(read.dotted(sketched))) {
			drawn = d
			return nil
		}
		dots = read.dotted(mostHeight)
		return nil
	})
	if err != nil {
		return nil, Picture{}, &Error{err}
	}
	if drawn != nil {
		return drawn, Picture{}, nil
	}
	picture, err := pictured(dots, data, height)
	return nil, picture, err
}

// take takes the paths of a drawing, and reports whether they all can be.
func (d *Drawing) take(read *drawing) bool {
	places := 0
	for _, p := range read.SVGPaths {
		m := scale(drawnHeight / read.ViewBox.H).Mult(rasterx.Identity.Translate(-read.ViewBox.X, -read.ViewBox.Y)).Mult(matrixOf(p))
		fill, line := read.inked(inkOf(filled(p)), p, m), Ink{}
		if p.LineWidth > 0 {
			line = read.inked(inkOf(lined(p)), p, m)
		}
		pen, same := penOf(p, m)
		fill, filled := d.plain(fill)
		line, lined := d.plain(line)
		if !filled || !lined || line.A > 0 && !same {
			return false
		}
		steps, near := stepsOf(p.Path, m)
		if places += len(p.Path) / 2; !near || places > mostPlaces {
			return false
		}
		if fill.A > 0 || line.A > 0 {
			d.Shapes = append(d.Shapes, Shape{steps, fill, line, !p.UseNonZeroWinding, pen})
		}
	}
	return true
}

func scale(by float64) rasterx.Matrix2D { return rasterx.Identity.Scale(by, by) }

// filled and lined are a path as it is filled alone, and drawn alone, with the plainest pen.
func filled(p oksvg.SvgPath) oksvg.SvgPath {
	p.SetLineColor(nil)
	return p
}

func lined(p oksvg.SvgPath) oksvg.SvgPath {
	p.SetFillColor(nil)
	p.Dash, p.LineJoin = nil, rasterx.Bevel
	return p
}

// probe finds out what oksvg keeps to itself of a path, by what it draws in the path's stead.
type probe struct {
	canvas
	shown   bool
	corners []corner
}

// Draw keeps what would have been drawn.
func (p *probe) Draw() { p.shown, p.corners = true, append(p.corners, p.canvas.corners...) }

// reach is how far the lines of a probe go, in dots.
const reach = 1 << 12

func probed(p oksvg.SvgPath) *probe {
	p.Path = nil
	p.Path.Start(fixed.Point26_6{})
	p.Path.Line(fixed.P(reach, 0))
	p.Path.Line(fixed.P(0, reach))
	var found probe
	p.DrawTransformed(rasterx.NewDasher(0, 0, &found), 1, rasterx.Identity)
	return &found
}

// inkOf is the ink of a path as it was read, of no alpha for none.
func inkOf(p oksvg.SvgPath) color.NRGBA {
	if found := probed(p); found.shown {
		return found.ink.(color.NRGBA)
	}
	return color.NRGBA{}
}

// plain is an ink as PDF has it; false where it has none.
func (d *Drawing) plain(ink Ink) (Ink, bool) {
	if ink.Gradient == nil {
		return ink, true
	}
	ink.Gradient = ink.Gradient.unrolled(d.Size)
	return ink, ink.Gradient != nil && ink.Gradient.isNear()
}

// matrixOf leads from a path's own places to those of the drawing that it stands in.
func matrixOf(p oksvg.SvgPath) rasterx.Matrix2D {
	p = filled(p)
	p.SetFillColor(color.Black)
	at := probed(p).corners
	const whole = 64 * reach
	x, y := at[1].Sub(at[0].Point26_6), at[2].Sub(at[0].Point26_6)
	return rasterx.Matrix2D{
		A: float64(x.X) / whole, B: float64(x.Y) / whole, C: float64(y.X) / whole, D: float64(y.Y) / whole,
		E: float64(at[0].X) / 64, F: float64(at[0].Y) / 64,
	}
}

// growth is how much longer lines are by a matrix, and whether all are.
func growth(m rasterx.Matrix2D) (by float64, even bool) {
	by = math.Sqrt(math.Abs(m.A*m.D - m.B*m.C))
	x, y := math.Hypot(m.A, m.B), math.Hypot(m.C, m.D)
	const slack = 0.01
	return by, math.Abs(x-by) <= slack*by && math.Abs(y-by) <= slack*by
}

// penOf is what a path is drawn with; false where PDF has no such pen.
func penOf(p oksvg.SvgPath, m rasterx.Matrix2D) (Pen, bool) {
	by, even := growth(m)
	endings, known := capOf(p.LineCap)
	join, also := map[rasterx.JoinMode]int{rasterx.Miter: 0, rasterx.Round: 1, rasterx.Bevel: 2}[p.LineJoin]
	pen := Pen{Width: p.LineWidth * by, MiterLimit: max(p.MiterLimit, 1), Cap: endings, Join: join, Offset: p.DashOffset * by}
	total := 0.0
	for _, length := range p.Dash {
		even = even && length >= 0
		total += length
		pen.Dash = append(pen.Dash, length*by)
	}
	if total == 0 {
		pen.Dash = nil
	}
	return pen, even && known && also && p.LeadLineCap == nil && p.LineGap == nil && pen.Offset >= 0
}

// capOf is the number of how lines end. Functions are told apart by where they are.
func capOf(ending rasterx.CapFunc) (int, bool) {
	if ending == nil {
		return 0, true
	}
	for i, known := range []rasterx.CapFunc{rasterx.ButtCap, rasterx.RoundCap, rasterx.SquareCap} {
		if reflect.ValueOf(ending).Pointer() == reflect.ValueOf(known).Pointer() {
			return i, true
		}
	}
	return 0, false
}

// stepsOf are the steps of a path by a matrix; false where one leads too far away.
func stepsOf(path rasterx.Path, m rasterx.Matrix2D) ([]Step, bool) {
	s := steps{matrix: m, near: true}
	path.AddTo(&s)
	return s.list, s.near
}

// steps takes a path as rasterx hands it on.
type steps struct {
	list   []Step
	matrix rasterx.Matrix2D
	last   fixed.Point26_6
	near   bool
}

func (s *steps) add(kind Kind, places ...fixed.Point26_6) {
	step := Step{Kind: kind}
	for _, at := range places {
		x, y := s.matrix.Transform(float64(at.X)/64, float64(at.Y)/64)
		s.near = s.near && math.Abs(x) <= farthest && math.Abs(y) <= farthest // NaN is not
		step.To = append(step.To, image.Pt(int(math.Round(x)), int(math.Round(y))))
		s.last = at
	}
	s.list = append(s.list, step)
}

// Start begins another line.
func (s *steps) Start(at fixed.Point26_6) { s.add(Move, at) }

// Line goes on straight.
func (s *steps) Line(to fixed.Point26_6) { s.add(Line, to) }

// QuadBezier goes on by a curve of the second degree, which is one of the third.
func (s *steps) QuadBezier(by, to fixed.Point26_6) {
	between := func(end fixed.Point26_6) fixed.Point26_6 { return end.Add(by).Add(by).Div(3 << 6) }
	s.add(Curve, between(s.last), between(to), to)
}

// CubeBezier goes on by a curve.
func (s *steps) CubeBezier(first, second, to fixed.Point26_6) { s.add(Curve, first, second, to) }

// Stop ends the line, where it began if it is closed.
func (s *steps) Stop(closed bool) {
	if closed {
		s.add(Close)
	}
}
