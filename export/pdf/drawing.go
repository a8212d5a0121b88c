package pdf

import (
	"fmt"
	"image"
	"image/color"
	"slices"
	"strconv"
	"strings"

	"communique/export/logo"
)

// writeDrawing puts a logo into the file as a form, which stands where a picture of one unit
// would (ISO 32000-1, 8.10).
func writeDrawing(out *file, d *logo.Drawing) int {
	w := drawer{file: out, size: d.Size, alphas: []uint8{}}
	for _, s := range d.Shapes {
		w.shape(s)
	}
	var states strings.Builder
	for i, alpha := range w.alphas {
		seen := float64(alpha) / 255
		fmt.Fprintf(&states, "/G%d <</ca %.4g /CA %.4g>> ", i, seen, seen)
	}
	for i, number := range w.masks {
		fmt.Fprintf(&states, "/M%d <</SMask <</S /Luminosity /G %d 0 R>>>> ", i, number)
	}
	width, height := float64(d.Size.X), float64(d.Size.Y)
	return out.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %d %d] /Matrix [%.9f 0 0 %.9f 0 1] /Resources <</ExtGState <<%s>> /Pattern <<%s>>>> /Filter /FlateDecode",
		d.Size.X, d.Size.Y, 1/width, -1/height, states.String(), w.patterns.String()), deflate(w.out))
}

// drawer writes a drawing's content, and into the file what that needs.
type drawer struct {
	file     *file
	size     image.Point
	out      []byte
	masks    []int   // of inks that fade, by the numbers of their graphics states
	alphas   []uint8 // how much is seen of 255, by the numbers of the graphics states
	shaded   int     // how many patterns there are
	patterns strings.Builder
}

// shape writes a path: filled, and then drawn, so that both inks lie over one another where
// they are seen through.
func (w *drawer) shape(s logo.Shape) {
	if s.Fill.A > 0 {
		fill := "f\n"
		if s.EvenOdd {
			fill = "f*\n"
		}
		w.masked(s.Fill, func(ink logo.Ink) {
			w.ink(ink, "rg", "/Pattern cs", "scn")
			w.steps(s.Steps)
			w.out = append(w.out, fill...)
		})
	}
	if s.Line.A > 0 {
		w.masked(s.Line, func(ink logo.Ink) {
			w.ink(ink, "RG", "/Pattern CS", "SCN")
			w.pen(s.Pen)
			w.steps(s.Steps)
			w.out = append(w.out, "S\n"...)
		})
	}
}

// masked paints with an ink, through a mask where it fades: as much is seen as a second
// gradient, of grays, is light (ISO 32000-1, 11.5.3). How much is seen of all of it is in the
// mask too: MuPDF takes that twice where it stands beside one.
func (w *drawer) masked(c logo.Ink, paint func(logo.Ink)) {
	if c.Gradient == nil || !c.Gradient.Fades() {
		paint(c)
		return
	}
	seen := func(out []byte, stop color.NRGBA) []byte {
		return appendNumbers(out, 3, float64(stop.A)/255*float64(c.A)/255)
	}
	content := append(appendNumbers([]byte("q "), whole, matrix(c.Gradient)...), "cm /S sh Q"...)
	w.out = fmt.Appendf(w.out, "q /M%d gs\n", len(w.masks))
	w.masks = append(w.masks, w.file.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %d %d] /Group <</S /Transparency /CS /DeviceGray>> /Resources <</Shading <</S %s>>>>",
		w.size.X, w.size.Y, shading(c.Gradient, "/DeviceGray", seen)), content))
	c.A = 0xff
	paint(c)
	w.out = append(w.out, "Q\n"...)
}

