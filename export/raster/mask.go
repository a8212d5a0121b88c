package raster

import (
	"image"
	"image/draw"
	"math"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"communique/export/typeface"
)

// quarters is to how many parts of a pixel a letter's place is told.
const quarters = 4

// maskKey is all that the dots of a shape depend on.
type maskKey struct {
	face    *typeface.Face
	glyph   typeface.GlyphID
	size    float64
	quarter int
}

// mask is a shape as dots; its origin is the point (0, 0). A blank shape has none.
type mask struct{ alpha *image.Alpha }

func (t *Painter) mask(face *typeface.Face, glyph typeface.GlyphID, size, x float64) (mask, error) {
	key := maskKey{face, glyph, size, int((x - math.Floor(x)) * quarters)}
	m, known := t.masks[key]
	if known {
		return m, nil
	}
	segments, err := t.reader.Outline(face, glyph)
	if err != nil {
		return mask{}, err
	}
	m = draft(segments, size/64/float64(face.UnitsPerEm), float64(key.quarter)/quarters)
	t.masks[key] = m
	return m, nil
}

// draft draws an outline; unit is how many pixels one of its units is, and the
// shape stands shift to the right of a whole pixel.
func draft(segments sfnt.Segments, unit, shift float64) mask {
	if len(segments) == 0 {
		return mask{}
	}
	box := segments.Bounds()
	bounds := image.Rect(
		int(math.Floor(float64(box.Min.X)*unit+shift)), int(math.Floor(float64(box.Min.Y)*unit)),
		int(math.Ceil(float64(box.Max.X)*unit+shift)), int(math.Ceil(float64(box.Max.Y)*unit)))
	if bounds.Empty() {
		return mask{}
	}
	pen := vector.NewRasterizer(bounds.Dx(), bounds.Dy())
	point := func(p fixed.Point26_6) (x, y float32) {
		return float32(float64(p.X)*unit + shift - float64(bounds.Min.X)), float32(float64(p.Y)*unit - float64(bounds.Min.Y))
	}
	for _, s := range segments {
		ax, ay := point(s.Args[0])
		bx, by := point(s.Args[1])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			pen.MoveTo(ax, ay)
		case sfnt.SegmentOpLineTo:
			pen.LineTo(ax, ay)
		case sfnt.SegmentOpQuadTo:
			pen.QuadTo(ax, ay, bx, by)
		case sfnt.SegmentOpCubeTo:
			cx, cy := point(s.Args[2])
			pen.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	alpha := image.NewAlpha(bounds)
	pen.DrawOp = draw.Src
	pen.Draw(alpha, bounds, image.Opaque, image.Point{})
	return mask{alpha}
}
