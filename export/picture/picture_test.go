package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"communique/export/exporttest"
)

func prepare(t testing.TB, file []byte, longest int) Picture {
	t.Helper()
	p, err := Prepare(file, longest)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Prepare(file, longest)
	if err != nil || !bytes.Equal(p.Data, again.Data) {
		t.Error("the same file gave other bytes")
	}
	return p
}

func decode(t testing.TB, p Picture) image.Image {
	t.Helper()
	img, kind, err := image.Decode(bytes.NewReader(p.Data))
	if err != nil {
		t.Fatal(err)
	}
	if size := img.Bounds().Size(); p.Type != "image/"+kind || size != (image.Point{X: p.Width, Y: p.Height}) {
		t.Errorf("%s of %v, and told as %s of %d × %d", kind, size, p.Type, p.Width, p.Height)
	}
	return img
}

func secretless(t testing.TB, name string, data []byte) {
	t.Helper()
	for _, secret := range exporttest.Secrets {
		if bytes.Contains(data, []byte(secret)) {
			t.Errorf("%s: %s is in it", name, secret)
		}
	}
}

// corner names the colour of a corner: r, g, b or w.
func corner(img image.Image, x, y int) string {
	r, g, b, _ := img.At(x, y).RGBA()
	switch {
	case r > 0x9000 && g > 0x9000 && b > 0x9000:
		return "w"
	case r > 0x9000:
		return "r"
	case g > 0x9000:
		return "g"
	case b > 0x9000:
		return "b"
	}
	return "?"
}

// TestUpright: each of the eight ways a picture can lie, shrunk and not.
func TestUpright(t *testing.T) {
	// The corners of the file's picture, row by row, are r g b w; what each way makes
	// of them is from the drawing of the standard (Exif 2.32, 4.6.4 A).
	for orientation, want := range []string{"rgbw", "rgbw", "grwb", "wbgr", "bwrg", "rbgw", "brwg", "wgbr", "gwrb", "rgbw"} {
		for _, longest := range []int{40, 60, 200} {
			p := prepare(t, exporttest.Photograph(60, 40, orientation), longest)
			img := decode(t, p)
			w, h := p.Width, p.Height
			got := corner(img, 2, 2) + corner(img, w-3, 2) + corner(img, 2, h-3) + corner(img, w-3, h-3)
			if got != want || max(w, h) > longest || (w > h) != (orientation < 5 || orientation > 8) {
				t.Errorf("%d, at most %d: got %s of %d × %d, want %s", orientation, longest, got, w, h, want)
			}
			secretless(t, "orientation", p.Data)
		}
	}
}

// TestUntouched: what is upright and small keeps its own data, less what is hidden.
func TestUntouched(t *testing.T) {
	var plain bytes.Buffer
	img := decode(t, prepare(t, exporttest.Photograph(60, 40, 1), 60))
	if err := jpeg.Encode(&plain, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	file := exporttest.Photograph(60, 40, 1)
	p := prepare(t, file, 60)
	secretless(t, "jpeg", p.Data)
	start := bytes.Index(file, []byte{0xff, 0xdb})
	if !bytes.Equal(p.Data[2+len(jfif):], file[start:len(file)-len("SecretTail")]) {
		t.Error("the picture's data were changed")
	}
	whole := prepare(t, exporttest.Photograph(60, 40, 1), 59)
	if bytes.Contains(whole.Data, p.Data[20:60]) || whole.Width != 59 || whole.Height != 39 {
		t.Errorf("got %d × %d", whole.Width, whole.Height)
	}

	var buf bytes.Buffer
	if err := png.Encode(&buf, img); err != nil {
		t.Fatal(err)
	}
	with := withChunk(buf.Bytes(), "tEXt", "Author\x00SecretArtist")
	with = withChunk(append(with, "SecretTail"...), "tIME", "\x07\xe8\x09\x0b\x0c\x00\x00")
	if p := prepare(t, with, 60); !bytes.Equal(p.Data, buf.Bytes()) || p.Type != "image/png" || p.Ending() != ".png" {
		t.Error("a PNG was changed")
	}
	turned := prepare(t, withChunk(buf.Bytes(), "eXIf", "MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00"), 60)
	if got := decode(t, turned); turned.Width != 40 || corner(got, 37, 2) != "r" {
		t.Errorf("a PNG lies as it lay: %d wide", turned.Width)
	}
}

// withChunk puts a chunk behind a PNG file's head.
func withChunk(file []byte, name, content string) []byte {
	const head = 8 + 25
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(content))) //nolint:gosec // it is short
	chunk = append(chunk, name+content...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	return append(append(bytes.Clone(file[:head]), chunk...), file[head:]...)
}

