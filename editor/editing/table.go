package editing

import (
	"strings"

	"communique/editor/draft"
	"communique/editor/release"
)

// Tab goes to the next cell of a table, or to the one before, and selects what is in it;
// behind the last one it adds a row. It is false where there is no table, and the key is
// free.
func (e *Editor) Tab(back bool) bool {
	d, at := e.document(), e.selection.Caret
	if natureOf(d, at.TextID) != cells {
		return false
	}
	from, to := between(d, at, "\t\n")
	switch {
	case back && from.Offset == 0:
	case back:
		from.Offset--
		e.Select(between(d, from, "\t\n"))
	case to.Offset < d.Length(at.TextID):
		to.Offset++
		e.Select(between(d, to, "\t\n"))
	default:
		e.addRow(at)
	}
	return true
}

// addRow adds a row of as many cells to a table as the last one has.
func (e *Editor) addRow(at release.Position) {
	e.edit(draft.Alone, func(w *writer) Selection {
		last := end(w.Document, at.TextID)
		from, _ := between(w.Document, last, "\n")
		row, _ := w.Piece(at.TextID, from.Offset, last.Offset)
		first := w.insert(last, "\n", nil)
		w.insert(first, strings.Repeat("\t", strings.Count(row, "\t")), nil)
		return caret(first)
	})
}

// cellBelow goes to the cell under one; from the last row to a new paragraph behind the
// table.
func (w *writer) cellBelow(at release.Position) release.Position {
	from, to := between(w.Document, at, "\n")
	if to.Offset == w.Length(at.TextID) {
		return w.emptyBehind(at.Block)
	}
	before, _ := w.Piece(at.TextID, from.Offset, at.Offset)
	to.Offset++
	for column := strings.Count(before, "\t"); column > 0; column-- {
		_, cell := between(w.Document, to, "\t\n")
		_, row := between(w.Document, to, "\n")
		if cell == row {
			break // it has fewer cells
		}
		to.Offset = cell.Offset + 1
	}
	return to
}
