package editing

import (
	"strings"

	"communique/editor/release"
)

// cut takes what is between two places out of the draft and returns where it was. Fields
// stay, emptied; a block that was cut at its end goes on with the next. Of tables, cells are
// emptied and rows that are wholly in it go.
func (w *writer) cut(from, to release.Position) release.Position {
	if from == to {
		return from
	}
	at := w.cutOpen(from, to)
	w.kept = append(w.kept, &at)
	defer func() { w.kept = w.kept[:len(w.kept)-1] }()
	w.closeUp(at.Block)
	return at
}

// replace is cut to make room for something else. Where a table or a picture goes that is not
// cut from within, that is a paragraph of its own.
func (w *writer) replace(from, to release.Position) release.Position {
	if from == to {
		return from
	}
	if !w.isObject(from, to) {
		return w.cut(from, to)
	}
	room := w.add(w.blockBefore(from.Block), release.Block{Kind: release.Paragraph})
	w.cut(from, to)
	return start(wordsOf(room))
}

// isObject reports whether a table or a picture goes that begins at the first of two places,
// and no words behind it come there instead.
func (w *writer) isObject(from, to release.Position) bool {
	kind := w.Shape(from.Block).Kind
	if kind != release.Table && kind != release.Picture {
		return false
	}
	first, _ := span(w.Document, from.Block)
	return w.isWhole(from, to) || from == first && to.Block != from.Block && !w.joinsIn(to.TextID)
}

// cutOpen is cut, which leaves lists apart that stand side by side then.
func (w *writer) cutOpen(from, to release.Position) release.Position {
	switch {
	case w.isWhole(from, to):
		return w.removeBlock(from.Block)
	case from.TextID == to.TextID && natureOf(w.Document, from.TextID) == items:
		return w.cutItems(from, to)
	case from.TextID == to.TextID:
		return w.cutText(from.TextID, from.Offset, to.Offset)
	case from.Block != 0 && from.Block == to.Block:
		w.cutText(from.TextID, from.Offset, w.Length(from.TextID))
		for next, ok := along(w.Document, from.TextID, 1); ok && next != to.TextID; next, ok = along(w.Document, next, 1) {
			w.empty(next)
		}
		w.cutText(to.TextID, 0, to.Offset)
		return from
	default:
		return w.cutBlocks(from, to)
	}
}

// isWhole reports whether two places are the ends of a picture or of a table of several
// cells, which goes as a whole.
func (w *writer) isWhole(from, to release.Position) bool {
	if from.Block == 0 || from.Block != to.Block {
		return false
	}
	first, last := span(w.Document, from.Block)
	switch w.Shape(from.Block).Kind {
	case release.Picture:
		return from == first && to == last
	case release.Table:
		return from == first && to == last && strings.ContainsAny(w.textOf(from.TextID), "\t\n")
	default:
		return false
	}
}

// cutTail empties a block, or a field, from a place on.
func (w *writer) cutTail(from release.Position) {
	w.cutText(from.TextID, from.Offset, w.Length(from.TextID))
	for next, ok := along(w.Document, from.TextID, 1); ok && next.Block == from.Block && next.Block != 0; next, ok = along(w.Document, next, 1) {
		w.empty(next)
	}
}

// cutHead empties a block, or a field, up to a place, and returns where that is then.
func (w *writer) cutHead(to release.Position) release.Position {
	for before, ok := along(w.Document, to.TextID, -1); ok && before.Block == to.Block && before.Block != 0; before, ok = along(w.Document, before, -1) {
		w.empty(before)
	}
	if natureOf(w.Document, to.TextID) == items { // its item keeps its level
		line := lineStart(w.Document, to)
		w.delete(to.TextID, inItem(w.Document, line).Offset, to.Offset)
		w.delete(to.TextID, 0, line.Offset)
		return inItem(w.Document, start(to.TextID))
	}
	return w.cutText(to.TextID, 0, to.Offset)
}

