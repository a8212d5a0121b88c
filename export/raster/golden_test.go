package raster

import (
	"bytes"
	"flag"
	"image"
	"image/color"
	"image/png"
	"os"
	"testing"

	"communique/assets/fonts"
	"communique/export/page"
	"communique/export/typeface"
)

var update = flag.Bool("update", false, "rewrite golden files")

// words sets letters from x on, each as far from the next as it is wide.
func words(x, y, size float64, text, file string, ink color.NRGBA) page.Line {
	face, reader := typeface.Embedded(file), typeface.NewReader()
	r := page.Run{X: x, Y: y, Size: size, Face: face, Colour: ink}
	for _, letter := range text {
		id, _ := reader.Glyph(face, letter)
		r.Glyphs = append(r.Glyphs, page.Glyph{ID: id, Rune: letter, Advance: face.Width(id) * size / 1000})
	}
	return page.Line{Runs: []page.Run{r}}
}

// handmade is a page with everything that can be painted, some of it over its edges.
func handmade(t testing.TB) page.Document {
	t.Helper()
	logo := image.NewNRGBA(image.Rect(0, 0, 8, 4))
	for x := range uint8(8) {
		logo.Set(int(x), int(x/2), color.NRGBA{R: 0xff, B: 30 * x, A: 255 - 20*x})
	}
	var b bytes.Buffer
	if err := png.Encode(&b, logo); err != nil {
		t.Fatal(err)
	}
	blue := color.NRGBA{R: 0x10, G: 0x40, B: 0xc0, A: 0xff}
	black := color.NRGBA{A: 0xff}
	return page.Document{Width: 90.4, Height: 60.3, Pages: []page.Page{{
		Boxes: []page.Box{
			{X: 2.2, Y: 2.3, Width: 20, Height: 0.4, Colour: blue},
			{X: 2.2, Y: 6.6, Width: 20.4, Height: 5.7, Colour: blue},
			{X: 80, Y: 50, Width: 30, Height: 30, Colour: color.NRGBA{R: 0xc0, G: 0x10, A: 0xff}},
		},
		Pictures: []page.Picture{{X: 30.3, Y: 2.7, Width: 24, Height: 12, Data: b.Bytes()}, {X: 58.4, Y: 50.2, Width: 12.9, Height: 6.2, Data: b.Bytes()}},
		Lines: []page.Line{
			words(2.3, 30.4, 14, "Щёки д", fonts.Serif, black),
			words(2.3, 44.6, 9.5, "Абв, где! «жз»", fonts.SansBold, blue),
			words(-4, 57.2, 20, "Ж Жк Ж Жк Ж", fonts.Sans, black),
			words(60, 8, 30, "Ъ", fonts.SerifBold, color.NRGBA{R: 0xff, G: 0xa0, A: 0xff}),
			words(60, 40, 16, "😀", fonts.Emoji, black),
		},
	}}}
}

// TestGolden compares a page dot for dot with what it was, but for what rounding
// does on other processors.
func TestGolden(t *testing.T) {
	doc := handmade(t)
	got, err := NewPainter().Paint(doc.Pages[0], doc, 1.7)
	if err != nil {
		t.Fatal(err)
	}
	const path = "testdata/page.png"
	if *update {
		var b bytes.Buffer
		if err := png.Encode(&b, got); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if got.Bounds() != want.Bounds() {
		t.Fatalf("the page is %v, not %v", got.Bounds(), want.Bounds())
	}
	const close = 3
	differ := 0
	for y := range got.Bounds().Dy() {
		for x := range got.Bounds().Dx() {
			a, b := got.RGBAAt(x, y), color.RGBAModel.Convert(want.At(x, y)).(color.RGBA)
			for _, c := range [][2]uint8{{a.R, b.R}, {a.G, b.G}, {a.B, b.B}, {a.A, b.A}} {
				if max(c[0], c[1])-min(c[0], c[1]) > close {
					if differ++; differ < 5 {
						t.Errorf("at %d, %d: got %v, want %v", x, y, a, b)
					}
					break
				}
			}
		}
	}
	if differ > 0 {
		t.Errorf("%d dots differ", differ)
	}
}

// A shape that the face does not have is an error, and no hole.
func TestAShapeThatIsNotThere(t *testing.T) {
	doc := handmade(t)
	doc.Pages[0].Lines[0].Runs[0].Glyphs[1].ID = 0xfff0
	if sheet, err := NewPainter().Paint(doc.Pages[0], doc, 1); err == nil || sheet != nil {
		t.Errorf("got %v", err)
	}
}

// A shape on another part of a pixel, of another size, of another face, is another.
func TestWhatIsRememberedIsTold(t *testing.T) {
	p := NewPainter()
	face := typeface.Embedded(fonts.Serif)
	id, _ := p.reader.Glyph(face, 'Щ')
	paint := func(face *typeface.Face, size, x float64) []byte {
		m, err := p.mask(face, id, size, x)
		if err != nil {
			t.Fatal(err)
		}
		return m.alpha.Pix
	}
	first := paint(face, 12, 0.1)
	if !bytes.Equal(first, paint(face, 12, 7.2)) || &first[0] != &paint(face, 12, 0.1)[0] {
		t.Error("within a quarter of a pixel the same shape is drawn again")
	}
	for name, other := range map[string][]byte{
		"another quarter": paint(face, 12, 0.6), "another size": paint(face, 12.5, 0.1), "another face": paint(typeface.Embedded(fonts.Sans), 12, 0.1),
	} {
		if bytes.Equal(first, other) {
			t.Errorf("%s gives the same shape", name)
		}
	}
}
