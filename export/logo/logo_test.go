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

func FuzzRead(f *testing.F) {
	f.Add(encoded(f, 3, 2, asPNG))
	f.Add(encoded(f, 3, 2, asJPEG))
	f.Add([]byte(`<svg viewBox="0 0 2 1"><path d="M0 0L1 1z"/></svg>`))
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
