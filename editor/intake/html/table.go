package html

import (
	"slices"
	"strconv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"communique/editor/intake/layout"
)

// table gathers its rows.
type table struct {
	rows    [][]layout.Cell
	laid    *bool
	w       *layout.Writer // what it stands in
	formats int
}

// ofTable notes what tables need.
func (r *reader) ofTable(e *element, t html.Token) {
	if t.DataAtom == atom.Table {
		e.table = &table{w: r.w, formats: len(r.formats)}
		if role := attribute(t, "role"); role == "presentation" || role == "none" {
			laid := true
			e.table.laid = &laid
		}
		return
	}
	i := r.within(atom.Table)
	if i < 0 {
		return
	}
	around := r.open[i].table
	switch t.DataAtom {
	case atom.Tr:
		around.rows, e.flat = append(around.rows, nil), e.hidden || attribute(t, "height") == "0"
	case atom.Td, atom.Th:
		e.cell, e.across, e.down, e.looks = true, number(t, "colspan"), number(t, "rowspan"), len(r.formats)
	}
	if (t.DataAtom == atom.Th || t.DataAtom == atom.Thead) && around.laid == nil {
		laid := false
		around.laid = &laid
	}
}

// number reads an attribute, up to a thousand.
func number(t html.Token, name string) int {
	n, err := strconv.Atoi(attribute(t, name))
	if err != nil || n < 0 {
		return 0
	}
	return min(n, 1000)
}

// endCell puts a cell into its row.
func (r *reader) endCell(e *element) {
	t := r.open[r.within(atom.Table)].table // the cell could not have been one without
	if len(t.rows) == 0 {
		t.rows = append(t.rows, nil)
	}
	last := len(t.rows) - 1
	if !e.hidden {
		t.rows[last] = append(t.rows[last], layout.Cell{Inside: r.w.Document(), Across: e.across, Down: e.down})
	}
	r.w = t.w
	r.formats = r.formats[:min(len(r.formats), e.looks)]
}

// endFlatRow takes a row back that nobody sees: a hidden one, or Word's own at the foot of a table
// whose columns do not meet.
func (r *reader) endFlatRow() {
	t := r.open[r.within(atom.Table)].table // the row could not have been one without
	last := len(t.rows) - 1
	row := t.rows[last]
	if slices.ContainsFunc(row, func(c layout.Cell) bool { return len(c.Inside.Paragraphs) > 0 }) {
		return
	}
	t.rows = t.rows[:last]
	for _, c := range row { // what was lost of it is told where the table stands
		t.w.Append(layout.Document{Lost: c.Inside.Lost})
	}
}
