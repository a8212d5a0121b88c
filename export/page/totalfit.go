package page

import (
	"math"
	"slices"
)

// Breaking a paragraph into lines by the best of all its ways at once, after
// D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines" (Software:
// Practice and Experience, 1981). Badness, demerits and their numbers are TeX's.

// A line gives in its spaces and, by as much as no eye sees, between all its
// letters. The ratio of a line is how much of that it uses: at 1 its spaces are 1.5
// of their width, at -1 they are 0.75; letters stand off by hundredths of the size.
const (
	spaceStretch  = 0.5
	spaceShrink   = 0.25
	letterStretch = 0.018
	letterShrink  = 0.015
	letterMost    = 0.030 // where nothing else helps
)

// The loosest line each effort takes, as a ratio. 1.2 is a space of 1.6. Before a word
// with a hyphen of its own is broken, a number is parted from what it counts, or the tail of a
// word stands alone on the last line, lines may be a little looser.
const (
	easyRatio = 0.7
	mostRatio = 1.2
	poorRatio = 1.65
)

// widestSpace is how wide a space ever is, as a multiple of the size.
const widestSpace = 0.5

const (
	linePenalty     = 10
	doubleHyphen    = 90000   // two lines in a row that end in a hyphen; three never do
	lastHyphen      = 300000  // the last line but one does
	lastTail        = 5000000 // and nothing else stands on the last
	unlikeNeighbour = 40000   // a tight line beside a loose one
	shortLast       = 60000   // the last line is hardly there
)

// mostHyphens is how many lines in a row may end in a hyphen.
const mostHyphens = 2

// measureOf is the width of the lines of a paragraph.
type measureOf struct {
	first, rest float64
	ragged      bool // spaces keep their width, and lines end where they end
	balanced    bool // ragged lines are about as long as each other, instead of full
}

func (m measureOf) width(first bool) float64 {
	if first {
		return m.first
	}
	return m.rest
}

// node is a way to set the paragraph up to a breakpoint.
type node struct {
	at       int // index of the breakpoint, -1 at the start
	fitness  int // how tight its last line is: 0 tight to 3 very loose
	hyphens  int // how many lines in a row, the last among them, end in a hyphen
	demerits float64
	before   *node
}

// fit holds the sums that make a line's width a subtraction.
type fit struct {
	letters  []letter
	points   []breakpoint
	measure  measureOf
	hyphen   float64 // its width
	size     float64
	natural  []float64
	spaces   []float64 // the width of the spaces, which stretch
	nodes    []node    // where they stand
	loosest  float64
	shortest float64 // a last line shorter than this looks forgotten
}

// prepare makes the sums of a paragraph, in the room of the one before.
func (f *fit) prepare(letters []letter, measure measureOf, hyphen, size float64) {
	*f = fit{
		letters: letters, measure: measure, hyphen: hyphen, size: size, shortest: measure.rest / 9,
		natural: slices.Grow(f.natural[:0], len(letters)+1)[:len(letters)+1],
		spaces:  slices.Grow(f.spaces[:0], len(letters)+1)[:len(letters)+1],
		nodes:   f.nodes,
	}
	for i, l := range letters {
		f.natural[i+1], f.spaces[i+1] = f.natural[i]+l.Advance, f.spaces[i]
		if l.isSpace() {
			f.spaces[i+1] += l.Advance
		}
	}
}

// solve returns the breakpoints of the best setting whose lines are not looser
// than loosest, or nil where there is none.
func (f *fit) solve(points []breakpoint, loosest float64) []breakpoint {
	f.points, f.loosest, f.nodes = points, loosest, f.nodes[:0]
	active := []*node{{at: -1}}
	for i := range points {
		active = f.extend(active, i)
		if len(active) == 0 {
			return nil
		}
	}
	var best *node
	for _, n := range active {
		if n.at == len(points)-1 && (best == nil || n.demerits < best.demerits) {
			best = n
		}
	}
	var list []breakpoint
	for n := best; n != nil && n.at >= 0; n = n.before {
		list = append(list, points[n.at])
	}
	slices.Reverse(list)
	return list
}

