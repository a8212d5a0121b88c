package surface

import (
	"flag"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"communique/editor/document"
	"communique/editor/release"
)

// What is drawn is what was looked at when the pictures in testdata were made. Few
// pictures: places and sizes are tested as numbers.
func TestPictures(t *testing.T) {
	tests := []struct {
		name string
		show func(o *office)
	}{
		{"words", func(o *office) {
			o.SetDateline("Пробный, 11 сентября 2026 года")
			o.SetFindings([]Finding{{field(release.LeadField, 87), field(release.LeadField, 96), Blocks, 1}, {body(1, 45), body(1, 51), Warns, 2}})
			o.SetHits([]Range{{body(1, 0), body(1, 7)}, {body(2, 0), body(2, 7)}}, 1)
			o.Select(body(1, 88), body(2, 33))
		}},
		{"blocks", func(o *office) {
			o.GoTo(body(8, 3))
			o.GoTo(release.Position{TextID: document.Body(4, release.SpeakerPart), Offset: 4})
		}},
		{"end", func(o *office) {
			o.SetContacts([]release.Line{{Text: "Пресс-секретарь Пётр Образцов", Marks: []release.Mark{{Start: 16, End: 29, Style: release.Bold}}}, {Text: "+7-000-000-00-01"}})
			o.GoTo(field(release.BoilerplateField, 0))
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			o := open(t, sample(), 480, 420)
			test.show(o)
			got := flat(o.Canvas().Capture())
			path := filepath.Join("testdata", test.name+".png")
			if flag.Lookup("update").Value.String() == "true" { // which controlstest has
				write(t, path, got)
				return
			}
			if n := differing(got, read(t, path)); n > got.Bounds().Dx()*got.Bounds().Dy()/500 { // other processors round otherwise
				failed := filepath.Join(t.TempDir(), "..", test.name+".png")
				write(t, failed, got)
				t.Errorf("%d pixels are not as in %s", n, path)
			}
		})
	}
}

// flat is a picture on white.
func flat(i image.Image) *image.RGBA {
	r := image.NewRGBA(image.Rect(0, 0, i.Bounds().Dx(), i.Bounds().Dy()))
	draw.Draw(r, r.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(r, r.Rect, i, i.Bounds().Min, draw.Over)
	return r
}

func write(t *testing.T, path string, i image.Image) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, i); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) image.Image {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	i, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return i
}

// differing counts the pixels that a person would see to be others.
func differing(a, b image.Image) int {
	if a.Bounds() != b.Bounds() {
		return a.Bounds().Dx() * a.Bounds().Dy()
	}
	n := 0
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			p, q := color.RGBAModel.Convert(a.At(x, y)).(color.RGBA), color.RGBAModel.Convert(b.At(x, y)).(color.RGBA)
			apart := func(p, q uint8) uint8 { return max(p, q) - min(p, q) }
			if max(apart(p.R, q.R), apart(p.G, q.G), apart(p.B, q.B)) > 16 { // in grey a pale yellow is white
				n++
			}
		}
	}
	return n
}