// cutBlocks cuts from one block, or field, into another.
func (w *writer) cutBlocks(from, to release.Position) release.Position {
	w.cutBetween(from, to)
	wholeFirst, wholeLast := false, false // they go as a whole
	if from.Block != 0 {
		first, _ := span(w.Document, from.Block)
		wholeFirst = from == first
	}
	if to.Block != 0 {
		_, last := span(w.Document, to.Block)
		wholeLast = to == last && !w.joinsIn(to.TextID)
	}
	first, last := w.joinsIn(from.TextID), w.joinsIn(to.TextID)
	if wholeLast {
		w.remove(to.Block)
	} else {
		to = w.cutHead(to)
	}
	switch {
	case wholeFirst && last:
		w.remove(from.Block)
		return to
	case wholeFirst && !first:
		return w.removeBlock(from.Block)
	case last && w.isItem(from):
		w.delete(from.TextID, lineStart(w.Document, from).Offset-1, w.Length(from.TextID))
		return to
	case !first || !last:
		if wholeFirst {
			w.cutTail(from)
			return from
		}
		at := w.cutText(from.TextID, from.Offset, w.Length(from.TextID))
		w.cutTail(end(w.Document, from.TextID))
		return at
	default:
		w.cutTail(from)
		w.join(from.TextID)
		return from
	}
}

// isItem reports whether an item of a list begins at a place, which is not its first.
func (w *writer) isItem(at release.Position) bool {
	begin, _ := paragraphAt(w.Document, at)
	return begin == at && lineStart(w.Document, at).Offset > 0
}

// joinsIn reports whether a text can be joined to another, and others to it.
func (w *writer) joinsIn(id release.TextID) bool { return natureOf(w.Document, id).joins() }

// cutBetween empties the fields and takes the blocks that are wholly between two places.
func (w *writer) cutBetween(from, to release.Position) {
	for _, field := range above {
		id := release.TextID{Field: field}
		if compare(w.Document, start(id), from) > 0 && compare(w.Document, start(id), to) < 0 && id != from.TextID && id != to.TextID {
			w.empty(id)
		}
	}
	first, last := 0, w.Len()
	switch {
	case from.Block != 0:
		first = w.Index(from.Block) + 1
	case from.Field == release.BoilerplateField:
		first = w.Len()
	}
	switch {
	case to.Block != 0:
		last = w.Index(to.Block)
	case to.Field != release.BoilerplateField:
		last = 0
	}
	for i := last - 1; i >= first; i-- {
		w.remove(w.At(i))
	}
}

// cutText takes code points out of a text and returns where they were.
func (w *writer) cutText(id release.TextID, from, to int) release.Position {
	at := release.Position{TextID: id, Offset: from}
	if from >= to {
		return at
	}
	if text, _ := w.Piece(id, from, to); natureOf(w.Document, id) == cells && strings.ContainsAny(text, "\t\n") {
		return w.cutCells(id, from, to)
	}
	w.delete(id, from, to)
	return at
}

// cutItems is cutText in a list. Where it begins with an item, what is left of the last one
// keeps its own level.
func (w *writer) cutItems(from, to release.Position) release.Position {
	line, last := lineStart(w.Document, from), lineStart(w.Document, to)
	if line == last || inItem(w.Document, line) != from {
		return w.cutText(from.TextID, from.Offset, to.Offset)
	}
	w.delete(from.TextID, inItem(w.Document, last).Offset, to.Offset)
	w.delete(from.TextID, line.Offset, last.Offset)
	return inItem(w.Document, line)
}

// cutCells takes the rows out of a table that are wholly between two places, and empties
// what is of cells.
func (w *writer) cutCells(id release.TextID, from, to int) release.Position {
	at := release.Position{TextID: id, Offset: from}
	for to > from {
		row, rowEnd := between(w.Document, release.Position{TextID: id, Offset: to}, "\n")
		first := max(row.Offset, from)
		switch whole := first == row.Offset && to == rowEnd.Offset; {
		case whole && first < to && rowEnd.Offset < w.Length(id):
			w.delete(id, first, to+1)
		case whole && first < to && first > 0:
			w.delete(id, first-1, to)
			at.Offset = min(at.Offset, first-1)
		default:
			w.emptyCells(id, first, to)
		}
		to = row.Offset - 1
	}
	return at
}

// emptyCells takes out of a row what is between two places, but for what parts its cells.
func (w *writer) emptyCells(id release.TextID, from, to int) {
	text, _ := w.Piece(id, from, to)
	letters := []rune(text)
	for stop := len(letters); stop >= 0; {
		begin := stop
		for begin > 0 && letters[begin-1] != '\t' {
			begin--
		}
		w.delete(id, from+begin, from+stop)
		stop = begin - 1
	}
}
