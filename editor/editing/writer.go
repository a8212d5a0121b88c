package editing

import (
	"slices"
	"strings"

	"communique/editor/document"
	"communique/editor/release"
)

// writer makes the operations of one change.
type writer struct {
	*document.Document
	apply func(document.Op)
	// selection is carried along, as a caret is.
	selection Selection
	kept      []*release.Position // others that are
}

// do makes an operation. What is kept at the place where something is put goes behind it.
func (w *writer) do(op document.Op) { w.make(op, true) }

func (w *writer) make(op document.Op, after bool) {
	w.apply(op)
	for _, p := range w.positions() {
		if moved, ok := (document.Transaction{op}).Map(*p, after); ok {
			*p = moved
		} else {
			*p = refuge(*p, document.Transaction{op})
		}
	}
}

// positions are what is carried along.
func (w *writer) positions() []*release.Position {
	return append(w.kept, &w.selection.Anchor, &w.selection.Caret)
}

// insert puts words with their marks into a text, and returns the place behind them.
func (w *writer) insert(at release.Position, words string, marks []release.Mark) release.Position {
	if words == "" {
		return at
	}
	if !document.TakesMarks(at.TextID) {
		marks = nil
	}
	w.do(document.Insert{At: at, Words: words, Marks: marks})
	return w.behind(at, words)
}

// append puts words at the end of a text; what is kept there stays.
func (w *writer) append(id release.TextID, words string, marks []release.Mark) {
	if words != "" {
		w.make(document.Insert{At: end(w.Document, id), Words: words, Marks: marks}, false)
	}
}

// behind is the place behind words that were put somewhere.
func (w *writer) behind(at release.Position, words string) release.Position {
	at.Offset += len([]rune(words))
	return at
}

// delete takes the code points from start to end out of a text.
func (w *writer) delete(id release.TextID, start, end int) {
	if start < end {
		w.do(w.Deletion(release.Position{TextID: id, Offset: start}, end-start))
	}
}

// empty takes all words out of a text.
func (w *writer) empty(id release.TextID) { w.delete(id, 0, w.Length(id)) }

// split parts the lead or a block; what follows goes to a new block of a shape, whose words
// are returned.
func (w *writer) split(at release.Position, shape document.Shape) release.TextID {
	op := w.Splitting(at, shape.Kind)
	op.Rest.First, op.Rest.Mixed = shape.First, shape.Mixed
	w.do(op)
	return document.Body(op.Rest.ID, release.Words)
}

// add puts a block behind another, 0 being the lead, and returns its new ID.
func (w *writer) add(after release.BlockID, b release.Block) release.BlockID {
	b.ID = w.NewID()
	w.do(document.Add{After: after, Block: b})
	return b.ID
}

func (w *writer) remove(id release.BlockID) {
	if op, ok := w.Removal(id); ok {
		w.do(op)
	}
}

func (w *writer) reshape(id release.BlockID, shape document.Shape) {
	op, ok := w.Reshaping(id, shape)
	if !ok || op.Before == op.After {
		return
	}
	w.do(op)
	for _, p := range w.positions() {
		if p.Block == id && !slices.Contains(partsOf(shape.Kind), p.Part) {
			*p = end(w.Document, wordsOf(id))
		}
	}
}

// blockBehind is the block that follows the lead or a block; 0 where there is none.
func (w *writer) blockBehind(id release.BlockID) release.BlockID { return w.At(w.Index(id) + 1) }

// blockBefore is the block before one; 0 where that is the lead.
func (w *writer) blockBefore(id release.BlockID) release.BlockID { return w.At(w.Index(id) - 1) }

// words is the text of the words of a block, or of the lead, which is block 0.
func wordsOf(id release.BlockID) release.TextID {
	if id == 0 {
		return release.TextID{Field: release.LeadField}
	}
	return document.Body(id, release.Words)
}

// textOf returns a text without its marks.
func (w *writer) textOf(id release.TextID) string {
	text, _, _ := w.Text(id)
	return text
}

// speakerOf is who a quotation names; "" for other blocks.
func (w *writer) speakerOf(id release.BlockID) string {
	return w.textOf(document.Body(id, release.SpeakerPart))
}

// releaseSpeaker makes a paragraph behind a quotation of its speaker, so that the words can
// be something else.
func (w *writer) releaseSpeaker(id release.BlockID) {
	if name := w.speakerOf(id); name != "" {
		block := w.add(id, release.Block{Kind: release.Paragraph, Text: name})
		w.moved(document.Body(id, release.SpeakerPart), wordsOf(block))
	}
}

// moveSpeaker gives the speaker of a quotation to another, which has none.
func (w *writer) moveSpeaker(from, to release.BlockID) {
	if name := w.speakerOf(from); name != "" {
		speaker := document.Body(to, release.SpeakerPart)
		w.insert(start(speaker), name, nil)
		w.moved(document.Body(from, release.SpeakerPart), speaker)
	}
}

// moved empties a text whose words are those of another now; what is kept of it goes along.
func (w *writer) moved(from, to release.TextID) {
	for _, p := range w.positions() {
		if p.TextID == from {
			p.TextID = to
		}
	}
	w.empty(from)
}

// join puts the words of the next block behind those of a text. Of a list it takes the
// first item; a speaker is kept.
func (w *writer) join(id release.TextID) {
	next := w.blockBehind(id.Block)
	here, there := w.Shape(id.Block).Kind, w.Shape(next)
	if there.Kind == release.List && here != release.List {
		if i := strings.IndexByte(w.textOf(wordsOf(next)), '\n'); i >= 0 {
			w.reshape(w.splitItem(next, w.Offset(wordsOf(next), i)), there)
		}
	}
	if w.speakerOf(next) != "" {
		if here == release.Quotation && w.speakerOf(id.Block) == "" {
			w.moveSpeaker(next, id.Block)
		} else {
			w.releaseSpeaker(next)
		}
	}
	if w.isList(next) {
		w.delete(wordsOf(next), 0, release.Tabs(w.textOf(wordsOf(next))))
	}
	w.joinNext(id)
}

// joinNext puts the words of the next block, as they are, behind those of a text.
func (w *writer) joinNext(id release.TextID) {
	w.takeSort(id.Block, w.blockBehind(id.Block))
	if op, ok := w.Joining(id); ok {
		w.make(op, false)
	}
}

// isBare reports whether a block says nothing.
func (w *writer) isBare(id release.BlockID) bool {
	for _, part := range partsOf(w.Shape(id).Kind) {
		if w.Length(document.Body(id, part)) > 0 {
			return false
		}
	}
	return true
}