// extend tries a line from every active node to breakpoint i. Nodes from which
// the line would be too long have no future and go.
func (f *fit) extend(active []*node, i int) []*node {
	var best [4 * (mostHyphens + 1)]*node // by fitness and hyphens
	kept := active[:0]
	last := i == len(f.points)-1
	for _, from := range active {
		ratio := f.ratio(from.at, i)
		if ratio < -1 {
			continue
		}
		if !last {
			kept = append(kept, from)
		}
		if ratio > f.loosest && !(last && ratio >= 0) {
			continue
		}
		hyphens := 0
		if f.points[i].hyphen {
			if hyphens = from.hyphens + 1; hyphens > mostHyphens {
				continue
			}
		}
		fitness := fitnessOf(ratio)
		demerits := from.demerits + f.demerits(from, i, ratio, fitness)
		if state := fitness + 4*hyphens; best[state] == nil || demerits < best[state].demerits {
			best[state] = f.node(node{at: i, fitness: fitness, hyphens: hyphens, demerits: demerits, before: from})
		}
	}
	for _, n := range best {
		if n != nil {
			kept = append(kept, n)
		}
	}
	return kept
}

// node keeps a node where those of the last paragraph stood, whose best way is known. It is
// not changed any more.
func (f *fit) node(n node) *node {
	f.nodes = append(f.nodes, n)
	return &f.nodes[len(f.nodes)-1]
}

// start is the first letter of a line that follows a breakpoint.
func (f *fit) start(at int) int {
	if at < 0 {
		return 0
	}
	return f.points[at].next
}

// give is by how much a line can change.
type give struct {
	spaces  float64 // the width of its spaces
	letters float64 // the number of its letters times their size
}

func (g give) stretch() float64 { return g.spaces*spaceStretch + g.letters*letterStretch }

func (g give) shrink() float64 { return g.spaces*spaceShrink + g.letters*letterShrink }

// slack returns by how much a line is narrower than its measure, and what it
// gives.
func (f *fit) slack(from, to int) (slack float64, g give) {
	start, point := f.start(from), f.points[to]
	end := max(point.end, start)
	natural := f.natural[end] - f.natural[start]
	if point.hyphen {
		natural += f.hyphen
	}
	return f.measure.width(from < 0) - natural, give{f.spaces[end] - f.spaces[start], float64(end-start) * f.size}
}

// ratio says how much a line must give: below -1 it does not fit. A last line
// is as long as it is.
func (f *fit) ratio(from, to int) float64 {
	slack, g := f.slack(from, to)
	const hair = 1e-6 // sums of widths are not exact
	switch {
	case slack < -hair && f.measure.ragged:
		return -2
	case slack < 0:
		return slack / g.shrink()
	case f.measure.ragged:
		return 4 * slack / f.measure.rest
	case to == len(f.points)-1:
		return 0
	case g.spaces == 0:
		return 100 // one word: letters spaced out to the margin would be worse
	}
	return slack / g.stretch()
}

func fitnessOf(ratio float64) int {
	switch {
	case ratio < -0.5:
		return 0
	case ratio <= 0.5:
		return 1
	case ratio <= 1:
		return 2
	}
	return 3
}

// titleCost is how many times as much it costs in a headline to end a line in what belongs to
// the next: lines that differ by a third are seen less there.
const titleCost = 4

func (f *fit) demerits(from *node, to int, ratio float64, fitness int) float64 {
	point := f.points[to]
	badness := 100 * math.Abs(ratio*ratio*ratio)
	d := linePenalty + badness
	cost := point.cost
	if f.measure.balanced {
		cost *= titleCost
	}
	d = d*d + cost*cost
	if apart := fitness - from.fitness; from.at >= 0 && (apart > 1 || apart < -1) {
		d += unlikeNeighbour
	}
	hyphened := from.at >= 0 && f.points[from.at].hyphen
	if hyphened && point.hyphen {
		d += doubleHyphen
	}
	if to < len(f.points)-1 {
		return d
	}
	if hyphened {
		d += lastHyphen
		if _, g := f.slack(from.at, to); g.spaces == 0 {
			d += lastTail
		}
	}
	if slack, _ := f.slack(from.at, to); from.at >= 0 && f.measure.width(false)-slack < f.shortest {
		d += shortLast
	}
	return d
}

// isPoor reports whether a strict eye marks a setting: a second hyphen in a word, a number
// parted from what it counts, or nothing but the tail of a word on the last line.
func (f *fit) isPoor(points []breakpoint) bool {
	if slices.ContainsFunc(points, func(p breakpoint) bool { return p.hyphen && p.cost >= secondCost || p.parted }) {
		return true
	}
	n := len(points)
	return n > 1 && points[n-2].hyphen && f.spaces[points[n-1].end] == f.spaces[points[n-2].next]
}
