package raster

import (
	"bytes"
	"image"
	"image/color"
	"testing"

	"communique/editor/release"
	"communique/export/exporttest"
	"communique/export/page"
	"communique/export/style"
)

func layout(t testing.TB, r release.Release) page.Document {
	t.Helper()
	s, err := style.Shipped(style.Plain)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := page.NewCompositor(s).Layout(release.Organisation{Name: "Совет"}, nil, r)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestPaintedAgainIsTheSame(t *testing.T) {
	doc := layout(t, exporttest.Release(1, 2000))
	p := NewPainter()
	first, err := p.Paint(doc.Pages[0], doc, 1.3)
	if err != nil {
		t.Fatal(err)
	}
	again, err := p.Paint(doc.Pages[0], doc, 1.3)
	if err != nil || !bytes.Equal(first.Pix, again.Pix) {
		t.Error("what is remembered shows")
	}
	if size := first.Bounds().Size(); size.X != 774 || size.Y != 1094 {
		t.Errorf("A4 at 1.3 is %v", size)
	}
}

func TestBoxes(t *testing.T) {
	red := color.NRGBA{R: 0xff, A: 0xff}
	doc := page.Document{Width: 10, Height: 10, Pages: []page.Page{{Boxes: []page.Box{
		{X: 1, Y: 1, Width: 3, Height: 3, Colour: red}, {X: 6, Y: 1.25, Width: 2, Height: 0.5, Colour: red},
	}}}}
	sheet, err := NewPainter().Paint(doc.Pages[0], doc, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		what string
		x, y int
		want color.RGBA
	}{
		{"within", 2, 2, color.RGBA{0xff, 0, 0, 0xff}},
		{"outside", 5, 5, color.RGBA{0xff, 0xff, 0xff, 0xff}},
		{"a thin rule is paler", 7, 1, color.RGBA{0xff, 0x7f, 0x7f, 0xff}},
	} {
		if got := sheet.RGBAAt(c.x, c.y); got != c.want {
			t.Errorf("%s: got %v, want %v", c.what, got, c.want)
		}
	}
}

func TestWhatIsNotAPicture(t *testing.T) {
	doc := page.Document{Width: 10, Height: 10, Pages: []page.Page{{Pictures: []page.Picture{{Width: 5, Height: 5, Data: []byte("rubbish")}}}}}
	if _, err := NewPainter().Paint(doc.Pages[0], doc, 1); err == nil {
		t.Error("rubbish was painted")
	}
}

// TestTheSizeOfASheet is the nearest number of pixels.
func TestTheSizeOfASheet(t *testing.T) {
	for _, c := range []struct {
		width, height, scale float64
		want                 image.Point
	}{
		{595.28, 841.89, 1, image.Pt(595, 842)}, {595.28, 841.89, 1.5, image.Pt(893, 1263)}, {419.53, 595.28, 0.1, image.Pt(42, 60)}, {10.4, 10.5, 1, image.Pt(10, 11)},
	} {
		sheet, err := NewPainter().Paint(page.Page{}, page.Document{Width: c.width, Height: c.height}, c.scale)
		if err != nil || sheet.Bounds() != (image.Rectangle{Max: c.want}) {
			t.Errorf("%v × %v at %v: %v, %v", c.width, c.height, c.scale, sheet.Bounds(), err)
		}
	}
}
