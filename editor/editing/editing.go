// Package editing is what hands do to a release that is being drafted: a caret that
// walks its texts, a selection, and commands that behave as in a word processor. It
// knows no screen: lines, and what moves the caret by them, are the surface's.
//
// An Editor belongs to the goroutine of its Session.
package editing

import (
	"math"

	"communique/editor/document"
	"communique/editor/draft"
	"communique/editor/release"
	"communique/editor/typography"
)

// Selection is what is selected: Anchor where it began, Caret where keys act.
type Selection = draft.Selection

// Editor is a draft under somebody's hands.
type Editor struct {
	session   *draft.Session
	selection Selection
	next      nextStyle
	readOnly  bool
	listener  func(Change)
	typeset   func(before, after string) []typography.Edit // as a key falls; nil for nothing
	asTyped   asTyped
}

// Change says what became different, for whoever keeps something of the texts.
type Change struct {
	draft.Change
	// Touched are the texts and blocks that are not what they were.
	Touched document.Touched
	// Whole says that the draft is another altogether: nothing kept of it holds.
	Whole bool
}

// New returns an Editor of a draft, with the caret at its beginning. It hears of the
// session's changes from now on, in the place of whoever did.
func New(s *draft.Session) *Editor {
	e := &Editor{session: s}
	e.selection = caret(release.Position{TextID: e.First()})
	s.Listen(e.heard)
	return e
}

// Session is the draft.
func (e *Editor) Session() *draft.Session { return e.session }

func (e *Editor) document() *document.Document { return e.session.Document() }

// Listen names the one function that hears of each change after it was made, whoever
// made it. The selection is already where it belongs.
func (e *Editor) Listen(f func(Change)) { e.listener = f }

// SetReadOnly lets the draft be read and copied from, but not changed.
func (e *Editor) SetReadOnly(on bool) { e.readOnly = on }

// Undo takes the newest change back, and selects what was selected before it; false where
// there is none.
func (e *Editor) Undo() bool { return e.step((*draft.Session).Undo) }

// Redo makes the change again that Undo took back, and selects what was selected behind
// it; false where there is none.
func (e *Editor) Redo() bool { return e.step((*draft.Session).Redo) }

func (e *Editor) step(to func(*draft.Session) (draft.Change, bool)) bool {
	if e.readOnly {
		return false
	}
	e.next = nextStyle{}
	e.asTyped.takenBack()
	_, done := to(e.session)
	return done
}

// edit makes a change that the caret, or the selection, asks for. Where do makes no
// operation, only the selection becomes what it returns.
func (e *Editor) edit(step draft.Step, do func(w *writer) Selection) {
	if e.readOnly {
		return
	}
	var selects Selection
	e.session.Edit(step, e.selection, func(apply func(document.Op)) Selection {
		selects = do(&writer{Document: e.document(), apply: apply, selection: e.selection})
		selects = Selection{Anchor: inItem(e.document(), selects.Anchor), Caret: inItem(e.document(), selects.Caret)}
		return selects
	})
	e.selection = selects
}

// heard carries the selection along.
func (e *Editor) heard(c draft.Change) {
	whole := c.Field == draft.All && c.Moves == nil
	switch {
	case c.Selection != nil:
		e.selection = *c.Selection
	case whole:
		e.selection = Selection{Anchor: e.nearest(e.selection.Anchor), Caret: e.nearest(e.selection.Caret)}
	default:
		e.selection = e.carried(e.selection, c.Moves)
	}
	if e.listener != nil {
		e.listener(Change{c, c.Moves.Touched(), whole})
	}
}

// carried is a selection behind a change that has none of its own: what is put at its
// ends does not belong to it.
func (e *Editor) carried(s Selection, by document.Transaction) Selection {
	move := func(p release.Position, after bool) release.Position {
		if moved, ok := by.Map(p, after); ok {
			return e.nearest(moved)
		}
		return e.nearest(refuge(p, by))
	}
	if s.Empty() {
		return caret(move(s.Caret, true))
	}
	backwards := e.Compare(s.Anchor, s.Caret) > 0
	return Selection{Anchor: move(s.Anchor, !backwards), Caret: move(s.Caret, backwards)}
}

// refuge is where a position goes whose block is taken away: to the block before it.
func refuge(p release.Position, by document.Transaction) release.Position {
	before := release.Position{TextID: wordsOf(0), Offset: math.MaxInt}
	for _, op := range by {
		switch o := op.(type) {
		case document.Remove:
			if o.Block.ID == p.Block && o.After != 0 {
				before.TextID = wordsOf(o.After)
			}
		case document.Join:
			if o.Rest.ID == p.Block {
				return o.At
			}
		}
	}
	return before
}

// nearest is a position that there is: where the text is gone, one in the words of its
// block, or in the lead; before an item, where its words begin.
func (e *Editor) nearest(p release.Position) release.Position {
	for _, id := range []release.TextID{p.TextID, wordsOf(p.Block), wordsOf(0)} {
		if p.TextID = id; e.walks(id) {
			break
		}
	}
	p.Offset = min(max(p.Offset, 0), e.Length(p.TextID))
	return inItem(e.document(), p)
}
