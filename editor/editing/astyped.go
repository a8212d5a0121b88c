package editing

import (
	"strings"
	"unicode/utf8"

	"communique/editor/document"
	"communique/editor/draft"
	"communique/editor/release"
	"communique/editor/typography"
)

// asTyped is what was set last while somebody typed, and what they took back of it.
type asTyped struct {
	set     []release.Position
	refused []release.Position
}

// takenBack notes that an undo may take back what was set last: it is not set again there.
func (a *asTyped) takenBack() {
	if len(a.set) > 0 {
		a.refused, a.set = a.set, nil
	}
}

// refuses reports whether somebody has taken back what would be set at a place.
func (a *asTyped) refuses(at release.Position) bool {
	for _, p := range a.refused {
		if p == at {
			return true
		}
	}
	return false
}

// SetTypesetter has quotation marks, dashes and spaces set as the key falls, by what
// typography.Typesetter.Typed says; nil leaves what is typed. What is set is an undo step of
// its own, so that one undo gives back what was typed.
func (e *Editor) SetTypesetter(typeset func(before, after string) []typography.Edit) {
	e.typeset = typeset
}

// longestTyped is how far from the caret a line is looked at, in code points: what is typed
// in a longer one stays.
const longestTyped = 4000

// setTyped sets what the letter that was typed asks for.
func (e *Editor) setTyped(text string) {
	at := e.selection.Caret
	if e.typeset == nil || utf8.RuneCountInString(text) != 1 || !e.selection.Empty() || at.Offset == 0 {
		return
	}
	e.asTyped.set = nil
	d := e.document()
	from := max(0, at.Offset-longestTyped)
	before, _ := d.Piece(at.TextID, from, at.Offset)
	after, _ := d.Piece(at.TextID, at.Offset, at.Offset+longestTyped)
	line := before[strings.LastIndexByte(before, '\n')+1:]
	if from > 0 && len(line) == len(before) {
		return
	}
	line = line[release.Tabs(line):]
	after, _, _ = strings.Cut(after, "\n")
	start := at.Offset - utf8.RuneCountInString(line)
	var pieces []document.Piece
	for _, edit := range e.typeset(line, after) {
		place := release.Position{TextID: at.TextID, Offset: start + edit.At}
		if !e.asTyped.refuses(place) {
			pieces = append(pieces, document.Piece{At: place.Offset, Gone: edit.Old, Put: edit.New})
			e.asTyped.set = append(e.asTyped.set, place)
		}
	}
	if len(pieces) == 0 {
		return
	}
	e.edit(draft.Alone, func(w *writer) Selection {
		w.do(w.Replacing(at.TextID, pieces))
		return w.selection
	})
}
