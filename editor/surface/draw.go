package surface

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"communique/editor/release"
	"communique/editor/surface/typeset"
)

// pool are rectangles that are used again.
type pool struct {
	all  []*canvas.Rectangle
	used int
}

// put adds a rectangle to what is drawn.
func (v *view) put(p *pool, x, y, width, height int, ink color.RGBA) {
	if p.used == len(p.all) {
		p.all = append(p.all, canvas.NewRectangle(ink))
	}
	r := p.all[p.used]
	p.used++
	r.FillColor = ink
	r.Move(fyne.NewPos(v.unit(x), v.unit(y)))
	r.Resize(fyne.NewSize(v.unit(width), v.unit(height)))
	v.objects = append(v.objects, r)
}

// draw makes the objects of what arrange found: rectangles first, words upon them.
func (s *Surface) draw() {
	v := &s.view
	v.frame++
	v.objects, v.rects.used = v.objects[:0], 0
	for _, b := range v.seen {
		for _, r := range b.rects {
			v.put(&v.rects, v.left+r.x, b.y+r.y, r.width, r.height, s.rectColour(r.ink))
		}
		if b.photo != nil {
			s.drawPhoto(b)
		}
	}
	s.drawHits()
	s.drawSelection()
	for _, b := range v.seen {
		for _, sign := range b.signs {
			s.drawBox(b, sign)
		}
		for _, box := range b.boxes {
			s.drawBox(b, box)
		}
	}
	v.release()
	s.drawCaret()
	s.drawBar()
}

func (s *Surface) rectColour(ink rectInk) color.RGBA {
	return [...]color.RGBA{lineInk: s.colours.line, edgeInk: s.colours.edge, accentInk: s.colours.accent}[ink]
}

// drawBox draws the lines of a text that are seen.
func (s *Surface) drawBox(b seen, box *box) {
	v := &s.view
	text := box.shown()
	inks := typeset.Inks{Text: s.colours.ink, Link: s.colours.accent}
	if box.look.soft || text != box.text {
		inks.Text = s.colours.soft
	}
	top := b.y + box.y
	first := max(0, -top/box.look.lineHeight)
	for i := first; i < text.Lines(); i++ {
		y := top + i*box.look.lineHeight
		if y >= v.size.Y {
			return
		}
		var waves []wave
		if text == box.text {
			waves = s.waves(box, i)
		}
		v.line(text.Line(i), inks, waves, v.left+box.x, y+box.look.baseline)
	}
}

// waves are the underlines of a line.
func (s *Surface) waves(box *box, line int) []wave {
	if len(s.findings.byText[box.id]) == 0 {
		return nil
	}
	var waves []wave
	from, to := box.text.Span(line)
	last := box.lineEnd(line) // what ends the line is not underlined: it hangs in the margin
	s.findings.within(box.id, box.from+from, box.from+to, func(f Finding) {
		for _, piece := range box.text.Line(line).Stretches(f.Start.Offset-box.from-from, min(f.End.Offset-box.from, last)-from) {
			waves = append(waves, wave{piece.From.Round(), piece.To.Round(), max(2, (3*box.look.Size+5)/10), s.colours.levels[f.Level]})
		}
	})
	return waves
}

// place is where a position is in the column: its block, and which of its boxes.
type place struct {
	block  int
	box    int
	offset int // in the box's text
}

// placeOf returns where a position is; false where the column does not have its text.
func (s *Surface) placeOf(p release.Position) (place, bool) {
	b := s.column.block(p.TextID)
	if b == nil {
		return place{}, false
	}
	i := s.column.lay(b).boxAt(p)
	if i < 0 {
		return place{}, false
	}
	return place{b.index, i, p.Offset - b.boxes[i].from}, true
}

// drawSelection puts rectangles behind the selected words.
func (s *Surface) drawSelection() {
	if s.editor == nil || s.editor.Selection().Empty() {
		return
	}
	start, end := s.editor.Range()
	s.drawRange(start, end, s.colours.selection, true)
}

// drawHits puts rectangles behind what was found.
func (s *Surface) drawHits() {
	for i, h := range s.hits.all {
		if b := s.column.block(h.Start.TextID); b == nil || !s.view.sees(b) {
			continue
		}
		ink := s.colours.hit
		if i == s.hits.current {
			ink = s.colours.current
		}
		s.drawRange(h.Start, h.End, ink, false)
	}
}

// sees reports whether a block is on the screen.
func (v *view) sees(b *block) bool {
	n := len(v.seen)
	return n > 0 && v.seen[0].index <= b.index && b.index <= v.seen[n-1].index
}

// drawRange puts rectangles behind the words between two positions; ends has them go on
// a little where a paragraph's end is among them.
func (s *Surface) drawRange(start, end release.Position, ink color.RGBA, ends bool) {
	from, ok := s.placeOf(start)
	to, also := s.placeOf(end)
	if !ok || !also {
		return
	}
	for _, b := range s.view.seen {
		for i, box := range b.boxes {
			if part, ok := within(from, to, b.index, i, box.text.Length()); ok {
				part.further = part.further && ends
				s.drawPart(b, box, part, ink)
			}
		}
	}
}

// part is a piece of a box's text; further says that the end of its last line is among
// what is meant.
type part struct {
	first, last int
	further     bool
}

// within returns the part between two places of a box of a length.
func within(from, to place, block, box, length int) (part, bool) {
	before := func(p place) bool { return block < p.block || block == p.block && box < p.box }
	behind := func(p place) bool { return block > p.block || block == p.block && box > p.box }
	if before(from) || behind(to) {
		return part{}, false
	}
	p := part{0, length, true}
	if !behind(from) {
		p.first = from.offset
	}
	if !before(to) {
		p.last, p.further = to.offset, false
	}
	return p, true
}

// drawPart puts rectangles behind a part of a box.
func (s *Surface) drawPart(b seen, box *box, p part, ink color.RGBA) {
	v := &s.view
	height, lines := box.look.lineHeight, box.text.Lines()
	first := max(box.text.LineOf(p.first), -(b.y+box.y)/height)
	for i := first; i < lines; i++ {
		y := b.y + box.y + i*height
		from, to := box.text.Span(i)
		if y >= v.size.Y || from > p.last {
			return
		}
		line := box.text.Line(i)
		for _, piece := range line.Stretches(max(p.first, from)-from, min(p.last, to)-from) {
			left, right := piece.From.Round(), min(piece.To.Round(), box.width)
			if right > left {
				v.put(&v.rects, v.left+box.x+left, y, right-left, height, ink)
			}
		}
		feed := p.last >= to && line.Width == 0 && box.text.EndsInSpace(i) && i < lines-1
		if feed || p.further && i == lines-1 {
			end := min(line.X(line.Length()).Round(), box.width)
			v.put(&v.rects, v.left+box.x+end, y, box.look.Size/3, height, ink)
		}
	}
}
