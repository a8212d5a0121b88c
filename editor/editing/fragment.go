package editing

import (
	"slices"
	"strings"

	"communique/editor/document"
	"communique/editor/draft"
	"communique/editor/plain"
	"communique/editor/release"
)

// Fragment is a piece of a release on its way to another place.
type Fragment struct {
	blocks []release.Block
	// openFirst and openLast say that the first, or last, block is only a piece of
	// one: its words go on in the words of the place where the Fragment is put.
	openFirst, openLast bool
}

// NewFragment returns a Fragment of blocks that come from elsewhere. Their texts are made
// plain, as editor/plain says, and keep their marks; what their kinds do not have is left
// out, and so is a picture without a file. openFirst and openLast say that the first, or
// last, block's words go on in those of the place where they are put.
func NewFragment(blocks []release.Block, openFirst, openLast bool) Fragment {
	f := Fragment{openFirst: openFirst, openLast: openLast}
	for _, b := range blocks {
		known := slices.Contains(release.BlockKinds(), b.Kind)
		b = draft.CleanBlock(b)
		if b.ID = 0; known && (b.Kind != release.Picture || b.Picture != "") {
			f.blocks = append(f.blocks, b)
		}
	}
	return f
}

// FormattedFragment returns the Fragment of formatted text that comes from elsewhere:
// paragraphs alone go on in the words of the place where they are put.
func FormattedFragment(blocks []release.Block) Fragment {
	open := !slices.ContainsFunc(blocks, func(b release.Block) bool { return b.Kind != release.Paragraph })
	return NewFragment(blocks, open, open)
}

// PlainFragment returns the Fragment of a plain text, whose line ends are those of
// paragraphs. Empty lines between them are left out; at the ends of the text they part what
// it is put into.
func PlainFragment(text string) Fragment {
	f := Fragment{openFirst: true, openLast: true}
	paragraphs := strings.Split(plain.Paragraphs(text), "\n")
	for i, p := range paragraphs {
		if strings.Trim(p, " \u00a0") != "" || i == 0 || i == len(paragraphs)-1 {
			f.blocks = append(f.blocks, release.Block{Kind: release.Paragraph, Text: strings.ReplaceAll(p, plain.Break, "\n")})
		}
	}
	return f
}

// itemsFragment returns the Fragment of a plain text whose lines are items of a list, the first as deep as
// what it is put into.
func itemsFragment(text string) Fragment {
	lines := strings.Split(strings.ReplaceAll(plain.Tabbed(text), plain.Break, "\n"), "\n")
	first := release.Tabs(lines[0])
	var all []string
	for i, line := range lines {
		if strings.Trim(line, " \t\u00a0") != "" || i == 0 || i == len(lines)-1 {
			tabs := release.Tabs(line)
			all = append(all, strings.Repeat("\t", max(0, tabs-first))+line[tabs:])
		}
	}
	list := draft.CleanBlock(release.Block{Kind: release.List, Text: strings.Join(all, "\n")})
	return Fragment{blocks: []release.Block{list}, openFirst: true, openLast: true}
}

// Empty reports whether there is nothing in the Fragment.
func (f Fragment) Empty() bool { return len(f.blocks) == 0 }

// Blocks returns a copy of the Fragment's blocks, without IDs.
func (f Fragment) Blocks() []release.Block {
	all := make([]release.Block, len(f.blocks))
	for i, b := range f.blocks {
		all[i] = b.Clone()
	}
	return all
}

// Text returns the words, a line feed between paragraphs.
func (f Fragment) Text() string {
	var all []string
	for _, b := range f.blocks {
		for _, part := range partsOf(b.Kind) {
			if text := *b.PartText(part); part == release.Words && b.Kind != release.Picture || text != "" {
				all = append(all, text)
			}
		}
	}
	return strings.Join(all, "\n")
}

// copied returns what is between two places.
func copied(d *document.Document, from, to release.Position) Fragment {
	if from.TextID == to.TextID {
		return copiedPiece(d, from, to)
	}
	var f Fragment
	for id, ok := from.TextID, true; ok; id, ok = along(d, id, 1) {
		if id.Block == 0 {
			f.field(d, id, from, to)
		} else {
			f.block(d, id.Block, from, to)
			id = lastText(d, id.Block)
		}
		if id == to.TextID || id.Block != 0 && id.Block == to.Block {
			break
		}
		if id.Block != 0 || id == wordsOf(0) {
			f.rules(d, id.Block)
		}
	}
	f.openFirst = from.Block == 0 || opens(d, from, 0)
	f.openLast = to.Block == 0 || opens(d, to, d.Length(to.TextID))
	return f
}