// TestKinds: every kind of picture that the decoders give comes out in its colours.
func TestKinds(t *testing.T) {
	bounds := image.Rect(0, 0, 50, 30)
	colour := color.NRGBA64{0xc000, 0x4000, 0x2000, 0xffff}
	gray := color.Gray16{0x8000}
	for name, img := range map[string]interface {
		image.Image
		Set(x, y int, c color.Color)
	}{
		"RGBA": image.NewRGBA(bounds), "NRGBA": image.NewNRGBA(bounds), "deep": image.NewNRGBA64(bounds),
		"palette": image.NewPaletted(bounds, color.Palette{colour, color.Black}), "gray": image.NewGray(bounds), "deep gray": image.NewGray16(bounds),
	} {
		for y := range 30 {
			for x := range 50 {
				img.Set(x, y, colour)
				if strings.Contains(name, "gray") {
					img.Set(x, y, gray)
				}
			}
		}
		var asPNG, asJPEG bytes.Buffer
		if err := errors.Join(png.Encode(&asPNG, img), jpeg.Encode(&asJPEG, img, &jpeg.Options{Quality: 100})); err != nil {
			t.Fatal(err)
		}
		for kind, file := range map[string][]byte{"png": asPNG.Bytes(), "jpeg": asJPEG.Bytes()} {
			for _, longest := range []int{50, 7, 1} {
				got := color.NRGBAModel.Convert(decode(t, prepare(t, file, longest)).At(0, 0)).(color.NRGBA)
				want := color.NRGBAModel.Convert(img.At(0, 0)).(color.NRGBA)
				if near(got.R, want.R) && near(got.G, want.G) && near(got.B, want.B) && got.A == 255 {
					continue
				}
				t.Errorf("%s, %s, at most %d: got %v, want %v", name, kind, longest, got, want)
			}
		}
	}
}

func near(a, b uint8) bool { return max(a, b)-min(a, b) <= 6 }

// TestTransparent: what is seen through stays so, and its colour does not darken.
func TestTransparent(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 40, 40))
	for i := range 40 * 40 {
		if i%2 == 0 {
			img.SetNRGBA(i%40, i/40, color.NRGBA{200, 100, 50, 255})
		}
	}
	var buf bytes.Buffer
	if err := png.Encode(&buf, img); err != nil {
		t.Fatal(err)
	}
	got := color.NRGBAModel.Convert(decode(t, prepare(t, buf.Bytes(), 20)).At(5, 5)).(color.NRGBA)
	if !near(got.R, 200) || !near(got.G, 100) || !near(got.A, 128) {
		t.Errorf("got %v", got)
	}
}

// profile returns an RGB profile of primaries, in columns, and a gamma.
func profile(primaries [3][3]float64, gamma float64) []byte {
	data := make([]byte, 132, 400)
	copy(data[16:], "RGB XYZ ")
	binary.BigEndian.PutUint32(data[128:], 6)
	at := 132 + 6*12
	var content []byte
	for i, c := range []string{"r", "g", "b"} {
		for _, part := range []struct {
			name string
			data []byte
		}{{c + "XYZ", []byte("XYZ \x00\x00\x00\x00")}, {c + "TRC", []byte("curv\x00\x00\x00\x00\x00\x00\x00\x01")}} {
			value := part.data
			if strings.HasSuffix(part.name, "XYZ") {
				for row := range 3 {
					value = binary.BigEndian.AppendUint32(value, uint32(int32(primaries[row][i]*65536))) //nolint:gosec // it has a sign
				}
			} else {
				value = binary.BigEndian.AppendUint16(value, uint16(gamma*256))
			}
			data = append(data, part.name...)
			data = binary.BigEndian.AppendUint32(data, uint32(at+len(content))) //nolint:gosec // it is short
			data = binary.BigEndian.AppendUint32(data, uint32(len(value)))      //nolint:gosec // it is short
			content = append(content, value...)
		}
	}
	return append(data, content...)
}

