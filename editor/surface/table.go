package surface

import (
	"communique/editor/document"
	"communique/editor/release"
	"communique/editor/surface/typeset"
)

// Table is rows of cells, the first of them bold, with lines between.
func (l *layout) Table(b release.Block) {
	id := document.Body(b.ID, release.Words)
	var rows [][]piece
	columns := 0
	var cells []piece
	for _, row := range pieces(piece{words: b.Text, marks: b.Marks}, '\n') {
		own := pieces(row, '\t')
		rows, cells, columns = append(rows, own), append(cells, own...), max(columns, len(own))
	}
	l.match(cells)
	widths := l.columnWidths(rows, columns)
	for i, row := range rows {
		k := l.text
		k.Bold = i == 0
		x, height := 0, 0
		l.y += l.cell / 2
		for c, cell := range row {
			height = max(height, l.add(id, cell, k, x+l.cell/2, max(1, widths[c]-l.cell), "").height())
			x += widths[c]
		}
		l.y += height + l.cell/2
		ink := lineInk
		if i == 0 {
			ink = edgeInk
		}
		l.block.rects = append(l.block.rects, rect{0, l.y, l.column, l.hairline, ink})
		l.y += l.hairline
	}
	l.y += l.gap
}

// columnWidths shares the column's width out by what the cells hold: where all fits,
// each gets what it needs and an equal part of the rest; otherwise those that need
// more than an equal part share what the others leave, by what they need.
func (l *layout) columnWidths(rows [][]piece, columns int) []int {
	needs := make([]int, columns)
	l.block.natural = map[naturalKey]int{}
	for i, row := range rows {
		k := l.text.Style
		k.Bold = i == 0
		for c, cell := range row {
			needs[c] = max(needs[c], l.naturalWidth(k, cell)+l.cell)
		}
	}
	return share(needs, l.column)
}

// naturalKey tells cells apart whose widths are known.
type naturalKey struct {
	style typeset.Style
	words string
}

// naturalWidth is how wide a cell is on one line, as far as that matters.
func (l *layout) naturalWidth(style typeset.Style, cell piece) int {
	if len(cell.marks) > 0 {
		return l.measure(style, cell)
	}
	key := naturalKey{style, cell.words}
	width, ok := l.before.natural[key]
	if !ok {
		width = l.measure(style, cell)
	}
	l.block.natural[key] = width
	return width
}

func (l *layout) measure(style typeset.Style, cell piece) int {
	t := l.setter.NewText(style, 2*l.column)
	t.Set(cell.words, cell.marks)
	width := 0
	for i := range t.Lines() {
		width = max(width, t.Line(i).Width.Ceil()+1)
	}
	return width
}

// share shares a width out.
func share(needs []int, width int) []int {
	widths := make([]int, len(needs))
	sum := 0
	for _, n := range needs {
		sum += n
	}
	if sum <= width {
		for c := range widths {
			widths[c] = needs[c] + (width-sum)/len(needs)
		}
		return widths
	}
	left, greedy, part := width, 0, width/len(needs)
	for c, n := range needs {
		if n <= part {
			widths[c], left = n, left-n
		} else {
			greedy += n
		}
	}
	for c, n := range needs {
		if n > part {
			widths[c] = max(1, left*n/greedy)
		}
	}
	return widths
}
