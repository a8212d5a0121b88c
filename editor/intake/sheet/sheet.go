// Package sheet reads the tables of spreadsheets: of Excel's workbooks (.xlsx, ECMA-376 part 1,
// chapter 18) and of OpenDocument's (.ods).
package sheet

import (
	"slices"
	"strings"

	"communique/editor/intake/parts"
)

// The most that is read of a sheet: rows, cells of a row, all its cells, those included that are
// empty before one that is not, or that a merged or a repeated one fills, and the bytes in them.
// What is beyond is parts.ErrTooLarge.
const (
	maxRows   = 100_000
	maxCells  = 1000
	maxFilled = 2_000_000
	maxText   = 16 << 20
)

// Is reports whether a package is a workbook.
func Is(p *parts.Package) bool { return isExcel(p) || isOpen(p) }

// Rows are the cells of a workbook's first visible sheet with a table, or else of the first with words,
// row by row as the sheet numbers them, each with what it shows in one line; a date is written as in
// ISO 8601. What covers several rows stands in each of them. Rows and columns that are folded away or
// filtered out are there too. Its error says what is wrong with the XML.
func Rows(p *parts.Package) ([][]string, error) {
	if isExcel(p) {
		return readExcel(p)
	}
	return readOpen(p)
}

// grid takes the cells of a sheet.
type grid struct {
	rows         [][]string
	filled, text int
}

// put gives a cell its words, in one line; rows and columns are counted from 0.
func (g *grid) put(row, column int, text string) error {
	if text == "" {
		return nil
	}
	if row >= maxRows || column >= maxCells {
		return parts.ErrTooLarge
	}
	g.filled, g.text = g.filled+1+max(0, column-g.width(row)), g.text+len(text)
	if g.filled > maxFilled || g.text > maxText {
		return parts.ErrTooLarge
	}
	for len(g.rows) <= row {
		g.rows = append(g.rows, nil)
	}
	for len(g.rows[row]) <= column {
		g.rows[row] = append(g.rows[row], "")
	}
	g.rows[row][column] = text
	return nil
}

// inLine is what a cell says in one line.
func inLine(text string) string { return strings.Join(strings.Fields(text), " ") }

func (g *grid) width(row int) int {
	if row >= len(g.rows) {
		return 0
	}
	return len(g.rows[row])
}

// spread puts what a cell says into so many rows below it, as far as the sheet has any.
func (g *grid) spread(row, column, down int) error {
	if column >= g.width(row) {
		return nil
	}
	for below := row + 1; below <= min(row+down, len(g.rows)-1); below++ {
		if err := g.put(below, column, g.rows[row][column]); err != nil {
			return err
		}
	}
	return nil
}

// says reports whether any cell does.
func (g *grid) says() bool {
	return slices.ContainsFunc(g.rows, func(row []string) bool { return len(row) > 0 })
}

// isTable reports two rows of two cells with words.
func (g *grid) isTable() bool {
	rows := 0
	for _, row := range g.rows {
		said := 0
		for _, cell := range row {
			if cell != "" {
				said++
			}
		}
		if said > 1 {
			rows++
		}
	}
	return rows > 1
}

// choice is which sheet of a workbook is taken.
type choice struct {
	rows  [][]string
	table bool
}

// offer takes the first sheet with a table, or else with words.
func (c *choice) offer(g *grid) {
	if table := g.isTable(); table || c.rows == nil && g.says() {
		c.rows, c.table = g.rows, table
	}
}
