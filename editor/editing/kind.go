package editing

import (
	"strconv"

	"communique/editor/document"
	"communique/editor/draft"
	"communique/editor/regexp"
	"communique/editor/release"
)

// SetKind makes the blocks that are selected paragraphs, subheadings, quotations or a list,
// whose items are numbered or not; of a list only the selected items become something
// else, and where all of them are of its sublists, these are numbered or not. The lead's words go to the first block. Tables, pictures and rules stay what they
// are, and so does a text that is no block's.
func (e *Editor) SetKind(kind release.BlockKind, numbered bool) {
	from, to := e.Range()
	e.edit(draft.Alone, func(w *writer) Selection {
		w.setKind(from, to, kind, numbered)
		return w.selection
	})
}

// blocksOf returns the indices of the first and the last block between two places; a block
// at whose beginning the second is does not count if there are others.
func blocksOf(d *document.Document, from, to release.Position) (first, last int) {
	last = d.Len() - 1
	switch {
	case to.Block != 0:
		last = d.Index(to.Block)
		if first, _ := span(d, to.Block); to == first && to.Block != from.Block {
			last--
		}
	case to.Field != release.BoilerplateField:
		last = -1
	}
	switch {
	case from.Block != 0:
		first = d.Index(from.Block)
	case from.Field == release.BoilerplateField:
		first = d.Len()
	}
	return first, last
}

// wordKinds are the kinds that SetKind knows.
var wordKinds = map[release.BlockKind]bool{release.Paragraph: true, release.Subheading: true, release.Quotation: true, release.List: true}

func (w *writer) setKind(from, to release.Position, kind release.BlockKind, numbered bool) {
	if !wordKinds[kind] {
		return
	}
	shape := document.Shape{Kind: kind}
	if to.Field == release.LeadField {
		if from.Field == release.LeadField && kind != release.Paragraph {
			w.setLead(shape, numbered)
		}
		return
	}
	first, last := blocksOf(w.Document, from, to)
	if from != to && w.isItem(to) {
		to.Offset = lineStart(w.Document, to).Offset - 1 // of that item nothing is selected
	}
	if kind == release.List && w.setSort(from, to, numbered) {
		return
	}
	var all []release.BlockID
	for i := first; i <= last; i++ {
		all = append(all, w.At(i))
	}
	if len(all) == 0 {
		return
	}
	if kind == release.List && numbered {
		shape.First = w.numbered(all[0], all[len(all)-1])
	}
	w.convertAll(all, from, to, shape)
}

// convertAll gives blocks a shape, and makes one list of those beside each other that are
// lists then.
func (w *writer) convertAll(all []release.BlockID, from, to release.Position, shape document.Shape) {
	kind := shape.Kind
	var lists []release.BlockID
	for _, id := range all {
		made := w.convert(id, from, to, shape)
		if kind == release.List && made == nil {
			w.gather(lists)
			lists = nil
		}
		lists = append(lists, made...)
	}
	if kind == release.List {
		w.gather(lists)
	}
}

// gather makes one list of several, and of those beside them that go on.
func (w *writer) gather(lists []release.BlockID) {
	if len(lists) > 0 {
		w.settle(w.merge(lists))
	}
}

// setLead makes a block of the lead's words.
func (w *writer) setLead(shape document.Shape, numbered bool) {
	if shape.Kind == release.List && numbered && shape.First == 0 {
		shape.First = w.numbered(0, 0)
	}
	block := w.split(start(wordsOf(0)), shape).Block
	if shape.Kind == release.List {
		w.settle(block)
	}
}

// convert gives a block a shape, of a list the items between two places, and returns what
// became of it; nothing where it cannot be.
func (w *writer) convert(id release.BlockID, from, to release.Position, shape document.Shape) []release.BlockID {
	is := w.Shape(id)
	switch {
	case !wordKinds[is.Kind]:
		return nil
	case is.Kind == release.List && shape.Kind == release.List:
		if (is.First > 0) == (shape.First > 0) {
			is.Mixed = is.Mixed && !w.inSublist(id, from, to)
			w.reshape(id, is)
			return []release.BlockID{id}
		}
	case is.Kind == release.List:
		all := w.each(w.selectedItems(id, from, to))
		for _, item := range all {
			w.delete(wordsOf(item), 0, release.Tabs(w.textOf(wordsOf(item))))
			w.reshape(item, shape)
		}
		return all
	case is.Kind == release.Quotation && shape.Kind != release.Quotation:
		w.releaseSpeaker(id)
	}
	w.reshape(id, shape)
	return []release.BlockID{id}
}

// selectedItems parts from a list the items between two places.
func (w *writer) selectedItems(list release.BlockID, from, to release.Position) release.BlockID {
	first, last := 0, w.Length(wordsOf(list))
	if from.TextID == wordsOf(list) {
		first = lineStart(w.Document, from).Offset
	}
	if to.TextID == wordsOf(list) {
		_, end := paragraphAt(w.Document, to)
		last = end.Offset
	}
	return w.itemsApart(list, first, last)
}

// signsOfKinds are what is typed at the beginning of a paragraph for another kind.
var signsOfKinds = map[string]release.BlockKind{
	"# ": release.Subheading, "> ": release.Quotation, "- ": release.List, "* ": release.List, "• ": release.List,
}

var numberSign = regexp.MustCompile(`^([1-9][0-9]?)[.)] $`)

// typedShape returns what a sign at the beginning of a paragraph means.
func typedShape(sign string) (document.Shape, bool) {
	if kind, ok := signsOfKinds[sign]; ok {
		return document.Shape{Kind: kind}, true
	}
	if number := numberSign.FindStringSubmatch(sign); number != nil {
		first, _ := strconv.Atoi(number[1])
		return document.Shape{Kind: release.List, First: first}, true
	}
	return document.Shape{}, false
}

// longestSign is the length of the longest sign in code points.
const longestSign = 4

// formatTyped makes another kind of the paragraph with the caret, where that was typed at
// its beginning. It is a change of its own, so that one undo gives the letters back.
func (e *Editor) formatTyped() {
	d, at := e.document(), e.selection.Caret
	block := at.Block
	lead := at.TextID == wordsOf(0)
	if at.Offset > longestSign || !lead && (at.TextID != wordsOf(block) || d.Shape(block).Kind != release.Paragraph) {
		return
	}
	sign, _ := d.Piece(at.TextID, 0, at.Offset)
	shape, ok := typedShape(sign)
	if !ok {
		return
	}
	e.edit(draft.Alone, func(w *writer) Selection {
		w.delete(at.TextID, 0, at.Offset)
		if lead {
			w.setLead(shape, shape.First > 0)
			return w.selection
		}
		w.reshape(block, shape)
		if shape.Kind == release.List {
			w.settle(block)
		}
		return w.selection
	})
}