var (
	screen = [3][3]float64{{0.43607, 0.38515, 0.14307}, {0.22249, 0.71687, 0.06061}, {0.01392, 0.09708, 0.71410}}
	adobe  = [3][3]float64{{0.60974, 0.20528, 0.14919}, {0.31111, 0.62567, 0.06322}, {0.01947, 0.06087, 0.74457}}
)

// TestColours: a picture in Adobe RGB comes out in a screen's colours, one in those as
// it is.
func TestColours(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 16, 16))
	for i := range 256 {
		img.SetRGBA(i%16, i/16, color.RGBA{200, 100, 50, 255})
	}
	var buf bytes.Buffer
	if err := jpeg.Encode(&buf, img, &jpeg.Options{Quality: 100}); err != nil {
		t.Fatal(err)
	}
	with := func(profile []byte) []byte {
		content := "ICC_PROFILE\x00\x01\x01" + string(profile)
		file := append([]byte{0xff, 0xd8, 0xff, 0xe2}, binary.BigEndian.AppendUint16(nil, uint16(len(content)+2))...) //nolint:gosec // it is short
		return append(append(file, content...), buf.Bytes()[2:]...)
	}
	for name, c := range map[string]struct {
		profile []byte
		want    color.RGBA
	}{
		"a screen's":           {profile(screen, 2.2), color.RGBA{200, 100, 50, 255}},
		"Adobe's":              {profile(adobe, 2.2), color.RGBA{228, 100, 42, 255}},
		"a printer's, or none": {[]byte("rubbish"), color.RGBA{200, 100, 50, 255}},
	} {
		got := color.RGBAModel.Convert(decode(t, prepare(t, with(c.profile), 16)).At(8, 8)).(color.RGBA)
		if !near(got.R, c.want.R) || !near(got.G, c.want.G) || !near(got.B, c.want.B) {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
	}
}

// TestForeignColours: files of another library, of one colour, whose colours are told
// in ways that not every reader of a page knows. They come out as any other.
func TestForeignColours(t *testing.T) {
	for name, untouched := range map[string]bool{"cmyk.jpg": false, "rgb.jpg": false, "adobe.jpg": false, "progressive.jpg": true} {
		file, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		for _, longest := range []int{16, 9} {
			p := prepare(t, file, longest)
			img := decode(t, p)
			if _, common := img.(*image.YCbCr); !common {
				t.Errorf("%s comes out as %T", name, img)
			}
			got := color.RGBAModel.Convert(img.At(5, 5)).(color.RGBA)
			if !near(got.R, 200) || !near(got.G, 100) || !near(got.B, 50) {
				t.Errorf("%s, at most %d: got %v", name, longest, got)
			}
			scan := file[bytes.LastIndex(file, []byte{0xff, 0xda}):]
			if bytes.HasSuffix(p.Data, scan) != (untouched && longest == 16) {
				t.Errorf("%s, at most %d: the data are the file's: %v", name, longest, !untouched)
			}
		}
	}
}

