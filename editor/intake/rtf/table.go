package rtf

import "communique/editor/intake/layout"

// table is one being read: its cells are written apart.
type table struct {
	outer   *layout.Writer
	rows    [][]layout.Cell
	row     []layout.Cell
	defined []bool // which of its cells another one covers
	next    bool   // whether the cell that is described next is covered
}

// row begins a row, and with the first one the table.
func (r *reader) row() {
	if len(r.tables) == 0 {
		if r.w.Open() {
			r.paragraph()
		}
		r.tables = []table{{outer: r.w}}
		r.w = &layout.Writer{Part: r.w.Part}
	}
	t := &r.tables[0]
	t.defined, t.next = nil, false
}

func (r *reader) covered() {
	if len(r.tables) > 0 {
		r.tables[0].next = true
	}
}

// mostCells is how many cells a row has at most.
const mostCells = 256

func (r *reader) defined() {
	if len(r.tables) > 0 && len(r.tables[0].defined) < mostCells {
		t := &r.tables[0]
		t.defined, t.next = append(t.defined, t.next), false
	}
}

// cell ends a cell. In what is no table it ends a paragraph.
func (r *reader) cell() {
	r.paragraph()
	if len(r.tables) == 0 {
		return
	}
	t := &r.tables[0]
	inside := r.w.Document()
	if n := len(t.row); n < len(t.defined) && t.defined[n] {
		inside.Paragraphs = nil
	}
	if len(t.row) < mostCells {
		t.row = append(t.row, layout.Cell{Inside: inside})
	} else {
		t.row[mostCells-1].Inside.Paragraphs = append(t.row[mostCells-1].Inside.Paragraphs, inside.Paragraphs...)
	}
	r.w = &layout.Writer{Part: t.outer.Part}
}

func (r *reader) endRow() {
	if len(r.tables) == 0 {
		return
	}
	if r.w.Open() {
		r.cell()
	}
	t := &r.tables[0]
	if len(t.row) > 0 {
		t.rows, t.row = append(t.rows, t.row), nil
		r.ended++
	}
}

// leaveTable ends the table where a paragraph begins that is none of its.
func (r *reader) leaveTable() {
	if len(r.tables) > 0 && !r.p.inTable && len(r.tables[0].row) == 0 && len(r.tables[0].rows) > 0 && !r.w.Open() {
		r.endTable()
	}
}

// finish ends what is open at the end of a text.
func (r *reader) finish() {
	if len(r.tables) > 0 && len(r.tables[0].row) > 0 && r.w.Open() {
		r.cell()
	}
	r.paragraph()
	r.endTable()
}

func (r *reader) endTable() {
	if len(r.tables) == 0 {
		return
	}
	r.endRow()
	t, rest := r.tables[0], r.w.Document()
	r.tables, r.w = nil, t.outer
	r.w.Grid(t.rows, nil)
	r.w.Append(rest)
}
