package surface

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"communique/editor/surface/typeset"
)

// Scrolled scrolls, or with Ctrl chooses the size of the text.
func (s *Surface) Scrolled(e *fyne.ScrollEvent) {
	if s.editor == nil {
		return
	}
	if s.Held()&fyne.KeyModifierShortcutDefault != 0 {
		size := s.choice.size
		s.SetType(size+float32(sign(int(e.Scrolled.DY*100))), s.choice.family == typeset.Sans)
		if s.choice.size != size {
			s.OnTextSize(s.choice.size)
		}
		return
	}
	s.view.above -= int(e.Scrolled.DY * wheelFactor * s.view.scale)
	s.show()
}

// ScrollPages scrolls by so many views.
func (s *Surface) ScrollPages(by float32) {
	s.view.above += int(by * float32(s.view.size.Y))
	s.show()
}

// Cursor is that of text where there is text.
func (s *Surface) Cursor() desktop.Cursor {
	at := s.pixels(s.pointer.drag)
	if s.Disabled() || s.overBar(s.pointer.drag) {
		return desktop.DefaultCursor
	}
	if b, ok := s.blockAt(at.Y); ok && b.form && s.overSigns(b, at) {
		return desktop.PointerCursor
	}
	return desktop.TextCursor
}

// MouseIn is like MouseMoved.
func (s *Surface) MouseIn(e *desktop.MouseEvent) { s.MouseMoved(e) }

// MouseMoved tells which finding is under the pointer.
func (s *Surface) MouseMoved(e *desktop.MouseEvent) {
	if s.pointer.gesture == none {
		s.pointer.drag = e.Position
		s.hover(s.FindingAt(e.Position))
	}
}

// MouseOut tells that none is.
func (s *Surface) MouseOut() { s.hover(nil) }

func (s *Surface) hover(f *Finding) {
	if before := s.pointer.over; before == f || before != nil && f != nil && *before == *f {
		return
	}
	s.pointer.over = f
	s.tellFinding(f, false)
}

// FindingAt returns the finding at a point of the surface, the gravest of several; nil
// for none.
func (s *Surface) FindingAt(at fyne.Position) *Finding {
	if s.editor == nil || len(s.findings.byText) == 0 {
		return nil
	}
	pixels := s.pixels(at)
	p, _, ok := s.positionAt(pixels)
	if !ok {
		return nil
	}
	if before := p; p.Offset > 0 { // the pointer may be on the letter before the caret's place
		before.Offset--
		if f := s.findings.at(before); f != nil && s.covers(f, pixels) {
			return f
		}
	}
	if f := s.findings.at(p); f != nil && s.covers(f, pixels) {
		return f
	}
	return nil
}

// covers reports whether a point is on the words of a finding, not beside them.
func (s *Surface) covers(f *Finding, at image.Point) bool {
	b, ok := s.blockAt(at.Y)
	if !ok {
		return false
	}
	x, y := at.X-s.view.left, at.Y-b.y
	box := b.nearest(x, y)
	if box == nil || box.id != f.Start.TextID || y < box.y || y >= box.y+box.height() {
		return false
	}
	line := (y - box.y) / box.look.lineHeight
	from, _ := box.text.Span(line)
	for _, piece := range box.text.Line(line).Stretches(f.Start.Offset-box.from-from, f.End.Offset-box.from-from) {
		if x-box.x >= piece.From.Round() && x-box.x < piece.To.Round() {
			return true
		}
	}
	return false
}
