package document

import (
	"slices"
	"unicode/utf8"

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
	words, marks := d.at(o.At.TextID)
	i := d.index(o.At.Block)
	if i < 0 && o.At.Field != release.LeadField || o.At.Part != release.Words || words == nil || marks == nil || o.Rest.ID < 1 || d.byID[o.Rest.ID] != nil || o.Rest.Text != "" || len(o.Rest.Marks) > 0 {
		return &MisfitError{o}
	}
	at, ok := byteAt(*words, o.At.Offset)
	if !ok || o.Rest.PartText(release.Words) == nil {
		return &MisfitError{o}
	}
	length := utf8.RuneCountInString(*words)
	rest := o.Rest
	rest.Text, rest.Marks = release.Piece(*words, *marks, o.At.Offset, length)
	_, *marks = release.Piece(*words, *marks, 0, o.At.Offset)
	*words = (*words)[:at]
	d.put(i+1, rest)
	return nil
}

// Inverse joins the two again.
func (o Split) Inverse() Op { return Join(o) }

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
	words, marks := d.at(o.At.TextID)
	i := d.index(o.At.Block)
	if i < 0 && o.At.Field != release.LeadField || o.At.Part != release.Words || i+1 >= len(d.blocks) || words == nil || marks == nil || utf8.RuneCountInString(*words) != o.At.Offset {
		return &MisfitError{o}
	}
	rest := *d.blocks[i+1]
	bare := rest
	bare.Text, bare.Marks = "", nil
	if !same(bare, o.Rest) {
		return &MisfitError{o}
	}
	*words += rest.Text
	*marks = inserted(*marks, rest.Marks, o.At.Offset, utf8.RuneCountInString(rest.Text), utf8.RuneCountInString(*words))
	d.take(i + 1)
	return nil
}

// Inverse parts the two again.
func (o Join) Inverse() Op { return Split(o) }

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
	i := d.index(o.After)
	if o.After != 0 && i < 0 || o.Block.ID < 1 || d.byID[o.Block.ID] != nil {
		return &MisfitError{o}
	}
	d.put(i+1, o.Block)
	return nil
}

// Inverse takes the block away.
func (o Add) Inverse() Op { return Remove(o) }

func (o Add) move(p release.Position, _ bool) (release.Position, bool) { return p, true }

// Remove takes a block away, which stands behind another.
type Remove struct {
	After release.BlockID
	Block release.Block
}

func (o Remove) apply(d *Document) error {
	i := d.index(o.Block.ID)
	if i < 0 || !same(*d.blocks[i], o.Block) || d.before(i) != o.After {
		return &MisfitError{o}
	}
	d.take(i)
	return nil
}

// Inverse puts the block back.
func (o Remove) Inverse() Op { return Add(o) }

func (o Remove) move(p release.Position, _ bool) (release.Position, bool) {
	return p, p.Field != release.BlocksField || p.Block != o.Block.ID
}

// Shape is what a block is, beside its texts.
type Shape struct {
	Kind    release.BlockKind
	First   int
	Picture string
}

// ShapeOf returns a block's shape.
func ShapeOf(b release.Block) Shape { return Shape{b.Kind, b.First, b.Picture} }

// Change makes another kind of block of one. Its texts stay; one that the new kind
// does not have must be empty before.
type Change struct {
	Block         release.BlockID
	Before, After Shape
}

func (o Change) apply(d *Document) error {
	b := d.byID[o.Block]
	if b == nil || ShapeOf(*b) != o.Before {
		return &MisfitError{o}
	}
	changed := *b
	changed.Kind, changed.First, changed.Picture = o.After.Kind, o.After.First, o.After.Picture
	for _, part := range release.Parts() {
		if text := b.PartText(part); text != nil && *text != "" && changed.PartText(part) == nil {
			return &MisfitError{o}
		}
	}
	*b = changed
	return nil
}

// Inverse makes the block what it was.
func (o Change) Inverse() Op { return Change{o.Block, o.After, o.Before} }

func (o Change) move(p release.Position, _ bool) (release.Position, bool) { return p, true }

// put puts a copy of a block at an index.
func (d *Document) put(i int, b release.Block) {
	b = b.Clone()
	d.blocks = slices.Insert(d.blocks, i, &b)
	d.byID[b.ID] = &b
	d.next = max(d.next, b.ID+1)
}

func (d *Document) take(i int) {
	delete(d.byID, d.blocks[i].ID)
	d.blocks = slices.Delete(d.blocks, i, i+1)
}

// before is the ID of the block before the one at an index; 0 for none.
func (d *Document) before(i int) release.BlockID {
	if i == 0 {
		return 0
	}
	return d.blocks[i-1].ID
}

// same reports whether two blocks hold the same.
func same(a, b release.Block) bool {
	marks := slices.Equal(a.Marks, b.Marks)
	a.Marks, b.Marks = nil, nil
	return marks && a.ID == b.ID && a.Kind == b.Kind && a.Text == b.Text && a.Speaker == b.Speaker && a.First == b.First && a.Picture == b.Picture && a.Author == b.Author && a.Alternative == b.Alternative
}
