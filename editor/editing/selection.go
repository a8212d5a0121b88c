package editing

import "communique/editor/release"

func caret(at release.Position) Selection { return Selection{Anchor: at, Caret: at} }

// Selection returns what is selected.
func (e *Editor) Selection() Selection { return e.selection }

// Select selects from anchor to caret. A position beyond the end of its text is at the
// end; where no caret can be in one of the texts, the selection stays as it is.
func (e *Editor) Select(anchor, caret release.Position) {
	e.next = nextStyle{}
	if e.walks(anchor.TextID) && e.walks(caret.TextID) {
		e.selection = Selection{Anchor: e.nearest(anchor), Caret: e.nearest(caret)}
	}
}

// Range returns the two ends of the selection in reading order.
func (e *Editor) Range() (start, end release.Position) {
	s := e.selection
	if e.Compare(s.Anchor, s.Caret) > 0 {
		return s.Caret, s.Anchor
	}
	return s.Anchor, s.Caret
}

// SelectWord selects the word at a place.
func (e *Editor) SelectWord(at release.Position) { e.Select(e.Word(at)) }

// SelectParagraph selects the paragraph at a place: a text, an item of a list, a cell
// of a table.
func (e *Editor) SelectParagraph(at release.Position) { e.Select(e.Paragraph(at)) }

// SelectAll selects everything.
func (e *Editor) SelectAll() { e.Select(start(e.First()), end(e.document(), e.Last())) }

// selectBlock selects a block with all its texts.
func (e *Editor) selectBlock(id release.BlockID) { e.Select(span(e.document(), id)) }
