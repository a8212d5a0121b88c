package editing

import (
	"communique/editor/document"
	"communique/editor/draft"
	"communique/editor/release"
)

// deleteSelected deletes what is selected; false where nothing is.
func (e *Editor) deleteSelected() bool {
	if e.selection.Empty() {
		return false
	}
	from, to := e.Range()
	e.edit(draft.Alone, func(w *writer) Selection { return caret(w.cut(from, to)) })
	return true
}

// deleteTo deletes from the caret to another place of its text.
func (e *Editor) deleteTo(offset int, step draft.Step) {
	at := e.selection.Caret
	e.edit(step, func(w *writer) Selection {
		w.delete(at.TextID, min(at.Offset, offset), max(at.Offset, offset))
		return w.selection
	})
}

// Backspace deletes what is selected, or the grapheme before the caret. At the beginning of
// a subheading, a quotation or an item it first makes a paragraph, which it then joins to
// what is before it; an item of a sublist first comes a level out. A table or a picture
// before the caret it first selects.
func (e *Editor) Backspace() { e.deleteBack(graphemeStart, draft.Erasing) }

// DeleteWordBack deletes what is selected, or back to the beginning of a word.
func (e *Editor) DeleteWordBack() { e.deleteBack(wordLeft, draft.Alone) }

func (e *Editor) deleteBack(to func(*document.Document, release.Position) int, step draft.Step) {
	if e.readOnly || e.deleteSelected() {
		return
	}
	d, at := e.document(), e.selection.Caret
	if at.Offset > 0 {
		begin, _ := paragraphAt(d, at)
		switch n := natureOf(d, at.TextID); {
		case begin != at:
			e.deleteTo(max(to(d, at), begin.Offset), step)
		case n == items:
			e.outOfItem(at)
		case n == cells:
			at.Offset--
			e.Select(at, at)
		}
		return
	}
	e.backFromStart(at)
}

// backFromStart is Backspace at the beginning of a text.
func (e *Editor) backFromStart(at release.Position) {
	d := e.document()
	kind := d.Shape(at.Block).Kind
	if at.TextID != wordsOf(at.Block) || at.Block == 0 {
		before := e.endBefore(at)
		e.Select(before, before)
		return
	}
	switch kind {
	case release.Table, release.Picture:
		e.takeBlock(at.Block)
	case release.Paragraph:
		e.joinBefore(at)
	default:
		e.SetKind(release.Paragraph, false)
	}
}

// joinBefore joins a paragraph to what is before it.
func (e *Editor) joinBefore(at release.Position) {
	d := e.document()
	before := d.At(d.Index(at.Block) - 1)
	kind := d.Shape(before).Kind
	object := kind == release.Table || kind == release.Picture
	quoted := kind == release.Quotation && d.Length(document.Body(before, release.SpeakerPart)) > 0
	switch {
	case kind == release.Rule:
		e.edit(draft.Alone, func(w *writer) Selection {
			w.remove(before)
			return w.selection
		})
	case (object || quoted) && d.Length(at.TextID) == 0:
		to := e.endBefore(at)
		e.edit(draft.Alone, func(w *writer) Selection {
			w.remove(at.Block)
			return caret(to)
		})
	case object:
		e.selectBlock(before)
	case quoted:
		to := e.endBefore(at)
		e.Select(to, to)
	default:
		e.edit(draft.Alone, func(w *writer) Selection {
			w.join(wordsOf(before))
			w.closeUp(before)
			return w.selection
		})
	}
}

// takeBlock selects a block, so that the next key takes it away. One that says nothing and
// cannot be selected goes at once.
func (e *Editor) takeBlock(id release.BlockID) {
	if first, last := span(e.document(), id); first != last {
		e.Select(first, last)
		return
	}
	e.edit(draft.Alone, func(w *writer) Selection { return caret(w.removeBlock(id)) })
}

// DeleteForward deletes what is selected, or the grapheme behind the caret. At the end of a
// block it joins the next one; a table or a picture there it first selects.
func (e *Editor) DeleteForward() { e.deleteForward(graphemeEnd, draft.Erasing) }

// DeleteWordForward deletes what is selected, or up to the beginning of the next word.
func (e *Editor) DeleteWordForward() { e.deleteForward(wordRight, draft.Alone) }

func (e *Editor) deleteForward(to func(*document.Document, release.Position) int, step draft.Step) {
	if e.readOnly || e.deleteSelected() {
		return
	}
	d, at := e.document(), e.selection.Caret
	n := natureOf(d, at.TextID)
	_, stop := paragraphAt(d, at)
	switch {
	case at != stop:
		e.deleteTo(min(to(d, at), stop.Offset), step)
	case n == cells:
	case at.Offset < d.Length(at.TextID):
		next := release.Position{TextID: at.TextID, Offset: at.Offset + 1}
		e.edit(draft.Alone, func(w *writer) Selection { return caret(w.cutItems(at, inItem(d, next))) })
	case n.joins():
		e.joinBehind(at)
	}
}

// joinBehind joins the next block to the text that ends at the caret.
func (e *Editor) joinBehind(at release.Position) {
	d := e.document()
	next := d.At(d.Index(at.Block) + 1)
	kind := d.Shape(next).Kind
	object := kind == release.Table || kind == release.Picture
	bare := at.Block != 0 && d.Length(at.TextID) == 0 && d.Shape(at.Block).Kind == release.Paragraph
	switch {
	case next == 0 || d.Length(document.Body(at.Block, release.SpeakerPart)) > 0:
	case kind == release.Rule:
		e.edit(draft.Alone, func(w *writer) Selection {
			w.remove(next)
			w.closeUp(at.Block)
			return w.selection
		})
	case bare:
		e.edit(draft.Alone, func(w *writer) Selection {
			w.selection = caret(start(wordsOf(next)))
			w.remove(at.Block)
			w.closeUp(next)
			return w.selection
		})
	case object:
		e.takeBlock(next)
	default:
		e.edit(draft.Alone, func(w *writer) Selection {
			w.join(at.TextID)
			w.closeUp(at.Block)
			return w.selection
		})
	}
}

// removeBlock takes a block away and returns the end of the text before it.
func (w *writer) removeBlock(id release.BlockID) release.Position {
	before, _ := along(w.Document, wordsOf(id), -1)
	w.remove(id)
	return end(w.Document, before)
}
