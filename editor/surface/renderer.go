package surface

import (
	"image"

	"fyne.io/fyne/v2"
)

// CreateRenderer is Fyne's.
func (s *Surface) CreateRenderer() fyne.WidgetRenderer { return &renderer{s} }

// renderer is how Fyne sees the surface. It asks at every frame, so that all here is
// cheap.
type renderer struct{ surface *Surface }

// Layout does nothing unless the size is another.
func (r *renderer) Layout(size fyne.Size) { r.surface.resize(size, false) }

// MinSize is one in which a line can be read. It never depends on what is written.
func (r *renderer) MinSize() fyne.Size { return fyne.NewSize(240, 120) }

// Objects are those that are seen.
func (r *renderer) Objects() []fyne.CanvasObject { return r.surface.view.objects }

// Refresh takes the theme's colours.
func (r *renderer) Refresh() {
	s := r.surface
	if colours := inksOf(s.params.Colours()); colours != s.colours {
		s.colours, s.bar.stale = colours, true
	}
	s.resize(s.Size(), false)
	s.show()
}

// Destroy stops the caret.
func (r *renderer) Destroy() {
	r.surface.caret.stopBlinking()
}

// resize takes a size, and the canvas's scale. All is laid out again where the column
// is another, or anew is on.
func (s *Surface) resize(size fyne.Size, anew bool) {
	v := &s.view
	scale := s.Canvas().Scale()
	pixels := image.Pt(int(size.Width*scale+0.5), int(size.Height*scale+0.5))
	if pixels == v.size && scale == v.scale && !anew {
		return
	}
	first := v.size.Y <= 0
	v.size, v.scale = pixels, scale
	available := pixels.X - v.px(gutter) - 2*v.px(sideMargin)
	m := measuresFor(s.setter, s.choice, scale, available)
	v.left = (pixels.X - v.px(gutter) - m.column) / 2
	if anew || m.column != s.column.measures.column || m.scale != s.column.measures.scale {
		s.remeasure(m)
	}
	if first && s.editor != nil {
		s.reveal()
	}
	s.show()
}

// remeasure lays all out with other measures; the block at the upper edge stays there.
func (s *Surface) remeasure(m measures) {
	v, c := &s.view, &s.column
	part := float64(0) // of the block, above the edge
	if v.block < len(c.blocks) && v.above > 0 {
		part = float64(v.above) / float64(max(1, c.blocks[v.block].height))
	}
	c.setup(s.setter, m, s.pictureSize)
	c.forget()
	switch {
	case part > 0:
		v.above = int(part * float64(c.lay(c.blocks[v.block]).height))
	case v.block == 0:
		v.above = -v.px(topMargin)
	}
}
