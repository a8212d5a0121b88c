package picture

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"testing"

	"communique/export/exporttest"
)

// TestTurned: each kind of picture that is decoded or shrunk, pixel by pixel, against the
// drawing of the standard (Exif 2.32, 4.6.4 A).
func TestTurned(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 8))
	fill := func(pixels []byte) {
		for i := range pixels {
			pixels[i] = byte(random.UintN(256)) //nolint:gosec // below 256
		}
	}
	for _, size := range []image.Point{{6, 4}, {7, 4}, {6, 5}, {1, 1}, {40, 22}} {
		bounds := image.Rectangle{Max: size}
		gray, deep, clear := image.NewGray(bounds), image.NewNRGBA64(bounds), image.NewRGBA(bounds)
		fill(gray.Pix)
		fill(deep.Pix)
		for i := range clear.Pix {
			clear.Pix[i] = byte(255 - i%4)
		}
		kinds := map[string]image.Image{"gray": gray, "deep": deep, "RGBA": clear}
		for _, ratio := range []image.YCbCrSubsampleRatio{image.YCbCrSubsampleRatio420, image.YCbCrSubsampleRatio422, image.YCbCrSubsampleRatio440, image.YCbCrSubsampleRatio444, image.YCbCrSubsampleRatio411} {
			img := image.NewYCbCr(bounds, ratio)
			fill(img.Y)
			fill(img.Cb)
			fill(img.Cr)
			kinds[ratio.String()] = img
		}
		for name, from := range kinds {
			for orientation := 1; orientation <= 8; orientation++ {
				asTurned(t, fmt.Sprintf("%s of %v, %d", name, size, orientation), from, turned(from, orientation), orientation)
			}
		}
	}
}

func asTurned(t *testing.T, name string, from, to image.Image, orientation int) {
	t.Helper()
	width, height := from.Bounds().Dx(), from.Bounds().Dy()
	if swapped := to.Bounds().Size() == (image.Point{X: height, Y: width}); orientation >= 5 && !swapped || orientation < 5 && to.Bounds() != from.Bounds() {
		t.Fatalf("%s: %v", name, to.Bounds())
	}
	for j := range height {
		for i := range width {
			x, y := []int{i, width - 1 - i, width - 1 - i, i, j, height - 1 - j, height - 1 - j, j}[orientation-1],
				[]int{j, j, height - 1 - j, height - 1 - j, i, i, width - 1 - i, width - 1 - i}[orientation-1]
			got, want := color.RGBAModel.Convert(to.At(x, y)), color.RGBAModel.Convert(from.At(i, j))
			if got != want {
				t.Fatalf("%s: at %d, %d %v, want %v", name, x, y, got, want)
			}
		}
	}
}

// TestSizesOfOneSource: whichever is asked for first, each has the bytes that it has alone.
func TestSizesOfOneSource(t *testing.T) {
	for name, file := range sources(t) {
		for _, order := range [][]int{{40, 30, 20}, {20, 40, 30}, {30, 30, 40}} {
			s, err := Open(file)
			if err != nil {
				t.Fatal(name, err)
			}
			for _, longest := range order {
				if err := s.Check(longest); err != nil {
					t.Error(name, err)
				}
				got, err := s.Prepare(longest)
				if want := prepare(t, file, longest); err != nil || string(got.Data) != string(want.Data) || got.Width != want.Width || got.Height != want.Height || got.Type != want.Type {
					t.Errorf("%s, %v: at most %d, it is another picture than alone, %v", name, order, longest, err)
				}
				if free := s.Memory(longest) == 0; free != s.mayLeave(longest) {
					t.Errorf("%s, at most %d: takes %d bytes", name, longest, s.Memory(longest))
				}
			}
		}
	}
}

// sources are files of 40 × 24 pixels: as they may leave, lying on a side, and in colours
// of their own with and without a way to see through.
func sources(t *testing.T) map[string][]byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 40, 24))
	for i := range img.Pix {
		img.Pix[i] = byte(i * 7)
	}
	var clear, full bytes.Buffer
	if err := png.Encode(&clear, img); err != nil {
		t.Fatal(err)
	}
	for i := 3; i < len(img.Pix); i += 4 {
		img.Pix[i] = 255
	}
	if err := png.Encode(&full, img); err != nil { // decoded as image.RGBA
		t.Fatal(err)
	}
	var coded bytes.Buffer
	z := zlib.NewWriter(&coded)
	if _, err := z.Write(profile(adobe, 2.2)); err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	own := "Adobe\x00\x00" + coded.String()
	return map[string][]byte{
		"upright": exporttest.Photograph(40, 24, 1), "on a side": exporttest.Photograph(40, 24, 6), "clear": clear.Bytes(),
		"own colours": withChunk(full.Bytes(), "iCCP", own), "own colours, clear": withChunk(clear.Bytes(), "iCCP", own),
	}
}
