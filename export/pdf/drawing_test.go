package pdf

import (
	"image/color"
	"testing"

	"github.com/srwiley/rasterx"

	"communique/export/logo"
)

// TestShading: the bounds of a gradient's stretches go up, as PDF wants them, where one colour follows
// another at once; numbers have no exponents.
func TestShading(t *testing.T) {
	red, blue := color.NRGBA{R: 255, A: 255}, color.NRGBA{B: 255, A: 255}
	g := &logo.Gradient{
		End: [2]float64{1e-7, 0}, Matrix: rasterx.Matrix2D{A: 2e6, D: 1, F: 3},
		Stops: []logo.Stop{{At: 0, Color: red}, {At: 0, Color: red}, {At: .4, Color: red}, {At: .4, Color: blue}, {At: 1, Color: blue}, {At: 1, Color: blue}},
	}
	const plain = "/ColorSpace /DeviceRGB /Extend [true true] /Coords "
	const function = "/Function <</FunctionType 3 /Domain [0 1] /Bounds [0.4 ] /Encode [0 1 0 1 ] /Functions [" +
		"<</FunctionType 2 /Domain [0 1] /N 1 /C0 [1.000 0.000 0.000 ] /C1 [1.000 0.000 0.000 ]>> " +
		"<</FunctionType 2 /Domain [0 1] /N 1 /C0 [0.000 0.000 1.000 ] /C1 [0.000 0.000 1.000 ]>> ]>>>>>>"
	const pattern = "<</PatternType 2 /Matrix [2000000 0 0 1 0 3 ] /Shading "
	if got, want := shading(g), pattern+"<</ShadingType 2 "+plain+"[0 0 0.0000001 0 ] "+function; got != want {
		t.Errorf("%s\nnot\n%s", got, want)
	}
	g.Radial, g.Radius = true, 5
	if got, want := shading(g), pattern+"<</ShadingType 3 "+plain+"[0 0 0 0.0000001 0 5 ] "+function; got != want {
		t.Errorf("%s\nnot\n%s", got, want)
	}
}
