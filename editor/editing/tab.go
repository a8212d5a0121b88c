package editing

// Tab goes from cell to cell of a table, and from a text of one line to the next text, or
// the one before. In a list it puts the items that are selected a level deeper, or back a
// level out; those of the first level it makes paragraphs back at their beginning. It is
// false where it means nothing: no text holds tabs.
func (e *Editor) Tab(back bool) bool {
	d := e.document()
	switch natureOf(d, e.selection.Caret.TextID) {
	case cells:
		e.tabInTable(back)
		return true
	case items:
		return e.tabInList(back)
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
