package document

import (
	"slices"

	"communique/editor/release"
)

// Split makes two blocks of one: what follows a place in its words goes to a new
// block behind it, which is Rest with those words. Behind the lead that is the first
// block.
type Split struct {
	At   release.Position
	Rest release.Block // without words
}

func (o Split) apply(d *Document) error {
	t := d.flow(o.At.TextID)
	if t == nil || !t.has(o.At.Offset) || o.Rest.ID < 1 || d.byID[o.Rest.ID] != nil || o.Rest.Text != "" || len(o.Rest.Marks) > 0 || o.Rest.PartText(release.Words) == nil {
		return &MisfitError{o}
	}
	rest := newBlock(o.Rest)
	if !same(rest.bare(), o.Rest) {
		return &MisfitError{o}
	}
	rest.words = t.part(o.At.Offset)
	d.add(d.Index(o.At.Block)+1, rest)
	return nil
}

// flow returns a text that others can be parted from and joined to, which are the lead
// and the words of blocks; nil where it is none.
func (d *Document) flow(id release.TextID) *text {
	if id.Part != release.Words || id.Field != release.BlocksField && id.Field != release.LeadField {
		return nil
	}
	return d.at(id)
}

// Inverse joins the two again.
func (o Split) Inverse() Op { return Join(o) }

func (o Split) touch(t *touches) {
	t.text(o.At.TextID)
	t.put(o.Rest.ID)
}

func (o Split) move(p release.Position, after bool) (release.Position, bool) {
	if p.TextID == o.At.TextID && (p.Offset > o.At.Offset || after && p.Offset == o.At.Offset) {
		return release.Position{TextID: release.TextID{Field: release.BlocksField, Block: o.Rest.ID}, Offset: p.Offset - o.At.Offset}, true
	}
	return p, true
}

// Join puts the words of the next block, which is Rest with those words, behind a
// block's own, which end at At.
type Join struct {
	At   release.Position
	Rest release.Block // without words
}

func (o Join) apply(d *Document) error {
	t, i := d.flow(o.At.TextID), d.Index(o.At.Block)+1
	if t == nil || i >= d.Len() || t.length != o.At.Offset {
		return &MisfitError{o}
	}
	rest := d.blocks.at(i)
	if !same(rest.bare(), o.Rest) {
		return &MisfitError{o}
	}
	t.join(&rest.words)
	d.take(i)
	return nil
}

// Inverse parts the two again.
func (o Join) Inverse() Op { return Split(o) }

func (o Join) touch(t *touches) {
	t.text(o.At.TextID)
	t.take(o.Rest.ID)
}

func (o Join) move(p release.Position, _ bool) (release.Position, bool) {
	if p.Block != o.Rest.ID || p.Field != release.BlocksField {
		return p, true
	}
	if p.Part != release.Words {
		return p, false
	}
	return release.Position{TextID: o.At.TextID, Offset: p.Offset + o.At.Offset}, true
}

// Add puts a block behind another; After 0 is the beginning of the body.
type Add struct {
	After release.BlockID
	Block release.Block
}

func (o Add) apply(d *Document) error {
	i, b := d.Index(o.After), newBlock(o.Block)
	if o.After != 0 && i < 0 || o.Block.ID < 1 || d.byID[o.Block.ID] != nil || !same(b.block(), o.Block) {
		return &MisfitError{o}
	}
	d.add(i+1, b)
	return nil
}

// Inverse takes the block away.
func (o Add) Inverse() Op { return Remove(o) }

func (o Add) touch(t *touches) { t.put(o.Block.ID) }

func (o Add) move(p release.Position, _ bool) (release.Position, bool) { return p, true }

// Remove takes a block away, which stands behind another.
type Remove struct {
	After release.BlockID
	Block release.Block
}

func (o Remove) apply(d *Document) error {
	i := d.Index(o.Block.ID)
	if i < 0 || !same(d.blocks.at(i).block(), o.Block) || d.At(i-1) != o.After {
		return &MisfitError{o}
	}
	d.take(i)
	return nil
}

// Inverse puts the block back.
func (o Remove) Inverse() Op { return Add(o) }

func (o Remove) touch(t *touches) { t.take(o.Block.ID) }

func (o Remove) move(p release.Position, _ bool) (release.Position, bool) {
	return p, p.Field != release.BlocksField || p.Block != o.Block.ID
}

// Shape is what a block is, beside its texts.
type Shape struct {
	Kind    release.BlockKind
	First   int
	Mixed   bool
	Picture string
}

// ShapeOf returns a block's shape.
func ShapeOf(b release.Block) Shape { return Shape{b.Kind, b.First, b.Mixed, b.Picture} }

// Change makes another kind of block of one. Its texts stay; one that the new kind
// does not have must be empty before.
type Change struct {
	Block         release.BlockID
	Before, After Shape
}

func (o Change) apply(d *Document) error {
	b := d.byID[o.Block]
	if b == nil || b.shape != o.Before {
		return &MisfitError{o}
	}
	after := release.Block{Kind: o.After.Kind}
	for _, part := range release.Parts() {
		if t := b.text(part); t != nil && t.length > 0 && after.PartText(part) == nil {
			return &MisfitError{o}
		}
	}
	b.shape = o.After
	return nil
}

// Inverse makes the block what it was.
func (o Change) Inverse() Op { return Change{o.Block, o.After, o.Before} }

func (o Change) touch(t *touches) { t.shape(o.Block, o.After) }

func (o Change) move(p release.Position, _ bool) (release.Position, bool) { return p, true }

// add puts a block at an index.
func (d *Document) add(i int, b *block) {
	d.blocks.insert(i, b)
	d.byID[b.id] = b
	d.next = max(d.next, b.id+1)
}

func (d *Document) take(i int) {
	delete(d.byID, d.At(i))
	d.blocks.remove(i)
}

// same reports whether two blocks hold the same.
func same(a, b release.Block) bool {
	marks := slices.Equal(a.Marks, b.Marks)
	a.Marks, b.Marks = nil, nil
	return marks && a.ID == b.ID && a.Kind == b.Kind && a.Text == b.Text && a.Speaker == b.Speaker && a.First == b.First && a.Mixed == b.Mixed && a.Picture == b.Picture && a.Author == b.Author && a.Alternative == b.Alternative
}
