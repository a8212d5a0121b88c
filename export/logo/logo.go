// Package logo makes an organisation's logo ready for the forms of a release:
// one plain PNG, and the size at which it stands in a letterhead.
package logo

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	_ "image/jpeg" // a logo may be either
	"image/png"
)

// maxRatio is how wide a logo can be for its height. A wider one is made lower.
const maxRatio = 3.5

// maxPixels is the largest picture that is decoded: 4 bytes each, and a small
// file can claim any number of them.
const maxPixels = 40_000_000

// Endings lists how the names of the files end that Read reads, in small letters.
func Endings() []string { return []string{".png", ".jpg", ".jpeg", ".svg"} }

// Picture is a logo as every form can take it. Width and Height are points.
type Picture struct {
	Width, Height float64
	PNG           []byte
}

// Error says that the logo is no picture, or one too large to open.
type Error struct{ Cause error }

func (e *Error) Error() string { return fmt.Sprintf("logo: %v", e.Cause) }

func (e *Error) Unwrap() error { return e.Cause }

// errEmpty says that a picture shows nothing at all.
var errEmpty = errors.New("nothing to be seen")

// Fact names the error for the translations.
func (e *Error) Fact() (string, map[string]any) {
	switch {
	case errors.Is(e.Cause, errEmpty):
		return "logo-empty", nil
	case errors.Is(e.Cause, errEndless), errors.Is(e.Cause, errUses), errors.Is(e.Cause, errFar):
		return "logo-endless", nil
	}
	return "logo", map[string]any{"Detail": e.Cause.Error()}
}

// Read reads a PNG, JPEG or SVG picture and writes it anew as a plain PNG:
// painters refuse interlaced ones, and what a camera or an editor hid in the file
// must not travel along. The logo is height points high, or lower where it is very
// wide. Every error is an *Error.
func Read(data []byte, height float64) (Picture, error) {
	decoded, err := decode(data)
	if err != nil {
		return Picture{}, &Error{err}
	}
	size := decoded.Bounds().Size()
	plain := image.NewNRGBA(image.Rectangle{Max: size})
	draw.Draw(plain, plain.Bounds(), decoded, decoded.Bounds().Min, draw.Src)
	if isEmpty(plain) {
		return Picture{}, &Error{errEmpty}
	}
	var buf bytes.Buffer
	if err := png.Encode(&buf, plain); err != nil {
		return Picture{}, &Error{err}
	}
	ratio := float64(size.X) / float64(size.Y)
	if ratio > maxRatio {
		height *= maxRatio / ratio
	}
	return Picture{Width: height * ratio, Height: height, PNG: buf.Bytes()}, nil
}

// isEmpty reports whether a picture is transparent in every dot.
func isEmpty(picture *image.NRGBA) bool {
	for at := 3; at < len(picture.Pix); at += 4 {
		if picture.Pix[at] > 0 {
			return false
		}
	}
	return true
}

// decode reads a picture, after looking at how large it claims to be.
func decode(data []byte) (image.Image, error) {
	if isSVG(data) {
		return drawSVG(data)
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if config.Width <= 0 || config.Height <= 0 {
		return nil, image.ErrFormat
	}
	if config.Width > maxPixels/config.Height {
		return nil, errors.New("more than 40 megapixels")
	}
	decoded, _, err := image.Decode(bytes.NewReader(data))
	return decoded, err
}
