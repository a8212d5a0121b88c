package pdf

import (
	"cmp"
	"math"
	"slices"

	"communique/editor/intake/layout"
)

// fewestColumns are those of a table, at least: two are rather a label and what it is of. Two rows have as many, at least.
const (
	fewestColumns = 3
	fewestRows    = 2
)

// mostAhead is how many lines are looked at for the rows that show that a table begins.
const mostAhead = 30

// nextRow is how far below a line of a cell the next row begins at least, in the size of its letters.
const nextRow = 1.5

// span is what a column takes of a page's width.
type span struct{ from, to float64 }

func (s span) meets(other span) bool { return s.from < other.to && other.from < s.to }

// grid is a table on its way: the words of its cells, line by line, each cell behind the other as the page shows them,
// and the line of each.
type grid struct {
	columns []span
	before  []span // the columns without the last line
	cells   []*phrase
	lines   []int
	parted  []row // what rows has returned
}

// row is what stands side by side in a table.
type row struct {
	from, to int // of the words of the grid
	filled   int // cells with words
	end      int // the line behind it
}

// tableAt reads a table that begins at a line; end is begin where none does. Its columns are what no words reach across,
// and the words that do stand below it.
func (g *grid) tableAt(lines []line, begin int) (d layout.Document, end int) {
	g.columns, g.cells, g.lines = g.columns[:0], g.cells[:0], g.lines[:0]
	for n := begin; n < len(lines) && lines[n].page == lines[begin].page; n++ {
		if n-begin == mostAhead && !g.isTable(g.rows()) {
			return d, begin
		}
		g.before = append(g.before[:0], g.columns...)
		if g.add(lines[n], n); len(g.before) >= fewestColumns && len(g.columns) < len(g.before) {
			known := slices.Index(g.lines, n)
			g.columns, g.before, g.cells, g.lines = g.before, g.columns, g.cells[:known], g.lines[:known]
			break
		}
	}
	rows := g.rows()
	for len(rows) > 0 && rows[len(rows)-1].filled < 2 { // a text that is as narrow
		rows = rows[:len(rows)-1]
	}
	if !g.isTable(rows) {
		return d, begin
	}
	return g.document(rows), rows[len(rows)-1].end
}

// add takes in a line.
func (g *grid) add(l line, number int) {
	for i := range l.cells {
		words := &l.cells[i]
		g.cells, g.lines = append(g.cells, words), append(g.lines, number)
		one := span{min(words.start, words.last.end), max(words.start, words.last.end)}
		if slices.ContainsFunc(g.columns, func(c span) bool { return c.from <= one.from && one.to <= c.to }) {
			continue
		}
		apart := slices.DeleteFunc(g.columns, func(c span) bool {
			meets := c.meets(one)
			if meets {
				one = span{min(c.from, one.from), max(c.to, one.to)}
			}
			return meets
		})
		g.columns = append(apart, one)
	}
}

// rows parts the cells. A row ends where the page goes back to a column before; what follows in the same column closely
// is the next line of the cell. They stand until they are asked for again.
func (g *grid) rows() []row {
	rows := g.parted[:0]
	slices.SortFunc(g.columns, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	if len(g.columns) < fewestColumns {
		return nil
	}
	last := len(g.columns)
	for i, words := range g.cells {
		at := g.column(words)
		if at < last || at == last && g.cells[i-1].last.y-words.last.y > nextRow*words.last.size {
			rows = append(rows, row{from: i})
			last = -1
		}
		r := &rows[len(rows)-1]
		if at != last {
			r.filled++
		}
		r.to, r.end, last = i+1, g.lines[i]+1, at
	}
	g.parted = rows
	return rows
}

// column is the one that words stand in.
func (g *grid) column(words *phrase) (at int) {
	for at+1 < len(g.columns) && g.columns[at+1].from <= min(words.start, words.last.end) {
		at++
	}
	return at
}

// isTable reports whether rows are those of a table: a row begins it, enough of them are whole, and most cells have words.
func (g *grid) isTable(rows []row) bool {
	whole, filled := 0, 0
	for _, r := range rows {
		if filled += r.filled; r.filled >= fewestColumns {
			whole++
		}
	}
	return whole >= fewestRows && rows[0].filled > 1 && filled*3 > 2*len(rows)*len(g.columns)
}

// justified is the most that parts the words of a line that is as long as others, in the size of its letters.
const justified = 4

// isJustified reports whether cells are rather the words of a line, which the same space parts.
func isJustified(cells []phrase) bool {
	if len(cells) < fewestColumns {
		return false
	}
	size := max(cells[0].last.size, 1)
	first := cells[1].start - cells[0].last.end
	for i := range cells[1:] {
		if space := cells[i+1].start - cells[i].last.end; space > justified*size || math.Abs(space-first) > size/10 {
			return false
		}
	}
	return true
}

// document is a table of rows.
func (g *grid) document(rows []row) layout.Document {
	var w layout.Writer
	var broken []joined
	all := make([][]layout.Cell, len(rows))
	for i, r := range rows {
		cells := make([]phrase, len(g.columns))
		for _, words := range g.cells[r.from:r.to] {
			cell := &cells[g.column(words)]
			if len(cell.pieces) > 0 {
				cell.lineEnd(words.text())
			}
			cell.pieces = append(cell.pieces, words.pieces...)
		}
		for _, cell := range cells {
			var inside layout.Writer
			for _, one := range cell.pieces {
				inside.Words(string(one.text), one.look)
			}
			broken = append(broken, cell.joined...)
			all[i] = append(all[i], layout.Cell{Inside: inside.Document()})
		}
	}
	w.Grid(all, nil)
	d := w.Document()
	d.Repairs = repairs(broken, 1)
	return d
}
