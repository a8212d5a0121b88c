package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"communique/export/exporttest"
)

// curve is the data of a curve: its kind, and numbers of 16 or of 32 bits.
func curve(kind string, first any, numbers ...any) []byte {
	data := append([]byte(kind), 0, 0, 0, 0)
	for _, n := range append([]any{first}, numbers...) {
		var err error
		if data, err = binary.Append(data, binary.BigEndian, n); err != nil {
			panic(err)
		}
	}
	return data
}

// fixeds are numbers with 16 bits behind the point.
func fixeds(numbers ...float64) []int32 {
	all := make([]int32, len(numbers))
	for i, n := range numbers {
		all[i] = int32(math.Round(n * 65536))
	}
	return all
}

// TestCurves: how much light a value is, by each way a profile can tell it (ICC.1:2022,
// 10.6 and 10.18).
func TestCurves(t *testing.T) {
	para := func(kind uint16, numbers ...float64) []byte {
		return curve("para", kind, uint16(0), fixeds(numbers...))
	}
	for name, tt := range map[string]struct {
		data []byte
		want func(x float64) float64 // nil for a curve that cannot be read
	}{
		"no points":              {curve("curv", uint32(0)), func(x float64) float64 { return x }},
		"an exponent":            {curve("curv", uint32(1), uint16(2<<8)), func(x float64) float64 { return x * x }},
		"two points":             {curve("curv", uint32(2), []uint16{0, 0xffff}), func(x float64) float64 { return x }},
		"three points":           {curve("curv", uint32(3), []uint16{0, 0xffff / 5, 0xffff}), func(x float64) float64 { return max(0.4*x, 0.2+1.6*(x-0.5)) }},
		"fewer points than told": {curve("curv", uint32(3), []uint16{0, 0xffff}), nil},
		"too short":              {[]byte("curv\x00\x00\x00\x00\x00\x00\x00"), nil},
		"of no kind":             {curve("text", uint32(0)), nil},
		"formula 0":              {para(0, 2), func(x float64) float64 { return x * x }},
		"formula 1":              {para(1, 2, 0.5, -0.125), func(x float64) float64 { return math.Pow(max(0.5*x-0.125, 0), 2) }},
		"formula 2":              {para(2, 2, 0.5, -0.125, 0.25), func(x float64) float64 { return 0.25 + math.Pow(max(0.5*x-0.125, 0), 2) }},
		"formula 3, a screen's":  {para(3, 2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045), screenLight},
		"formula 4": {para(4, 2, 1, 0, 0.5, 0.5, 0.125, 0.25), func(x float64) float64 {
			if x < 0.5 {
				return 0.5*x + 0.25
			}
			return x*x + 0.125
		}},
		"formula 1 of nothing": {para(1, 2, 0, 1), nil},
		"formula 2 of nothing": {para(2, 2, 0, 1, 1), nil},
		"formula 4, too short": {para(4, 2, 1, 0, 0.5, 0.5, 0.125), nil},
		"formula 5":            {para(5, 2, 1, 0, 0.5, 0.5, 0.125, 0.25), nil},
	} {
		var c colours
		if read := c.readCurve(1, tt.data); read != (tt.want != nil) {
			t.Errorf("%s: read %v", name, read)
			continue
		}
		for value := 0; tt.want != nil && value < 256; value++ {
			if got, want := c.linear[1][value], tt.want(float64(value)/255); math.Abs(float64(got)-want) > 2e-4 {
				t.Errorf("%s: %d is %v, not %v", name, value, got, want)
				break
			}
		}
	}
}

// screenColours are a screen's, in the form that profiles are read into.
func screenColours() *colours {
	c := &colours{}
	for i := range 3 {
		c.matrix[i][i] = 1
		for value := range 256 {
			c.linear[i][value] = screenLight(float64(value) / 255)
		}
	}
	return c
}

