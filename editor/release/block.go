package release

import (
	"slices"
	"strconv"
	"strings"

	"communique/editor/regexp"
)

// BlockID tells a block of a release from its others, from 1. It stays the block's
// own whatever happens to it and around it.
type BlockID int

// BlockKind says how a block of the body is set.
type BlockKind string

// The kinds of block.
const (
	Paragraph  BlockKind = "paragraph"
	Subheading BlockKind = "subheading"
	Quotation  BlockKind = "quotation"
	List       BlockKind = "list"
	Table      BlockKind = "table"
	Picture    BlockKind = "picture"
	Rule       BlockKind = "rule"
)

// BlockKinds lists every BlockKind.
func BlockKinds() []BlockKind {
	return []BlockKind{Paragraph, Subheading, Quotation, List, Table, Picture, Rule}
}

// Block is one piece of the body below the lead.
type Block struct {
	ID   BlockID   `toml:"id,omitzero" json:"id,omitempty"`
	Kind BlockKind `toml:"kind" json:"kind"`
	// Text is the block's words. In a List each line is one item, and the tabs it begins
	// with say how deep it stands below the first level (see Items); in a Table each line
	// is a row, its cells parted by tabs, and the first row heads the columns;
	// of a Picture it is the caption; a Rule has none. Elsewhere a line feed is a line
	// break the author asked for.
	Text  string `toml:"text" json:"text"`
	Marks []Mark `toml:"marks,omitempty" json:"marks,omitempty"`
	// Speaker is who said it; only a Quotation has one.
	Speaker string `toml:"speaker,omitempty" json:"speaker,omitempty"`
	// First is the number of a List's first item, the others count on from it; 0
	// is a list with bullets.
	First int `toml:"first,omitzero" json:"first,omitempty"`
	// Mixed says that the levels of a List below its first have bullets where that has
	// numbers, and numbers where it has bullets.
	Mixed bool `toml:"mixed,omitempty" json:"mixed,omitempty"`
	// Picture is the SHA-256 of the picture's file, in small hexadecimal letters; the
	// file is an attachment. Author is who took it, Alternative says in words what it
	// shows. Only a Picture has them.
	Picture     string `toml:"picture,omitempty" json:"picture,omitempty"`
	Author      string `toml:"author,omitempty" json:"author,omitempty"`
	Alternative string `toml:"alternative,omitempty" json:"alternative,omitempty"`
}

// Clone returns a copy that shares no memory with b.
func (b Block) Clone() Block {
	b.Marks = slices.Clone(b.Marks)
	return b
}

// A Visitor does something of its own for each kind of block. Whoever sets blocks is
// one, so that a kind which somebody forgot does not compile.
type Visitor interface {
	Paragraph(Block)
	Subheading(Block)
	Quotation(Block)
	List(Block)
	Table(Block)
	Picture(Block)
	Rule(Block)
}

// Visit calls the method of v for the block's kind.
func (b Block) Visit(v Visitor) {
	switch b.Kind {
	case Paragraph:
		v.Paragraph(b)
	case Subheading:
		v.Subheading(b)
	case Quotation:
		v.Quotation(b)
	case List:
		v.List(b)
	case Table:
		v.Table(b)
	case Picture:
		v.Picture(b)
	case Rule:
		v.Rule(b)
	}
}

// hash is a SHA-256 as Picture holds it.
var hash = regexp.MustCompile(`^[0-9a-f]{64}$`)

// check says what of the block its kind cannot have: a *ValueError.
func (b Block) check() error {
	if !slices.Contains(BlockKinds(), b.Kind) {
		return &ValueError{"blocks.kind", string(b.Kind)}
	}
	if b.ID < 1 {
		return &ValueError{"blocks.id", strconv.Itoa(int(b.ID))}
	}
	for _, own := range []struct {
		field, value string
		kind         BlockKind
	}{
		{"blocks.speaker", b.Speaker, Quotation},
		{"blocks.first", digits(b.First), List},
		{"blocks.picture", b.Picture, Picture},
		{"blocks.author", b.Author, Picture},
		{"blocks.alternative", b.Alternative, Picture},
	} {
		if own.value != "" && b.Kind != own.kind {
			return &ValueError{own.field, own.value}
		}
	}
	switch {
	case b.Kind == Rule && b.Text != "":
		return &ValueError{"blocks.text", b.Text}
	case b.Kind == Picture && !hash.MatchString(b.Picture):
		return &ValueError{"blocks.picture", b.Picture}
	case b.Mixed && b.Kind != List:
		return &ValueError{"blocks.mixed", strconv.FormatBool(b.Mixed)}
	case b.First < 0 || b.First > MaxNumber:
		return &ValueError{"blocks.first", strconv.Itoa(b.First)}
	}
	return checkMarks("blocks.marks", b.Text, b.Marks)
}

// digits is a number as it stands in a file; "" for 0, which does not.
func digits(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// Pictures returns the hashes of the pictures that r shows, each once, in the order
// of the page.
func (r Release) Pictures() []string {
	var all []string
	for _, b := range r.Blocks {
		if b.Kind == Picture && !slices.Contains(all, b.Picture) {
			all = append(all, b.Picture)
		}
	}
	return all
}

// Called returns what a Picture is known by to a person: its caption, or what it shows,
// or who took it, in one line; "" where nothing is said of it.
func (b Block) Called() string {
	for _, words := range []string{b.Text, b.Alternative, b.Author} {
		if words = strings.Join(strings.Fields(words), " "); words != "" {
			return words
		}
	}
	return ""
}

// NextID returns an ID that no block of r has had among those that are there.
func (r Release) NextID() BlockID {
	next := BlockID(1)
	for _, b := range r.Blocks {
		next = max(next, b.ID+1)
	}
	return next
}

// Numbered gives each block without an ID the next one, and returns the blocks.
func Numbered(blocks []Block) []Block {
	next := Release{Blocks: blocks}.NextID()
	for i := range blocks {
		if blocks[i].ID == 0 {
			blocks[i].ID = next
			next++
		}
	}
	return blocks
}
