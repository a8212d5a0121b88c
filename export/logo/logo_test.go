package logo

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"strings"
	"testing"
)

func encoded(t testing.TB, width, height int, encode func(*bytes.Buffer, image.Image) error) []byte {
	t.Helper()
	picture := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			picture.SetNRGBA(x, y, color.NRGBA{R: uint8(x), G: uint8(y), B: 90, A: uint8(255 - x)})
		}
	}
	var buf bytes.Buffer
	if err := encode(&buf, picture); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func asPNG(b *bytes.Buffer, m image.Image) error  { return png.Encode(b, m) }
func asJPEG(b *bytes.Buffer, m image.Image) error { return jpeg.Encode(b, m, nil) }

// chunk returns a chunk of a PNG file, its data length bytes long, with its checksum.
func chunk(name string, length uint32, data string) []byte {
	b := binary.BigEndian.AppendUint32(nil, length)
	b = append(b, name+data...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE([]byte(name+data)))
}

func TestRead(t *testing.T) {
	tests := map[string]struct {
		data          []byte
		width, height float64
	}{
		"PNG fills the height": {encoded(t, 40, 20, asPNG), 88, 44},
		"JPEG":                 {encoded(t, 20, 20, asJPEG), 44, 44},
		"wide is made lower":   {encoded(t, 200, 10, asPNG), 154, 7.7},
		"large is made small":  {encoded(t, 300, 440, asPNG), 30, 44},
		"SVG":                  {[]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><circle cx="5" cy="5" r="4" fill="#123456"/></svg>`), 88, 44},
		"one dot is made large": {
			encoded(t, 1, 1, asPNG), 44, 44,
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := Read(tt.data, 44)
			if err != nil || math.Abs(got.Width-tt.width) > 1e-9 || math.Abs(got.Height-tt.height) > 1e-9 {
				t.Fatalf("got %v × %v, %v", got.Width, got.Height, err)
			}
			if _, err := png.Decode(bytes.NewReader(got.PNG)); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestDrawing looks at a drawing's dots: as many as its shape asks for, in their
// colours and places.
func TestDrawing(t *testing.T) {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect x="0" y="0" width="10" height="10" fill="#ff0000"/><rect x="10" y="5" width="10" height="5" fill="#0000ff"/></svg>`
	got, err := Read([]byte(svg), 44)
	if err != nil {
		t.Fatal(err)
	}
	drawn, err := png.Decode(bytes.NewReader(got.PNG))
	if err != nil || drawn.Bounds() != image.Rect(0, 0, 600, 300) {
		t.Fatalf("got %v, %v", drawn.Bounds(), err)
	}
	for at, want := range map[image.Point]color.NRGBA{
		{150, 150}: {R: 255, A: 255}, {298, 298}: {R: 255, A: 255}, {1, 1}: {R: 255, A: 255}, {450, 100}: {}, {450, 200}: {B: 255, A: 255}, {598, 298}: {B: 255, A: 255},
	} {
		if c := color.NRGBAModel.Convert(drawn.At(at.X, at.Y)); c != want {
			t.Errorf("at %v: got %v, want %v", at, c, want)
		}
	}
}

// TestShapesOfDrawings: twenty times as wide as high is the most, and the other way
// round; the mark of a drawing stands within the first thousand bytes.
func TestShapesOfDrawings(t *testing.T) {
	drawing := func(size string) string { return `<svg viewBox="0 0 ` + size + `"><path d="M0 0h1v1z"/></svg>` }
	for svg, good := range map[string]bool{
		drawing("20 1"): true, drawing("1 20"): true, drawing("20.1 1"): false, drawing("1 20.1"): false, drawing("0 0"): false, drawing("-2 1"): false,
		"<!--" + strings.Repeat(" ", 1024-4-3-4) + "-->" + drawing("2 1"):   true,
		"<!--" + strings.Repeat(" ", 1024-4-3-4+1) + "-->" + drawing("2 1"): false,
	} {
		got, err := Read([]byte(svg), 44)
		var typed *Error
		if (err == nil) != good || err != nil && !errors.As(err, &typed) {
			t.Errorf("%.60q: %v × %v, %v", svg, got.Width, got.Height, err)
		}
	}
}

// TestSizes: a logo three and a half times as wide as high fills its height, a wider
// one keeps that width.
func TestSizes(t *testing.T) {
	for size, want := range map[[2]int][2]float64{{35, 10}: {35, 10}, {36, 10}: {35, 35.0 / 3.6}, {70, 10}: {35, 5}, {34, 10}: {34, 10}, {10, 70}: {10.0 / 7, 10}} {
		got, err := Read(encoded(t, size[0], size[1], asPNG), 10)
		if err != nil || math.Abs(got.Width-want[0]) > 1e-9 || math.Abs(got.Height-want[1]) > 1e-9 {
			t.Errorf("%v: got %v × %v, %v", size, got.Width, got.Height, err)
		}
	}
}

// TestClaimedSizes: forty megapixels are looked at, more are not, whatever the file
// says of either side.
func TestClaimedSizes(t *testing.T) {
	claim := func(width, height uint32) []byte {
		data := binary.BigEndian.AppendUint32(nil, width)
		data = binary.BigEndian.AppendUint32(data, height)
		return append([]byte("\x89PNG\r\n\x1a\n"), chunk("IHDR", 13, string(data)+"\x08\x06\x00\x00\x00")...)
	}
	for _, c := range []struct {
		width, height uint32
		large         bool
	}{{8000, 5000, false}, {8000, 5001, true}, {8001, 5000, true}, {40_000_000, 1, false}, {40_000_001, 1, true}, {1, 40_000_001, true}} {
		_, err := Read(claim(c.width, c.height), 44)
		if err == nil || strings.Contains(err.Error(), "40 megapixels") != c.large {
			t.Errorf("%d × %d: got %v", c.width, c.height, err)
		}
	}
}

func TestTheCauseIsTold(t *testing.T) {
	_, err := Read([]byte("rubbish"), 44)
	if !errors.Is(err, image.ErrFormat) || !strings.HasPrefix(err.Error(), "logo: ") {
		t.Errorf("got %v", err)
	}
}

func TestThePictureStaysAsItWas(t *testing.T) {
	data := encoded(t, 40, 20, asPNG)
	got, err := Read(data, 44)
	if err != nil {
		t.Fatal(err)
	}
	before, _ := png.Decode(bytes.NewReader(data))
	after, _ := png.Decode(bytes.NewReader(got.PNG))
	for y := range 20 {
		for x := range 40 {
			if before.At(x, y) != after.At(x, y) {
				t.Fatalf("at %d, %d: %v became %v", x, y, before.At(x, y), after.At(x, y))
			}
		}
	}
}

func TestNothingHiddenTravels(t *testing.T) {
	data := encoded(t, 4, 4, asPNG)
	const header = 8 + 25 // signature and IHDR
	hidden := bytes.Join([][]byte{data[:header], chunk("tEXt", 17, "Author\x00тайна"), data[header:], []byte("тайна за концом")}, nil)
	got, err := Read(hidden, 44)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(got.PNG, []byte("тайна")) {
		t.Error("what was hidden in the file is still there")
	}
}

func TestReadRefuses(t *testing.T) {
	bomb := []byte("\x89PNG\r\n\x1a\n")
	bomb = append(bomb, chunk("IHDR", 13, "\x00\x00\xff\xff\x00\x00\xff\xff\x08\x06\x00\x00\x00")...)
	whole := encoded(t, 40, 20, asPNG)
	tests := map[string]struct {
		data []byte
		part string
	}{
		"nothing":         {nil, "unknown format"},
		"no image":        {[]byte("<script>alert(1)</script>"), "unknown format"},
		"no drawing":      {[]byte("<svg onload=alert(1)>"), "SVG"},
		"endless drawing": {[]byte(`<svg viewBox="0 0 1e9 1"/>`), "SVG"},
		"cut off":         {whole[:len(whole)/2], "not enough pixel data"},
		"bomb":            {bomb, "40 megapixels"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := Read(tt.data, 44)
			var typed *Error
			if !errors.As(err, &typed) || !strings.Contains(err.Error(), tt.part) {
				t.Fatalf("got %v", err)
			}
			if name, args := typed.Fact(); name != "logo" || args["Detail"] != typed.Cause.Error() {
				t.Errorf("got %s %v", name, args)
			}
		})
	}
}

// TestWhatShowsNothing is refused, whatever keeps it from being seen.
func TestWhatShowsNothing(t *testing.T) {
	clear := func(b *bytes.Buffer, m image.Image) error { return png.Encode(b, image.NewNRGBA(m.Bounds())) }
	pictures := map[string][]byte{"a transparent PNG": encoded(t, 9, 9, clear)}
	for _, svg := range []string{"", `<g/>`, `<rect width="9" height="9" fill="none"/>`, `<rect x="20" width="9" height="9"/>`, `<rect width="9" height="9" fill-opacity="0"/>`, `<path d="M0 0L9 9z"/>`, `<circle cx="5" cy="5" r="4" fill="white"/>`, `<defs><rect id="a" width="9" height="9"/></defs>`} {
		pictures[svg] = []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">` + svg + `</svg>`)
	}
	for name, data := range pictures {
		_, err := Read(data, 44)
		var broken *Error
		if !errors.As(err, &broken) {
			t.Errorf("%q: %v", name, err)
			continue
		}
		if fact, _ := broken.Fact(); fact != "logo-empty" {
			t.Errorf("%q: %s", name, fact)
		}
		if again := Check(data); again == nil {
			t.Errorf("%q is good", name)
		}
	}
}

// TestLinesWithoutEnd: a drawing that goes on far outside of its picture is refused before it
// takes its time, and one that is only large is drawn.
func TestLinesWithoutEnd(t *testing.T) {
	for svg, drawn := range map[string]bool{
		`<path d="M0 0L1e15 5L0 9" stroke="red"/>`:                                     false,
		`<path d="M0 0L1e7 5L0 9" stroke="red" stroke-dasharray="1 1"/>`:               false,
		`<path d="M0 0A1 1e-12 0 1 1 5 5z"/>`:                                          false,
		`<path d="M0 0C1e15 1e15 5 5 9 9z"/>`:                                          false,
		`<circle cx="5" cy="5" r="1e7"/>`:                                              false,
		`<rect x="-500" y="-500" width="1000" height="1000" stroke="red"/>`:            true,
		`<path d="M0 0L1000 5L0 9" stroke="red" stroke-dasharray="1 1"/>`:              true,
		`<path d="M0 0` + strings.Repeat("L9 9L0 0", 4000) + `"/>`:                     true,
		`<path fill-rule="evenodd" d="M0 0` + strings.Repeat("L9 9L0 0", 4000) + `"/>`: false, // each line is followed on samples
		`<path d="M-1e3 -1e3C1e3 -1e3 1e3 1e3 -1e3 1e3z"/>`:                            true,
	} {
		_, err := Read([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="1" height="1"/>`+svg+`</svg>`), 44)
		if errors.Is(err, errFar) == drawn || (err == nil) != drawn {
			t.Errorf("%s: %v", svg, err)
		}
		var broken *Error
		if errors.As(err, &broken) {
			if fact, _ := broken.Fact(); fact != "logo-endless" {
				t.Errorf("%s: %s", svg, fact)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(encoded(f, 3, 2, asPNG))
	f.Add(encoded(f, 3, 2, asJPEG))
	f.Add([]byte(`<svg viewBox="0 0 2 1"><path d="M0 0L1 1z"/></svg>`))
	f.Add([]byte(`<svg viewBox="0 0 2 1"><radialGradient id="g" fx="9" href="#h"><stop offset="1"/></radialGradient><path d="M0 0L1 1z" fill="url(#g)"/></svg>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if config, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && config.Width*config.Height > 1<<20 {
			return // lawful, and slow
		}
		got, err := Read(data, 44)
		if err != nil {
			return
		}
		if _, err := png.Decode(bytes.NewReader(got.PNG)); err != nil || got.Width <= 0 || got.Height <= 0 || got.Height > 44+1e-9 {
			t.Errorf("%v × %v, %v", got.Width, got.Height, err)
		}
	})
}
