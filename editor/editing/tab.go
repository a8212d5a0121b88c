package editing

import "communique/editor/release"

// Tab goes from cell to cell of a table, and from a text of one line to the next text, or
// the one before. Back at the beginning of a list's item it makes a paragraph of that, and
// of the others that are selected. It is false where it means nothing: no text holds tabs,
// and lists have one level.
func (e *Editor) Tab(back bool) bool {
	d := e.document()
	switch natureOf(d, e.selection.Caret.TextID) {
	case cells:
		e.tabInTable(back)
		return true
	case items:
		from, _ := e.Range()
		begin, _ := paragraphAt(d, from)
		if !back || begin != from {
			return false
		}
		e.SetKind(release.Paragraph, false)
		return true
	case oneLine:
		return e.tabBetween(back)
	default:
		return false
	}
}

// tabBetween goes to the beginning of the next text, or of the one before; false where there
// is none.
func (e *Editor) tabBetween(back bool) bool {
	beside := e.Next
	if back {
		beside = e.Previous
	}
	id, ok := beside(e.selection.Caret.TextID)
	if ok {
		e.Select(start(id), start(id))
	}
	return ok
}

// InList reports whether the caret is in an item of a list.
func (e *Editor) InList() bool { return natureOf(e.document(), e.selection.Caret.TextID) == items }
