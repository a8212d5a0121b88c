package editing

import (
	"strings"
	"unicode"

	"communique/editor/document"
	"communique/editor/draft"
	"communique/editor/release"
)

// MoveSelection puts what is selected at another place and selects it there; copy leaves
// it here too. Whole words take the space along that parts them from others, as in word
// processors. Within the selection itself there is nowhere to move to.
func (e *Editor) MoveSelection(to release.Position, copy bool) {
	from, end := e.Range()
	to = e.nearest(to)
	f := e.Copy()
	if f.Empty() || e.Compare(from, to) <= 0 && e.Compare(to, end) <= 0 {
		return
	}
	words := areWords(e.document(), from, end)
	e.edit(draft.Alone, func(w *writer) Selection {
		w.kept = []*release.Position{&to}
		if !copy {
			gap := w.cut(from, end)
			if words && gap == from {
				w.closeGap(gap)
			}
		}
		w.kept = nil
		apart := words && atEdge(w.Document, to)
		start, behind := w.paste(to, f)
		if apart && start.TextID == behind.TextID {
			start, behind = w.setApart(start, behind)
		}
		return Selection{Anchor: start, Caret: behind}
	})
}

// areWords reports whether whole words stand between two places, and nothing before or behind them.
func areWords(d *document.Document, from, to release.Position) bool {
	if from.TextID != to.TextID {
		return false
	}
	_, first := around(d, from)
	last, _ := around(d, to)
	return !unicode.IsSpace(first) && !unicode.IsSpace(last) && atEdge(d, from) && atEdge(d, to)
}

// atEdge reports whether a place is within no word.
func atEdge(d *document.Document, at release.Position) bool {
	before, behind := around(d, at)
	return !inWord(before) || !inWord(behind)
}

// around returns the letters before and behind a place, a line feed at the ends of a text.
func around(d *document.Document, at release.Position) (before, behind rune) {
	before, behind = '\n', '\n'
	if at.Offset > 0 {
		text, _ := d.Piece(at.TextID, at.Offset-1, at.Offset)
		before = []rune(text)[0]
	}
	if at.Offset < d.Length(at.TextID) {
		text, _ := d.Piece(at.TextID, at.Offset, at.Offset+1)
		behind = []rune(text)[0]
	}
	return before, behind
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// The signs that a space stands behind, and before.
const (
	closing = ".,;:!?…»”“)]"
	opening = "«„(["
)

// closeGap takes away one of the spaces between which words stood.
func (w *writer) closeGap(at release.Position) {
	before, behind := around(w.Document, at)
	switch blank := func(r rune) bool { return r == ' ' || r == '\u00a0' }; {
	case blank(before) && (unicode.IsSpace(behind) || strings.ContainsRune(closing, behind)):
		w.delete(at.TextID, at.Offset-1, at.Offset)
	case (before == '\n' || before == '\t') && blank(behind):
		w.delete(at.TextID, at.Offset, at.Offset+1)
	}
}

// setApart puts spaces between words that were put somewhere and those beside them, and returns
// where they are then.
func (w *writer) setApart(from, to release.Position) (release.Position, release.Position) {
	if before, first := around(w.Document, from); (inWord(before) || strings.ContainsRune(closing, before)) && (inWord(first) || strings.ContainsRune(opening, first)) {
		w.insert(from, " ", w.Inherited(from, " "))
		from.Offset++
		to.Offset++
	}
	if last, behind := around(w.Document, to); (inWord(last) || strings.ContainsRune(closing, last)) && (inWord(behind) || strings.ContainsRune(opening, behind)) {
		w.insert(to, " ", w.Inherited(to, " "))
	}
	return from, to
}
