// Package raster paints laid-out pages as pictures: the preview, from the same
// lines and faces as the PDF.
package raster

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"

	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"communique/export/page"
)

// Paint returns page p of doc on white, at scale pixels per point.
func Paint(p page.Page, doc page.Document, scale float64) (image.Image, error) {
	bounds := image.Rect(0, 0, int(doc.Width*scale+0.5), int(doc.Height*scale+0.5))
	picture := image.NewRGBA(bounds)
	draw.Draw(picture, bounds, image.White, image.Point{}, draw.Src)
	for _, logo := range p.Pictures {
		if err := paintPicture(picture, logo, scale); err != nil {
			return nil, err
		}
	}
	// Runs of one colour are drawn together: one pass over the page is cheaper
	// than one a letter.
	inks := map[uint8]*ink{}
	for _, rule := range p.Rules {
		inkFor(inks, rule.Gray, bounds, scale).rule(rule)
	}
	outlines := outlines{}
	for _, run := range p.Runs {
		if err := inkFor(inks, run.Gray, bounds, scale).run(run, outlines); err != nil {
			return nil, err
		}
	}
	for gray, i := range inks {
		i.raster.Draw(picture, bounds, image.NewUniform(color.Gray{Y: gray}), image.Point{})
	}
	return picture, nil
}

func paintPicture(onto *image.RGBA, logo page.Picture, scale float64) error {
	decoded, err := png.Decode(bytes.NewReader(logo.PNG))
	if err != nil {
		return fmt.Errorf("logo: %w", err)
	}
	at := image.Rect(int(logo.X*scale), int(logo.Y*scale), int((logo.X+logo.Width)*scale), int((logo.Y+logo.Height)*scale))
	xdraw.CatmullRom.Scale(onto, at, decoded, decoded.Bounds(), xdraw.Over, nil)
	return nil
}

// ink gathers everything of one colour.
type ink struct {
	raster *vector.Rasterizer
	scale  float64
}

func inkFor(inks map[uint8]*ink, gray uint8, bounds image.Rectangle, scale float64) *ink {
	if inks[gray] == nil {
		inks[gray] = &ink{vector.NewRasterizer(bounds.Dx(), bounds.Dy()), scale}
	}
	return inks[gray]
}

func (i *ink) rule(r page.Rule) {
	x, y := float32(r.X*i.scale), float32((r.Y-r.Thickness/2)*i.scale)
	right, bottom := float32((r.X+r.Width)*i.scale), float32((r.Y+r.Thickness/2)*i.scale)
	i.raster.MoveTo(x, y)
	i.raster.LineTo(right, y)
	i.raster.LineTo(right, bottom)
	i.raster.LineTo(x, bottom)
	i.raster.ClosePath()
}

// outline is a letter's shape and advance in font units.
type outline struct {
	segments sfnt.Segments
	advance  float64
	units    float64
}

// outlines are the letters one page has needed, by face.
type outlines map[page.Face]map[rune]outline

func (o outlines) get(face page.Face, run []rune) (map[rune]outline, error) {
	known := o[face]
	if known == nil {
		known = map[rune]outline{}
		o[face] = known
	}
	var parsed *sfnt.Font
	var buffer sfnt.Buffer
	for _, r := range run {
		if _, ok := known[r]; ok {
			continue
		}
		if parsed == nil {
			var err error
			if parsed, err = sfnt.Parse(face.Data()); err != nil {
				return nil, fmt.Errorf("embedded face %d: %w", face, err)
			}
		}
		shape, err := load(parsed, &buffer, r)
		if err != nil {
			return nil, err
		}
		known[r] = shape
	}
	return known, nil
}

func load(parsed *sfnt.Font, buffer *sfnt.Buffer, r rune) (outline, error) {
	units := fixed.Int26_6(parsed.UnitsPerEm()) << 6
	index, err := parsed.GlyphIndex(buffer, r)
	if err != nil {
		return outline{}, fmt.Errorf("letter %q: %w", r, err)
	}
	segments, err := parsed.LoadGlyph(buffer, index, units, nil)
	if err != nil {
		return outline{}, fmt.Errorf("letter %q: %w", r, err)
	}
	advance, err := parsed.GlyphAdvance(buffer, index, units, 0)
	if err != nil {
		return outline{}, fmt.Errorf("letter %q: %w", r, err)
	}
	return outline{append(sfnt.Segments(nil), segments...), float64(advance), float64(units)}, nil
}

func (i *ink) run(run page.Run, known outlines) error {
	letters := []rune(run.Text)
	shapes, err := known.get(run.Face, letters)
	if err != nil {
		return err
	}
	x, y := run.X*i.scale, run.Y*i.scale
	for _, r := range letters {
		shape := shapes[r]
		unit := run.Size * i.scale / shape.units
		i.glyph(shape.segments, x, y, unit)
		x += shape.advance * unit
	}
	return nil
}

func (i *ink) glyph(segments sfnt.Segments, x, y, unit float64) {
	point := func(p fixed.Point26_6) (float32, float32) {
		return float32(x + float64(p.X)*unit), float32(y + float64(p.Y)*unit)
	}
	for _, s := range segments {
		ax, ay := point(s.Args[0])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			i.raster.MoveTo(ax, ay)
		case sfnt.SegmentOpLineTo:
			i.raster.LineTo(ax, ay)
		case sfnt.SegmentOpQuadTo:
			bx, by := point(s.Args[1])
			i.raster.QuadTo(ax, ay, bx, by)
		case sfnt.SegmentOpCubeTo:
			bx, by := point(s.Args[1])
			cx, cy := point(s.Args[2])
			i.raster.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
}
