package editing

import (
	"strings"
	"unicode/utf8"

	"communique/editor/document"
	"communique/editor/release"
)

// Motion is a way to move the caret that needs no lines.
type Motion int

// The motions. Left and right are those of a text from left to right: where it runs the
// other way, Left still goes towards its beginning.
const (
	Left Motion = iota
	Right
	WordLeft    // to the beginning of a word
	WordRight   // to the beginning of the next word
	ParagraphUp // to the beginning of a paragraph, an item, a cell
	ParagraphDown
	TextStart
	TextEnd
	DocumentStart
	DocumentEnd
)

// Move moves the caret; extend keeps the anchor of the selection where it is. Left and
// Right leave a selection at its beginning and its end.
func (e *Editor) Move(m Motion, extend bool) {
	from, to := e.Range()
	target := e.Target(e.selection.Caret, m)
	switch {
	case extend:
		e.Select(e.selection.Anchor, target)
		return
	case !e.selection.Empty() && m == Left:
		target = from
	case !e.selection.Empty() && m == Right:
		target = to
	}
	e.Select(target, target)
}

// Target returns where a motion leads from a place.
func (e *Editor) Target(at release.Position, m Motion) release.Position {
	d := e.document()
	switch m {
	case Left, WordLeft:
		return e.back(at, m)
	case Right, WordRight:
		if at.Offset >= d.Length(at.TextID) {
			return e.startBehind(at)
		}
		if m == Right {
			at.Offset = graphemeEnd(d, at)
		} else {
			at.Offset = wordRight(d, at)
		}
	case ParagraphUp:
		return e.paragraphUp(at)
	case ParagraphDown:
		return e.paragraphDown(at)
	case TextStart:
		at.Offset = 0
	case TextEnd:
		at.Offset = d.Length(at.TextID)
	case DocumentStart:
		return start(e.First())
	case DocumentEnd:
		return e.documentEnd(at)
	}
	return at
}

// back returns where Left and WordLeft lead. Before the words of an item they lead over the tabs
// that say its level.
func (e *Editor) back(at release.Position, m Motion) release.Position {
	d, least := e.document(), 0
	if natureOf(d, at.TextID) == items {
		if from, _ := itemAt(d, at); from != at {
			least = from.Offset
		} else {
			at = lineStart(d, at)
		}
	}
	switch {
	case at.Offset == 0:
		return e.endBefore(at)
	case m == Left:
		at.Offset = graphemeStart(d, at)
	default:
		at.Offset = max(least, wordLeft(d, at))
	}
	return at
}

// documentEnd is the end of the body while the boilerplate behind it is empty, which is no
// place to go on writing; from there it is that of the boilerplate.
func (e *Editor) documentEnd(at release.Position) release.Position {
	d, last := e.document(), e.Last()
	body, ok := e.Previous(last)
	if !ok || d.Length(last) > 0 {
		return end(d, last)
	}
	for d.Length(body) == 0 && body.Part != release.Words { // nobody is quoted yet
		body, _ = e.Previous(body)
	}
	if to := end(d, body); to != at {
		return to
	}
	return end(d, last)
}

// endBefore is the end of the text before that of a place, which stays where there is none.
func (e *Editor) endBefore(at release.Position) release.Position {
	if before, ok := e.Previous(at.TextID); ok {
		return end(e.document(), before)
	}
	return at
}

// startBehind is the beginning of the text behind that of a place, which stays where there
// is none.
func (e *Editor) startBehind(at release.Position) release.Position {
	if behind, ok := e.Next(at.TextID); ok {
		return start(behind)
	}
	return at
}

func (e *Editor) paragraphUp(at release.Position) release.Position {
	from, _ := e.Paragraph(at)
	if from != at {
		return from
	}
	if at = lineStart(e.document(), at); at.Offset > 0 {
		at.Offset--
	} else {
		at = e.endBefore(at)
	}
	from, _ = e.Paragraph(at)
	return from
}

func (e *Editor) paragraphDown(at release.Position) release.Position {
	_, to := e.Paragraph(at)
	if to.Offset < e.Length(at.TextID) {
		to.Offset++
		return e.nearest(to)
	}
	if behind := e.startBehind(to); behind != to {
		return behind
	}
	return to
}

// Word returns the ends of the word at a place.
func (e *Editor) Word(at release.Position) (start, end release.Position) {
	from, to := wordAt(e.document(), at)
	return release.Position{TextID: at.TextID, Offset: from}, release.Position{TextID: at.TextID, Offset: to}
}

// Paragraph returns the ends of the paragraph at a place, as SelectParagraph selects it.
func (e *Editor) Paragraph(at release.Position) (start, end release.Position) {
	return paragraphAt(e.document(), at)
}

func paragraphAt(d *document.Document, at release.Position) (from, to release.Position) {
	switch natureOf(d, at.TextID) {
	case items:
		return itemAt(d, at)
	case cells:
		return between(d, at, "\t\n")
	default:
		return start(at.TextID), end(d, at.TextID)
	}
}

// between returns the ends of the piece at a place that ends at certain letters.
func between(d *document.Document, at release.Position, ends string) (from, to release.Position) {
	from, to = at, at
	for n := window; from.Offset > 0; n *= 8 {
		begin := max(0, at.Offset-n)
		text, _ := d.Piece(at.TextID, begin, at.Offset)
		from.Offset = begin
		if i := strings.LastIndexAny(text, ends); i >= 0 {
			from.Offset += utf8.RuneCountInString(text[:i]) + 1
			break
		}
	}
	for n := window; to.Offset < d.Length(at.TextID); n *= 8 {
		text, _ := d.Piece(at.TextID, at.Offset, at.Offset+n)
		i := strings.IndexAny(text, ends)
		if i >= 0 {
			to.Offset = at.Offset + utf8.RuneCountInString(text[:i])
			break
		}
		to.Offset = at.Offset + utf8.RuneCountInString(text)
	}
	return from, to
}
