package editing

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/draft"
	"communique/editor/release"
)

// tabInTable goes to the next cell, or to the one before, and selects what is in it; behind
// the last one it adds a row.
func (e *Editor) tabInTable(back bool) {
	d, at := e.document(), e.selection.Caret
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
		e.addRow(end(d, at.TextID))
	}
}

// InTable reports whether the caret is in a table.
func (e *Editor) InTable() bool { return natureOf(e.document(), e.selection.Caret.TextID) == cells }

// PutTable puts an empty table of two columns behind the caret, and the caret into its
// first cell.
func (e *Editor) PutTable() { e.InsertBlock(release.Block{Kind: release.Table, Text: "\t\n\t"}) }

// AddRow adds a row under the one with the caret, and goes to its first cell.
func (e *Editor) AddRow() {
	if e.InTable() {
		e.addRow(e.selection.Caret)
	}
}

// AddColumn adds a column behind the one with the caret, and goes to its cell.
func (e *Editor) AddColumn() {
	e.change(func(w *writer, at release.Position) Selection {
		column, place := w.column(at), at
		for _, row := range w.rows(at.TextID) {
			last := min(column, len(row)-1)
			behind := at
			behind.Offset = row[last].to
			tabs := column + 1 - last
			put := w.insert(behind, strings.Repeat("\t", tabs), nil)
			if holds(row, at) {
				place = put
			} else if row[0].from < at.Offset {
				place.Offset += tabs
			}
		}
		return caret(place)
	})
}

// DeleteRow takes away the row with the caret; with the last one the table.
func (e *Editor) DeleteRow() {
	e.change(func(w *writer, at release.Position) Selection {
		from, to := between(w.Document, at, "\n")
		switch {
		case from.Offset > 0:
			w.delete(at.TextID, from.Offset-1, to.Offset)
			from.Offset--
			from, _ = between(w.Document, from, "\n")
		case to.Offset < w.Length(at.TextID):
			w.delete(at.TextID, from.Offset, to.Offset+1)
		default:
			return caret(w.removeBlock(at.Block))
		}
		return caret(from)
	})
}

// DeleteColumn takes away the column with the caret; with the last one the table.
func (e *Editor) DeleteColumn() {
	e.change(func(w *writer, at release.Position) Selection {
		column, rows := w.column(at), w.rows(at.TextID)
		if !slices.ContainsFunc(rows, func(row []cell) bool { return len(row) > 1 }) {
			return caret(w.removeBlock(at.Block))
		}
		place := at
		for _, row := range rows {
			if column >= len(row) {
				continue
			}
			from, to := row[column].from, row[column].to
			switch {
			case column > 0:
				from--
			case len(row) > 1:
				to++
			}
			w.delete(at.TextID, from, to)
			if holds(row, at) {
				place.Offset = from
			} else if row[0].from < at.Offset {
				place.Offset -= to - from
			}
		}
		return caret(place)
	})
}

// change does something to the table with the caret; nothing where there is none.
func (e *Editor) change(do func(w *writer, at release.Position) Selection) {
	if e.InTable() {
		e.edit(draft.Alone, func(w *writer) Selection { return do(w, e.selection.Caret) })
	}
}

// cell is where one stands in its table's text, in code points.
type cell struct{ from, to int }

// rows returns the cells of a table, the last row first, so that what is changed leaves
// those still to come where they are.
func (w *writer) rows(table release.TextID) [][]cell {
	var rows [][]cell
	at := 0
	for line := range strings.SplitSeq(w.textOf(table), "\n") {
		var row []cell
		for text := range strings.SplitSeq(line, "\t") {
			to := at + utf8.RuneCountInString(text)
			row = append(row, cell{at, to})
			at = to + 1
		}
		rows = append(rows, row)
	}
	slices.Reverse(rows)
	return rows
}

// holds reports whether a place is in a row.
func holds(row []cell, at release.Position) bool {
	return row[0].from <= at.Offset && at.Offset <= row[len(row)-1].to
}

// column is how many cells of its row stand before a place.
func (w *writer) column(at release.Position) int {
	from, _ := between(w.Document, at, "\n")
	before, _ := w.Piece(at.TextID, from.Offset, at.Offset)
	return strings.Count(before, "\t")
}

// addRow adds a row of empty cells, as many as the row of a place has, under that.
func (e *Editor) addRow(at release.Position) {
	e.edit(draft.Alone, func(w *writer) Selection {
		from, to := between(w.Document, at, "\n")
		row, _ := w.Piece(at.TextID, from.Offset, to.Offset)
		first := w.insert(to, "\n", nil)
		w.insert(first, strings.Repeat("\t", strings.Count(row, "\t")), nil)
		return caret(first)
	})
}

// cellBelow goes to the cell under one; from the last row to a new paragraph behind the
// table.
func (w *writer) cellBelow(at release.Position) release.Position {
	_, to := between(w.Document, at, "\n")
	if to.Offset == w.Length(at.TextID) {
		return w.emptyBehind(at.Block)
	}
	to.Offset++
	for column := w.column(at); column > 0; column-- {
		_, cell := between(w.Document, to, "\t\n")
		_, row := between(w.Document, to, "\n")
		if cell == row {
			break // it has fewer cells
		}
		to.Offset = cell.Offset + 1
	}
	return to
}
