package typeset

import "unicode/utf8"

// Line is what stands in one line of a Text. It does not change.
type Line struct {
	glyphs []inked
	cells  []cell
	rules  []rule // under links
	// Width is how far it reaches without the spaces that end it.
	Width Unit
}

// inked is a shape and what it is painted with.
type inked struct {
	glyph
	link bool
}

// rule is a line under words.
type rule struct{ from, to Unit }

// strip is a piece of a line in one style and direction.
type strip struct {
	word  *word
	cells int // where its cells begin in the line
	depth int
	link  bool
}

func (s strip) level() int { return s.depth }

// build sets the line between two bytes; the code point at is its first.
func (t *Text) build(at, from, to int) *Line {
	words := t.words[from:to]
	var depths []int
	if t.rtl || rightToLeft(words) {
		depths = levels([]rune(words), t.rtl)
	}
	strips := t.strips(at, from, to, depths)
	l := &Line{}
	if n := len(strips); n > 0 {
		l.cells = make([]cell, strips[n-1].cells+len(strips[n-1].word.cells))
	}
	if depths != nil {
		reorder(strips)
	}
	x := Unit(0)
	for _, s := range strips {
		x = l.put(s, x)
	}
	l.Width = l.inkEnd(words)
	if t.rtl {
		l.shift(t.width - x)
		l.Width = t.width
	}
	return l
}

// strips parts a line into what is shaped at once, in the order of the text. depths are
// the levels of its letters; nil is 0 throughout.
func (t *Text) strips(at, from, to int, depths []int) []strip {
	var all []strip
	run, n := t.runAt(at), 0
	for byteAt := from; byteAt < to; {
		k := t.setter.token(t.words, byteAt)
		k.to = min(k.to, to)
		for byteAt < k.to {
			for run+1 < len(t.runs) && t.runs[run+1].at <= at+n {
				run++
			}
			end := k.to
			if run+1 < len(t.runs) {
				end = advance(t.words, byteAt, k.to, t.runs[run+1].at-at-n)
			}
			s := strip{cells: n, link: t.runs[run].link}
			if depths != nil {
				s.depth = depths[n]
				end = byteAt + sameLevel(t.words[byteAt:end], depths[n:])
			}
			s.word = t.setter.strip(t.runs[run].style, s.depth, t.words[byteAt:end])
			all = append(all, s)
			n, byteAt = n+len(s.word.cells), end
		}
	}
	return all
}

// sameLevel returns how many bytes of words stand at the first of levels.
func sameLevel(words string, levels []int) int {
	n, size := 0, 0
	for n < len(levels) && size < len(words) && levels[n] == levels[0] {
		_, width := utf8.DecodeRuneInString(words[size:])
		n, size = n+1, size+width
	}
	return size
}

func (s *Setter) strip(style Style, depth int, words string) *word {
	switch words {
	case "\n":
		return &word{cells: make([]cell, 1)}
	case "\t":
		return s.part(style, words)
	}
	return s.word(style, depth%2 == 1, words)
}

// put puts a piece at the right end of the line, which it returns.
func (l *Line) put(s strip, x Unit) Unit {
	for _, g := range s.word.glyphs {
		g.x += x
		l.glyphs = append(l.glyphs, inked{g, s.link})
	}
	for i, c := range s.word.cells {
		c.lead, c.trail = c.lead+x, c.trail+x
		l.cells[s.cells+i] = c
	}
	if end := x + s.word.advance; s.link && end > x {
		if n := len(l.rules); n > 0 && l.rules[n-1].to == x {
			l.rules[n-1].to = end
		} else {
			l.rules = append(l.rules, rule{x, end})
		}
	}
	return x + s.word.advance
}

func (l *Line) shift(by Unit) {
	for i := range l.glyphs {
		l.glyphs[i].x += by
	}
	for i := range l.cells {
		l.cells[i].lead, l.cells[i].trail = l.cells[i].lead+by, l.cells[i].trail+by
	}
	for i := range l.rules {
		l.rules[i].from, l.rules[i].to = l.rules[i].from+by, l.rules[i].to+by
	}
}

// inkEnd returns how far the line reaches without the spaces that end its words.
func (l *Line) inkEnd(words string) Unit {
	n := len(l.cells)
	for n > 0 {
		r, size := utf8.DecodeLastRuneInString(words)
		if !isSpace(r) {
			break
		}
		n, words = n-1, words[:len(words)-size]
	}
	width := Unit(0)
	for _, c := range l.cells[:n] {
		width = max(width, c.lead, c.trail)
	}
	return width
}

// Length returns the number of code points in the line.
func (l *Line) Length() int { return len(l.cells) }

// X returns where the caret before the n-th code point of the line stands; behind the
// last one for n = Length.
func (l *Line) X(n int) Unit {
	switch {
	case len(l.cells) == 0:
		return 0
	case n < len(l.cells):
		return l.cells[max(n, 0)].lead
	}
	return l.cells[len(l.cells)-1].trail
}

// At returns before which code point of the line a click at x puts the caret. It never
// is within a grapheme.
func (l *Line) At(x Unit) int {
	best, distance := 0, Unit(1<<30)
	for i, c := range l.cells {
		if c.inside {
			continue
		}
		end := i + 1
		for end < len(l.cells) && l.cells[end].inside {
			end++
		}
		if d := abs(x - c.lead); d < distance {
			best, distance = i, d
		}
		if d := abs(x - c.trail); d < distance {
			best, distance = end, d
		}
	}
	return best
}

func abs(u Unit) Unit { return max(u, -u) }

// Stretch is a piece of a line from left to right.
type Stretch struct{ From, To Unit }

// Stretches returns where the code points from one to another stand: several pieces
// where some are written from right to left.
func (l *Line) Stretches(from, to int) []Stretch {
	var all []Stretch
	from = min(max(from, 0), len(l.cells))
	for _, c := range l.cells[from:min(max(to, from), len(l.cells))] {
		left, right := min(c.lead, c.trail), max(c.lead, c.trail)
		if n := len(all); n > 0 && left <= all[n-1].To && right >= all[n-1].From {
			all[n-1] = Stretch{min(all[n-1].From, left), max(all[n-1].To, right)}
		} else if left < right {
			all = append(all, Stretch{left, right})
		}
	}
	return all
}
