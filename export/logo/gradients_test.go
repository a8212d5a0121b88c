package logo

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/srwiley/rasterx"
)

// TestGradients have the colours that SVG says, wherever they stand and however they are named:
// ten places from the left side of a shape to its right one, of 200 by 100.
func TestGradients(t *testing.T) {
	const (
		red, blue = `<stop stop-color="#f00"/>`, `<stop offset="1" stop-color="#00f"/>`
		box       = `<rect width="200" height="100" fill="url(#g)"/>`
		steps     = "f20d d926 bf40 a659 8c73 738c 59a6 40bf 26d9 0df2"
		solid     = "00ff 00ff 00ff 00ff 00ff 00ff 00ff 00ff 00ff 00ff"
		none      = "---- ---- ---- ---- ---- ---- ---- ---- ---- ----"
	)
	linear := func(attributes, stops string) string {
		return `<linearGradient id="g" ` + attributes + `>` + stops + `</linearGradient>`
	}
	for name, tt := range map[string]struct{ content, want string }{
		"above":               {linear("", red+blue) + box, steps},
		"below":               {box + linear("", red+blue), steps},
		"like another":        {linear(`href="#a"`, "") + `<linearGradient id="a">` + red + blue + `</linearGradient>` + box, steps},
		"like one of a kind":  {linear(`href="#a" x1="0" x2="1"`, "") + `<radialGradient id="a" href="#b"/><linearGradient id="b">` + red + blue + `</linearGradient>` + box, steps},
		"like itself":         {linear(`href="#g"`, "") + box, none},
		"by style":            {linear("", `<stop style="stop-color:#f00"/><stop style="stop-color: #00f; stop-opacity: 1" offset="100%"/>`) + box, steps},
		"named by style":      {linear("", red+blue) + strings.ReplaceAll(box, `fill="url(#g)"`, `style="opacity:1;fill:url(#g);fill-opacity:1"`), steps},
		"named by a rule":     {linear("", red+blue) + `<style>.a{fill:url(#g)}</style>` + strings.ReplaceAll(box, `fill="url(#g)"`, `class="a"`), steps},
		"named in quotes":     {linear("", red+blue) + strings.ReplaceAll(box, "#g", "'#g'"), steps},
		"named in entities":   {linear("", red+blue) + strings.ReplaceAll(box, `fill="url(#g)"`, `style="fill: url(&quot;#g&quot;);"`), steps},
		"named with another":  {linear("", red+blue) + strings.ReplaceAll(box, "#g)", "#g) #00f"), steps},
		"not there":           {strings.ReplaceAll(box, "#g)", "#g) #00f"), solid},
		"not there, no other": {box, none},
		"in another file":     {strings.ReplaceAll(box, "#g", "a.svg#g"), none},
		"of no colours":       {linear("", "") + box, none},
		"of one colour":       {linear("", blue) + box, solid},
		"of no length":        {linear(`x2="0"`, red+blue) + box, solid},
		"a circle of none":    {`<radialGradient id="g" r="0">` + red + blue + `</radialGradient>` + box, solid},
		"in its places":       {linear(`gradientUnits="userSpaceOnUse" x1="0" x2="200"`, red+blue) + box, steps},
		"in parts of all":     {linear(`gradientUnits="userSpaceOnUse" x1="0%" x2="100%"`, red+blue) + box, steps},
		"in places moved":     {linear(`gradientUnits="userSpaceOnUse" x1="0" x2="20"`, red+blue) + `<g transform="scale(10)"><rect width="20" height="10" fill="url(#g)"/></g>`, steps},
		"turned itself":       {linear(`x1="0" y1="0" x2="0" y2="1" gradientTransform="rotate(-90 0 0)"`, red+blue) + box, steps},
		"turned as another":   {linear(`href="#a" x1="0" y1="0" x2="0" y2="1"`, "") + `<linearGradient id="a" gradientTransform="rotate(-90)">` + red + blue + `</linearGradient>` + box, steps},
		"turned with a shape": {linear(``, red+blue) + `<rect width="100" height="200" transform="translate(200) rotate(90)" fill="url(#g)"/>`, "807f 807f 807f 807f 807f 807f 807f 807f 807f 807f"},
		"of a shape mirrored": {linear(`x1="1" x2="0"`, red+blue) + `<rect width="200" height="100" transform="translate(200) scale(-1 1)" fill="url(#g)"/>`, steps},
		"a step":              {linear("", `<stop stop-color="#f00"/><stop offset=".5" stop-color="#f00"/><stop offset="50%" stop-color="#00f"/><stop offset="1" stop-color="#00f"/>`) + box, "ff00 ff00 ff00 ff00 ff00 00ff 00ff 00ff 00ff 00ff"},
		"back at a stop":      {linear("", `<stop stop-color="#f00"/><stop offset=".5" stop-color="#f00"/><stop offset=".2" stop-color="#00f"/><stop offset="7" stop-color="#00f"/>`) + box, "ff00 ff00 ff00 ff00 ff00 00ff 00ff 00ff 00ff 00ff"},
		"repeated":            {linear(`x2=".5" spreadMethod="repeat"`, red+blue) + box, "e61a b34c 807f 4cb3 1ae6 e61a b34c 807f 4cb3 1ae6"},
		"reflected":           {linear(`x2=".5" spreadMethod="reflect"`, red+blue) + box, "e61a b34c 807f 4cb3 1ae6 1ae6 4cb3 807f b34c e61a"},
		"beyond its ends":     {linear(`x1=".4" x2=".6"`, red+blue) + box, "ff00 ff00 ff00 ff00 bf40 40bf 00ff 00ff 00ff 00ff"},
		"in a circle":         {`<radialGradient id="g" gradientUnits="userSpaceOnUse" cx="0" cy="50" r="200">` + red + blue + `</radialGradient>` + box, steps},
		"from beside":         {`<radialGradient id="g" gradientUnits="userSpaceOnUse" cx="100" cy="50" r="100" fx="0.1">` + red + blue + `</radialGradient>` + box, steps},
		"from outside":        {`<radialGradient id="g" gradientUnits="userSpaceOnUse" cx="100" cy="50" r="100" fx="-90">` + red + blue + `</radialGradient>` + box, steps},
		"of a line":           {linear("", red+blue) + `<path d="M0 49.9L200 50.1" stroke="url(#g)" stroke-width="90"/>`, steps},
		"of a line of no box": {linear("", red+blue) + `<path d="M0 50H200" stroke="url(#g)" stroke-width="90"/>`, none},
		"marked by a colour":  {linear("", red+blue) + strings.ReplaceAll(box, "url(#g)", "#fe01fd") + `<rect x="500" width="9" height="9" fill="url(#g)"/>`, "fefd fefd fefd fefd fefd fefd fefd fefd fefd fefd"},
	} {
		drawn, err := drawSVG([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">` + tt.content + `</svg>`))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		size, wanted := drawn.Bounds().Size(), strings.Fields(tt.want)
		for i, want := range wanted {
			c := drawn.(*image.RGBA).RGBAAt(size.X*(2*i+1)/20, size.Y/2)
			got := fmt.Sprintf("%02x%02x", c.R, c.B)
			if near := func(at int) bool {
				var a, b int
				_, _ = fmt.Sscanf(got[at:at+2]+" "+want[at:at+2], "%x %x", &a, &b)
				return a-b <= 2 && b-a <= 2
			}; c.A == 0 && want != "----" || c.A > 0 && (want == "----" || !near(0) || !near(2)) {
				t.Errorf("%s: place %d is %v, not %s", name, i, c, want)
			}
		}
	}
}

// TestAGradientIsSeenThrough as much as its shape and its stops say.
func TestAGradientIsSeenThrough(t *testing.T) {
	for content, want := range map[string]uint8{
		`<linearGradient id="g"><stop/><stop offset="1"/></linearGradient><rect width="9" height="9" fill="url(#g)" opacity=".4"/>`:                                                         102,
		`<linearGradient id="g"><stop stop-opacity="50%"/><stop offset="1" stop-opacity=".5"/></linearGradient><rect width="9" height="9" fill="url(#g)" fill-opacity=".4"/>`:               51,
		`<linearGradient id="g"><stop stop-opacity="0"/><stop offset="1" stop-opacity=".8"/></linearGradient><g opacity=".5"><rect width="9" height="9" fill="url(#g)"/></g>`:               51,
		`<linearGradient id="g"><stop stop-color="red" stop-opacity="0"/><stop offset="1" stop-color="#00f" stop-opacity="0"/></linearGradient><rect width="9" height="9" fill="url(#g)"/>`: 0,
	} {
		drawn, err := drawSVG([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">` + content + `</svg>`))
		if err != nil {
			t.Fatal(err)
		}
		if got := color.NRGBAModel.Convert(drawn.At(150, 150)).(color.NRGBA).A; got < want-min(want, 2) || got > want+2 {
			t.Errorf("%s: %d of 255 is seen, not %d", content, got, want)
		}
	}
}

// TestStopsGoOn from the start to the end, which PDF wants, wherever the file has them.
func TestStopsGoOn(t *testing.T) {
	d := drawingOf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><linearGradient id="g"><stop offset=".3"/><stop offset="60%" stop-color="red"/><stop offset=".2"/><stop offset="-7"/><stop offset="2"/></linearGradient>`+
		`<rect width="9" height="9" fill="url(#g)"/></svg>`, 60)
	if d == nil {
		t.Fatal("no drawing")
	}
	var places []float64
	for _, s := range d.Shapes[0].Fill.Gradient.Stops {
		places = append(places, s.At)
	}
	if want := []float64{0, .3, .6, .6, .6, 1, 1}; !slices.Equal(places, want) {
		t.Errorf("%v, not %v", places, want)
	}
}

// TestGradientsHaveBounds: one of thousands of colours would be asked for all of them at every dot.
func TestGradientsHaveBounds(t *testing.T) {
	_, _, err := Draw([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><linearGradient id="g">`+strings.Repeat(`<stop/>`, mostStops+1)+`</linearGradient><rect width="9" height="9" fill="url(#g)"/></svg>`), 60)
	var told *Error
	if !errors.As(err, &told) || !errors.Is(err, errStops) {
		t.Fatalf("%v", err)
	}
	if name, _ := told.Fact(); name != "logo-endless" {
		t.Errorf("told as %s", name)
	}
}

// TestUnrolled: a gradient that begins again has the same colours where it is as long as the
// drawing, whichever way it leads, and is not made so long that dots take less room.
func TestUnrolled(t *testing.T) {
	size := image.Pt(200, 60)
	stops := []Stop{{0, color.NRGBA{R: 200, A: 255}}, {.3, color.NRGBA{G: 200, A: 90}}, {.3, color.NRGBA{B: 90, A: 255}}, {1, color.NRGBA{B: 255, A: 255}}}
	for name, g := range map[string]*Gradient{
		"within":   {Start: [2]float64{50, 0}, End: [2]float64{90, 10}},
		"beside":   {Start: [2]float64{-400, 0}, End: [2]float64{-450, 0}},
		"further":  {Start: [2]float64{-350, 0}, End: [2]float64{-400, 0}},
		"circles":  {Radial: true, Start: [2]float64{60, 30}, End: [2]float64{70, 33}, Radius: 25},
		"far away": {Radial: true, Start: [2]float64{-90, 90}, End: [2]float64{-90, 90}, Radius: 70},
	} {
		for _, spread := range []string{"repeat", "reflect"} {
			g.Stops, g.spread, g.Matrix = stops, spread, rasterx.Identity.Rotate(.3).Scale(1.1, .9)
			long, back := g.unrolled(size), g.Matrix.Invert()
			if long == nil || long.spread != "" || len(long.Stops) > mostRepeated {
				t.Fatalf("%s, %s: %+v", name, spread, long)
			}
			for at := range size.X * size.Y {
				x, y := back.Transform(float64(at%size.X), float64(at/size.X))
				if along := g.along(x, y); math.Abs(along-math.Round(along)) < 1e-6 {
					continue // both colours are right
				}
				if got, want := long.color(long.along(x, y)), g.color(g.along(x, y)); farthestOf(got, want) > 2 {
					t.Fatalf("%s, %s: at %d, %d %v, not %v", name, spread, at%size.X, at/size.X, got, want)
				}
			}
		}
	}
	narrow := &Gradient{End: [2]float64{1, 0}, Stops: stops, spread: "repeat", Matrix: rasterx.Identity}
	if long := narrow.unrolled(size); long != nil {
		t.Errorf("%d stops", len(long.Stops))
	}
	once := &Gradient{End: [2]float64{1, 0}, Stops: stops, Matrix: rasterx.Identity}
	if once.unrolled(size) != once {
		t.Error("one that does not begin again is another")
	}
}

// farthestOf is how far two colours are apart at most.
func farthestOf(a, b color.NRGBA) int {
	return max(apart(a.R, b.R), apart(a.G, b.G), apart(a.B, b.B), apart(a.A, b.A))
}

func apart(a, b uint8) int { return max(int(a)-int(b), int(b)-int(a)) }
