package surface

import (
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"communique/editor/editing"
	"communique/editor/release"
)

// How long after a click another one belongs to it, how far away it may be, and how
// fast the wheel scrolls against what Fyne tells: three lines a notch.
const (
	multiClick  = 500 * time.Millisecond
	clickReach  = 4 // Fyne's units
	wheelFactor = 3
	scrollPause = 30 * time.Millisecond
)

// gesture is what the pressed mouse does.
type gesture int

const (
	none      gesture = iota
	selecting         // letters, words or paragraphs, by the clicks
	dragging          // the selection, to another place
	scrolling         // the scroll bar
	opening           // what opens a form
)

// pointer is the mouse.
type pointer struct {
	gesture gesture
	clicks  int
	last    time.Time     // of the last click
	at      fyne.Position // of it
	anchor  [2]release.Position
	moved   bool
	offset  int // of the thumb's top from the pointer, in pixels
	form    *block
	drag    fyne.Position
	halt    func() // stops scrolling by itself
	over    *Finding
}

// pixels turns a point of the surface into pixels.
func (s *Surface) pixels(p fyne.Position) image.Point {
	return image.Pt(int(p.X*s.view.scale), int(p.Y*s.view.scale))
}

// blockAt returns the block at a height of the view, or the nearest one.
func (s *Surface) blockAt(y int) (seen, bool) {
	for _, b := range s.view.seen {
		if y < b.y+b.height {
			return b, true
		}
	}
	if n := len(s.view.seen); n > 0 {
		return s.view.seen[n-1], true
	}
	return seen{}, false
}

// positionAt returns the position that a point of the view means; upper says that it is
// the end of a line.
func (s *Surface) positionAt(at image.Point) (p release.Position, upper, ok bool) {
	b, ok := s.blockAt(at.Y)
	if !ok {
		return p, false, false
	}
	if len(b.boxes) == 0 {
		if b, ok = s.besides(at.Y); !ok {
			return p, false, false
		}
	}
	box := b.nearest(at.X-s.view.left, at.Y-b.y)
	p, line := box.point(at.X-s.view.left, at.Y-b.y)
	_, to := box.text.Span(line)
	return p, p.Offset-box.from == to && line < box.text.Lines()-1, true
}

// besides returns the seen block with words that is nearest to a height.
func (s *Surface) besides(y int) (found seen, ok bool) {
	distance := 0
	for _, other := range s.view.seen {
		if d := outside(y, other.y, other.y+other.height); len(other.boxes) > 0 && (!ok || d < distance) {
			found, distance, ok = other, d, true
		}
	}
	return found, ok
}

// MouseDown puts the caret, selects a word or a paragraph, or takes hold of something.
func (s *Surface) MouseDown(e *desktop.MouseEvent) {
	s.Canvas().Focus(s)
	if s.editor == nil {
		return
	}
	if s.Disabled() && !s.overBar(e.Position) {
		return
	}
	if e.Button == desktop.MouseButtonSecondary {
		s.contextAt(e.Position)
		return
	}
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	s.countClick(e.Position)
	p := &s.pointer
	p.moved, p.gesture = false, none
	at := s.pixels(e.Position)
	if s.overBar(e.Position) {
		s.takeThumb(at.Y)
		return
	}
	if b, ok := s.blockAt(at.Y); ok && b.form && s.overSigns(b, at) {
		p.gesture, p.form = opening, b.block
		return
	}
	s.pressWords(at, e.Modifier&fyne.KeyModifierShift != 0)
}

// countClick tells double and triple clicks from single ones.
func (s *Surface) countClick(at fyne.Position) {
	p, now := &s.pointer, s.params.Now()
	if p.clicks++; p.clicks > 3 || !near(at, p.at) || now.Sub(p.last) > multiClick {
		p.clicks = 1
	}
	p.last, p.at = now, at
}

// near reports whether two points belong to one click.
func near(a, b fyne.Position) bool {
	return max(a.X-b.X, b.X-a.X, a.Y-b.Y, b.Y-a.Y) <= clickReach
}

