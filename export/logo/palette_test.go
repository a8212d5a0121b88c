package logo

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"slices"
	"testing"
)

// read returns a logo's dots, as they leave.
func read(t *testing.T, data []byte) (image.Image, int) {
	t.Helper()
	got, err := Read(data, 44)
	if err != nil {
		t.Fatal(err)
	}
	dots, err := png.Decode(bytes.NewReader(got.PNG))
	if err != nil {
		t.Fatal(err)
	}
	return dots, len(got.PNG)
}

// TestFewColours: a drawing of two inks is a few kilobytes, and its edges are those inks, seen
// through in steps; what is read again stays as it is, to the byte.
func TestFewColours(t *testing.T) {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60"><g fill="#1f3a5f"><circle cx="30" cy="30" r="26"/>` +
		`<path d="M70 10h10v40h-10zM85 10c20 0 30 10 30 20s-10 20-30 20zM120 50l15-40 15 40zM155 10q20 20 0 40zM175 10q25 15 10 40z"/></g>` +
		`<path fill="#b0202a" d="M150 8l6 16h17l-14 10 5 17-14-10-14 10 5-17-14-10h17z"/></svg>`
	dots, size := read(t, []byte(svg))
	palette, is := dots.(*image.Paletted)
	if !is || size > 14_000 {
		t.Fatalf("%T of %d bytes", dots, size)
	}
	seenThrough := 0
	for _, c := range palette.Palette {
		ink := color.NRGBAModel.Convert(c).(color.NRGBA)
		if ink.A%17 != 0 {
			t.Errorf("%v is seen through by no step", ink)
		}
		if (ink.R == 0x1f && ink.G == 0x3a && ink.B == 0x5f || ink.R == 0xb0 && ink.G == 0x20 && ink.B == 0x2a) && ink.A < 255 {
			seenThrough++
		}
	}
	if seenThrough < 20 {
		t.Errorf("%d of the colours are an ink seen through", seenThrough)
	}
	first, err := Read([]byte(svg), 44)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := Read(first.PNG, 44); err != nil || !bytes.Equal(again.PNG, first.PNG) {
		t.Errorf("read again, it is another: %d bytes became %d, %v", len(first.PNG), len(again.PNG), err)
	}
}

// TestShadesStay: what is shaded keeps each of its shades, also beside what is not.
func TestShadesStay(t *testing.T) {
	picture := image.NewNRGBA(image.Rect(0, 0, 300, 100))
	for y := range 100 {
		for x := range 300 {
			c := color.NRGBA{R: 200, A: 255}
			if x >= 200 {
				c = color.NRGBA{R: uint8(2 * y), G: uint8(x - 200), B: uint8(3 * y), A: 255}
			}
			picture.SetNRGBA(x, y, c)
		}
	}
	dots, _ := read(t, encoded(t, 1, 1, func(b *bytes.Buffer, _ image.Image) error { return png.Encode(b, picture) }))
	for y := range 100 {
		for x := range 300 {
			want, got := picture.NRGBAAt(x, y), color.NRGBAModel.Convert(dots.At(x, y)).(color.NRGBA)
			if x != 200 && got != want {
				t.Fatalf("at %d, %d: %v, not %v", x, y, got, want)
			}
			if x == 200 && (far(got.R, want.R) || far(got.G, want.G) || far(got.B, want.B)) {
				t.Fatalf("at the edge, %d: %v, not %v", y, got, want)
			}
		}
	}
}

func far(a, b uint8) bool { return int(a) > int(b)+9 || int(b) > int(a)+9 }

// TestLargePictures have as many dots as print shows, fewer where they are shaded, and the
// shape they had.
func TestLargePictures(t *testing.T) {
	flat := func(b *bytes.Buffer, picture image.Image) error {
		one := image.NewNRGBA(picture.Bounds())
		for i := range one.Pix {
			one.Pix[i] = 0xc0
		}
		return png.Encode(b, one)
	}
	for size, want := range map[image.Point][2]image.Point{
		{1500, 1000}: {{450, 300}, {300, 200}},
		{300, 299}:   {{300, 299}, {201, 200}},
		{301, 301}:   {{300, 300}, {200, 200}},
		{180, 200}:   {{180, 200}, {180, 200}},
		{2100, 500}:  {{1050, 250}, {700, 167}},
		{1051, 10}:   {{1050, 10}, {700, 7}},
		{4000, 2}:    {{1050, 1}, {700, 1}},
	} {
		for i, write := range []func(*bytes.Buffer, image.Image) error{flat, asPNG} {
			dots, _ := read(t, encoded(t, size.X, size.Y, write))
			if got := dots.Bounds().Size(); got != want[i] {
				t.Errorf("%v became %v, not %v", size, got, want[i])
			}
		}
	}
}

// TestItsOwn: what Read wrote is not written anew, and nothing that was put into it goes on.
func TestItsOwn(t *testing.T) {
	chunk := func(name, content string) []byte {
		body := []byte(name + content)
		return slices.Concat(binary.BigEndian.AppendUint32(nil, uint32(len(content))), body, binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(body))) //nolint:gosec // short
	}
	const head = 8 + 25 // the signature, and what a PNG says of its size
	for name, data := range map[string][]byte{
		"a palette": []byte(`<svg viewBox="0 0 60 60"><circle cx="30" cy="30" r="26" fill="#1f3a5f"/></svg>`),
		"shades":    encoded(t, 900, 600, asPNG),
	} {
		first, err := Read(data, 60)
		if err != nil {
			t.Fatal(err)
		}
		for how, hidden := range map[string][]byte{
			"as it was": first.PNG,
			"words":     slices.Concat(first.PNG[:head], chunk("tEXt", "Author\x00secret"), first.PNG[head:]),
			"a tail":    slices.Concat(first.PNG, []byte("secret")),
		} {
			again, err := Read(hidden, 60)
			if err != nil {
				t.Errorf("%s, %s: %v", name, how, err)
				continue
			}
			if !bytes.Equal(again.PNG, first.PNG) {
				t.Errorf("%s, %s: another picture", name, how)
			}
			if own := &again.PNG[0] == &hidden[0]; own != (how == "as it was") {
				t.Errorf("%s, %s: taken as it is: %v", name, how, own)
			}
		}
	}
}

// TestBeside: the four dots that touch one are beside it, and none across the edge of the picture.
func TestBeside(t *testing.T) {
	const width, height = 4, 3
	for here := range width * height {
		area := make([]bool, width*height)
		area[here] = true
		for at := range area {
			dx, dy := at%width-here%width, at/width-here/width
			if got, want := isBeside(area, width, at), dx*dx+dy*dy == 1; got != want {
				t.Errorf("%d beside %d: %v", at, here, got)
			}
		}
	}
}
