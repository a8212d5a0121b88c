// Package raster paints laid-out pages as pictures: the preview, from the same
// lines and faces as the PDF.
package raster

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	_ "image/jpeg" // photographs
	_ "image/png"  // and logos
	"math"

	xdraw "golang.org/x/image/draw"

	"communique/export/logo"
	"communique/export/page"
	"communique/export/typeface"
)

// Painter paints pages. It remembers the shapes it has drawn, so that a page
// painted again costs little. It is for one goroutine.
type Painter struct {
	reader *typeface.Reader
	masks  map[maskKey]mask
	scaled map[scaledKey]image.Image
}

// scaledKey is a picture in a size: its first byte's place, which no two share, and its
// length.
type scaledKey struct {
	data   *byte
	length int
	size   image.Point
}

var errEmpty = errors.New("a picture of no bytes")

// most is how many pictures are remembered: those on the pages around the shown one.
const most = 24

// NewPainter returns a painter that remembers nothing yet.
func NewPainter() *Painter {
	return &Painter{reader: typeface.NewReader(), masks: map[maskKey]mask{}, scaled: map[scaledKey]image.Image{}}
}

// Paint returns page p of doc on white, at scale pixels per point.
func (t *Painter) Paint(p page.Page, doc page.Document, scale float64) (*image.RGBA, error) {
	bounds := image.Rect(0, 0, int(doc.Width*scale+0.5), int(doc.Height*scale+0.5))
	sheet := image.NewRGBA(bounds)
	for i := range sheet.Pix {
		sheet.Pix[i] = 0xff
	}
	for _, box := range p.Boxes {
		fill(sheet, box, scale)
	}
	for _, picture := range p.Pictures {
		if err := t.picture(sheet, picture, scale); err != nil {
			return nil, err
		}
	}
	for _, line := range p.Lines {
		for _, run := range line.Runs {
			if err := t.run(sheet, run, scale); err != nil {
				return nil, err
			}
		}
	}
	return sheet, nil
}

// fill paints a box; a rule thinner than a pixel gets paler, not lost.
func fill(sheet *image.RGBA, box page.Box, scale float64) {
	left, right := int(box.X*scale+0.5), int((box.X+box.Width)*scale+0.5)
	top, bottom := box.Y*scale, (box.Y+box.Height)*scale
	for y := int(top); y < int(math.Ceil(bottom)); y++ {
		cover := min(bottom, float64(y+1)) - max(top, float64(y))
		ink := box.Colour
		ink.A = uint8(cover*255 + 0.5)
		draw.Draw(sheet, image.Rect(left, y, right, y+1), image.NewUniform(ink), image.Point{}, draw.Over)
	}
}

func (t *Painter) picture(sheet *image.RGBA, p page.Picture, scale float64) error {
	at := image.Rect(int(p.X*scale+0.5), int(p.Y*scale+0.5), int((p.X+p.Width)*scale+0.5), int((p.Y+p.Height)*scale+0.5))
	if len(p.Data) == 0 {
		return errEmpty
	}
	key := scaledKey{&p.Data[0], len(p.Data), at.Size()}
	scaled := t.scaled[key]
	if scaled == nil {
		decoded, err := decode(p)
		if err != nil {
			return fmt.Errorf("picture: %w", err)
		}
		small := image.NewRGBA(image.Rectangle{Max: at.Size()})
		xdraw.CatmullRom.Scale(small, small.Bounds(), decoded, decoded.Bounds(), xdraw.Over, nil)
		if len(t.scaled) == most {
			clear(t.scaled)
		}
		scaled = small
		t.scaled[key] = scaled
	}
	draw.Draw(sheet, at, scaled, image.Point{}, draw.Over)
	return nil
}

// decode reads a picture as dots.
func decode(p page.Picture) (image.Image, error) {
	if p.Drawing != nil {
		return logo.Dots(p.Data)
	}
	decoded, _, err := image.Decode(bytes.NewReader(p.Data))
	return decoded, err
}

// run paints a run. Its baseline is put on a whole pixel, which keeps letters
// sharp; across, a letter stands to a quarter of one.
func (t *Painter) run(sheet *image.RGBA, r page.Run, scale float64) error {
	x, y := r.X*scale, int(math.Round(r.Y*scale))
	size := r.Size * scale
	for _, g := range r.Glyphs {
		if g.Rune != ' ' {
			m, err := t.mask(r.Face, g.ID, size, x)
			if err != nil {
				return err
			}
			m.paint(sheet, int(math.Floor(x)), y, r.Colour)
		}
		x += g.Advance * scale
	}
	return nil
}

// paint lays ink through a mask whose origin stands at x, y.
func (m mask) paint(sheet *image.RGBA, x, y int, ink color.NRGBA) {
	if m.alpha == nil {
		return
	}
	at := m.alpha.Rect.Add(image.Pt(x, y)).Intersect(sheet.Rect)
	for row := at.Min.Y; row < at.Max.Y; row++ {
		cover := m.alpha.Pix[m.alpha.PixOffset(at.Min.X-x, row-y):]
		dots := sheet.Pix[sheet.PixOffset(at.Min.X, row):]
		for i := range at.Dx() {
			if a := uint32(cover[i]); a != 0 {
				blend(dots[4*i:4*i+3:4*i+4], ink, a)
			}
		}
	}
}

// blend lays ink over an opaque dot; a of 255 covers it.
func blend(dot []byte, ink color.NRGBA, a uint32) {
	for i, c := range [3]uint8{ink.R, ink.G, ink.B} {
		dot[i] = uint8((uint32(c)*a + uint32(dot[i])*(255-a) + 127) / 255) //nolint:gosec // a mean of two bytes
	}
}
