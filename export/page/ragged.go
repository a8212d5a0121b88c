package page

// A line of ragged text is left emptier than it need be, so as not to break a word or to
// part a number from what it counts, by no more than this part of its width.
const mostEmpty = 1.0 / 3

// fill returns the breakpoints of ragged text: each line takes what it has room for. It
// returns nil where something is too wide for a line.
func (f *fit) fill(points []breakpoint) []breakpoint {
	f.points = points
	var taken []int
	for at := -1; at < len(points)-1; {
		to := f.full(at)
		if to < 0 {
			return nil
		}
		taken = append(taken, to)
		at = to
	}
	f.lengthen(taken)
	list := make([]breakpoint, len(taken))
	for i, at := range taken {
		list[i] = points[at]
	}
	return list
}

// full is the breakpoint of the fullest good line from one on; -1 where none fits.
func (f *fit) full(from int) int {
	last, free := -1, -1 // of all, and of those without a cost
	for to := from + 1; to < len(f.points) && f.ratio(from, to) >= -1; to++ {
		last = to
		if f.points[to].cost == 0 {
			free = to
		}
	}
	if free >= 0 && f.empty(from, free) < mostEmpty {
		return free
	}
	return last
}

// empty is how much of a line's width stays empty.
func (f *fit) empty(from, to int) float64 {
	slack, _ := f.slack(from, to)
	return slack / f.measure.width(from < 0)
}

// lengthen has the last line but one give a word to a last one that is hardly there.
func (f *fit) lengthen(taken []int) {
	n := len(taken)
	if n < 2 {
		return
	}
	slack, _ := f.slack(taken[n-2], taken[n-1])
	if f.measure.rest-slack >= f.shortest {
		return
	}
	from := -1
	if n > 2 {
		from = taken[n-3]
	}
	before := taken[n-2] - 1
	for before > from && f.points[before].cost > 0 {
		before--
	}
	if before > from && f.empty(from, before) < mostEmpty && f.ratio(before, taken[n-1]) >= -1 {
		taken[n-2] = before
	}
}
