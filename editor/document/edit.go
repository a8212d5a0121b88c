package document

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/release"
)

// Body names the text of a part of a block.
func Body(block release.BlockID, part release.Part) release.TextID {
	return release.TextID{Field: release.BlocksField, Block: block, Part: part}
}

// Deletion returns the operation that takes n code points out of a text, or those
// that are there. Its words are its own: those of the text would keep all that stands around
// them for as long as a step of undo is remembered.
func (d *Document) Deletion(at release.Position, n int) Delete {
	gone, own := d.Piece(at.TextID, at.Offset, at.Offset+n)
	return Delete{at, strings.Clone(gone), own}
}

// Inherited are the marks that words put into a text take over: those in whose
// midst they come.
func (d *Document) Inherited(at release.Position, words string) []release.Mark {
	marks := d.Marks(at.TextID)
	var own []release.Mark
	for _, m := range marks {
		if m.Start < at.Offset && at.Offset < m.End {
			m.Start, m.End = 0, utf8.RuneCountInString(words)
			own = append(own, m)
		}
	}
	return release.Normalize(own, utf8.RuneCountInString(words))
}

// Splitting returns the operation that parts the lead or a block in two, the second
// of a kind that is given.
func (d *Document) Splitting(at release.Position, kind release.BlockKind) Split {
	return Split{at, release.Block{ID: d.NewID(), Kind: kind}}
}

// Joining returns the operation that joins the next block to the lead or a block; false
// where none follows.
func (d *Document) Joining(id release.TextID) (Join, bool) {
	t, next := d.at(id), d.byID[d.At(d.Index(id.Block)+1)]
	if t == nil || next == nil {
		return Join{}, false
	}
	return Join{release.Position{TextID: id, Offset: t.length}, next.bare()}, true
}

// Removal returns the operation that takes a block away; false where there is none.
func (d *Document) Removal(id release.BlockID) (Remove, bool) {
	b := d.byID[id]
	if b == nil {
		return Remove{}, false
	}
	return Remove{d.At(d.Index(id) - 1), b.block()}, true
}

// Reshaping returns the operation that makes another kind of block of one; false
// where there is none.
func (d *Document) Reshaping(id release.BlockID, after Shape) (Change, bool) {
	b := d.byID[id]
	if b == nil {
		return Change{}, false
	}
	return Change{id, b.shape, after}, true
}

// Marking returns the operation that puts a mark on a piece of a text, or where on
// is false takes its style off there.
func (d *Document) Marking(id release.TextID, m release.Mark, on bool) Mark {
	marks := d.Marks(id)
	var after []release.Mark
	for _, old := range marks {
		if old.Style != m.Style || on && old.Style != release.Link {
			after = append(after, old)
			continue
		}
		before, behind := old, old
		before.End, behind.Start = min(old.End, m.Start), max(old.Start, m.End)
		after = append(after, before, behind) // what is left of it at either side
	}
	if on {
		after = append(after, m)
	}
	return Mark{id, slices.Clone(marks), release.Normalize(after, d.Length(id))}
}
