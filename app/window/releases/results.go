package releases

import (
	"time"

	"communique/app/library"
)

// results are the releases that a list shows: where each stands, and the rows
// they make together with a heading for each month. What a row says is fetched
// when it comes into view.
type results struct {
	query     library.Query
	positions []library.Position
	rows      []row
}

// row is a release by its index among the positions, or the heading of a month.
type row struct {
	index int // -1 for a heading
	month month
}

type month struct {
	year int
	of   time.Month
}

// newResults makes the rows. Only lists in the order of days have headings.
func newResults(q library.Query, positions []library.Position) results {
	r := results{query: q, positions: positions, rows: make([]row, 0, len(positions)+len(positions)/8+1)}
	headed := q.Sort == library.Newest || q.Sort == library.Oldest
	var last month
	for i, p := range positions {
		if headed {
			day := p.Day()
			if m := (month{day.Year, day.Month}); m != last {
				r.rows = append(r.rows, row{-1, m})
				last = m
			}
		}
		r.rows = append(r.rows, row{index: i})
	}
	return r
}

// rowOf returns the row of a release, or -1.
func (r results) rowOf(id int64) int {
	for i, row := range r.rows {
		if row.index >= 0 && r.positions[row.index].ID() == id {
			return i
		}
	}
	return -1
}

// at returns the id of the release in a row; false for a heading.
func (r results) at(i int) (int64, bool) {
	if i < 0 || i >= len(r.rows) || r.rows[i].index < 0 {
		return 0, false
	}
	return r.positions[r.rows[i].index].ID(), true
}

// between returns the releases of the rows from one to another, both included.
func (r results) between(from, to int) []int64 {
	var ids []int64
	for i := min(from, to); i <= max(from, to); i++ {
		if id, ok := r.at(i); ok {
			ids = append(ids, id)
		}
	}
	return ids
}
