package logo

import (
	"image"
	"image/color"
	"reflect"
	"strings"
	"testing"
)

// drawingOf is a drawing that is paths; nil for dots.
func drawingOf(data string, height float64) *Drawing {
	d, _, _ := Draw([]byte(data), height)
	return d
}

// TestDraw: a drawing is paths where PDF has all that it shows, and dots otherwise.
func TestDraw(t *testing.T) {
	gradient := `<defs><linearGradient id="g"><stop offset="0" stop-color="#204080"/><stop offset="1" stop-color="#e0c060"/></linearGradient></defs>`
	for content, want := range map[string]bool{
		`<circle cx="30" cy="30" r="26"/>`:                                                                                                                                        true,
		`<path d="M2 2h20v20zM50 2q10 20 20 0"/>`:                                                                                                                                 true,
		`<rect width="9" height="9" fill="red" fill-opacity=".3" stroke="#000"/>`:                                                                                                 true,
		`<path d="M2 2h20" stroke="red" stroke-linecap="round" stroke-dasharray="3 2"/>`:                                                                                          true,
		gradient + `<circle cx="30" cy="30" r="26" fill="url(#g)"/>`:                                                                                                              true,
		gradient + `<path d="M2 2h20l2 2" stroke="url(#g)"/>`:                                                                                                                     true,
		`<linearGradient id="g"><stop/><stop offset="1" stop-opacity=".5"/></linearGradient><rect width="9" height="9" fill="url(#g)"/>`:                                          true,
		`<linearGradient id="g"><stop stop-opacity=".5"/><stop offset="1" stop-opacity=".5"/></linearGradient><rect width="9" height="9" fill="url(#g)"/>`:                        true,
		`<linearGradient id="g" spreadMethod="repeat"><stop/><stop offset="1" stop-color="red"/></linearGradient><rect width="9" height="9" fill="url(#g)"/>`:                     true,
		`<linearGradient id="g" gradientUnits="userSpaceOnUse" x2="1e300"><stop/><stop offset="1" stop-color="red"/></linearGradient><rect width="9" height="9" fill="url(#g)"/>`: false,
		gradient + `<circle cx="30" cy="30" r="26"/>`:                                                                                                                             true,
		`<path d="M2 2h20" stroke="red" stroke-linejoin="arc"/>`:                                                                                                                  false,
		`<path d="M2 2h20" stroke="red" stroke-linecap="cubic"/>`:                                                                                                                 false,
		`<path d="M2 2h20" stroke="red" stroke-dasharray="-3 2"/>`:                                                                                                                false,
		`<path d="M2 2h20" stroke="red" stroke-dasharray="3 2" stroke-dashoffset="-1"/>`:                                                                                          false,
		`<path d="M2 2h20" stroke="red" transform="scale(1 3)"/>`:                                                                                                                 false,
		`<rect width="9" height="9" transform="scale(1 3)"/>`:                                                                                                                     true,
		`<rect width="9" height="9" transform="skewX(20)"/>`:                                                                                                                      true,
		`<rect width="9" height="9" fill="#fff"/>`:                                                                                                                                false,
		`<rect width="9" height="9" fill="none"/>`:                                                                                                                                false,
		`<path d="M2 2h20"/>`:                                                    false,
		`<path d="M2 2h20" stroke="red" stroke-width="0"/>`:                      false,
		`<rect x="500" width="9" height="9"/>`:                                   false,
		`<rect width="9" height="9"/><rect x="1e6" width="9" height="9"/>`:       false,
		`<path d="M0 0` + strings.Repeat("l1 1l-1 0l0 -1", mostPlaces/3) + `"/>`: false,
		``: false,
	} {
		if got := drawingOf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60">`+content+`</svg>`, 60) != nil; got != want {
			t.Errorf("%.90s: a drawing: %v", content, got)
		}
	}
	for _, data := range []string{"", "<svg", "\x89PNG", `<svg viewBox="0 0 0 5"/>`} {
		if drawingOf(data, 60) != nil {
			t.Errorf("%q is a drawing", data)
		}
	}
}

// TestDrawingHas the places, inks and pens of what was drawn, at the size of its dots.
func TestDrawingHas(t *testing.T) {
	d := drawingOf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="10 0 64 32"><g transform="translate(10 0) scale(2)">`+
		`<path d="M0 0L8 0Q8 3 8 6z" fill="#102030" fill-opacity=".5" fill-rule="evenodd" stroke="red" stroke-width="1.5" stroke-dasharray="2 1" stroke-linecap="square"/></g></svg>`, 40)
	want := &Drawing{80, 40, image.Pt(8192, 4096), []Shape{{
		Steps: []Step{
			{Move, []image.Point{{}}},
			{Line, []image.Point{{2048, 0}}},
			{Curve, []image.Point{{2048, 512}, {2048, 1024}, {2048, 1536}}},
			{Close, nil},
		},
		Fill: Ink{color.NRGBA{0x10, 0x20, 0x30, 0x7f}, nil}, Line: Ink{color.NRGBA{255, 0, 0, 255}, nil}, EvenOdd: true,
		Pen: Pen{Width: 384, MiterLimit: 4, Cap: 2, Dash: []float64{512, 256}},
	}}}
	if !reflect.DeepEqual(d, want) {
		t.Errorf("%+v\nnot\n%+v", d, want)
	}
	bare := drawingOf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z" stroke="red" stroke-width="0"/></svg>`, 40)
	if bare == nil || len(bare.Shapes) != 1 || bare.Shapes[0].Line.A != 0 {
		t.Errorf("a line of no width: %+v", bare)
	}
	wide := drawingOf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 140 10"><rect width="140" height="10"/></svg>`, 40)
	if read, err := Read([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 140 10"><rect width="140" height="10"/></svg>`), 40); err != nil || wide.Width != 140 || wide.Height != 10 || read.Height != 10 {
		t.Errorf("a wide one: %g×%g, %g×%g, %v", wide.Width, wide.Height, read.Width, read.Height, err)
	}
}

// TestTheColorOfWhatItStandsIn is that which the drawing names, or black; of several none is taken.
func TestTheColorOfWhatItStandsIn(t *testing.T) {
	const svg, shape = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"`, `<path d="M2 2h20v20z" fill="%" stroke="%"/></svg>`
	drawn := func(root, color string) *Drawing {
		return drawingOf(svg+root+strings.ReplaceAll(shape, "%", color), 60)
	}
	for root, want := range map[string]string{
		`>`:                                   "black",
		` color="#204080">`:                   "#204080",
		` color = '#204080'>`:                 "#204080",
		` style="fill:none; color: #204080">`: "#204080",
		` style="color:#204080">`:             "#204080",
		`><g color="red"></g><g color="red"></g>`:                                        "red",
		`><defs><linearGradient id="g"><stop stop-color="red"/></linearGradient></defs>`: "black",
	} {
		for _, name := range []string{"currentColor", "currentcolor"} {
			if got := drawn(root, name); got == nil || !reflect.DeepEqual(got, drawn(root, want)) {
				t.Errorf("%s: %s is not %s: %+v", root, name, want, got)
			}
		}
	}
	if got := drawn(` color="red"><g color="blue"></g>`, "currentColor"); got != nil {
		t.Errorf("one of two colours was taken: %+v", got)
	}
}