// pressWords begins to select, or to drag what is selected away.
func (s *Surface) pressWords(at image.Point, extend bool) {
	to, upper, ok := s.positionAt(at)
	if !ok {
		return
	}
	p := &s.pointer
	p.gesture = selecting
	if p.clicks == 1 && !extend && s.inSelection(to, at) {
		p.gesture = dragging
		return
	}
	s.Act(func(e *editing.Editor) {
		switch {
		case p.clicks == 2:
			e.SelectWord(to)
		case p.clicks == 3:
			e.SelectParagraph(to)
		case extend:
			e.Select(e.Selection().Anchor, to)
		default:
			e.Select(to, to)
		}
	})
	s.caret.upper = upper && p.clicks == 1
	p.anchor[0], p.anchor[1] = s.editor.Range()
	if p.clicks == 1 {
		p.anchor[0], p.anchor[1] = s.editor.Selection().Anchor, s.editor.Selection().Anchor
	}
	s.show()
}

// inSelection reports whether a click means what is selected.
func (s *Surface) inSelection(to release.Position, at image.Point) bool {
	if s.editor.Selection().Empty() {
		return false
	}
	start, end := s.editor.Range()
	if s.editor.Compare(to, start) < 0 || s.editor.Compare(to, end) > 0 {
		return false
	}
	spot, ok := s.spot(to, false)
	return ok && at.X-s.view.left < spot.box.x+spot.box.width
}

// MouseUp ends a click.
func (s *Surface) MouseUp(e *desktop.MouseEvent) {
	p := &s.pointer
	if p.moved || e.Button != desktop.MouseButtonPrimary {
		return
	}
	at := s.pixels(e.Position)
	switch p.gesture {
	case dragging: // a click into the selection, which was not dragged
		if to, upper, ok := s.positionAt(at); ok {
			s.Act(func(e *editing.Editor) { e.Select(to, to) })
			s.caret.upper = upper
			s.show()
		}
	case opening:
		if b, ok := s.blockAt(at.Y); ok && b.block == p.form {
			s.openForm(p.form)
		}
	}
	if p.gesture == selecting && p.clicks == 1 {
		s.tellFinding(s.FindingAt(e.Position), false)
	}
	p.gesture = none
}

// openForm tells that the form of a block is wanted.
func (s *Surface) openForm(b *block) {
	s.resetCaret()
	s.caret.form = b
	s.show()
	s.OnCaret()
	if b.id.Field == release.DateField {
		s.OnDateline(s.areaOf(b))
	} else {
		s.OnContacts(s.areaOf(b))
	}
}

// overSigns reports whether a point is where a block that opens a form has words.
func (s *Surface) overSigns(b seen, at image.Point) bool {
	x, y := at.X-s.view.left, at.Y-b.y
	if len(b.signs) == 0 || x < 0 || x >= s.column.measures.column {
		return false
	}
	last := b.signs[len(b.signs)-1]
	return y >= b.signs[0].y && y < last.y+last.height()
}

// contextAt opens the menu at a point; a click beside what is selected puts the caret
// there before.
func (s *Surface) contextAt(at fyne.Position) {
	pixels := s.pixels(at)
	if to, _, ok := s.positionAt(pixels); ok && !s.inSelection(to, pixels) {
		s.Act(func(e *editing.Editor) { e.Select(to, to) })
	}
	s.OnContext(at)
}

// overBar reports whether a point is on the scroll bar.
func (s *Surface) overBar(at fyne.Position) bool {
	_, _, ok := s.thumbSpan()
	return ok && at.X >= s.Size().Width-gutter
}

// takeThumb takes hold of the scroll bar's thumb; beside it the view goes there.
func (s *Surface) takeThumb(y int) {
	top, height, _ := s.thumbSpan()
	s.pointer.gesture, s.pointer.offset = scrolling, y-top
	if y < top || y >= top+height {
		s.pointer.offset = height / 2
		s.dragThumb(y - height/2)
	}
}
