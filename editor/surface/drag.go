package surface

import (
	"image"

	"fyne.io/fyne/v2"

	"communique/editor/editing"
)

// Dragged goes on with what MouseDown began.
func (s *Surface) Dragged(e *fyne.DragEvent) {
	p := &s.pointer
	if p.gesture != selecting && p.gesture != scrolling && !p.moved && near(e.Position, p.at) {
		return // the hand was not quite still
	}
	p.moved, p.drag = true, e.Position
	s.dragTo(e.Position)
	s.scrollAlong()
}

func (s *Surface) dragTo(to fyne.Position) {
	at := s.pixels(to)
	switch s.pointer.gesture {
	case scrolling:
		s.dragThumb(at.Y - s.pointer.offset)
	case selecting:
		s.selectTo(at)
	case dragging:
		s.caret.drop = nil // outside there is nowhere to drop
		if p, _, ok := s.positionAt(at); ok && at.In(image.Rectangle{Max: s.view.size}) {
			s.caret.drop = &p
		}
		s.show()
	}
}

// abandonDrag leaves what is dragged where it is; false where nothing is dragged.
func (s *Surface) abandonDrag() bool {
	if s.pointer.gesture != dragging {
		return false
	}
	s.haltScroll()
	s.pointer.gesture, s.caret.drop = none, nil
	s.show()
	return true
}

// selectTo selects up to a point, whole words or paragraphs after a double or triple
// click.
func (s *Surface) selectTo(at image.Point) {
	to, upper, ok := s.positionAt(at)
	if !ok {
		return
	}
	e, p := s.editor, &s.pointer
	from, until := to, to
	switch p.clicks {
	case 2:
		from, until = e.Word(to)
	case 3:
		from, until = e.Paragraph(to)
	}
	before := e.Selection()
	if e.Compare(from, p.anchor[0]) < 0 {
		e.Select(p.anchor[1], from)
	} else {
		if e.Compare(until, p.anchor[1]) < 0 {
			until = p.anchor[1]
		}
		e.Select(p.anchor[0], until)
	}
	s.resetCaret()
	s.caret.upper = upper && p.clicks == 1
	s.restartBlink()
	s.show()
	if e.Selection() != before {
		s.OnCaret()
	}
}

// scrollAlong scrolls by itself for as long as the pointer is dragged beyond an edge,
// the faster the further.
func (s *Surface) scrollAlong() {
	p := &s.pointer
	y := s.pixels(p.drag).Y
	beyond := 0
	switch {
	case y < 0:
		beyond = y
	case y > s.view.size.Y:
		beyond = y - s.view.size.Y
	}
	if beyond == 0 || p.gesture != selecting && p.gesture != dragging {
		s.haltScroll()
		return
	}
	if p.halt == nil {
		p.halt = s.params.After(scrollPause, func() {
			p.halt = nil
			s.view.above += beyond/4 + sign(beyond)*s.view.px(2)
			s.show()
			s.dragTo(p.drag)
			s.scrollAlong()
		})
	}
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

func (s *Surface) haltScroll() {
	if s.pointer.halt != nil {
		s.pointer.halt()
		s.pointer.halt = nil
	}
}

// DragEnd drops what was dragged.
func (s *Surface) DragEnd() {
	s.haltScroll()
	p := &s.pointer
	if p.gesture == dragging && s.caret.drop != nil {
		to := *s.caret.drop
		s.caret.drop = nil
		start, end := s.editor.Range()
		if within := s.editor.Compare(to, start) >= 0 && s.editor.Compare(to, end) <= 0; !within {
			copied := s.Held()&fyne.KeyModifierShortcutDefault != 0
			s.Act(func(e *editing.Editor) { e.MoveSelection(to, copied) })
		} else {
			s.show()
		}
	}
	p.gesture = none
	if s.Canvas().Focused() != fyne.Focusable(s) { // let go outside, the driver takes the keyboard away
		s.Canvas().Focus(s)
	}
}
