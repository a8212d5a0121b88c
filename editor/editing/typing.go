package editing

import (
	"strings"

	"communique/editor/document"
	"communique/editor/draft"
	"communique/editor/plain"
	"communique/editor/release"
)

// Type writes text at the caret, in the place of what is selected. Control characters are
// left out, as editor/plain says; line feeds are paragraphs, as in PasteText.
func (e *Editor) Type(text string) {
	text = plain.Paragraphs(text)
	switch {
	case text == "" || e.readOnly:
		return
	case strings.Contains(text, "\n") || strings.Contains(text, plain.Break):
		e.PasteText(text)
		return
	}
	from, to := e.Range()
	e.edit(draft.Typing, func(w *writer) Selection {
		at := from
		styles := e.next.at(from)
		if from != to {
			styles = stylesOf(w.Document, from)
			at = w.replace(from, to)
		}
		at = w.insert(at, text, styles.on(w.Inherited(at, text), text))
		e.next = styles.from(at)
		return caret(at)
	})
	if strings.HasSuffix(text, " ") {
		e.formatTyped()
	}
	e.setTyped(text)
}

// NewLine is Shift+Enter: a line's end within the paragraph, in a list a new item. A text
// of one line takes none.
func (e *Editor) NewLine() {
	from, to := e.Range()
	if n := natureOf(e.document(), from.TextID); n == oneLine || n == cells {
		return
	}
	e.edit(draft.Typing, func(w *writer) Selection {
		at := w.replace(from, to)
		return caret(w.lineFeed(at, w.Inherited(at, "\n")))
	})
}

// NewParagraph is Enter. It parts a paragraph, begins one behind a subheading, an item in a
// list; where an item, a subheading or a quotation is empty it becomes a paragraph, an item
// of a sublist first one a level out. In a text
// that holds none it goes to the next text: from the headline to the subheadline, from the
// words of a quotation to who said them, from a cell to the one below.
func (e *Editor) NewParagraph() {
	from, to := e.Range()
	e.edit(draft.Alone, func(w *writer) Selection {
		at := w.cut(from, to)
		w.selection = caret(at)
		switch natureOf(w.Document, at.TextID) {
		case lines:
			if at.Block == 0 {
				return caret(w.insert(at, "\n", nil))
			}
			return caret(w.onward(at))
		case items:
			return w.newItem(at)
		case cells:
			return caret(w.cellBelow(at))
		case flowing:
			return caret(w.newParagraph(at))
		default:
			return caret(w.onward(at))
		}
	})
}

// onward goes to the next text of a field or block; behind a block it begins a paragraph.
func (w *writer) onward(at release.Position) release.Position {
	next, ok := along(w.Document, at.TextID, 1)
	if ok && next.Block == at.Block {
		return start(next)
	}
	return w.emptyBehind(at.Block)
}

// emptyBehind puts an empty paragraph behind a block.
func (w *writer) emptyBehind(block release.BlockID) release.Position {
	return start(wordsOf(w.add(block, release.Block{Kind: release.Paragraph})))
}

func (w *writer) newItem(at release.Position) Selection {
	from, to := paragraphAt(w.Document, at)
	if from == to {
		if !w.shift(at, at, -1) {
			w.setKind(at, at, release.Paragraph, false)
		}
		return w.selection
	}
	return caret(w.lineFeed(at, nil))
}

// newParagraph parts the lead, or a block of prose.
func (w *writer) newParagraph(at release.Position) release.Position {
	length := w.Length(at.TextID)
	kind := w.Shape(at.Block).Kind
	switch {
	case at.Block == 0:
		return start(w.split(at, document.Shape{Kind: release.Paragraph}))
	case kind == release.Paragraph && at.Offset == length && length == len(signOfRule) && w.textOf(at.TextID) == signOfRule:
		return w.ruleFor(at.Block)
	case kind != release.Paragraph && w.isBare(at.Block):
		w.reshape(at.Block, document.Shape{Kind: release.Paragraph})
		return at
	case at.Offset == 0 && length > 0:
		w.add(w.blockBefore(at.Block), release.Block{Kind: release.Paragraph})
		return at
	case kind == release.Quotation && at.Offset == length:
		return w.onward(at)
	case kind == release.Subheading && at.Offset == length:
		return w.emptyBehind(at.Block)
	}
	rest := w.split(at, document.Shape{Kind: kind})
	if kind == release.Quotation {
		w.moveSpeaker(at.Block, rest.Block)
	}
	return start(rest)
}

// signOfRule is what is typed, and Enter behind it, for a rule.
const signOfRule = "---"

// ruleFor puts a rule in the place of a paragraph, and an empty paragraph behind it.
func (w *writer) ruleFor(block release.BlockID) release.Position {
	w.empty(wordsOf(block))
	w.add(w.blockBefore(block), release.Block{Kind: release.Rule})
	return start(wordsOf(block))
}
