package editing

import (
	"iter"
	"slices"
	"strings"

	"communique/editor/document"
	"communique/editor/draft"
	"communique/editor/release"
)

// nextStyle is how what is typed next at a place is set, where somebody has chosen that.
type nextStyle struct {
	place  release.Position
	chosen map[release.Style]bool
}

// at is the choice where it was made; elsewhere there is none.
func (n nextStyle) at(place release.Position) nextStyle {
	if n.place != place {
		return nextStyle{}
	}
	return n
}

// from is the choice for what goes on at a place.
func (n nextStyle) from(place release.Position) nextStyle {
	n.place = place
	return n
}

// on returns the marks of words, with what was chosen.
func (n nextStyle) on(marks []release.Mark, words string) []release.Mark {
	if len(n.chosen) == 0 {
		return marks
	}
	length := len([]rune(words))
	marks = slices.DeleteFunc(marks, func(m release.Mark) bool {
		_, chosen := n.chosen[m.Style]
		return chosen
	})
	for _, style := range release.Styles() {
		if n.chosen[style] {
			marks = append(marks, release.Mark{Start: 0, End: length, Style: style})
		}
	}
	return release.Normalize(marks, length)
}

// stylesOf is how the letter behind a place is set: what is typed in its place is set so.
func stylesOf(d *document.Document, at release.Position) nextStyle {
	n := nextStyle{at, map[release.Style]bool{}}
	for _, m := range d.Marks(at.TextID) {
		if m.Style != release.Link && m.Start <= at.Offset && at.Offset < m.End {
			n.chosen[m.Style] = true
		}
	}
	return n
}

// piece is a piece of one text.
type piece struct {
	release.TextID
	from, to int
}

// piecesOf goes through what is between two places and can have marks.
func piecesOf(d *document.Document, from, to release.Position) iter.Seq[piece] {
	return func(yield func(piece) bool) {
		for id, ok := from.TextID, true; ok; id, ok = along(d, id, 1) {
			p := piece{TextID: id}
			p.from, p.to = ends(d, id, from, to)
			if document.TakesMarks(id) && p.from < p.to && !yield(p) || id == to.TextID {
				return
			}
		}
	}
}

// Toggle sets Bold or Italic where not all that is selected has it, and takes it off where
// all has. Where nothing is selected, it is for what is typed next.
func (e *Editor) Toggle(style release.Style) {
	if style == release.Link || e.readOnly {
		return
	}
	on := !e.Active(style)
	from, to := e.Range()
	if from == to {
		if !document.TakesMarks(from.TextID) {
			return
		}
		chosen := map[release.Style]bool{}
		for s, is := range e.next.at(from).chosen {
			chosen[s] = is
		}
		chosen[style] = on
		e.next = nextStyle{from, chosen}
		return
	}
	e.mark(from, to, release.Mark{Style: style}, on)
}

// mark puts a mark on all between two places, or takes its style off; false where nothing
// can have marks.
func (e *Editor) mark(from, to release.Position, m release.Mark, on bool) bool {
	pieces := slices.Collect(piecesOf(e.document(), from, to))
	e.edit(draft.Alone, func(w *writer) Selection {
		for _, p := range pieces {
			m.Start, m.End = p.from, p.to
			if op := w.Marking(p.TextID, m, on); !slices.Equal(op.Before, op.After) {
				w.do(op)
			}
		}
		return w.selection
	})
	return len(pieces) > 0
}

// Active reports whether all that is selected has a style, or where nothing is, what is
// typed next.
func (e *Editor) Active(style release.Style) bool {
	from, to := e.Range()
	d := e.document()
	if from == to {
		if on, chosen := e.next.at(from).chosen[style]; chosen {
			return on
		}
		return slices.ContainsFunc(d.Inherited(from, " "), func(m release.Mark) bool { return m.Style == style })
	}
	any := false
	for p := range piecesOf(d, from, to) {
		if !covers(d.Marks(p.TextID), style, p.from, p.to) {
			return false
		}
		any = true
	}
	return any
}

// covers reports whether marks of a style, which are in order, lie on all of a piece.
func covers(marks []release.Mark, style release.Style, from, to int) bool {
	for _, m := range marks {
		if m.Style == style && m.Start <= from && m.End > from {
			from = m.End
		}
	}
	return from >= to
}

// CanLink reports whether SetLink can link something that is selected, or the link at the
// caret.
func (e *Editor) CanLink() bool {
	from, to := e.Range()
	if from == to {
		_, from, to, _ = e.Link()
	}
	return !e.readOnly && len(slices.Collect(piecesOf(e.document(), from, to))) > 0
}

// SetLink links what is selected, or the link at the caret, to an address; "" takes links
// off. Where there is neither, the address itself is written. It is false for what is no
// address, and where no link can be.
func (e *Editor) SetLink(address string) bool {
	address = strings.TrimSpace(address)
	if e.readOnly || address != "" && !release.IsAddress(address) {
		return false
	}
	from, to := e.Range()
	if from == to {
		var linked bool
		if _, from, to, linked = e.Link(); !linked {
			return e.writeLink(address)
		}
	}
	return e.mark(from, to, release.Mark{Style: release.Link, Address: address}, address != "")
}

// writeLink writes an address that leads to itself.
func (e *Editor) writeLink(address string) bool {
	at := e.selection.Caret
	if address == "" || !document.TakesMarks(at.TextID) {
		return address == ""
	}
	e.edit(draft.Alone, func(w *writer) Selection {
		return caret(w.insert(at, address, []release.Mark{{End: len([]rune(address)), Style: release.Link, Address: address}}))
	})
	return true
}

// Link returns the link that the caret is in, or at an end of.
func (e *Editor) Link() (address string, start, end release.Position, ok bool) {
	at := e.selection.Caret
	for _, m := range e.document().Marks(at.TextID) {
		if m.Style != release.Link || at.Offset < m.Start || at.Offset > m.End {
			continue
		}
		address, ok = m.Address, true
		start, end = release.Position{TextID: at.TextID, Offset: m.Start}, release.Position{TextID: at.TextID, Offset: m.End}
		if at.Offset < m.End {
			return address, start, end, true // rather the one it is in than the one it is behind
		}
	}
	return address, start, end, ok
}