func TestNoPicture(t *testing.T) {
	photograph := exporttest.Photograph(60, 40, 1)
	huge := bytes.Clone(photograph)
	at := bytes.Index(huge, []byte{0xff, 0xc0})
	copy(huge[at+5:], "\xff\xff\xff\xff")
	for name, file := range map[string][]byte{
		"nothing": nil, "text": []byte("снимок"), "GIF": []byte("GIF89a\x01\x00\x01\x00\x00\x00\x00;"), "a head alone": photograph[:at+20],
		"cut": photograph[:len(photograph)-200], "65,535 × 65,535 pixels": huge, "SVG": []byte("<svg/>"),
	} {
		var broken *Error
		if _, err := Prepare(file, Print); !errors.As(err, &broken) {
			t.Errorf("%s: got %v", name, err)
		} else if fact, args := broken.Fact(); fact != "picture" || args["Detail"] != broken.Cause.Error() || len(args) != 1 {
			t.Errorf("%s: %s, %v", name, fact, args)
		}
		if caption, author := Words(file); strings.Contains(name, "nothing") && caption+author != "" {
			t.Errorf("%s: %q, %q", name, caption, author)
		}
	}
	var buf bytes.Buffer
	if err := png.Encode(&buf, image.NewGray(image.Rect(0, 0, 9, 9))); err != nil {
		t.Fatal(err)
	}
	buf.Bytes()[45] ^= 1
	if _, err := Prepare(buf.Bytes(), Print); err == nil {
		t.Error("a damaged PNG leaves")
	}
	many := bytes.Clone(photograph[:len(photograph)-len("SecretTail")-2])
	scan := bytes.LastIndex(many, []byte{0xff, 0xda})
	for range 100 {
		many = append(many, photograph[scan:scan+16]...)
	}
	if _, err := Prepare(append(many, 0xff, 0xd9), Print); !errors.Is(err, errTooMany) {
		t.Errorf("a hundred scans: %v", err)
	}
}

func TestWords(t *testing.T) {
	if caption, author := Words(exporttest.Photograph(9, 9, 1)); caption != "SecretCaption" || author != "SecretPhotographer" {
		t.Errorf("by IPTC: %q, %q", caption, author)
	}
	file := bytes.Replace(exporttest.Photograph(9, 9, 1),
		[]byte(`<rdf:Description xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="SecretEditor"/>`),
		[]byte(`<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt><rdf:li xml:lang="x-default"> Зал </rdf:li><rdf:li>Hall</rdf:li></rdf:Alt></dc:description><dc:creator><rdf:Seq><rdf:li>Иван</rdf:li><rdf:li>Пётр</rdf:li></rdf:Seq></dc:creator></rdf:Description>`), 1)
	at := bytes.Index(file, []byte("http://ns.adobe.com"))
	length := bytes.Index(file[at:], []byte("</x:xmpmeta>")) + len("</x:xmpmeta>") + 2
	binary.BigEndian.PutUint16(file[at-2:], uint16(length)) //nolint:gosec // it is short
	if caption, author := Words(file); caption != "Зал" || author != "Иван, Пётр" {
		t.Errorf("by XMP: %q, %q", caption, author)
	}
	for latin, want := range map[string]string{
		"Ïåòð Îáðàçöîâ": "Петр Образцов", "Ð\u009fÑ\u0091Ñ\u0082Ñ\u0080": "Пётр", "Café de la Fête": "Café de la Fête", "Plain": "Plain", "Зал": "Зал",
	} {
		if got := recoded(latin); got != want {
			t.Errorf("%q: got %q, want %q", latin, got, want)
		}
	}
}

// FuzzPrepare: whatever the file, it is a picture without secrets or an error.
func FuzzPrepare(f *testing.F) {
	f.Add(exporttest.Photograph(20, 10, 6), 15)
	f.Add(exporttest.Photograph(9, 9, 1), 100)
	var buf bytes.Buffer
	_ = png.Encode(&buf, image.NewPaletted(image.Rect(0, 0, 5, 5), color.Palette{color.White, color.Transparent}))
	f.Add(withChunk(buf.Bytes(), "iCCP", "x\x00\x00"), 3)
	f.Fuzz(func(t *testing.T, file []byte, longest int) {
		longest = 1 + longest&0xff
		if config, _, err := image.DecodeConfig(bytes.NewReader(file)); err == nil && config.Width*config.Height > 1<<20 {
			return // large ones are only slow
		}
		p, err := Prepare(file, longest)
		if err == nil && (max(p.Width, p.Height) > longest || min(p.Width, p.Height) < 1 || len(p.Data) == 0) {
			t.Fatalf("%d × %d", p.Width, p.Height)
		}
		Words(file)
		readColours(file)
	})
}

func BenchmarkPrepare(b *testing.B) {
	for name, c := range map[string]struct{ width, height, orientation, longest int }{
		"as it is": {2000, 1333, 1, Print}, "shrunk for a screen": {2000, 1333, 1, Screen}, "12 megapixels, turned": {4000, 3000, 6, Print},
	} {
		file := exporttest.Photograph(c.width, c.height, c.orientation)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Prepare(file, c.longest); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
