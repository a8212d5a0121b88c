package page

import (
	"slices"

	"communique/editor/release"
	"communique/export/style"
	"communique/export/text"
)

// builder fills pages from top to bottom.
type builder struct {
	*Compositor
	org      release.Organisation
	logo     *Picture // nil for none; its place is not set
	parts    []Part
	pages    []Page
	owner    []int // the release that each page belongs to
	releases []release.Release

	index    int // the release being laid out
	language string
	group    int
	y        float64 // where the next line's top is
	bottom   float64 // where lines must end on this page
	empty    bool    // nothing stands on the page yet

	sheetWidth, sheetHeight float64
	left, textWidth         float64
}

func newBuilder(c *Compositor, org release.Organisation, logo *Picture) *builder {
	page := c.style.Page
	w, h := page.Dimensions()
	return &builder{
		Compositor: c, org: org, logo: logo,
		sheetWidth: w * style.Point, sheetHeight: h * style.Point,
		left: page.Left * style.Point, textWidth: (w - page.Left - page.Right) * style.Point,
	}
}

func (b *builder) page() *Page { return &b.pages[len(b.pages)-1] }

// release lays out one release from a new page on.
func (b *builder) release(index int, r release.Release) {
	b.index, b.language = index, text.OneLine(r.Language)
	b.releases = append(b.releases, r)
	b.newPage()
	b.code(r)
	b.letterhead()
	b.kind(r)
	b.flow(b.rows(b.pieces(r)))
}

func (b *builder) newPage() {
	b.pages = append(b.pages, Page{})
	b.owner = append(b.owner, b.index)
	b.y, b.empty = b.style.Page.Top*style.Point, true
	b.bottom = b.sheetHeight - b.style.Page.Bottom*style.Point
	b.band()
}

// add takes a part into the document and returns its index.
func (b *builder) add(p Part) int {
	b.parts = append(b.parts, p)
	return len(b.parts) - 1
}

// row is a line on its way to a page.
type row struct {
	part   int
	runs   []Run   // from x = 0
	x      float64 // of the line's left edge
	before float64 // space above, dropped at the top of a page
	height float64
	size   float64
	rule   bool // a rule stands above it
	joined bool // no page may end between it and the row above
	mark   *row // the mark of an item, on the same line
}

// rows sets pieces. Which rows may be parted follows from the pieces: no heading
// stands at the foot of a page, no line of a paragraph alone on either side, and no
// word goes on overleaf.
func (b *builder) rows(pieces []piece) []row {
	var rows []row
	held := false // by the piece above
	for _, p := range pieces {
		lines := b.lines(b.piecesParagraph(p))
		var mark *row
		if p.Role == Item {
			mark = b.itemMark(p)
		}
		part := b.add(p.Part)
		for n, runs := range lines {
			r := row{
				part: part, runs: runs, x: b.left + p.style.Left*style.Point,
				height: b.leading(p.style), size: p.style.Size * b.style.Text.Size,
				joined: n == 1 || n > 0 && (n == len(lines)-1 || isBroken(lines[n-1])),
			}
			if n == 0 {
				r.before, r.rule, r.mark = p.before, p.rule, mark
				r.joined = held
			}
			rows = append(rows, r)
		}
		held = p.keepNext
	}
	return rows
}

// isBroken reports whether a line ends in a hyphen of ours.
func isBroken(line []Run) bool {
	if len(line) == 0 {
		return false
	}
	glyphs := line[len(line)-1].Glyphs
	return len(glyphs) > 0 && glyphs[len(glyphs)-1].Rune == softHyphen && glyphs[len(glyphs)-1].Advance > 0
}

func (b *builder) piecesParagraph(p piece) paragraph {
	s := p.style
	if p.Role == Item {
		s.Indent = 0 // the mark hangs, not the text
	}
	q := b.paragraphOf(p.Text, p.Language, s, b.textWidth)
	q.link = p.link
	return q
}

// itemMark is the dash before an item, which hangs to the left of its text.
func (b *builder) itemMark(p piece) *row {
	mark := p.Part
	mark.Role, mark.Text = ItemMark, "–"
	q := b.paragraphOf(mark.Text, "", p.style, b.textWidth)
	q.firstLine, q.align = 0, "left"
	return &row{part: b.add(mark), runs: b.lines(q)[0], x: b.left + (p.style.Left+p.style.Indent)*style.Point}
}

// leading is the way from baseline to baseline within a part.
func (b *builder) leading(p style.Part) float64 {
	leading := p.Leading
	if leading == 0 {
		leading = b.style.Text.Leading
	}
	return p.Size * b.style.Text.Size * leading
}

// flow sets rows one under another. Rows that must not be parted go to the next
// page together, unless no page could hold them.
func (b *builder) flow(rows []row) {
	for i := 0; i < len(rows); {
		n := 1
		for i+n < len(rows) && rows[i+n].joined {
			n++
		}
		if !b.empty && b.y+needed(rows[i:i+n]) > b.bottom {
			b.newPage()
		}
		for _, r := range rows[i : i+n] {
			b.row(r)
		}
		i += n
	}
}

func needed(rows []row) float64 {
	need := 0.0
	for _, r := range rows {
		need += r.before + r.height
	}
	return need
}

func (b *builder) row(r row) {
	if !b.empty && b.y+r.before+r.height > b.bottom { // of a piece taller than a page
		b.newPage()
	}
	if !b.empty {
		b.y += r.before
	}
	if r.rule {
		b.rule(b.y - 0.7*b.style.Text.Size)
	}
	b.place(r)
	if r.mark != nil {
		mark := *r.mark
		mark.height, mark.size = r.height, r.size
		b.place(mark)
	}
	b.y += r.height
	b.empty = false
}

// place puts a row on the page at the current height. The baseline is where the
// letters of a line stand in the middle of its leading.
func (b *builder) place(r row) {
	b.page().Lines = append(b.page().Lines, Line{
		Part: r.part, Top: b.y, Height: r.height, Runs: shifted(r.runs, r.x, b.y+(r.height+r.size*0.66)/2),
	})
}

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
		Part: Furniture, X: b.left, Y: y - 0.3, Width: b.textWidth, Height: 0.6, Colour: b.style.Colours.Rule.NRGBA,
	})
}

func (b *builder) document() Document {
	d := Document{
		Width: b.sheetWidth, Height: b.sheetHeight, Pages: b.pages, Parts: b.parts, Author: text.OneLine(b.org.Name),
	}
	if len(b.releases) > 0 {
		first := b.releases[0]
		d.Title, d.Language, d.Date = text.OneLine(first.Headline), text.OneLine(first.Language), first.Date
		for _, tag := range first.Tags {
			if tag = text.OneLine(tag); tag != "" {
				d.Keywords = append(d.Keywords, tag)
			}
		}
	}
	if d.Title == "" {
		d.Title = d.Author
	}
	for _, s := range b.used {
		for _, r := range s.missing {
			if !slices.Contains(d.Missing, r) {
				d.Missing = append(d.Missing, r)
			}
		}
	}
	slices.Sort(d.Missing)
	return d
}
