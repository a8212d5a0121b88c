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
	"unicode/utf8"

	"communique/editor/release"
)

// Document holds the texts of a release. An operation takes the same time in a long
// one as in a short one, but for the length of the text that it changes.
type Document struct {
	fields map[release.Field]*text
	blocks []*release.Block // shared with nobody
	byID   map[release.BlockID]*release.Block
	next   release.BlockID
}

// text is a field's text.
type text struct {
	words string
	marks []release.Mark
}

// TextFields lists the fields whose texts a Document holds.
func TextFields() []release.Field {
	return []release.Field{release.HeadlineField, release.SubheadlineField, release.LeadField, release.BoilerplateField, release.NotesField}
}

// New returns the document of a release. A block that has no ID yet gets one.
func New(r release.Release) *Document {
	r.Blocks = release.Numbered(slices.Clone(r.Blocks))
	d := &Document{fields: map[release.Field]*text{}, byID: make(map[release.BlockID]*release.Block, len(r.Blocks)), next: r.NextID()}
	for p := range r.Passages() {
		if p.Index < 0 {
			d.fields[p.Field] = &text{p.Text, slices.Clone(p.Marks)}
		}
	}
	for _, b := range r.Blocks {
		b = b.Clone()
		d.blocks = append(d.blocks, &b)
		d.byID[b.ID] = &b
	}
	return d
}

// Write puts the document's texts into a release. They share no memory with it.
func (d *Document) Write(r *release.Release) {
	r.Headline, r.Subheadline, r.Notes = d.fields[release.HeadlineField].words, d.fields[release.SubheadlineField].words, d.fields[release.NotesField].words
	lead, about := d.fields[release.LeadField], d.fields[release.BoilerplateField]
	r.Lead, r.LeadMarks = lead.words, slices.Clone(lead.marks)
	r.Boilerplate, r.BoilerplateMarks = about.words, slices.Clone(about.marks)
	if len(d.blocks) > 0 || len(r.Blocks) > 0 {
		r.Blocks = d.Blocks()
	}
}

// Blocks returns a copy of the blocks; nil where there are none.
func (d *Document) Blocks() []release.Block {
	if len(d.blocks) == 0 {
		return nil
	}
	all := make([]release.Block, len(d.blocks))
	for i, b := range d.blocks {
		all[i] = b.Clone()
	}
	return all
}

// Block returns a copy of a block; false where there is none.
func (d *Document) Block(id release.BlockID) (release.Block, bool) {
	b := d.byID[id]
	if b == nil {
		return release.Block{}, false
	}
	return b.Clone(), true
}

// NewID returns an ID that no block has or had.
func (d *Document) NewID() release.BlockID {
	id := d.next
	d.next++
	return id
}

// Text returns one of the texts with its marks, which are not to be changed; false
// where there is no such text.
func (d *Document) Text(id release.TextID) (string, []release.Mark, bool) {
	words, marks := d.at(id)
	if words == nil {
		return "", nil, false
	}
	if marks == nil {
		return *words, nil, true
	}
	return *words, *marks, true
}

// at returns a text and, where it can have any, its marks.
func (d *Document) at(id release.TextID) (*string, *[]release.Mark) {
	if id.Field != release.BlocksField {
		t := d.fields[id.Field]
		if t == nil || id.Block != 0 || id.Part != release.Words {
			return nil, nil
		}
		if id.Field == release.LeadField || id.Field == release.BoilerplateField {
			return &t.words, &t.marks
		}
		return &t.words, nil
	}
	b := d.byID[id.Block]
	if b == nil {
		return nil, nil
	}
	words := b.PartText(id.Part)
	if id.Part != release.Words || words == nil {
		return words, nil
	}
	return words, &b.Marks
}

// index returns where a block stands; -1 for one there is not.
func (d *Document) index(id release.BlockID) int {
	b := d.byID[id]
	if b == nil {
		return -1
	}
	return slices.Index(d.blocks, b)
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

// byteAt returns where the n-th code point of a text begins; false beyond its end.
func byteAt(words string, n int) (int, bool) {
	if n < 0 {
		return 0, false
	}
	at := 0
	for ; n > 0 && at < len(words); n-- {
		_, size := utf8.DecodeRuneInString(words[at:])
		at += size
	}
	return at, n == 0
}
