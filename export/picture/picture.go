// Package picture makes a photograph ready to leave: upright, no larger than it
// need be, in the colours of a screen, and without what a camera or an editor hid in
// its file.
package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	"image/png"
)

// The longest sides of pictures, in pixels: 300 to the inch on a page, and enough
// for a screen and a mail.
const (
	Print  = 2000
	Screen = 1280
)

// maxMemory is how much a picture may take while it is read, in bytes: a small file
// can claim any number of pixels.
const maxMemory = 600_000_000

// maxSide is the longest side that is read, in pixels: no JPEG can have a longer one.
const maxSide = 1<<16 - 1

// quality is that of a JPEG written anew, of 100.
const quality = 90

// Picture is a photograph as every form can take it.
type Picture struct {
	Data          []byte
	Type          string // image/jpeg or image/png
	Width, Height int    // pixels
}

// Ending returns how the name of the picture's file ends.
func (p Picture) Ending() string {
	if p.Type == "image/png" {
		return ".png"
	}
	return ".jpg"
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

// Prepare returns the picture of a JPEG or PNG file, its longest side no longer than
// longest pixels. Of a file that is upright and small enough the picture's own data
// stay as they are; any other is written anew. The same file gives the same bytes.
// Every error is an *Error.
func Prepare(file []byte, longest int) (Picture, error) {
	s, err := open(file)
	if err != nil {
		return Picture{}, &Error{err}
	}
	p, err := s.prepare(longest)
	if err != nil {
		return Picture{}, &Error{err}
	}
	return p, nil
}

// source is a picture's file before it is decoded.
type source struct {
	width, height int
	kind          string // jpeg or png
	orientation   int
	colours       *colours // nil where they are a screen's already
	data          []byte   // what is to be decoded
	bare          []byte   // what may leave as it is; nil for nothing
}

// open reads what a file says of its picture.
func open(file []byte) (source, error) {
	config, kind, err := image.DecodeConfig(bytes.NewReader(file))
	if err != nil {
		return source{}, err
	}
	s := source{width: config.Width, height: config.Height, kind: kind}
	perPixel := 0
	if kind == "jpeg" {
		perPixel, err = s.jpeg(file)
	} else {
		perPixel, err = s.png(file)
	}
	if err != nil {
		return source{}, err
	}
	if min(s.width, s.height) <= 0 || max(s.width, s.height) > maxSide || s.width > maxMemory/perPixel/s.height {
		return source{}, fmt.Errorf("%d × %d pixels are too many", s.width, s.height)
	}
	return s, nil
}

// jpeg returns how many bytes a pixel takes while it is decoded.
func (s *source) jpeg(file []byte) (perPixel int, err error) {
	found, err := readSegments(file)
	if err != nil {
		return 0, err
	}
	s.orientation, s.data = found.orientation, file
	if found.components == 3 {
		s.colours = readColours(found.profile)
	}
	if found.plain() {
		s.data = found.bare
		if found.ended {
			s.bare = found.bare
		}
	}
	perPixel = found.components
	if found.progressive { // its coefficients are kept beside its pixels
		perPixel *= 5
	}
	return max(perPixel, 1), nil
}

func (s *source) png(file []byte) (perPixel int, err error) {
	found, err := readChunks(file)
	if err != nil {
		return 0, err
	}
	s.orientation, s.data, s.colours = found.orientation, found.bare, readColours(found.profile)
	if !found.deep && !found.interlaced { // painters of pages refuse both
		s.bare = found.bare
	}
	if found.deep {
		return 8, nil
	}
	return 4, nil
}

func (s source) prepare(longest int) (Picture, error) {
	p := Picture{Type: "image/" + s.kind, Width: s.width, Height: s.height}
	if s.bare != nil && s.orientation == 1 && s.colours == nil && max(s.width, s.height) <= longest {
		p.Data = s.bare
		return p, nil
	}
	img, _, err := image.Decode(bytes.NewReader(s.data))
	if err != nil {
		return p, err
	}
	img = shrunk(img, longest)
	if s.orientation != 1 || s.colours != nil {
		packed := rgba(img)
		if s.colours != nil {
			s.colours.convert(packed)
		}
		img = turned(packed, s.orientation)
	}
	p.Width, p.Height = img.Bounds().Dx(), img.Bounds().Dy()
	var buf bytes.Buffer
	if s.kind == "jpeg" {
		err = jpeg.Encode(&buf, img, &jpeg.Options{Quality: quality})
	} else {
		err = png.Encode(&buf, img)
	}
	p.Data = buf.Bytes()
	return p, err
}

// rgba returns a picture as pixels of four bytes.
func rgba(img image.Image) *image.RGBA {
	if packed, already := img.(*image.RGBA); already {
		return packed
	}
	packed := image.NewRGBA(image.Rect(0, 0, img.Bounds().Dx(), img.Bounds().Dy()))
	draw.Draw(packed, packed.Bounds(), img, img.Bounds().Min, draw.Src)
	return packed
}

// turned returns a picture upright that lies as EXIF numbers it (Exif 2.32, tag
// 274): from 5 on its sides are swapped; 2, 4, 5 and 7 are mirrored.
func turned(from *image.RGBA, orientation int) *image.RGBA {
	if orientation == 1 {
		return from
	}
	width, height := from.Rect.Dx(), from.Rect.Dy()
	to := image.NewRGBA(image.Rect(0, 0, width, height))
	if orientation >= 5 {
		to = image.NewRGBA(image.Rect(0, 0, height, width))
	}
	for y := range to.Rect.Dy() {
		for x := range to.Rect.Dx() {
			i, j := x, y
			switch orientation {
			case 2:
				i = width - 1 - x
			case 3:
				i, j = width-1-x, height-1-y
			case 4:
				j = height - 1 - y
			case 5:
				i, j = y, x
			case 6:
				i, j = y, height-1-x
			case 7:
				i, j = width-1-y, height-1-x
			case 8:
				i, j = width-1-y, x
			}
			copy(to.Pix[to.PixOffset(x, y):][:4], from.Pix[from.PixOffset(i, j):][:4])
		}
	}
	return to
}
