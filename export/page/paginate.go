package page

import "slices"

// A release whose last page would bear little is set a little tighter, all of it alike,
// where that saves the page.
const (
	tightLeading = 0.025 // what every line gives of its height at most
	tightSpace   = 0.25  // and every space between paragraphs
	littleText   = 0.25  // of a page: how much is little
	tightSteps   = 5     // by which it is found how tight is enough
)

// paginate returns rows with the places marked where pages begin.
func (b *builder) paginate(rows []row) []row {
	pages, end := b.plan(rows)
	if !b.fitting && pages > 1 && end-b.top < littleText*b.textHeight() {
		if tight := b.tighten(rows, pages); tight != nil {
			return tight
		}
	}
	return rows
}

// tighten returns rows as little tighter as puts them on fewer pages; nil where none does.
func (b *builder) tighten(rows []row, pages int) []row {
	best := tightened(rows, 1)
	if fewer, _ := b.plan(best); fewer >= pages {
		return nil
	}
	enough, step := 1.0, 0.5
	for range tightSteps {
		tight := tightened(rows, enough-step)
		if fewer, _ := b.plan(tight); fewer < pages {
			best, enough = tight, enough-step
		}
		step /= 2
	}
	return best
}

// tightened returns rows that give so much of what they can.
func tightened(rows []row, much float64) []row {
	height := 1 - much*tightLeading
	rows = slices.Clone(rows)
	for i := range rows {
		r := &rows[i]
		r.before *= 1 - much*tightSpace
		if r.picture != nil {
			continue
		}
		r.height *= height
		r.lines, r.boxes = slices.Clone(r.lines), slices.Clone(r.boxes)
		for k := range r.lines {
			r.lines[k].height *= height
			r.lines[k].top *= height
		}
		for k := range r.boxes {
			r.boxes[k].Y *= height
		}
		if r.heads != nil {
			r.heads = tightened(r.heads, much)
		}
	}
	return rows
}

// plan marks the rows that begin a page, and returns on how many pages they stand and
// where the last of them ends.
func (b *builder) plan(rows []row) (pages int, end float64) {
	s := sheet{builder: b, y: b.y, empty: b.empty, pages: 1, code: b.code}
	for i := 0; i < len(rows); {
		n := tied(rows[i:], joined)
		s.joined(rows[i : i+n])
		i += n
	}
	return s.pages, s.y
}

// sheet is how far a page is filled.
type sheet struct {
	*builder
	y     float64
	empty bool
	pages int
	code  *qrCode
}

// joined puts down rows that are joined. Where no page could hold them, they are parted
// where they hold to each other least.
func (s *sheet) joined(rows []row) {
	if needed(rows)-rows[0].before <= s.bottom-s.top {
		s.together(rows)
		return
	}
	for len(rows) > 0 {
		n := tied(rows, firm)
		s.together(rows[:n])
		rows = rows[n:]
	}
}

func (s *sheet) together(rows []row) {
	whole := s.holds(rows)
	for i := range rows {
		r := &rows[i]
		r.opens = !s.empty && (i == 0 && !whole || !s.holds(rows[i:i+1]))
		if r.opens {
			s.y, s.empty, s.code, s.pages = s.top, true, nil, s.pages+1
			s.put(r.heads)
		}
		s.put(rows[i : i+1])
	}
}

func (s *sheet) put(rows []row) {
	for _, r := range rows {
		if !s.empty {
			s.y += r.before
		}
		s.y, s.empty = s.y+r.height, false
	}
}

// holds reports whether there is room for rows on what is left of the page, beside the
// code if need be.
func (s *sheet) holds(rows []row) bool {
	y := s.y
	for _, r := range rows {
		y += r.before + r.height
		if y > s.bottom || s.code != nil && y > s.code.top && r.right() > s.code.left {
			return false
		}
	}
	return true
}

// right is how far to the right a row reaches on the sheet.
func (r row) right() float64 {
	right := 0.0
	for _, l := range r.lines {
		right = max(right, l.x+l.width())
	}
	for _, box := range r.boxes {
		right = max(right, box.X+box.Width)
	}
	if r.picture != nil {
		right = max(right, r.picture.X+r.picture.Width)
	}
	return right
}
