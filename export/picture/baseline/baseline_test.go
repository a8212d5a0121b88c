package baseline

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// withJFIF puts the segment into a file that files of cameras begin with.
func withJFIF(file []byte) []byte {
	return append([]byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"), file[2:]...)
}

// pictures are pictures of every kind that is written: of noise, of hard edges, smooth,
// of one colour; gray and in colours; of any size.
func pictures(r *rand.Rand) image.Image {
	size := image.Rect(0, 0, 1+r.IntN(70), 1+r.IntN(70))
	fill := func(pixels []byte, stride int) {
		kind, base := r.IntN(4), r.IntN(256)
		for i := range pixels {
			switch kind {
			case 0:
				pixels[i] = byte(r.UintN(256)) //nolint:gosec // below 256
			case 1:
				pixels[i] = byte(255 * (i / 5 % 2))
			case 2:
				pixels[i] = byte(128 + 120*math.Sin(float64(i%stride)/9+float64(i/stride)/7))
			default:
				pixels[i] = byte(base) //nolint:gosec // below 256
			}
		}
	}
	if r.IntN(4) == 0 {
		img := image.NewGray(size)
		fill(img.Pix, img.Stride)
		return img
	}
	img := image.NewYCbCr(size, image.YCbCrSubsampleRatio420)
	fill(img.Y, img.YStride)
	fill(img.Cb, img.CStride)
	fill(img.Cr, img.CStride)
	return img
}

// TestLikeTheStandardLibrary: what is written and read is the same to the bit.
func TestLikeTheStandardLibrary(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 27))
	for range 600 {
		img, quality := pictures(r), 1+r.IntN(100)
		name := fmt.Sprintf("%T of %v in quality %d", img, img.Bounds().Max, quality)
		var want bytes.Buffer
		if err := jpeg.Encode(&want, img, &jpeg.Options{Quality: quality}); err != nil {
			t.Fatal(err)
		}
		got := encode(img, quality)
		if !bytes.Equal(got, want.Bytes()) {
			t.Fatalf("%s: another file", name)
		}
		compare(t, name, withJFIF(got))
	}
}

// compare compares a file that is decoded here with what image/jpeg makes of it.
func compare(t *testing.T, name string, file []byte) {
	t.Helper()
	got := decode(file)
	if got == nil {
		t.Fatalf("%s: it is not decoded", name)
	}
	want, err := jpeg.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("%s: another picture", name)
	}
}

// TestOfOthers reads what libjpeg has written: colours as fine as light and half as fine
// in either direction, restarts, tables of a file's own, a picture of a camera's size.
func TestOfOthers(t *testing.T) {
	files, err := filepath.Glob("testdata/*.jpg")
	if err != nil || len(files) < 7 {
		t.Fatal(files, err)
	}
	for _, path := range files {
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		compare(t, path, file)
	}
}

// TestLeftToTheStandardLibrary: what is not of the plain kind is decoded and written all
// the same.
func TestLeftToTheStandardLibrary(t *testing.T) {
	for _, name := range []string{"adobe", "rgb", "cmyk", "progressive"} {
		file, err := os.ReadFile("../testdata/" + name + ".jpg")
		if err != nil {
			t.Fatal(err)
		}
		if decode(file) != nil {
			t.Errorf("%s is decoded here", name)
		}
		got, err := Decode(file)
		want, wantErr := jpeg.Decode(bytes.NewReader(file))
		if !reflect.DeepEqual(got, want) || err != nil || wantErr != nil {
			t.Errorf("%s: %v, %v", name, err, wantErr)
		}
	}
	whole := image.NewYCbCr(image.Rect(0, 0, 40, 40), image.YCbCrSubsampleRatio420)
	for name, img := range map[string]image.Image{
		"full colours": image.NewYCbCr(image.Rect(0, 0, 20, 20), image.YCbCrSubsampleRatio444),
		"a part":       whole.SubImage(image.Rect(3, 3, 20, 20)),
		"RGBA":         image.NewRGBA(image.Rect(0, 0, 20, 20)),
		"uniform":      &image.Paletted{Pix: make([]byte, 4), Stride: 2, Rect: image.Rect(0, 0, 2, 2), Palette: color.Palette{color.White}},
	} {
		var want bytes.Buffer
		if err := jpeg.Encode(&want, img, &jpeg.Options{Quality: 90}); err != nil {
			t.Fatal(err)
		}
		if got, err := Encode(img, 90); err != nil || !bytes.Equal(got, want.Bytes()) || encode(img, 90) != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Encode(image.NewGray(image.Rect(0, 0, 1<<16, 1)), 90); err == nil {
		t.Error("a picture is written that is too wide")
	}
}

// TestMoreScans: of a file with a scan behind its first, the first is not the picture.
func TestMoreScans(t *testing.T) {
	var files [2][]byte
	for i := range files {
		img := image.NewGray(image.Rect(0, 0, 16, 16))
		for at := range img.Pix {
			img.Pix[at] = byte(at * (i + 1)) //nolint:gosec // any byte
		}
		files[i] = withJFIF(encode(img, 90))
	}
	scan := bytes.Index(files[1], []byte{0xff, markSOS})
	file := append(files[0][:len(files[0])-2:len(files[0])-2], files[1][scan:]...)
	if decode(file) != nil {
		t.Error("it is decoded")
	}
	want, err := jpeg.Decode(bytes.NewReader(files[1]))
	if got, gotErr := Decode(file); err != nil || gotErr != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("another picture: %v, %v", err, gotErr)
	}
}

// FuzzDecode: a damaged file is the picture, or the error, that image/jpeg makes of it.
func FuzzDecode(f *testing.F) {
	files, err := filepath.Glob("testdata/*.jpg")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range files {
		if file, err := os.ReadFile(path); err == nil && len(file) < 4000 {
			f.Add(file)
		}
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		if config, err := jpeg.DecodeConfig(bytes.NewReader(file)); err != nil || config.Width*config.Height > 1<<16 {
			return
		}
		if got := decode(file); got != nil {
			if want, err := jpeg.Decode(bytes.NewReader(file)); err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("another picture: %v", err)
			}
		}
	})
}

// TestDamaged changes files in a byte, or cuts them.
func TestDamaged(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 12))
	read := 0
	for range 4000 {
		file := withJFIF(encode(pictures(r), 60+r.IntN(40)))
		if r.IntN(4) == 0 {
			file = file[:r.IntN(len(file))]
		} else {
			file[r.IntN(len(file))] ^= byte(1 << r.UintN(8))
		}
		got := decode(file)
		if got == nil {
			continue
		}
		read++
		if want, err := jpeg.Decode(bytes.NewReader(file)); err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("another picture than image/jpeg's, or its error: %v", err)
		}
	}
	if read < 400 {
		t.Errorf("%d were decoded", read)
	}
}

func BenchmarkDecode(b *testing.B) {
	img := image.NewYCbCr(image.Rect(0, 0, 1990, 1330), image.YCbCrSubsampleRatio420)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range img.Y {
		img.Y[i] = byte(128 + 60*math.Sin(float64(i%img.YStride)/37) + 16*r.Float64() - 8)
	}
	file := withJFIF(encode(img, 95))
	for name, do := range map[string]func(){
		"decode":          func() { _ = decode(file) },
		"decode-standard": func() { _, _ = jpeg.Decode(bytes.NewReader(file)) },
		"encode":          func() { encode(img, 90) },
		"encode-standard": func() { _ = jpeg.Encode(&bytes.Buffer{}, img, &jpeg.Options{Quality: 90}) },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				do()
			}
		})
	}
}
