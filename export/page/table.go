package page

import (
	"math"
	"slices"
	"unicode/utf8"

	"communique/editor/release"
	"communique/export/text"
)

// cell is a cell on its way to lines.
type cell struct {
	piece
	set   paragraph
	spans []span
}

// table is a table on its way to rows: as many cells in each row.
type table struct {
	cells   [][]cell
	numbers []bool    // whether a column's cells are all numbers
	widths  []float64 // of the columns
	gap     float64   // between columns
	padding float64   // above and below the words of a row
}

// Table sets a table: columns as wide as their words need, hairlines between the rows.
// A row goes overleaf whole, unless no page could hold it, and the head goes with it. No
// low row stands alone on either side.
func (c *column) Table(block release.Block) {
	t := c.table(block)
	if len(t.cells) == 0 {
		return
	}
	c.fit(t)
	heads := c.tableRow(t, 0)
	space := c.style.Parts.Table.Before * c.style.Text.Size
	heads[0].before = max(space, c.after)
	heads[0].boxes = append(heads[0].boxes, c.tableLine(t, 0, 0.6))
	heads[0].tie = c.held
	c.rows = append(c.rows, heads...)
	again := repeated(heads)
	third := c.textHeight() / 3
	if needed(again) > third {
		again = nil
	}
	above := 0.0 // the height of the row above
	for n := 1; n < len(t.cells); n++ {
		rows := c.tableRow(t, n)
		height := needed(rows)
		alone := n == 2 || n == len(t.cells)-1 // or the row above it is
		switch {
		case n == 1:
			rows[0].tie = firm
		case alone && above+height < third:
			rows[0].tie = joined
		default:
			rows[0].tie = free
		}
		for i := range rows {
			rows[i].heads = again
		}
		c.rows, above = append(c.rows, rows...), height
	}
	c.held, c.after = free, space
}

// repeated are the rows of a head as they stand over the rest of the table overleaf.
func repeated(heads []row) []row {
	again := make([]row, len(heads))
	for i, r := range heads {
		r.before, r.tie, r.lines = 0, joined, append([]rowLine{}, r.lines...)
		for j := range r.lines {
			r.lines[j].part = Furniture
		}
		again[i] = r
	}
	return again
}

// table reads a block's rows. Those without a word are left out, and short ones are
// filled up.
func (b *builder) table(block release.Block) *table {
	t := &table{}
	offset, columns := 0, 0
	b.group++
	for _, line := range release.Lines(block.Text, block.Marks) {
		row := b.cells(block, line, offset, len(t.cells))
		offset += utf8.RuneCountInString(line.Text) + 1
		if slices.ContainsFunc(row, func(c cell) bool { return c.set.text != "" }) {
			columns = max(columns, len(row))
			t.cells = append(t.cells, row)
		}
	}
	for n, row := range t.cells {
		for len(row) < columns {
			empty := row[len(row)-1]
			empty.Text, empty.set.text, empty.set.marked, empty.spans = "", "", "", nil
			row = append(row, empty)
		}
		t.cells[n] = row
	}
	t.numbers = make([]bool, columns)
	for column := range t.numbers {
		var below []string
		for _, row := range t.cells[1:] {
			below = append(below, row[column].set.text)
		}
		t.numbers[column] = text.Numbers(below)
		for _, row := range t.cells {
			if t.numbers[column] {
				row[column].set.align = "right"
			}
		}
	}
	return t
}

// cells are the cells of one line of a block, which begins at offset.
func (b *builder) cells(block release.Block, line release.Line, offset, row int) []cell {
	role, p := Cell, b.style.Parts.Table
	if row == 0 {
		role, p = HeadCell, b.style.Parts.TableHead
	}
	p.Left, p.Indent = 0, 0
	if p.Align != "center" {
		p.Align = "left" // a column is too narrow to be justified
	}
	var cells []cell
	for _, words := range release.Cells(line) {
		c := cell{piece: piece{
			Part: Part{
				Role: role, Text: words.Text, Language: b.language, Group: b.group, Row: row,
				Source: Source{b.index, release.Position{
					TextID: release.TextID{Field: release.BlocksField, Block: block.ID}, Offset: offset,
				}},
			},
			style: p, marks: words.Marks, isText: true, offset: offset,
		}}
		c.set, c.spans = b.inscribed(c.piece)
		cells = append(cells, c)
		offset += utf8.RuneCountInString(words.Text) + 1
	}
	return cells
}

