// Package logo makes an organisation's logo ready for the forms of a release:
// one plain PNG, and the size at which it stands in a letterhead.
package logo

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	_ "image/jpeg" // a logo may be either
	"image/png"
	"slices"

	"communique/export/picture"
)

// maxRatio is how wide a logo can be for its height. A wider one is made lower.
const maxRatio = 3.5

// The most dots that a logo has from top to bottom: 490 to the inch at its usual height, for
// edges between few colours, and 330 where it is shaded, which is more than photographs have in print.
const (
	mostHeight   = 300
	shadedHeight = 200
)

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
	case errors.Is(e.Cause, errEndless), errors.Is(e.Cause, errUses), errors.Is(e.Cause, errFar), errors.Is(e.Cause, errStops):
		return "logo-endless", nil
	}
	return "logo", map[string]any{"Detail": e.Cause.Error()}
}

// Read reads a PNG, JPEG or SVG picture and writes it anew as a plain PNG, with as many
// dots as print shows: painters refuse interlaced ones, and what a camera or an editor hid
// in the file must not travel along. The logo is height points high, or lower where it is
// very wide. Every error is an *Error.
func Read(data []byte, height float64) (Picture, error) {
	decoded, err := Dots(data)
	if err != nil {
		return Picture{}, &Error{err}
	}
	return pictured(decoded, data, height)
}

// pictured is the picture that was decoded of a file.
func pictured(decoded image.Image, data []byte, height float64) (Picture, error) {
	size := decoded.Bounds().Size()
	plain, err := plain(decoded)
	if err != nil {
		return Picture{}, &Error{err}
	}
	if !isSame(plain, decoded) || !isBare(data) {
		var buf bytes.Buffer
		if err := png.Encode(&buf, plain); err != nil {
			return Picture{}, &Error{err}
		}
		data = buf.Bytes()
	}
	ratio := float64(size.X) / float64(size.Y)
	if ratio > maxRatio {
		height *= maxRatio / ratio
	}
	return Picture{Width: height * ratio, Height: height, PNG: data}, nil
}

// isSame reports whether a picture has the dots of another, in the same form.
func isSame(a, b image.Image) bool {
	p, plain := a.(*image.NRGBA)
	q, also := b.(*image.NRGBA)
	return a == b || plain && also && p.Rect == q.Rect && bytes.Equal(p.Pix, q.Pix)
}

// isBare reports whether a file is a PNG of its picture alone, as this package writes them,
// in order and without words, times and profiles.
func isBare(data []byte) bool {
	const signature, around, header = 8, 12, "IHDR"
	for at := signature; at+around <= len(data); {
		length := int64(binary.BigEndian.Uint32(data[at:]))
		name := string(data[at+4 : at+8])
		if length > int64(len(data)-at-around) || !slices.Contains([]string{header, "PLTE", "tRNS", "IDAT", "IEND"}, name) {
			return false
		}
		content := data[at+8 : at+8+int(length)]
		if interlaced := name == header && (len(content) != 13 || content[12] != 0); interlaced {
			return false
		}
		if at += around + len(content); name == "IEND" {
			return at == len(data)
		}
	}
	return false
}

// plain returns a picture with no more dots than a logo has, and with a palette where its
// colours are few.
func plain(decoded image.Image) (image.Image, error) {
	size := decoded.Bounds().Size()
	sharp := scaled(decoded, dots(size, mostHeight))
	if p, is := sharp.(*image.Paletted); is { // as this package writes them
		if isEmpty(p) {
			return nil, errEmpty
		}
		return p, nil
	}
	kept := packed(unweighed(sharp))
	if fewer := dots(size, shadedHeight); isShaded(kept) && fewer != sharp.Bounds().Size() {
		kept = packed(unweighed(scaled(sharp, fewer)))
	}
	if isEmpty(kept) {
		return nil, errEmpty
	}
	return kept, nil
}

// isShaded reports whether a picture has too many colours for a palette.
func isShaded(kept image.Image) bool {
	_, shaded := kept.(*image.NRGBA)
	return shaded
}

// scaled returns a picture with a number of dots across and down, which are no more than it has.
func scaled(from image.Image, size image.Point) image.Image {
	if from.Bounds().Size() == size {
		return from
	}
	return picture.Averaged(from, size)
}

// unweighed returns a copy of a picture as one whose colours are not weighed by how much of
// a dot is seen.
func unweighed(picture image.Image) *image.NRGBA {
	plain := image.NewNRGBA(image.Rectangle{Max: picture.Bounds().Size()})
	if weighed, is := picture.(*image.RGBA); is {
		unweigh(plain, weighed)
	} else {
		draw.Draw(plain, plain.Rect, picture, picture.Bounds().Min, draw.Src)
	}
	return plain
}

// unweigh writes a picture whose colours are weighed by how much of a dot is seen as one
// whose colours are not. The standard library takes ten times as long.
func unweigh(to *image.NRGBA, from *image.RGBA) {
	for at := 0; at < len(to.Pix); at += 4 {
		dot := from.Pix[at : at+4 : at+4]
		switch dot[3] {
		case 0:
		case 0xff:
			copy(to.Pix[at:], dot)
		default:
			c := color.NRGBAModel.Convert(color.RGBA{dot[0], dot[1], dot[2], dot[3]}).(color.NRGBA)
			copy(to.Pix[at:], []byte{c.R, c.G, c.B, c.A})
		}
	}
}

// dots is how many dots a picture of a size is left with, across and down, where at most
// some stand from top to bottom.
func dots(size image.Point, most float64) image.Point {
	much := min(1, most/float64(size.Y), most*maxRatio/float64(size.X))
	return image.Pt(max(1, int(much*float64(size.X)+0.5)), max(1, int(much*float64(size.Y)+0.5)))
}

// leastSeen is how much darker than white paper a dot is that is seen, of 255.
const leastSeen = 6

// isSeen reports whether a colour shows on white paper.
func isSeen(c color.Color) bool {
	r, g, b, a := c.RGBA()
	return a-min(r, g, b) >= leastSeen*0x101
}

// isEmpty reports whether no dot of a picture is seen: each is transparent, or white as the
// paper.
func isEmpty(picture image.Image) bool {
	switch p := picture.(type) {
	case *image.Paletted:
		var seen [256]bool
		for i, c := range p.Palette {
			seen[i] = isSeen(c)
		}
		return !slices.ContainsFunc(p.Pix, func(index uint8) bool { return seen[index] })
	case *image.NRGBA:
		for at := range len(p.Pix) / 4 {
			if isSeen(dot(p, at)) {
				return false
			}
		}
		return true
	}
	return false
}

// Dots reads a picture or a drawing as dots, after looking at how large it claims to be.
func Dots(data []byte) (image.Image, error) {
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