// TestScreens: colours that no eye tells from a screen's are taken for them, others not.
func TestScreens(t *testing.T) {
	for name, tt := range map[string]struct {
		change func(*colours)
		same   bool
	}{
		"a screen's":                 {func(*colours) {}, true},
		"a little of another matrix": {func(c *colours) { c.matrix[2][0] = 0.009 }, true},
		"another matrix":             {func(c *colours) { c.matrix[2][0] = -0.02 }, false},
		"another weight":             {func(c *colours) { c.matrix[1][1] = 0.98 }, false},
		"a little lighter":           {func(c *colours) { c.linear[2][255] -= 0.009 }, true},
		"lighter":                    {func(c *colours) { c.linear[0][0] += 0.02 }, false},
		"darker":                     {func(c *colours) { c.linear[1][200] -= 0.02 }, false},
	} {
		c := screenColours()
		if tt.change(c); c.screens() != tt.same {
			t.Errorf("%s", name)
		}
	}
}

// TestConvert: a screen's colours stay, what they cannot show ends at their edge, and
// what is seen through stays so.
func TestConvert(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 256, 4))
	for x := range 256 {
		v := uint8(x)
		img.SetRGBA(x, 0, color.RGBA{v, 255 - v, v / 2, 255})
		img.SetRGBA(x, 1, color.RGBA{v / 4, v / 4, v / 4, v / 2})
		img.SetRGBA(x, 2, color.RGBA{})
		img.SetRGBA(x, 3, color.RGBA{v, v, v, 255})
	}
	was := slices.Clone(img.Pix)
	screenColours().convert(img)
	for i := range was {
		if max(was[i], img.Pix[i])-min(was[i], img.Pix[i]) > 1 {
			t.Fatalf("byte %d was %d and is %d", i, was[i], img.Pix[i])
		}
	}
	c := screenColours()
	c.matrix = [3][3]float64{{3, 0, 0}, {0, -1, 0}, {0, 0, 1}}
	c.convert(img)
	if got := img.RGBAAt(200, 3); got.R != 255 || got.G != 0 || got.B < 199 || got.A != 255 {
		t.Errorf("got %v", got)
	}
	if got := img.RGBAAt(200, 1); got.R > got.A || got.A != 100 || img.RGBAAt(7, 2) != (color.RGBA{}) {
		t.Errorf("what is seen through is %v", got)
	}
}

// TestShrunkIsTheAverage compares with the plainest way: each pixel is the average of
// what it covers.
func TestShrunkIsTheAverage(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 2))
	for range 60 {
		from := image.NewGray(image.Rect(0, 0, 1+random.IntN(40), 1+random.IntN(40)))
		for i := range from.Pix {
			from.Pix[i] = uint8(random.IntN(256)) //nolint:gosec // a byte
		}
		size := from.Bounds().Size()
		longest := 1 + random.IntN(max(size.X, size.Y))
		to := shrunk(from, longest)
		w, h := to.Bounds().Dx(), to.Bounds().Dy()
		if w != max(1, size.X*longest/max(size.X, size.Y)) || h != max(1, size.Y*longest/max(size.X, size.Y)) {
			t.Fatalf("%v at most %d is %d × %d", size, longest, w, h)
		}
		for y := range h {
			for x := range w {
				sum := 0.0
				for j := range size.Y {
					for i := range size.X {
						sum += float64(from.GrayAt(i, j).Y) * covered(i, x, size.X, w) * covered(j, y, size.Y, h)
					}
				}
				want := sum / (float64(size.X) / float64(w) * float64(size.Y) / float64(h))
				if got := float64(color.GrayModel.Convert(to.At(x, y)).(color.Gray).Y); math.Abs(got-want) > 1 {
					t.Fatalf("%v at most %d: pixel %d, %d is %v, not %v", size, longest, x, y, got, want)
				}
			}
		}
	}
}

// covered is how much of pixel i of a row falls into pixel x of a shorter one.
func covered(i, x, from, to int) float64 {
	start, end := float64(x)*float64(from)/float64(to), float64(x+1)*float64(from)/float64(to)
	return max(0, min(float64(i+1), end)-max(float64(i), start))
}

