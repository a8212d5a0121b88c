// Package picture makes a photograph ready to leave: upright, no larger than it
// need be, and without what a camera or an editor hid in its file.
package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	"image/png"

	scaling "golang.org/x/image/draw"
)

// The longest sides of pictures, in pixels: 300 to the inch on a page, and enough
// for a screen and a mail.
const (
	Print  = 2000
	Screen = 1280
)

// maxPixels is the largest picture that is decoded: 4 bytes each, and a small
// file can claim any number of them.
const maxPixels = 120_000_000

// quality is that of a JPEG written anew, of 100.
const quality = 88

// Picture is a photograph as every form can take it.
type Picture struct {
	Data          []byte
	Type          string // image/jpeg or image/png
	Width, Height int    // pixels
}

// Set holds the pictures of some releases, by the hashes of their files.
type Set map[string]Picture

// Error says that a file is no picture, or one too large to open.
type Error struct{ Cause error }

func (e *Error) Error() string { return fmt.Sprintf("picture: %v", e.Cause) }

func (e *Error) Unwrap() error { return e.Cause }

// Fact names the error for the translations.
func (e *Error) Fact() (string, map[string]any) {
	return "picture", map[string]any{"Detail": e.Cause.Error()}
}

// Endings lists how the names of the files end that Prepare reads, in small letters.
func Endings() []string { return []string{".jpg", ".jpeg", ".png"} }

// Prepare reads a JPEG or PNG file and writes it anew, its longest side no longer than
// longest pixels. The same file gives the same bytes. Every error is an *Error.
func Prepare(file []byte, longest int) (Picture, error) {
	config, format, err := image.DecodeConfig(bytes.NewReader(file))
	if err != nil {
		return Picture{}, &Error{err}
	}
	if config.Width <= 0 || config.Height <= 0 || config.Width > maxPixels/config.Height {
		return Picture{}, &Error{fmt.Errorf("%d × %d pixels are too many", config.Width, config.Height)}
	}
	decoded, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return Picture{}, &Error{err}
	}
	return write(shrunk(decoded, longest), format)
}

func shrunk(from image.Image, longest int) image.Image {
	size := from.Bounds().Size()
	if max(size.X, size.Y) <= longest {
		return from
	}
	ratio := float64(longest) / float64(max(size.X, size.Y))
	to := image.NewNRGBA(image.Rect(0, 0, max(1, int(ratio*float64(size.X))), max(1, int(ratio*float64(size.Y)))))
	scaling.ApproxBiLinear.Scale(to, to.Bounds(), from, from.Bounds(), draw.Src, nil)
	return to
}

func write(img image.Image, format string) (Picture, error) {
	var buf bytes.Buffer
	p := Picture{Type: "image/" + format, Width: img.Bounds().Dx(), Height: img.Bounds().Dy()}
	var err error
	if format == "jpeg" {
		err = jpeg.Encode(&buf, img, &jpeg.Options{Quality: quality})
	} else {
		err = png.Encode(&buf, img)
	}
	if err != nil {
		return Picture{}, &Error{err}
	}
	p.Data = buf.Bytes()
	return p, nil
}
