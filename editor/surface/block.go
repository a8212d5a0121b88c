package surface

import (
	"slices"
	"sort"

	"fyne.io/fyne/v2/canvas"

	"communique/editor/release"
	"communique/editor/surface/typeset"
)

// block is a piece of the column that is laid out at once: a text of the release, a
// block of its body, the line of place and date, the contacts. It is named by its text,
// without a part.
type block struct {
	id     release.TextID
	index  int  // in the column
	laid   bool // otherwise height is an estimate, and the rest is what it was before
	height int
	// boxes are its texts, in reading order.
	boxes []*box
	// signs are words that nobody edits: bullets, numbers, the date.
	signs   []*box
	rects   []rect
	photo   *photo
	natural map[naturalKey]int // of a table: how wide its cells are on one line
	// form says that a click opens a form here: the line of place and date, the contacts.
	form bool
}

// box is a text, or an item or a cell of one, broken into lines.
type box struct {
	id    release.TextID
	from  int // the code point of the text that is its first
	x, y  int // from the corner of the block
	width int
	look  look
	text  *typeset.Text
	hint  *typeset.Text // stands there while text is empty; nil for none
}

// rect is a coloured rectangle: a bar, a rule, a line of a table.
type rect struct {
	x, y, width, height int
	ink                 rectInk
}

type rectInk int

const (
	lineInk rectInk = iota
	edgeInk
	accentInk
)

// photo is where a picture stands, from the corner of its block.
type photo struct {
	hash          string
	width, height int
	shown         *canvas.Image // nil until it is loaded
}

// drop lets go what is known of lines, but for where they begin: nobody sees them.
func (b *block) drop() {
	for _, box := range b.boxes {
		box.text.Drop()
	}
}

// height is that of the lines it shows.
func (b *box) height() int { return b.shown().Lines() * b.look.lineHeight }

// shown is the text whose letters are painted: the box's own, or its hint.
func (b *box) shown() *typeset.Text {
	if b.text.Length() == 0 && b.hint != nil {
		return b.hint
	}
	return b.text
}

// boxAt returns which box a place in one of the block's texts is in; -1 for none.
func (b *block) boxAt(p release.Position) int {
	first := slices.IndexFunc(b.boxes, func(x *box) bool { return x.id == p.TextID })
	if first < 0 {
		return -1
	}
	rest := b.boxes[first:]
	n := sort.Search(len(rest), func(i int) bool { return rest[i].id != p.TextID || rest[i].from > p.Offset })
	return first + max(0, n-1)
}

// nearest returns the box that a click at a point of the block means: of those in the
// row at its height, or the nearest one, that at its side.
func (b *block) nearest(x, y int) *box {
	var best *box
	var bestY, bestX int
	for _, c := range b.boxes {
		dy, dx := outside(y, c.y, c.y+c.height()), outside(x, c.x, c.x+c.width)
		if best == nil || dy < bestY || dy == bestY && dx < bestX {
			best, bestY, bestX = c, dy, dx
		}
	}
	return best
}

// outside is how far a place is from a span, 0 within it.
func outside(at, from, to int) int { return max(from-at, at-to+1, 0) }

// point returns the place in the box's text that a point of the block means.
func (b *box) point(x, y int) (p release.Position, line int) {
	line = min(max((y-b.y)/b.look.lineHeight, 0), b.text.Lines()-1)
	return b.onLine(line, x), line
}

// onLine returns the place of a line that is nearest to x, from the left of the column.
// What ends the line is behind all of them.
func (b *box) onLine(line, x int) release.Position {
	from, _ := b.text.Span(line)
	n := b.text.Line(line).At(typeset.Unit(x-b.x) * typeset.Pixel) //nolint:gosec // of a screen
	return release.Position{TextID: b.id, Offset: b.from + min(from+n, b.lineEnd(line))}
}

// lineEnd returns the last place of the text that a caret has on a line: before the
// space or the line feed that ends it.
func (b *box) lineEnd(line int) int {
	from, to := b.text.Span(line)
	if line < b.text.Lines()-1 && to > from && b.text.EndsInSpace(line) {
		to--
	}
	return to
}
