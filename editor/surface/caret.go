package surface

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"communique/editor/release"
)

// blink is how long the caret is on, and then off; after a while in which no key was
// pressed it stays on: each change is a frame of the whole window.
const (
	blink    = 600 * time.Millisecond
	blinking = 4 // times it is turned on or off
)

// caret is where the keys act, as far as the editor does not know it.
type caret struct {
	// upper says that the caret stands at the end of a line rather than before the
	// first letter of the next, which is the same place in the text.
	upper bool
	// goal is where up and down lead to in the lines there, in pixels from the left
	// of the column; set says that it holds.
	goal int
	set  bool
	// form is the block that opens a form and is not written in, and has the keyboard;
	// nil for none.
	form *block
	// drop is where a selection that is being dragged would come to.
	drop *release.Position

	focused, off bool
	blinks       int    // since the last key
	halt         func() // of the timer
	shape        *canvas.Rectangle
	ring         *canvas.Rectangle
}

// spot is a position on the screen: a line of a box of a block, and how far right.
type spot struct {
	block *block
	box   *box
	line  int
	x     int // pixels from the left of the column
}

// y is the top of the line, from that of the block.
func (p spot) y() int { return p.box.y + p.line*p.box.look.lineHeight }

// spot finds where a caret at a position stands.
func (s *Surface) spot(p release.Position, upper bool) (spot, bool) {
	at, ok := s.placeOf(p)
	if !ok {
		return spot{}, false
	}
	b := s.column.blocks[at.block]
	box := b.boxes[at.box]
	at.offset = min(at.offset, box.text.Length())
	line := box.text.LineOf(at.offset)
	if from, _ := box.text.Span(line); upper && line > 0 && from == at.offset {
		line--
	}
	from, _ := box.text.Span(line)
	x := min(box.text.Line(line).X(at.offset-from).Round(), box.width)
	return spot{b, box, line, box.x + x}, true
}

// caretSpot finds where the caret stands.
func (s *Surface) caretSpot() (spot, bool) {
	if s.editor == nil {
		return spot{}, false
	}
	return s.spot(s.editor.Selection().Caret, s.caret.upper)
}

// blockTop returns how far a block is below the upper edge of the view.
func (s *Surface) blockTop(b *block) int {
	v := &s.view
	return s.column.heights.before(b.index) - s.column.heights.before(v.block) - v.above
}

// reveal scrolls as little as needed for the caret to be seen; far away it comes to
// the upper third. What is laid out on the way there may be other than was estimated:
// then it is done again.
func (s *Surface) reveal() {
	s.scroll(func() {
		if b := s.caret.form; b != nil {
			s.revealBlock(b)
		} else if at, ok := s.caretSpot(); ok {
			s.revealSpan(at.block, at.y(), at.box.look.lineHeight)
		}
	})
}

// Reveal scrolls to the block with a text; the caret stays where it is.
func (s *Surface) Reveal(id release.TextID) {
	if b := s.column.byID[id]; b != nil {
		s.scroll(func() { s.revealBlock(b) })
		s.show()
	}
}

// scroll lets to change what is seen, again when what was laid out for it stands elsewhere.
func (s *Surface) scroll(to func()) {
	if s.view.size.Y <= 0 {
		return // the first layout does it
	}
	for range 4 {
		s.view.arrange()
		before, above := s.view.block, s.view.above
		if to(); s.view.block == before && s.view.above == above {
			return
		}
	}
}

func (s *Surface) revealBlock(b *block) {
	s.column.lay(b)
	s.revealSpan(b, 0, b.height)
}

// revealSpan scrolls to a piece of a block.
func (s *Surface) revealSpan(b *block, from, height int) {
	v := &s.view
	y := s.blockTop(b) + from
	clear := max(height, v.size.Y-v.px(s.params.Covered())) // down to there it is seen
	margin := min(v.px(8), max(0, (clear-height)/2))
	switch {
	case y < -v.size.Y || y > 2*v.size.Y:
		v.block, v.above = b.index, from-v.size.Y/3 // without laying out what is between
	case y < margin:
		v.above += y - margin
	case y+height > clear-margin:
		v.above += y + height - clear + margin
	}
}

// drawCaret draws the caret, or the ring around what opens a form.
func (s *Surface) drawCaret() {
	v, c := &s.view, &s.caret
	if c.shape == nil {
		c.shape = canvas.NewRectangle(s.colours.accent)
		c.ring = canvas.NewRectangle(nil)
		c.ring.StrokeWidth, c.ring.CornerRadius = 2, 6
	}
	c.shape.FillColor, c.ring.StrokeColor = s.colours.accent, s.colours.accent
	switch {
	case c.form != nil && c.focused && v.sees(c.form):
		at := s.areaOf(c.form)
		c.ring.Move(at.At)
		c.ring.Resize(at.Size)
		v.objects = append(v.objects, c.ring)
		return
	case c.form != nil || !c.focused && c.drop == nil:
		return
	}
	at, ok := s.caretSpot()
	if c.drop != nil {
		at, ok = s.spot(*c.drop, false)
	}
	if !ok || !v.sees(at.block) {
		return
	}
	k := at.box.look
	type_ := s.setter.Metrics(k.Style)
	y := s.blockTop(at.block) + at.y() + k.baseline - type_.Ascent
	width := max(1, v.px(2))
	c.shape.Move(fyne.NewPos(v.unit(v.left+at.x-width/2), v.unit(y)))
	c.shape.Resize(fyne.NewSize(v.unit(width), v.unit(type_.Ascent+type_.Descent)))
	c.shape.Hidden = c.off && c.drop == nil
	v.objects = append(v.objects, c.shape)
}

// areaOf is where a block that opens a form stands on the surface, with a little room.
func (s *Surface) areaOf(b *block) Area {
	v := &s.view
	room := v.px(6)
	top, height := s.blockTop(b), b.height
	if len(b.signs) > 0 {
		last := b.signs[len(b.signs)-1]
		top, height = top+b.signs[0].y, last.y+last.height()-b.signs[0].y
	}
	return Area{
		fyne.NewPos(v.unit(v.left-room), v.unit(top-room)),
		fyne.NewSize(v.unit(s.column.measures.column+2*room), v.unit(height+2*room)),
	}
}

// restartBlink shows the caret and lets it stand for a while before it blinks again, unless
// nothing is to move.
func (s *Surface) restartBlink() {
	s.caret.off, s.caret.blinks = false, 0
	s.caret.stopBlinking()
	if s.caret.focused && fyne.CurrentApp().Settings().ShowAnimations() {
		s.caret.halt = s.params.After(blink, s.blink)
	}
}

func (c *caret) stopBlinking() {
	if c.halt != nil {
		c.halt()
		c.halt = nil
	}
}

// blink turns the caret on or off. While something else has the keyboard, which may be
// without the surface having heard so, it stands still.
func (s *Surface) blink() {
	c := &s.caret
	c.halt = nil
	if c.blinks++; c.blinks < blinking || !c.off {
		c.halt = s.params.After(blink, s.blink)
	}
	off := !c.off && s.Canvas().Focused() == fyne.Focusable(s)
	if off == c.off {
		return
	}
	c.off = off
	if c.shape != nil {
		c.shape.Hidden = off
	}
	s.repaint()
}

// FocusGained shows the caret.
func (s *Surface) FocusGained() {
	s.caret.focused = true
	s.restartBlink()
	s.show()
	s.Custom.FocusGained()
}

// FocusLost hides the caret.
func (s *Surface) FocusLost() {
	s.caret.focused = false
	s.restartBlink()
	s.show()
	s.OnLeave()
}
