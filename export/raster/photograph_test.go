package raster

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"testing"

	"communique/editor/release"
	"communique/export/exporttest/illustrated"
	"communique/export/page"
	"communique/export/style"
)

// jpegOf is a JPEG of one colour.
func jpegOf(t testing.TB, width, height int, ink color.Color) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(img, img.Rect, image.NewUniform(ink), image.Point{}, draw.Src)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Photographs stand where the page has them, whatever was remembered of others.
func TestPhotographs(t *testing.T) {
	p := NewPainter()
	for n := range 2*most + 3 {
		ink := color.RGBA{R: uint8(60 + n), G: uint8(200 - n), B: 40, A: 0xff}
		doc := page.Document{Width: 20, Height: 20, Pages: []page.Page{{Pictures: []page.Picture{
			{X: 2, Y: 4, Width: 10, Height: 8, Data: jpegOf(t, 40, 32, ink), Type: "image/jpeg"},
		}}}}
		for range 2 { // the second is remembered
			sheet, err := p.Paint(doc.Pages[0], doc, 2)
			if err != nil {
				t.Fatal(err)
			}
			if got := sheet.RGBAAt(14, 14); !near(got.R, ink.R) || !near(got.G, ink.G) || !near(got.B, ink.B) {
				t.Errorf("picture %d is %v, not %v", n, got, ink)
			}
		}
		if len(p.scaled) > most {
			t.Fatalf("%d pictures are remembered", len(p.scaled))
		}
		sheet, _ := p.Paint(doc.Pages[0], doc, 2)
		for _, outside := range []image.Point{{3, 14}, {25, 14}, {14, 7}, {14, 25}} {
			if got := sheet.RGBAAt(outside.X, outside.Y); got != (color.RGBA{0xff, 0xff, 0xff, 0xff}) {
				t.Errorf("%v is %v", outside, got)
			}
		}
	}
}

func near(a, b uint8) bool { return max(a, b)-min(a, b) < 6 }

// Whatever a document has can be painted.
func TestEverythingIsPainted(t *testing.T) {
	for _, name := range style.Names() {
		s, err := style.Shipped(name)
		if err != nil {
			t.Fatal(err)
		}
		r, set := illustrated.Release(20)
		doc, err := page.NewCompositor(s).Layout(release.Organisation{}, set, r)
		if err != nil {
			t.Fatal(err)
		}
		p := NewPainter()
		for n := range doc.Pages {
			if _, err := p.Paint(doc.Pages[n], doc, 1); err != nil {
				t.Errorf("%s, page %d: %v", name, n, err)
			}
		}
	}
}

// BenchmarkPhotograph paints a page with a photograph that is remembered; the baseline is
// the first time.
func BenchmarkPhotograph(b *testing.B) {
	s, err := style.Shipped(style.Plain)
	if err != nil {
		b.Fatal(err)
	}
	r, set := illustrated.Release(20)
	doc, err := page.NewCompositor(s).Layout(release.Organisation{}, set, r)
	if err != nil {
		b.Fatal(err)
	}
	for name, fresh := range map[string]bool{"first": true, "again": false} {
		b.Run(name, func(b *testing.B) {
			p := NewPainter()
			for b.Loop() {
				if fresh {
					clear(p.scaled)
				}
				if _, err := p.Paint(doc.Pages[0], doc, 1.5); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
