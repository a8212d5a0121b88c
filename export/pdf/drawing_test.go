package pdf

import (
	"image/color"
	"strings"
	"testing"

	"communique/export/logo"
)

// TestShading: the bounds of a gradient's stretches go up, as PDF wants them, where one colour follows
// another at once; numbers have no exponents.
func TestShading(t *testing.T) {
	red, blue := color.NRGBA{R: 255, A: 255}, color.NRGBA{B: 255, A: 255}
	g := &logo.Gradient{
		End:   [2]float64{1e-7, 0},
		Stops: []logo.Stop{{At: 0, Color: red}, {At: 0, Color: red}, {At: .4, Color: red}, {At: .4, Color: blue}, {At: 1, Color: blue}, {At: 1, Color: blue}},
	}
	const plain = "/ColorSpace /DeviceRGB /Extend [true true] /Coords "
	const function = "/Function <</FunctionType 3 /Domain [0 1] /Bounds [0.4 ] /Encode [0 1 0 1 ] /Functions [" +
		"<</FunctionType 2 /Domain [0 1] /N 1 /C0 [1.000 0.000 0.000 ] /C1 [1.000 0.000 0.000 ]>> " +
		"<</FunctionType 2 /Domain [0 1] /N 1 /C0 [0.000 0.000 1.000 ] /C1 [0.000 0.000 1.000 ]>> ]>>>>"
	if got, want := shading(g, "/DeviceRGB", appendColor), "<</ShadingType 2 "+plain+"[0 0 0.0000001 0 ] "+function; got != want {
		t.Errorf("%s\nnot\n%s", got, want)
	}
	g.Radial, g.Radius = true, 5
	if got, want := shading(g, "/DeviceRGB", appendColor), "<</ShadingType 3 "+plain+"[0 0 0 0.0000001 0 5 ] "+function; got != want {
		t.Errorf("%s\nnot\n%s", got, want)
	}
}

// TestFading: what fades is painted through a mask that has all of how much is seen, and what
// comes after it is not.
func TestFading(t *testing.T) {
	gray := color.NRGBA{A: 0x80}
	fading := logo.Ink{NRGBA: color.NRGBA{A: 0x80}, Gradient: &logo.Gradient{
		End: [2]float64{1, 0}, Stops: []logo.Stop{{At: 0, Color: gray}, {At: 1, Color: color.NRGBA{A: 0xff}}},
	}}
	var out file
	w := drawer{file: &out, alphas: []uint8{}}
	w.shape(logo.Shape{Fill: fading, Line: logo.Ink{NRGBA: color.NRGBA{R: 0xff, A: 0xff}}})
	if got, want := string(w.out), "q /M0 gs\n/Pattern cs /P0 scn\nf\nQ\n1.000 0.000 0.000 RG\n0.000 w 0.000 M 0 J 0 j [] 0.000 d\nS\n"; got != want {
		t.Errorf("%q, not %q", got, want)
	}
	if len(w.masks) != 1 || len(w.alphas) != 0 {
		t.Fatalf("masks %v, alphas %v", w.masks, w.alphas)
	}
	if mask := string(out.objects[w.masks[0]]); !strings.Contains(mask, "/C0 [0.252 ] /C1 [0.502 ]") {
		t.Error(mask)
	}
}
