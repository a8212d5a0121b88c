package text

import (
	"strings"

	"communique/editor/release"
)

// table is rows of cells, the first of them the heads.
type table [][]string

func tabled(b release.Block) table {
	var t table
	for _, row := range rows(b, func(cell release.Line) release.Line {
		return release.Line{Text: spelled(tidied(cell.Text, cell.Marks, ' '))}
	}) {
		var cells []string
		for _, cell := range row {
			cells = append(cells, cell.Text)
		}
		t = append(t, cells)
	}
	return t
}

// gap parts the columns.
const gap = "  "

// set writes the table in columns, a rule below the heads. Where its words do not
// fit a width, each cell stands on a line of its own behind its head.
func (t table) set(width int) string {
	columns, fit := t.columns(width)
	if !fit {
		return t.listed(width)
	}
	var lines []string
	for i, row := range t {
		lines = append(lines, rowLines(row, columns)...)
		if i == 0 {
			var rule []string
			for _, column := range columns {
				rule = append(rule, strings.Repeat("-", column))
			}
			lines = append(lines, strings.Join(rule, gap))
		}
	}
	return strings.Join(lines, "\n")
}

// columns returns how wide each column is: as its longest cell, and where all are
// too wide for a line, the widest give way down to their longest words.
func (t table) columns(width int) (columns []int, fit bool) {
	columns, words := make([]int, len(t[0])), make([]int, len(t[0]))
	for _, row := range t {
		for i, cell := range row {
			columns[i] = max(columns[i], length(cell))
			for word := range strings.SplitSeq(cell, " ") {
				words[i] = max(words[i], length(word))
			}
		}
	}
	total := len(gap) * (len(columns) - 1)
	for _, column := range columns {
		total += column
	}
	if width <= 0 {
		return columns, true
	}
	for total > width {
		widest := -1
		for i, column := range columns {
			if column > words[i] && (widest < 0 || column > columns[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			return nil, false
		}
		columns[widest]--
		total--
	}
	return columns, true
}

// rowLines sets the cells of a row beside each other, broken to the widths of their
// columns.
func rowLines(row []string, columns []int) []string {
	var cells [][]string
	tallest := 0
	for i, cell := range row {
		lines := wrap(line{text: cell}, columns[i])
		cells, tallest = append(cells, lines), max(tallest, len(lines))
	}
	var lines []string
	for n := range tallest {
		var b strings.Builder
		pad := 0
		for i, cell := range cells {
			words := ""
			if n < len(cell) {
				words = cell[n]
			}
			if words != "" {
				b.WriteString(strings.Repeat(" ", pad) + words)
				pad = 0
			}
			pad += columns[i] - length(words) + len(gap)
		}
		lines = append(lines, b.String())
	}
	return lines
}

// listed writes each cell behind the head of its column, an empty line between the
// rows.
func (t table) listed(width int) string {
	var lines []string
	for i, row := range t {
		if i == 1 && len(t[0]) > 0 {
			lines = nil // the heads stand before their cells
		}
		if i > 1 {
			lines = append(lines, "")
		}
		for j, cell := range row {
			head := ""
			if i > 0 && t[0][j] != "" {
				head = t[0][j] + ": "
			}
			if cell != "" || i > 0 && head != "" {
				lines = append(lines, wrap(line{text: strings.TrimSpace(head + cell)}, width)...)
			}
		}
	}
	return strings.Join(lines, "\n")
}