// ink sets a colour or a gradient, by the operators of fills or lines, and how much is seen of both.
func (w *drawer) ink(c logo.Ink, plain, space, pattern string) {
	if c.A < 0xff || len(w.alphas) > 0 {
		at := slices.Index(w.alphas, c.A)
		if at < 0 {
			at = len(w.alphas)
			w.alphas = append(w.alphas, c.A)
		}
		w.out = fmt.Appendf(w.out, "/G%d gs ", at)
	}
	if c.Gradient != nil {
		w.out = fmt.Appendf(w.out, "%s /P%d %s\n", space, w.shaded, pattern)
		fmt.Fprintf(&w.patterns, "/P%d <</PatternType 2 /Matrix [%s] /Shading %s>> ", w.shaded, appendNumbers(nil, whole, matrix(c.Gradient)...), shading(c.Gradient, "/DeviceRGB", appendColor))
		w.shaded++
		return
	}
	w.out = append(append(appendColor(w.out, c.NRGBA), plain...), '\n')
}

func appendColor(out []byte, c color.NRGBA) []byte {
	return appendNumbers(out, 3, float64(c.R)/255, float64(c.G)/255, float64(c.B)/255)
}

func matrix(g *logo.Gradient) []float64 {
	m := g.Matrix
	return []float64{m.A, m.B, m.C, m.D, m.E, m.F}
}

// shading is what a gradient has of each of its colours, as values of a space (ISO 32000-1,
// 8.7.4.5, 7.10). A stretch of no length is a step from one colour to another.
func shading(g *logo.Gradient, space string, value func(out []byte, c color.NRGBA) []byte) string {
	var bounds, functions, encode []byte
	for i, to := range g.Stops[1:] {
		from := g.Stops[i]
		if to.At == from.At {
			continue
		}
		if len(functions) > 0 {
			bounds = appendNumbers(bounds, whole, from.At)
		}
		functions = append(value(append(functions, "<</FunctionType 2 /Domain [0 1] /N 1 /C0 ["...), from.Color), "] /C1 ["...)
		functions = append(value(functions, to.Color), "]>> "...)
		encode = append(encode, "0 1 "...)
	}
	kind, ends := 2, []float64{g.Start[0], g.Start[1], g.End[0], g.End[1]}
	if g.Radial {
		kind, ends = 3, []float64{g.Start[0], g.Start[1], 0, g.End[0], g.End[1], g.Radius}
	}
	return fmt.Sprintf("<</ShadingType %d /ColorSpace %s /Extend [true true] /Coords [%s] /Function <</FunctionType 3 /Domain [0 1] /Bounds [%s] /Encode [%s] /Functions [%s]>>>>",
		kind, space, appendNumbers(nil, whole, ends...), bounds, encode, functions)
}

func (w *drawer) pen(p logo.Pen) {
	w.numbers(p.Width)
	w.out = append(w.out, "w "...)
	w.numbers(p.MiterLimit)
	w.out = fmt.Appendf(w.out, "M %d J %d j [", p.Cap, p.Join)
	w.numbers(p.Dash...)
	w.out = append(w.out, "] "...)
	w.numbers(p.Offset)
	w.out = append(w.out, "d\n"...)
}

// operators are those of the kinds of steps.
var operators = [...]string{logo.Move: "m", logo.Line: "l", logo.Curve: "c", logo.Close: "h"}

func (w *drawer) steps(all []logo.Step) {
	for _, s := range all {
		for _, at := range s.To {
			w.out = append(strconv.AppendInt(w.out, int64(at.X), 10), ' ')
			w.out = append(strconv.AppendInt(w.out, int64(at.Y), 10), ' ')
		}
		w.out = append(append(w.out, operators[s.Kind]...), '\n')
	}
}

func (w *drawer) numbers(values ...float64) { w.out = appendNumbers(w.out, 3, values...) }

// whole is all places that a number has behind its point.
const whole = -1

func appendNumbers(out []byte, places int, values ...float64) []byte {
	for _, v := range values {
		out = append(strconv.AppendFloat(out, v, 'f', places, 64), ' ')
	}
	return out
}
