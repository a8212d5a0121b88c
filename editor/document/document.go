// Package document is what is written of a release, its texts and blocks, as it is
// being edited: a Document changes by transactions, each a list of operations with
// an exact inverse, and what points into it (a caret, a finding, a remark) is carried
// along by Map.
//
// A Document belongs to one goroutine.
package document

import (
	"fmt"
	"slices"

	"communique/editor/release"
)

// Document holds the texts of a release. An operation takes the same time in a long
// one as in a short one, but for the length of the text that it changes.
type Document struct {
	fields map[release.Field]*text
	blocks sequence
	byID   map[release.BlockID]*block
	next   release.BlockID
}

// New returns the document of a release. A block that has no ID yet gets one.
func New(r release.Release) *Document {
	r.Blocks = release.Numbered(slices.Clone(r.Blocks))
	d := &Document{fields: map[release.Field]*text{}, byID: make(map[release.BlockID]*block, len(r.Blocks)), next: r.NextID()}
	for p := range r.Passages() {
		if p.Index < 0 {
			t := newText(p.Text, p.Marks)
			d.fields[p.Field] = &t
		}
	}
	for i, b := range r.Blocks {
		d.add(i, newBlock(b))
	}
	return d
}

// Write puts the document's texts into a release. They share no memory with it.
func (d *Document) Write(r *release.Release) {
	r.Headline, r.Subheadline, r.Notes = d.fields[release.HeadlineField].words(), d.fields[release.SubheadlineField].words(), d.fields[release.NotesField].words()
	lead, about := d.fields[release.LeadField], d.fields[release.BoilerplateField]
	r.Lead, r.LeadMarks = lead.words(), slices.Clone(lead.marks)
	r.Boilerplate, r.BoilerplateMarks = about.words(), slices.Clone(about.marks)
	if d.Len() > 0 || len(r.Blocks) > 0 {
		r.Blocks = d.Blocks()
	}
}

// Blocks returns a copy of the blocks; nil where there are none.
func (d *Document) Blocks() []release.Block {
	if d.Len() == 0 {
		return nil
	}
	all := make([]release.Block, 0, d.Len())
	for b := range d.blocks.all() {
		all = append(all, b.block())
	}
	return all
}

// Len returns the number of blocks.
func (d *Document) Len() int { return d.blocks.length() }

// At returns the ID of the block at an index, from 0; 0 where there is none.
func (d *Document) At(i int) release.BlockID {
	if i < 0 || i >= d.Len() {
		return 0
	}
	return d.blocks.at(i).id
}

// Index returns where a block stands, from 0; -1 for one there is not.
func (d *Document) Index(id release.BlockID) int {
	b := d.byID[id]
	if b == nil {
		return -1
	}
	return d.blocks.index(b)
}

// Block returns a copy of a block; false where there is none.
func (d *Document) Block(id release.BlockID) (release.Block, bool) {
	b := d.byID[id]
	if b == nil {
		return release.Block{}, false
	}
	return b.block(), true
}

// Shape returns what a block is, beside its texts; nothing where there is none.
func (d *Document) Shape(id release.BlockID) Shape {
	if b := d.byID[id]; b != nil {
		return b.shape
	}
	return Shape{}
}

// NewID returns an ID that no block has or had.
func (d *Document) NewID() release.BlockID {
	id := d.next
	d.next++
	return id
}

// Has reports whether there is a text.
func (d *Document) Has(id release.TextID) bool { return d.at(id) != nil }

// Marks returns the marks of a text, which are not to be changed.
func (d *Document) Marks(id release.TextID) []release.Mark {
	if t := d.at(id); t != nil {
		return t.marks
	}
	return nil
}

// Text returns one of the texts with its marks, which are not to be changed; false
// where there is no such text. After a change the words of a long text are put together
// anew: who needs a part of them asks for a Piece.
func (d *Document) Text(id release.TextID) (string, []release.Mark, bool) {
	t := d.at(id)
	if t == nil {
		return "", nil, false
	}
	return t.words(), t.marks, true
}

// Length returns the number of code points of a text; 0 where there is no such text.
func (d *Document) Length(id release.TextID) int {
	if t := d.at(id); t != nil {
		return t.length
	}
	return 0
}

// Byte returns where in its text, in bytes, a position is; beyond the ends, at them.
func (d *Document) Byte(p release.Position) int {
	if t := d.at(p.TextID); t != nil {
		return t.bytes(p.Offset)
	}
	return 0
}

// Offset returns how many code points of a text begin before a byte of it.
func (d *Document) Offset(id release.TextID, at int) int {
	if t := d.at(id); t != nil {
		return t.runes(at)
	}
	return 0
}

// Piece returns the code points from start to end of a text, or those of them that are
// there, with the marks on them.
func (d *Document) Piece(id release.TextID, start, end int) (string, []release.Mark) {
	if t := d.at(id); t != nil {
		return t.piece(start, end)
	}
	return "", nil
}

// at returns a text; nil where there is none.
func (d *Document) at(id release.TextID) *text {
	switch {
	case id.Field != release.BlocksField:
		if id.Block != 0 || id.Part != release.Words {
			return nil
		}
		return d.fields[id.Field]
	case d.byID[id.Block] == nil:
		return nil
	default:
		return d.byID[id.Block].text(id.Part)
	}
}

// TakesMarks reports whether a text can have marks.
func TakesMarks(id release.TextID) bool {
	return id.Part == release.Words && (id.Field == release.BlocksField || id.Field == release.LeadField || id.Field == release.BoilerplateField)
}

// Apply makes a transaction. Where one of its operations does not fit the document
// the error is a *MisfitError, and nothing has changed.
func (d *Document) Apply(t Transaction) error {
	for i, op := range t {
		if err := op.apply(d); err != nil {
			if undo := d.Apply(t[:i].Inverse()); undo != nil {
				panic(undo) // an inverse always fits: it is tested to
			}
			return err
		}
	}
	return nil
}

// MisfitError says that an operation was made for another state of the document.
type MisfitError struct{ Op Op }

func (e *MisfitError) Error() string { return fmt.Sprintf("the document does not fit %#v", e.Op) }
