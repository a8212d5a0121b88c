package surface

import (
	"communique/editor/editing"
	"communique/editor/release"
)

// vertical moves the caret a line down (1) or up (-1).
func (s *Surface) vertical(way int, extend bool) {
	if s.editor == nil {
		return
	}
	goal, form := s.goal(), s.caret.form
	at, ok := s.caretSpot()
	s.keepingGoal(goal, func() {
		switch {
		case form != nil:
			if !s.enter(form.index+way, way, goal, extend) {
				s.caret.form = form
			}
		case ok:
			s.step(at, way, goal, extend)
		}
	})
}

// keepingGoal does something with the caret, whose goal stays.
func (s *Surface) keepingGoal(goal int, do func()) {
	upper := false
	s.Act(func(*editing.Editor) {
		do()
		upper = s.caret.upper
	})
	s.caret.goal, s.caret.set, s.caret.upper = goal, true, upper
}

// goal is where in the lines up and down lead to.
func (s *Surface) goal() int {
	if s.caret.set {
		return s.caret.goal
	}
	if at, ok := s.caretSpot(); ok {
		return at.x
	}
	return 0
}

// step goes one line on; from the first line up it leads to the start of the text, and
// from the last one down to its end.
func (s *Surface) step(at spot, way, goal int, extend bool) {
	if next := at.line + way; next >= 0 && next < at.box.text.Lines() {
		s.selectLine(at.box, next, goal, extend)
		return
	}
	if box := at.block.beyond(at.box, way, goal); box != nil {
		s.selectLine(box, edgeLine(box, way), goal, extend)
		return
	}
	if !s.enter(at.block.index+way, way, goal, extend) {
		m := editing.TextEnd
		if way < 0 {
			m = editing.TextStart
		}
		s.editor.Move(m, extend)
	}
}

// edgeLine is the line of a box that one comes to from above or below.
func edgeLine(b *box, way int) int {
	if way < 0 {
		return b.text.Lines() - 1
	}
	return 0
}

// enter goes into a block from above or below, or on to the next one that can be. It is
// false where there is none.
func (s *Surface) enter(index, way, goal int, extend bool) bool {
	for ; index >= 0 && index < len(s.column.blocks); index += way {
		b := s.column.lay(s.column.blocks[index])
		if b.form && !extend {
			s.caret.form = b
			return true
		}
		if box := b.beyond(nil, way, goal); box != nil {
			s.selectLine(box, edgeLine(box, way), goal, extend)
			return true
		}
	}
	return false
}

// beyond returns the box below another, or above it: of the next row the one that
// holds goal, or is nearest to it. From nil it is in the first row, or the last.
func (b *block) beyond(from *box, way, goal int) *box {
	var best *box
	for _, c := range b.boxes {
		if from != nil && way*(c.y-from.y) <= 0 {
			continue
		}
		switch {
		case best == nil, way*(best.y-c.y) > 0:
			best = c
		case best.y == c.y && outside(goal, c.x, c.x+c.width) < outside(goal, best.x, best.x+best.width):
			best = c
		}
	}
	return best
}

// selectLine puts the caret into a line of a box.
func (s *Surface) selectLine(b *box, line, goal int, extend bool) {
	to := b.onLine(line, goal)
	s.moveTo(to, extend)
	_, end := b.text.Span(line)
	s.caret.upper = to.Offset-b.from == end && line < b.text.Lines()-1
}

func (s *Surface) moveTo(to release.Position, extend bool) {
	anchor := to
	if extend {
		anchor = s.editor.Selection().Anchor
	}
	s.editor.Select(anchor, to)
}

// lineStart and lineEnd move the caret within its line.
func (s *Surface) lineStart(extend bool) {
	upper := s.caret.upper
	s.Act(func(e *editing.Editor) {
		if at, ok := s.spot(e.Selection().Caret, upper); ok {
			from, _ := at.box.text.Span(at.line)
			s.moveTo(release.Position{TextID: at.box.id, Offset: at.box.from + from}, extend)
		}
	})
}

func (s *Surface) lineEnd(extend bool) {
	upper := s.caret.upper
	s.Act(func(e *editing.Editor) {
		if at, ok := s.spot(e.Selection().Caret, upper); ok {
			end := at.box.lineEnd(at.line)
			s.moveTo(release.Position{TextID: at.box.id, Offset: at.box.from + end}, extend)
			_, to := at.box.text.Span(at.line)
			s.caret.upper = end == to && at.line < at.box.text.Lines()-1
		}
	})
}

// page moves the caret and the view by what is seen, less two lines.
func (s *Surface) page(way int, extend bool) {
	v := &s.view
	goal, by := s.goal(), max(v.size.Y-2*s.column.measures.text.lineHeight, s.column.measures.text.lineHeight)
	at, ok := s.caretSpot()
	if !ok {
		return
	}
	s.keepingGoal(goal, func() {
		s.column.lay(at.block)
		y := s.blockTop(at.block) + at.y() + at.box.look.lineHeight/2 + way*by
		b, offset := s.blockFrom(at.block, y-s.blockTop(at.block))
		v.above += way * by
		box := b.nearest(goal, offset)
		if box == nil {
			s.enter(b.index+way, way, goal, extend)
			return
		}
		line := min(max((offset-box.y)/box.look.lineHeight, 0), box.text.Lines()-1)
		s.selectLine(box, line, goal, extend)
		v.arrange()
	})
}

// blockFrom returns the block that is so far below the top of another, or above it, and
// how far below its own top that is. It lays out what is between.
func (s *Surface) blockFrom(b *block, y int) (*block, int) {
	all := s.column.blocks
	for y < 0 && b.index > 0 {
		b = s.column.lay(all[b.index-1])
		y += b.height
	}
	for y >= s.column.lay(b).height && b.index+1 < len(all) {
		y -= b.height
		b = all[b.index+1]
	}
	return s.column.lay(b), y
}
