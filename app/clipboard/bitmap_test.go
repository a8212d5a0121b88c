package clipboard

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"slices"
	"testing"

	"golang.org/x/image/bmp"
)

// drawn is a picture of few dots whose corners differ.
func drawn() *image.NRGBA {
	p := image.NewNRGBA(image.Rect(0, 0, 3, 2))
	for i := range p.Pix {
		p.Pix[i] = uint8(40 * i % 256)
		if i%4 == 3 {
			p.Pix[i] = 0xff
		}
	}
	return p
}

// onTheClipboard is a picture as CF_DIB, which is a file without its header.
func onTheClipboard(t testing.TB, p image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := bmp.Encode(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()[fileHeader:]
}

// deep has 32 bits a dot, the last of which say nothing.
func deep(p *image.NRGBA) []byte {
	b := make([]byte, infoHeader)
	binary.LittleEndian.PutUint32(b, infoHeader)
	binary.LittleEndian.PutUint32(b[4:], uint32(p.Rect.Dx())) //nolint:gosec // few dots
	binary.LittleEndian.PutUint32(b[8:], uint32(p.Rect.Dy())) //nolint:gosec // few dots
	b[12], b[14] = 1, 32
	for y := p.Rect.Dy() - 1; y >= 0; y-- {
		for x := range p.Rect.Dx() {
			c := p.NRGBAAt(x, y)
			b = append(b, c.B, c.G, c.R, 0)
		}
	}
	return b
}

// withMasks says in masks what a dot is as well.
func withMasks(b []byte) []byte {
	b = slices.Insert(b, infoHeader, usualMasks...)
	b[16] = 3
	return b
}

// later has a header of a later version, in which the masks stand, and nothing of transparency.
func later(b []byte, size uint8) []byte {
	b = slices.Insert(b, infoHeader, make([]byte, size-infoHeader)...)
	b[0], b[16] = size, 3
	copy(b[infoHeader:], usualMasks)
	return b
}

func TestBitmaps(t *testing.T) {
	want := drawn()
	grey := image.NewGray(image.Rect(0, 0, 3, 2))
	copy(grey.Pix, []byte{0, 50, 100, 150, 200, 250})
	topDown := deep(want)
	binary.LittleEndian.PutUint32(topDown[8:], ^uint32(1)) // -2
	rows := topDown[infoHeader:]
	copy(rows, slices.Concat(rows[12:], rows[:12]))
	twice := later(deep(want), v5Header)
	changed := func(at int, to byte) []byte { b := withMasks(deep(want)); b[at] = to; return b }
	for name, c := range map[string]struct {
		bitmap []byte
		want   image.Image // nil where there is none
	}{
		"24 bits":                  {onTheClipboard(t, want), want},
		"8 bits":                   {onTheClipboard(t, grey), grey},
		"32 bits":                  {deep(want), want},
		"32 bits, the top first":   {topDown, want},
		"masks":                    {withMasks(deep(want)), want},
		"a header of version 4":    {later(deep(want), v4Header), want},
		"a header of version 5":    {later(deep(want), v5Header), want},
		"masks behind version 5":   {slices.Insert(twice, v5Header, usualMasks...), want},
		"more than its dots":       {append(deep(want), 0, 0, 0), want},
		"nothing":                  {nil, nil},
		"a header cut off":         {deep(want)[:infoHeader-1], nil},
		"dots cut off":             {deep(want)[:infoHeader+4], nil},
		"another header":           {changed(0, 12), nil},
		"other masks":              {changed(infoHeader, 0xff), nil},
		"compressed":               {changed(16, 1), nil},
		"16 bits":                  {changed(14, 16), nil},
		"no width":                 {changed(4, 0), nil},
		"no height":                {changed(8, 0), nil},
		"more dots than there are": {changed(7, 0x7f), nil},
	} {
		if _, is := bitmapFile(c.bitmap); is != (c.want != nil) { // room for its dots is made before they are read
			t.Errorf("%s: taken for a bitmap: %v", name, is)
		}
		data, err := pngOf(c.bitmap)
		if err != nil || (data != nil) != (c.want != nil) {
			t.Errorf("%s: %d bytes, %v", name, len(data), err)
			continue
		}
		if data == nil {
			continue
		}
		got, err := png.Decode(bytes.NewReader(data))
		if err != nil || got.Bounds() != c.want.Bounds() {
			t.Errorf("%s: %v, %v", name, got, err)
			continue
		}
		for y := range got.Bounds().Dy() {
			for x := range got.Bounds().Dx() {
				if g, w := color.NRGBAModel.Convert(got.At(x, y)), color.NRGBAModel.Convert(c.want.At(x, y)); g != w {
					t.Errorf("%s: at %d, %d %v, not %v", name, x, y, g, w)
				}
			}
		}
	}
}

func FuzzBitmap(f *testing.F) {
	for _, b := range [][]byte{deep(drawn()), withMasks(deep(drawn())), later(deep(drawn()), v5Header), onTheClipboard(f, drawn())} {
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, bitmap []byte) {
		data, err := pngOf(bitmap)
		if err != nil {
			t.Fatal(err)
		}
		if data == nil {
			return
		}
		if c, err := png.DecodeConfig(bytes.NewReader(data)); err != nil || c.Width*c.Height > len(bitmap) {
			t.Errorf("%d×%d of %d bytes: %v", c.Width, c.Height, len(bitmap), err)
		}
	})
}