// TestThinPictures: a side is never less than a pixel.
func TestThinPictures(t *testing.T) {
	for _, size := range []image.Point{{300, 1}, {1, 300}, {300, 7}, {2, 300}} {
		var buf bytes.Buffer
		if err := png.Encode(&buf, image.NewGray(image.Rectangle{Max: size})); err != nil {
			t.Fatal(err)
		}
		p := prepare(t, buf.Bytes(), 30)
		if w, h := max(1, size.X/10), max(1, size.Y/10); p.Width != w || p.Height != h {
			t.Errorf("%v became %d × %d", size, p.Width, p.Height)
		}
		decode(t, p)
	}
}

// TestHead: an untouched JPEG begins as JFIF asks (ITU T.871, 10.1), its pixels square.
func TestHead(t *testing.T) {
	const head = "\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xdb"
	if p := prepare(t, exporttest.Photograph(9, 9, 1), 9); !bytes.HasPrefix(p.Data, []byte(head)) {
		t.Errorf("begins with % x", p.Data[:24])
	}
}

// TestPicturesOfNoSize have no side, which is an error and no fault.
func TestPicturesOfNoSize(t *testing.T) {
	for _, side := range []int{5, 7} { // the height, the width
		file := exporttest.Photograph(60, 40, 1)
		at := bytes.Index(file, []byte{0xff, 0xc0})
		copy(file[at+side:], "\x00\x00")
		var broken *Error
		if _, err := Prepare(file, Print); !errors.As(err, &broken) {
			t.Errorf("got %v", err)
		}
	}
}

// TestShortPieces: what a file says too little in is passed over.
func TestShortPieces(t *testing.T) {
	for n := range 15 {
		content := append([]byte{8, 0, 1, 0, 1, 3, 'R', 0x11, 0, 'G', 0x11, 0, 'B', 0x11, 0}[:n:n], make([]byte, 0)...)
		s := segments{}
		if took := s.take(0xc0, content); took != (n > 5) || s.named || n > 5 && (s.components != 3 || s.precision != 8) {
			t.Errorf("%d bytes of a frame: %v, %+v", n, took, s)
		}
	}
	for _, content := range []string{"", "x", "x\x00", "x\x00\x00", "x\x00\x00\x78", "\x00"} {
		c := chunks{}
		if c.take("iCCP", []byte(content)); len(c.profile) > 0 {
			t.Errorf("%q is a profile: %v", content, c.profile)
		}
	}
	for n := range 13 {
		c := chunks{}
		if c.take("IHDR", []byte("\x00\x00\x00\x01\x00\x00\x00\x01\x10\x00\x00\x00\x01")[:n]); c.deep || c.interlaced {
			t.Errorf("%d bytes of a head: %+v", n, c)
		}
	}
	exif := "MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00"
	for n := range len(exif) {
		if got := orientation([]byte(exif[:n])); got != 1 {
			t.Errorf("%d bytes of EXIF: %d", n, got)
		}
	}
	for change, want := range map[string]int{"": 6, "II": 1, "\x00\x09": 1, "\x00\x00": 1} {
		text := exif
		switch len(change) {
		case 2:
			if change == "II" {
				text = "II" + exif[2:]
			} else {
				text = exif[:18] + change + exif[20:]
			}
		}
		if got := orientation([]byte(text)); got != want {
			t.Errorf("%q: %d", change, got)
		}
	}
	if got := orientation([]byte("II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00\x08\x00\x00\x00")); got != 8 {
		t.Errorf("the bytes in the other order: %d", got)
	}
}

// TestWhite: the white that profiles connect by is a screen's white, and a screen's own
// primaries are itself.
func TestWhite(t *testing.T) {
	for row, weights := range fromD50 {
		white := weights[0]*0.9642 + weights[1]*1 + weights[2]*0.8249
		if math.Abs(white-1) > 0.001 {
			t.Errorf("row %d: %v", row, white)
		}
	}
	if readColours(profile(screen, 2.2)) != nil || readColours(profile(screen, 1.8)) == nil {
		t.Error("a screen's colours are converted, or lighter ones are not")
	}
	if c := readColours(profile(adobe, 2.2)); c == nil || math.Abs(c.matrix[0][0]-1.398) > 0.01 || math.Abs(c.matrix[2][2]-1.043) > 0.01 {
		t.Errorf("Adobe's: %+v", c)
	}
	whole := profile(adobe, 2.2)
	for n := range len(whole) {
		if n < len(whole) && readColours(whole[:n]) != nil {
			t.Fatalf("%d bytes of %d are a profile", n, len(whole))
		}
	}
}

