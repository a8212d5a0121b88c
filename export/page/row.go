package page

import (
	"cmp"
	"slices"
)

// row is a strip on its way to a page.
type row struct {
	before  float64 // space above, dropped at the top of a page
	height  float64
	rule    bool // a rule stands above it
	tie     tie  // to the row above
	opens   bool // it begins a page
	lines   []rowLine
	boxes   []Box    // their Y from the top of the row
	picture *Picture // the same
	// heads are the rows of a table's head, which stand above this one where it
	// begins a page.
	heads []row
}

// tie is how firmly a row holds to the one above it.
type tie int

const (
	free tie = iota
	// joined rows stand on one page where a page can hold all that are joined.
	joined
	// firm ones do also where it cannot.
	firm
)

// rowLine is a line within a row.
type rowLine struct {
	setLine
	part   int
	offset int     // in the text of the part's source
	x, top float64 // of its left edge on the sheet; of its upper one within the row
	height float64
	size   float64
	linked bool // its links are underlined
}

// width is how far the line reaches.
func (l setLine) width() float64 {
	end := 0.0
	for _, r := range l.runs {
		end = max(end, r.X+r.Width())
	}
	return end
}

// flow sets rows one under another, on as many pages as they need.
func (b *builder) flow(rows []row) {
	rows = b.paginate(rows)
	for i := 0; i < len(rows); {
		n := tied(rows[i:], joined)
		b.together(rows[i : i+n])
		i += n
	}
}

// tied is how many rows from the first on hold to each other, at least so firmly.
func tied(rows []row, least tie) int {
	n := 1
	for n < len(rows) && rows[n].tie >= least {
		n++
	}
	return n
}

// together sets rows that belong on one page. What stands side by side is put down
// part after part, in the order in which it is read.
func (b *builder) together(rows []row) {
	var sheet *Page
	first := 0
	for i, r := range rows {
		if r.opens {
			b.overleaf(r.heads)
		}
		if i == 0 {
			sheet, first = b.page(), len(b.page().Lines)
		}
		b.row(r)
	}
	if b.page() == sheet { // and not a piece taller than a page
		slices.SortStableFunc(sheet.Lines[first:], func(l, m Line) int { return cmp.Compare(l.Part, m.Part) })
	}
}

func needed(rows []row) float64 {
	need := 0.0
	for _, r := range rows {
		need += r.before + r.height
	}
	return need
}

// overleaf begins a page within a table: its head is the page's furniture there.
func (b *builder) overleaf(heads []row) {
	b.newPage()
	for _, r := range heads {
		b.row(r)
	}
}

func (b *builder) row(r row) {
	if !b.empty {
		b.y += r.before
	}
	if r.rule {
		b.rule(b.y - 0.7*b.style.Text.Size)
	}
	for _, box := range r.boxes {
		box.Y += b.y
		b.page().Boxes = append(b.page().Boxes, box)
	}
	if r.picture != nil {
		picture := *r.picture
		picture.Y += b.y
		b.page().Pictures = append(b.page().Pictures, picture)
	}
	for _, line := range r.lines {
		b.place(line)
	}
	b.y += r.height
	b.empty = false
}

// place puts a line on the page at the current height. The baseline is where the
// letters of a line stand in the middle of its leading.
func (b *builder) place(l rowLine) {
	top := b.y + l.top
	baseline := top + (l.height+l.size*0.66)/2
	runs := shifted(l.runs, l.x, baseline)
	b.page().Lines = append(b.page().Lines, Line{Part: l.part, Offset: l.offset, Top: top, Height: l.height, Runs: runs})
	if l.linked {
		b.underline(runs)
	}
}

// underline draws a hairline under the words of links.
func (b *builder) underline(runs []Run) {
	for _, r := range runs {
		if r.Link != "" {
			b.page().Boxes = append(b.page().Boxes, Box{
				Part: Furniture, X: r.X, Y: r.Y + 0.14*r.Size, Width: r.Width(), Height: hairline, Colour: r.Colour,
			})
		}
	}
}

// hairline is as thin as a line can be and still be printed by every office, in points.
const hairline = 0.4

func shifted(runs []Run, x, y float64) []Run {
	placed := slices.Clone(runs)
	for i := range placed {
		placed[i].X += x
		placed[i].Y = y
	}
	return placed
}

func (b *builder) rule(y float64) {
	b.page().Boxes = append(b.page().Boxes, Box{
		Part: Furniture, X: b.left, Y: y - 0.3, Width: b.widthAt(y), Height: 0.6, Colour: b.style.Colours.Rule.NRGBA,
	})
}