// fit finds the widths of the columns. Words that are too wide for the page are set
// smaller, and broken where that does not help.
func (b *builder) fit(t *table) {
	for _, scale := range []float64{1, 0.9, 0.8, 0.7} {
		size := b.style.Parts.Table.Size * b.style.Text.Size * scale
		t.padding = 0.28 * size
		t.gap = min(1.3*size, b.textWidth/float64(3*len(t.numbers)))
		least, most := b.measure(t, scale)
		room := b.textWidth - t.gap*float64(len(t.numbers)-1)
		if t.widths = Share(room, least, most); t.widths != nil {
			b.scale(t, scale)
			return
		}
		if scale == 0.7 {
			t.widths = level(room, least)
			b.scale(t, scale)
		}
	}
}

func (b *builder) scale(t *table, scale float64) {
	for _, row := range t.cells {
		for i := range row {
			row[i].style.Size *= scale
			row[i].set.size *= scale
		}
	}
}

// measure returns how wide each column's widest word is, and its widest line.
func (b *builder) measure(t *table, scale float64) (least, most []float64) {
	least, most = make([]float64, len(t.numbers)), make([]float64, len(t.numbers))
	for _, row := range t.cells {
		for i, cell := range row {
			q := cell.set
			q.size, q.align, q.width, q.language = q.size*scale, "left", math.MaxInt32, ""
			for _, line := range b.lines(q, cell.spans...) {
				most[i] = max(most[i], line.width()+hair)
				least[i] = max(least[i], widestWord(line.runs)+hair)
			}
		}
	}
	return least, most
}

// hair is more than sums of widths can be wrong by.
const hair = 1e-4

func widestWord(runs []Run) float64 {
	widest, width := 0.0, 0.0
	for _, r := range runs {
		for _, g := range r.Glyphs {
			if g.Rune == ' ' {
				width = 0
				continue
			}
			width += g.Advance
			widest = max(widest, width)
		}
	}
	return widest
}

// Share parts the room between columns: short ones get the width of their widest line,
// and no word is wider than its column. It returns nil where the room is too small for
// the words.
func Share(room float64, least, most []float64) []float64 {
	if sum(most) <= room {
		return most
	}
	if sum(least) > room {
		return nil
	}
	widths := level(room, most)
	for i := range widths {
		if widths[i] < least[i] { // it gets its own, and the others part the rest
			rest := Share(room-least[i], slices.Delete(slices.Clone(least), i, i+1), slices.Delete(slices.Clone(most), i, i+1))
			return slices.Insert(slices.Clone(rest), i, least[i])
		}
	}
	return widths
}

// level parts room that is too small: those who want little get it, the others
// get the same.
func level(room float64, wanted []float64) []float64 {
	least := slices.Sorted(slices.Values(wanted))
	fair := room / float64(len(least))
	for i, want := range least {
		fair = room / float64(len(least)-i)
		if want > fair {
			break
		}
		room -= want
	}
	widths := make([]float64, len(wanted))
	for i, want := range wanted {
		widths[i] = min(want, fair)
	}
	return widths
}

func sum(list []float64) float64 {
	total := 0.0
	for _, value := range list {
		total += value
	}
	return total
}

// tableRow sets one row of a table: as many strips as its highest cell has lines.
func (b *builder) tableRow(t *table, n int) []row {
	var strips []row
	x := b.left
	for i, cell := range t.cells[n] {
		q := cell.set
		q.width = t.widths[i]
		if b.style.Text.Hyphenate {
			q.language = cell.Language
		}
		part, origins := b.addPrepared(cell.piece, q), cell.origins(q.text)
		for k, set := range b.lines(q, cell.spans...) {
			if k == len(strips) {
				strips = append(strips, row{tie: joined, height: b.leading(cell.style)})
			}
			if q.text != "" {
				strips[k].lines = append(strips[k].lines, b.rowLine(cell.piece, q, set, part, x, origins))
			}
		}
		x += t.widths[i] + t.gap
	}
	if n := len(strips); n > 1 {
		strips[1].tie, strips[n-1].tie = firm, firm
	}
	first, last := &strips[0], &strips[len(strips)-1]
	first.height += t.padding
	for i := range first.lines {
		first.lines[i].top = t.padding
	}
	last.height += t.padding
	thickness := hairline
	if n == 0 {
		thickness = 0.6
	}
	last.boxes = append(last.boxes, b.tableLine(t, last.height, thickness))
	return strips
}

// tableLine is a line across the table, so far below the top of a row.
func (b *builder) tableLine(t *table, y, thickness float64) Box {
	return Box{
		Part: Furniture, X: b.left, Y: y - thickness/2, Width: sum(t.widths) + t.gap*float64(len(t.widths)-1), Height: thickness,
		Colour: b.style.Colours.Rule.NRGBA,
	}
}
