package releases

import (
	"slices"
	"sort"
	"time"

	"communique/app/library"
)

// results are the releases that a list shows: where each stands, and the rows
// they make together with a heading for each month. What a row says is fetched
// when it comes into view.
type results struct {
	query     library.Query
	typed     string // what the query was read from
	positions []library.Position
	rows      []row
	row       map[int64]int  // the rows of releases that were asked for, by their IDs
	near      []library.Near // where nothing was found
}

// row is a release by its index among the positions, or the heading of a month.
type row struct {
	index int // -1 for a heading
	month month
	y     int // of its upper edge from that of the first row, in Fyne's units
}

// How high a release and a heading are, in Fyne's units.
const (
	releaseHeight = 76
	headingHeight = 36
)

func (r row) height() int {
	if r.index < 0 {
		return headingHeight
	}
	return releaseHeight
}

// month is a heading; the zero month is that of releases without a date.
type month struct {
	year int
	of   time.Month
}

// newResults makes the rows. Only lists in the order of days have headings.
func newResults(q library.Query, typed string, positions []library.Position) results {
	r := results{query: q, typed: typed, positions: positions, rows: make([]row, 0, len(positions)+len(positions)/8+1), row: map[int64]int{}}
	headed := q.Sort == library.Newest || q.Sort == library.Oldest
	last := month{of: -1} // what has no date has no month either
	y := 0
	add := func(line row) {
		line.y = y
		y += line.height()
		r.rows = append(r.rows, line)
	}
	for i, p := range positions {
		if headed {
			day := p.Day()
			if m := (month{day.Year, day.Month}); m != last {
				add(row{index: -1, month: m})
				last = m
			}
		}
		add(row{index: i})
	}
	return r
}

// headed reports whether the rows have headings.
func (r results) headed() bool { return len(r.rows) > len(r.positions) }

// height is that of all rows together.
func (r results) height() int {
	if len(r.rows) == 0 {
		return 0
	}
	last := r.rows[len(r.rows)-1]
	return last.y + last.height()
}

// rowAt returns the row at a height; -1 where there is none.
func (r results) rowAt(y int) int {
	if y < 0 || y >= r.height() {
		return -1
	}
	return sort.Search(len(r.rows), func(i int) bool { return r.rows[i].y > y }) - 1
}

// step returns the row of the release that is so many releases further than that of a
// row; the first or the last one where there are not so many. From no row it goes to the
// first.
func (r results) step(from, by int) int {
	if len(r.positions) == 0 {
		return -1
	}
	index := 0
	if from >= 0 && from < len(r.rows) {
		index = min(max(r.rows[from].index+by, 0), len(r.positions)-1)
	}
	row := r.rowOfIndex(index)
	r.row[r.positions[index].ID()] = row
	return row
}

// rowOf returns the row of a release, or -1.
func (r results) rowOf(id int64) int {
	if i, known := r.row[id]; known {
		return i
	}
	i := slices.IndexFunc(r.positions, func(p library.Position) bool { return p.ID() == id })
	if i >= 0 {
		i = r.rowOfIndex(i)
	}
	r.row[id] = i
	return i
}

// rowOfIndex returns the row of a release by its index among the positions.
func (r results) rowOfIndex(index int) int {
	return sort.Search(len(r.rows), func(i int) bool {
		if r.rows[i].index < 0 { // there is a release under each heading
			i++
		}
		return r.rows[i].index > index
	}) - 1
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