// copiedPiece returns a piece of one text.
func copiedPiece(d *document.Document, from, to release.Position) Fragment {
	if from == to {
		return Fragment{}
	}
	b := release.Block{Kind: release.Paragraph}
	b.Text, b.Marks = d.Piece(from.TextID, from.Offset, to.Offset)
	f := Fragment{openFirst: true, openLast: true}
	switch n := natureOf(d, from.TextID); {
	case n == cells && strings.ContainsAny(b.Text, "\t\n"):
		b.Kind = release.Table
		f.openFirst, f.openLast = false, false
	case n == items && strings.Contains(b.Text, "\n"):
		b.Kind = release.List
		b.Text, b.Marks = pieceOf(d, from.TextID, from.Offset, to.Offset)
		b.First, b.Mixed = sortFrom(d, from, 1+strings.Count(b.Text, "\n"))
		f.openFirst, f.openLast = from.Offset > 0, to != end(d, to.TextID)
	case n == flowing && from.Block != 0:
		b.Kind = d.Shape(from.Block).Kind
	}
	f.blocks = []release.Block{b}
	return f
}

// opens reports whether what is copied from, or up to, a place in a block can be a piece that
// goes on in other words. What is not set as a paragraph is none if it is copied from its
// edge.
func opens(d *document.Document, at release.Position, edge int) bool {
	return natureOf(d, at.TextID).joins() && (at.Offset != edge || d.Shape(at.Block).Kind == release.Paragraph)
}

// ends returns the ends of what is between two places of one of the texts there.
func ends(d *document.Document, id release.TextID, from, to release.Position) (a, b int) {
	b = d.Length(id)
	if id == from.TextID {
		a = from.Offset
	}
	if id == to.TextID {
		b = to.Offset
	}
	return a, b
}

func lastText(d *document.Document, id release.BlockID) release.TextID {
	_, last := span(d, id)
	return last.TextID
}

// field adds what is of a field between two places, if that is anything.
func (f *Fragment) field(d *document.Document, id release.TextID, from, to release.Position) {
	a, b := ends(d, id, from, to)
	if text, marks := d.Piece(id, a, b); text != "" || id == from.TextID || id == to.TextID {
		f.blocks = append(f.blocks, release.Block{Kind: release.Paragraph, Text: text, Marks: marks})
	}
}

// rules adds the rules that follow a block, or the lead: they have no text to come by.
func (f *Fragment) rules(d *document.Document, id release.BlockID) {
	for i := d.Index(id) + 1; d.Shape(d.At(i)).Kind == release.Rule; i++ {
		f.blocks = append(f.blocks, release.Block{Kind: release.Rule})
	}
}

// block adds what is of a block between two places. Of a picture of which not all is there,
// only the words are taken.
func (f *Fragment) block(d *document.Document, id release.BlockID, from, to release.Position) {
	shape := d.Shape(id)
	first, last := span(d, id)
	whole := compare(d, from, first) <= 0 && compare(d, last, to) <= 0
	own := release.Block{Kind: shape.Kind, First: shape.First, Picture: shape.Picture}
	for _, part := range partsOf(shape.Kind) {
		text := document.Body(id, part)
		if compare(d, end(d, text), from) < 0 || compare(d, start(text), to) > 0 {
			continue
		}
		x, y := ends(d, text, from, to)
		words, marks := pieceOf(d, text, x, y)
		if shape.Kind == release.Picture && !whole {
			f.blocks = append(f.blocks, release.Block{Kind: release.Paragraph, Text: words, Marks: marks})
			continue
		}
		*own.PartText(part) = words
		if part == release.Words {
			own.Marks = marks
			if shape.Kind == release.List {
				own.First, own.Mixed = sortFrom(d, release.Position{TextID: text, Offset: x}, 1+strings.Count(words, "\n"))
			}
		}
	}
	if shape.Kind != release.Picture || whole {
		f.blocks = append(f.blocks, own)
	}
}
