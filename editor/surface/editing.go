package surface

import (
	"fyne.io/fyne/v2"

	"communique/editor/document"
	"communique/editor/editing"
	"communique/editor/release"
	"communique/editor/surface/typeset"
)

// Edit shows the draft of an editor from its beginning, and hears of its changes from
// now on.
func (s *Surface) Edit(e *editing.Editor) {
	if s.editor != nil {
		s.editor.Listen(func(editing.Change) {})
	}
	s.haltScroll()
	s.editor, s.pointer, s.caret.drop = e, pointer{}, nil
	e.Listen(s.changed)
	s.refill()
	s.view.block, s.view.above = 0, -s.view.px(topMargin)
	s.resetCaret()
	s.show()
	s.OnCaret()
}

// refill takes all of the draft anew; nothing that was kept of it holds.
func (s *Surface) refill() {
	s.findings.set(nil)
	s.hits = hits{}
	s.column.fill(s.editor.Session().Document())
	if s.caret.form != nil {
		s.caret.form = s.column.byID[s.caret.form.id]
	}
}

// SetLanguage says which language the release is written in: in its letters items of lists
// are counted.
func (s *Surface) SetLanguage(tag string) {
	if tag == s.column.language {
		return
	}
	s.column.language = tag
	for id, b := range s.column.byID {
		if s.column.document.Shape(id.Block).Kind == release.List {
			s.column.changed(b)
		}
	}
	s.show()
}

// SetDateline sets the line of place and date as it reads.
func (s *Surface) SetDateline(words string) {
	s.column.dateline = words
	s.reset(release.DateField)
}

// SetContacts sets the lines of the contacts as they read.
func (s *Surface) SetContacts(lines []release.Line) {
	s.column.contacts = lines
	s.reset(release.ContactsField)
}

func (s *Surface) reset(f release.Field) {
	if b := s.column.block(release.TextID{Field: f}); b != nil {
		s.column.relayout(b)
		s.show()
	}
}

// Act has the editor do something, scrolls to the caret and draws what has changed.
func (s *Surface) Act(do func(e *editing.Editor)) {
	if s.editor == nil {
		return
	}
	before, form := s.editor.Selection(), s.caret.form
	s.resetCaret()
	s.acting = true
	do(s.editor)
	s.acting = false
	s.reveal()
	s.restartBlink()
	s.show()
	told := s.pending
	s.pending = nil
	for _, c := range told {
		s.OnChanged(c)
	}
	if s.editor.Selection() != before || form != nil {
		s.OnCaret()
	}
}

// resetCaret forgets how the caret came to where it is.
func (s *Surface) resetCaret() { s.caret.upper, s.caret.set, s.caret.form = false, false, nil }

// changed hears of a change of the draft, whoever made it.
func (s *Surface) changed(c editing.Change) {
	if c.Whole {
		s.refill()
	} else {
		s.follow(c.Touched)
		s.findings.carry(c.Moves)
		s.hits.carry(c.Moves)
	}
	s.view.block = min(s.view.block, len(s.column.blocks)-1)
	if s.acting {
		s.pending = append(s.pending, c)
		return
	}
	s.show()
	s.OnChanged(c)
	s.OnCaret()
}

// follow changes the column, and keeps what is seen in its place.
func (s *Surface) follow(t document.Touched) {
	v := &s.view
	top := s.column.blocks[v.block]
	s.column.change(t)
	if b := s.column.byID[top.id]; b != nil {
		v.block = b.index
	} else {
		v.above = min(v.above, 0) // what stands there now begins at the edge
	}
}

// show lays out what is seen, draws it, and asks for one frame.
func (s *Surface) show() {
	if s.view.size.X <= 0 || s.view.size.Y <= 0 || s.editor == nil {
		return
	}
	if s.Canvas().Scale() != s.view.scale {
		s.resize(s.Size(), false)
		return
	}
	s.view.arrange()
	s.draw()
	s.repaint()
}

// repaint asks for a frame.
func (s *Surface) repaint() {
	if c, ok := s.Canvas().(interface{ SetDirty() }); ok {
		c.SetDirty()
	}
}

// SetType chooses the size of the text, in Fyne's units, and whether it is set without
// serifs.
func (s *Surface) SetType(size float32, sans bool) {
	choice := typeChoice{size: min(max(size, SmallestText), LargestText)}
	if sans {
		choice.family = typeset.Sans
	}
	if choice != s.choice {
		s.choice = choice
		s.resize(s.Size(), true)
	}
}

// facesFound sets all words anew, for there are faces now for letters that had none.
func (s *Surface) facesFound() {
	s.setter.Forget()
	s.resize(s.Size(), true)
}

// Place is where a person was in a draft.
type Place struct {
	Selection editing.Selection
	Top       release.TextID // the block at the upper edge
	Above     float32        // how much of it is above the edge, in Fyne's units
}

// Place returns where the person is.
func (s *Surface) Place() Place {
	if s.editor == nil || len(s.column.blocks) == 0 {
		return Place{}
	}
	return Place{s.editor.Selection(), s.column.blocks[s.view.block].id, s.view.unit(s.view.above)}
}

// Return goes back to a place, as far as the draft has it still.
func (s *Surface) Return(p Place) {
	b := s.column.byID[p.Top]
	if b == nil {
		return
	}
	s.editor.Select(p.Selection.Anchor, p.Selection.Caret)
	s.resetCaret()
	s.view.block, s.view.above = b.index, int(p.Above*s.view.scale)
	s.show()
	s.OnCaret()
}

// GoTo puts the caret at a position and scrolls there.
func (s *Surface) GoTo(p release.Position) {
	s.Select(p, p)
}

// Select selects from one position to another and scrolls there.
func (s *Surface) Select(anchor, caret release.Position) {
	s.Act(func(e *editing.Editor) { e.Select(anchor, caret) })
}

// Selected returns the words that are selected.
func (s *Surface) Selected() string {
	if s.editor == nil || s.editor.Selection().Empty() {
		return ""
	}
	return s.editor.Copy().Text()
}

// AreaOf returns where the words between two positions are on the surface, or the first
// line of them; false where they are not seen.
func (s *Surface) AreaOf(start, end release.Position) (Area, bool) {
	from, ok := s.spot(start, false)
	if !ok || !s.view.sees(from.block) {
		return Area{}, false
	}
	v := &s.view
	right := from.box.x + from.box.width
	if to, also := s.spot(end, true); also && to.box == from.box && to.line == from.line {
		right = to.x
	}
	return Area{
		fyne.NewPos(v.unit(v.left+from.x), v.unit(s.blockTop(from.block)+from.y())),
		fyne.NewSize(v.unit(max(right-from.x, 1)), v.unit(from.box.look.lineHeight)),
	}, true
}

// CaretArea returns where the caret is on the surface.
func (s *Surface) CaretArea() Area {
	if s.caret.form != nil {
		return s.areaOf(s.caret.form)
	}
	if s.editor == nil {
		return Area{}
	}
	caret := s.editor.Selection().Caret
	area, _ := s.AreaOf(caret, caret)
	return area
}