// TestAPNGsProfile is read as a JPEG's is.
func TestAPNGsProfile(t *testing.T) {
	var packed, file bytes.Buffer
	w := zlib.NewWriter(&packed)
	if _, err := w.Write(profile(adobe, 2.2)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	img := image.NewRGBA(image.Rect(0, 0, 9, 9))
	for i := range 81 {
		img.SetRGBA(i%9, i/9, color.RGBA{200, 100, 50, 255})
	}
	if err := png.Encode(&file, img); err != nil {
		t.Fatal(err)
	}
	p := prepare(t, withChunk(file.Bytes(), "iCCP", "x\x00\x00"+packed.String()), 9)
	if got := color.RGBAModel.Convert(decode(t, p).At(4, 4)).(color.RGBA); !near(got.R, 228) || !near(got.G, 100) || !near(got.B, 42) {
		t.Errorf("got %v", got)
	}
}

// TestWordsOfAPNG stand in the packed IPTC data that ImageMagick writes.
func TestWordsOfAPNG(t *testing.T) {
	var file, packed bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 9, 9))); err != nil {
		t.Fatal(err)
	}
	data := "\x1c\x02\x78\x00\x06\xc7\xe0\xeb\x20\xff\x00\x1c\x02\x50\x00\x04Ivan"     // windows-1251, with a NUL
	data = "8BIM\x04\x04\x00\x00\x00\x00\x00" + string([]byte{byte(len(data))}) + data //nolint:gosec // it is short
	w := zlib.NewWriter(&packed)
	if _, err := fmt.Fprintf(w, "\niptc\n%15d\n%x\n", len(data), data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if caption, author := Words(withChunk(file.Bytes(), "zTXt", "Raw profile type iptc\x00\x00"+packed.String())); caption != "Зал я" || author != "Ivan" {
		t.Errorf("%q, %q", caption, author)
	}
}

// TestEveryHalving: the colours of a photograph are kept at every size that files keep
// them in.
func TestEveryHalving(t *testing.T) {
	for _, ratio := range []image.YCbCrSubsampleRatio{
		image.YCbCrSubsampleRatio444, image.YCbCrSubsampleRatio422, image.YCbCrSubsampleRatio420,
		image.YCbCrSubsampleRatio440, image.YCbCrSubsampleRatio411, image.YCbCrSubsampleRatio410,
	} {
		from := image.NewYCbCr(image.Rect(0, 0, 41, 23), ratio)
		set := func(x, y int, c color.RGBA) {
			from.Y[from.YOffset(x, y)], from.Cb[from.COffset(x, y)], from.Cr[from.COffset(x, y)] = color.RGBToYCbCr(c.R, c.G, c.B)
		}
		for y := range 23 {
			for x := range 41 {
				if x < 20 {
					set(x, y, color.RGBA{R: 200, G: 30, B: 30})
				} else {
					set(x, y, color.RGBA{R: 30, G: 30, B: 200})
				}
			}
		}
		to := shrunk(from, 13)
		for _, y := range []int{0, 3, 6} {
			left, right := color.RGBAModel.Convert(to.At(1, y)).(color.RGBA), color.RGBAModel.Convert(to.At(11, y)).(color.RGBA)
			if left.R < 180 || left.B > 60 || right.B < 180 || right.R > 60 {
				t.Errorf("%v, row %d: %v, %v", ratio, y, left, right)
			}
		}
	}
	if got := Endings(); !slices.Equal(got, []string{".jpg", ".jpeg", ".png"}) || (Picture{Type: "image/jpeg"}).Ending() != ".jpg" {
		t.Errorf("got %v", got)
	}
}
