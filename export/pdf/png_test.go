package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"
)

// TestWhichPNGsArePassed: one is passed as it is packed where PDF can say what it holds;
// others are written anew.
func TestWhichPNGsArePassed(t *testing.T) {
	bounds := image.Rect(0, 0, 3, 2)
	opaque := image.NewNRGBA(bounds)
	for i := range opaque.Pix {
		opaque.Pix[i] = 0xff
	}
	for name, c := range map[string]struct {
		img  image.Image
		pass bool
	}{
		"colours":                {opaque, true},
		"grey":                   {image.NewGray(bounds), true},
		"a palette":              {image.NewPaletted(bounds, color.Palette{color.White, color.Black}), true},
		"16 bits":                {image.NewGray16(bounds), false},
		"seen through":           {image.NewNRGBA(bounds), false},
		"a palette, transparent": {image.NewPaletted(bounds, color.Palette{color.White, color.Transparent}), false},
	} {
		var b bytes.Buffer
		if err := png.Encode(&b, c.img); err != nil {
			t.Fatal(err)
		}
		out := &file{objects: make([][]byte, 1)}
		if number, done := passPNG(out, b.Bytes(), ""); done != c.pass || done && (number != 1 || len(out.objects) != 2) || !done && len(out.objects) != 1 {
			t.Errorf("%s: passed %v as object %d of %d", name, done, number, len(out.objects))
		}
		interlaced := bytes.Clone(b.Bytes())
		interlaced[8+8+12] = 1
		if _, done := passPNG(out, interlaced, ""); done {
			t.Errorf("%s, interlaced: passed", name)
		}
	}
}
