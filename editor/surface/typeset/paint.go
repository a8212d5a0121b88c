package typeset

import (
	"image"
	"image/color"
	"image/draw"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/vector"
)

// maskKey tells masks apart. Letters stand on quarters of a pixel.
type maskKey struct {
	face    *font.Face
	id      font.GID
	size    int
	quarter uint8
}

// mask is how much of each pixel a shape covers.
type mask struct {
	alpha     *image.Alpha // nil for none
	left, top int          // of its corner, from the origin
}

// quarters is on how many places of a pixel a letter can begin.
const quarters = 4

func (s *Setter) mask(g glyph, quarter uint8) *mask {
	key := maskKey{g.face, g.id, g.size, quarter}
	if m, ok := s.masks.get(key); ok {
		return m
	}
	m := fill(g, float32(quarter)/quarters)
	s.masks.put(key, m)
	return m
}

// fill fills the outline of a shape whose origin is so far right of a pixel's edge.
func fill(g glyph, offset float32) *mask {
	segments := outline(g)
	if len(segments) == 0 {
		return &mask{}
	}
	scale := float32(g.size) / float32(g.face.Upem())
	box := bounds(segments, scale, offset)
	if box.Empty() || box.Dx() > 8*g.size || box.Dy() > 8*g.size {
		return &mask{}
	}
	z := vector.NewRasterizer(box.Dx(), box.Dy())
	at := func(p opentype.SegmentPoint) (x, y float32) {
		return p.X*scale + offset - float32(box.Min.X), -p.Y*scale - float32(box.Min.Y)
	}
	for _, s := range segments {
		x0, y0 := at(s.Args[0])
		x1, y1 := at(s.Args[1])
		x2, y2 := at(s.Args[2])
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			z.ClosePath()
			z.MoveTo(x0, y0)
		case opentype.SegmentOpLineTo:
			z.LineTo(x0, y0)
		case opentype.SegmentOpQuadTo:
			z.QuadTo(x0, y0, x1, y1)
		case opentype.SegmentOpCubeTo:
			z.CubeTo(x0, y0, x1, y1, x2, y2)
		}
	}
	z.ClosePath()
	m := &mask{alpha: image.NewAlpha(image.Rect(0, 0, box.Dx(), box.Dy())), left: box.Min.X, top: box.Min.Y}
	z.DrawOp = draw.Src
	z.Draw(m.alpha, m.alpha.Bounds(), image.Opaque, image.Point{})
	return m
}

// outline returns the lines of a shape; nil for one that has none.
func outline(g glyph) []opentype.Segment {
	switch data := g.face.GlyphData(g.id).(type) {
	case font.GlyphOutline:
		return data.Segments
	case font.GlyphSVG:
		return data.Outline.Segments
	case font.GlyphBitmap:
		if data.Outline != nil {
			return data.Outline.Segments
		}
	}
	return nil
}

// bounds returns the whole pixels that hold a shape.
func bounds(segments []opentype.Segment, scale, offset float32) image.Rectangle {
	var left, top, right, bottom float32
	first := true
	for i := range segments {
		for _, p := range segments[i].ArgsSlice() {
			x, y := p.X*scale+offset, -p.Y*scale
			if first {
				left, right, top, bottom, first = x, x, y, y, false
			}
			left, right, top, bottom = min(left, x), max(right, x), min(top, y), max(bottom, y)
		}
	}
	return image.Rect(floor(left), floor(top), floor(right)+1, floor(bottom)+1)
}

func floor(f float32) int {
	n := int(f)
	if float32(n) > f {
		n--
	}
	return n
}

// Inks are the colours words are painted with.
type Inks struct{ Text, Link color.RGBA }

// Ink returns the pixels that the line's shapes cover, from the start of its baseline;
// at least the width that its words take.
func (s *Setter) Ink(l *Line) image.Rectangle {
	box := image.Rectangle{}
	for _, g := range l.glyphs {
		m, x, y := s.placed(g.glyph)
		if m.alpha != nil {
			box = box.Union(m.alpha.Bounds().Add(image.Pt(x, y)))
		}
	}
	for _, r := range l.rules {
		box = box.Union(image.Rect(r.from.Round(), 0, r.to.Round(), 1))
	}
	return box
}

// placed returns the mask of a shape, and where its corner is.
func (s *Setter) placed(g glyph) (m *mask, x, y int) {
	at := g.x + Pixel/(2*quarters)
	m = s.mask(g, uint8(at%Pixel*quarters/Pixel)&(quarters-1)) //nolint:gosec // below quarters
	return m, int(at>>6) + m.left, g.y.Round() + m.top
}

// Paint paints a line into a picture with the start of its baseline at a point.
func (s *Setter) Paint(dst *image.RGBA, l *Line, at image.Point, inks Inks) {
	for _, g := range l.glyphs {
		m, x, y := s.placed(g.glyph)
		if m.alpha == nil {
			continue
		}
		ink := inks.Text
		if g.link {
			ink = inks.Link
		}
		cover(dst, m.alpha, at.Add(image.Pt(x, y)), ink)
	}
	for _, r := range l.rules {
		thick := max(1, s.linkRule(l))
		rect := image.Rect(r.from.Round(), 2*thick, r.to.Round(), 3*thick)
		draw.Draw(dst, rect.Add(at), image.NewUniform(inks.Link), image.Point{}, draw.Over)
	}
}

// linkRule is how thick the rule under a link is.
func (s *Setter) linkRule(l *Line) int {
	if len(l.glyphs) == 0 {
		return 1
	}
	return (l.glyphs[0].size + 10) / 20
}

// cover paints an ink through a mask.
func cover(dst *image.RGBA, m *image.Alpha, at image.Point, ink color.RGBA) {
	box := m.Rect.Add(at).Intersect(dst.Rect)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		from := m.PixOffset(box.Min.X-at.X, y-at.Y)
		row := m.Pix[from : from+box.Dx()]
		out := dst.Pix[dst.PixOffset(box.Min.X, y):]
		for i, a := range row {
			if a != 0 {
				over(out[4*i:4*i+4:4*i+4], ink, uint32(a))
			}
		}
	}
}

// over puts an ink over a pixel, as far as it is covered, from 0 to 255.
func over(pixel []uint8, ink color.RGBA, covered uint32) {
	rest := 255 - uint32(ink.A)*covered/255
	mix := func(i int, c uint8) {
		pixel[i] = uint8((uint32(c)*covered + uint32(pixel[i])*rest) / 255) //nolint:gosec // at most 255
	}
	mix(0, ink.R)
	mix(1, ink.G)
	mix(2, ink.B)
	mix(3, ink.A)
}
