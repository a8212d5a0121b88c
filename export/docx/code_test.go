package docx

import (
	"bytes"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"github.com/boombuler/barcode/qr"

	"communique/editor/release"
	"communique/export/style"
)

// TestCode: the first page has the code of the house style in its corner, dot for dot and
// in words, and as large as the style says; a release without one has no file of it.
func TestCode(t *testing.T) {
	r := full(t)
	r.Number = "12 & 3"
	for name, c := range map[string]struct{ number, source, says, size string }{
		"none":           {"12 & 3", "", "", ""},
		"usual":          {"12 & 3", "qr={content='https://council.example/{date}/{number}',size=20}", "https://council.example/2024-09-11/12 & 3", "720000"},
		"large, in ink":  {"12 & 3", "qr={content='{number}',size=60}\ncolours={text='#123456'}", "12 & 3", "2160000"},
		"a long number":  {strings.Repeat("9", 400), "qr={content='{number}',size=60}", strings.Repeat("9", 400), "2160000"},
		"over the limit": {strings.Repeat("я", 3000), "qr={content='{number}',size=60}", "", ""},
		"nothing to say": {"", "qr={content='{number}'}", "", ""},
	} {
		s := houseOf(t, c.source)
		r.Number = c.number
		data, err := Render(r, organisation(t), photographs(t), s)
		if err != nil {
			t.Fatal(name, err)
		}
		files := open(t, data)
		checkPackage(t, files)
		checkCode(t, name, files[codePath], c.says, s)
		numbers := map[string]bool{}
		says, size, anchored := "", "", false
		for _, path := range []string{"word/header1.xml", "word/document.xml"} {
			parse(t, files[path]).walk(func(n node) {
				switch n.XMLName.Local {
				case "anchor":
					anchored = true
				case "extent":
					size = n.attr("cx")
				case "docPr":
					if numbers[n.attr("id")] {
						t.Errorf("%s: two pictures are number %s", name, n.attr("id"))
					}
					numbers[n.attr("id")] = true
					if n.attr("name") == "QR" {
						says = n.attr("descr")
						if size != c.size {
							t.Errorf("%s: %s EMU wide, want %s", name, size, c.size)
						}
					}
				}
			})
		}
		if says != c.says || anchored != (c.says != "") {
			t.Errorf("%s: says %q, anchored %v; want %q", name, says, anchored, c.says)
		}
	}
	if strings.Contains(open(t, render(t, release.New("ru"), release.Organisation{}))["word/header1.xml"], "drawing>") {
		t.Error("an empty release has a picture")
	}
}

// checkCode compares a picture with the modules of a code, each the same in all its dots.
func checkCode(t *testing.T, name, file, says string, s style.Style) {
	t.Helper()
	if says == "" {
		if file != "" {
			t.Errorf("%s: a code without words", name)
		}
		return
	}
	picture, err := png.Decode(bytes.NewReader([]byte(file)))
	if err != nil {
		t.Fatal(name, err)
	}
	code, err := qr.Encode(says, qr.M, qr.Auto)
	if err != nil {
		t.Fatal(name, err)
	}
	dots := picture.Bounds().Dx() / code.Bounds().Dx()
	if dots*code.Bounds().Dx() != picture.Bounds().Dx() || picture.Bounds().Dx() != picture.Bounds().Dy() {
		t.Fatalf("%s: %v for %v", name, picture.Bounds(), code.Bounds())
	}
	want := color.Color(s.Colours.Text.NRGBA)
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			ink := color.NRGBAModel.Convert(picture.At(x, y)) == want
			if dark := style.IsDark(code.At(x/dots, y/dots)); ink != dark {
				t.Fatalf("%s: dot %d, %d is ink: %v, dark: %v", name, x, y, ink, dark)
			}
		}
	}
}
