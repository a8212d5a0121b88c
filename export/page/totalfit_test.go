package page

import (
	"math"
	"testing"
)

// tenths is words of ten letters: a letter is 10 wide, and so is a space.
func tenths(words int) []letter {
	var letters []letter
	for n := range words {
		if n > 0 {
			letters = append(letters, letter{Glyph: Glyph{Rune: ' ', Advance: 10}})
		}
		for range 10 {
			letters = append(letters, letter{Glyph: Glyph{Rune: 'м', Advance: 10}})
		}
	}
	return letters
}

// fitOf is a fit of words of ten letters, each 100 wide, with a breakpoint behind
// each; the size of the type is 10, a hyphen is 5 wide.
func fitOf(words int, m measureOf) *fit {
	f := newFit(tenths(words), m, 5, 10)
	for n := range words {
		f.points = append(f.points, breakpoint{end: 11*n + 10, next: 11*n + 11})
	}
	f.points[words-1].next = len(f.letters)
	return f
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

// TestRatio: how much a line must give, reckoned by hand. Of two words, 210 wide, a
// space of 10 shrinks by 2.5 and stretches by 5, and 21 letters of size 10 shrink by
// 3.15 and stretch by 3.78.
func TestRatio(t *testing.T) {
	for _, c := range []struct {
		name     string
		measure  measureOf
		from, to int
		hyphen   bool
		want     float64
	}{
		{"as wide as it is", measureOf{first: 210, rest: 999}, -1, 1, false, 0},
		{"the first line is its own", measureOf{first: 999, rest: 210}, 0, 2, false, 0},
		{"too wide", measureOf{first: 204.35, rest: 999}, -1, 1, false, -1},
		{"half of what it can shrink", measureOf{first: 207.175, rest: 999}, -1, 1, false, -0.5},
		{"half of what it can stretch", measureOf{first: 214.39, rest: 999}, -1, 1, false, 0.5},
		{"all of it", measureOf{first: 218.78, rest: 999}, -1, 1, false, 1},
		{"with a hyphen", measureOf{first: 223.78, rest: 999}, -1, 1, true, 1},
		{"one word", measureOf{first: 120, rest: 999}, -1, 0, false, 100},
		{"one word as wide as the line", measureOf{first: 100, rest: 999}, -1, 0, false, 100},
		{"the last line", measureOf{first: 999, rest: 300}, 1, 3, false, 0},
		{"the last line, too wide", measureOf{first: 999, rest: 204.35}, 1, 3, false, -1},
		{"ragged", measureOf{first: 999, rest: 280, ragged: true}, 0, 2, false, 1},
		{"ragged, the last one", measureOf{first: 999, rest: 280, ragged: true}, 1, 3, false, 1},
		{"ragged, too wide", measureOf{first: 209.9, rest: 999, ragged: true}, -1, 1, false, -2},
		{"ragged, but for rounding", measureOf{first: 210 - 1e-7, rest: 999, ragged: true}, -1, 1, false, -1e-7 / 5.65},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := fitOf(4, c.measure)
			f.points[c.to].hyphen = c.hyphen
			if got := f.ratio(c.from, c.to); !near(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestFitness(t *testing.T) {
	for ratio, want := range map[float64]int{-1: 0, -0.51: 0, -0.5: 1, 0: 1, 0.5: 1, 0.51: 2, 1: 2, 1.01: 3, 100: 3} {
		if got := fitnessOf(ratio); got != want {
			t.Errorf("%v: got %d, want %d", ratio, got, want)
		}
	}
}

// TestDemerits adds them up by hand.
func TestDemerits(t *testing.T) {
	for _, c := range []struct {
		name          string
		from          node
		to            int
		ratio         float64
		fitness       int
		cost          float64
		hyphen        bool // the line ends in one
		before        bool // so does the line before
		want          float64
		secondMeasure float64
	}{
		{name: "a line as it should be", from: node{at: -1}, to: 1, fitness: 1, want: 100},
		{name: "a loose one", from: node{at: -1}, to: 1, ratio: 0.5, fitness: 1, want: 506.25},
		{name: "a tight one", from: node{at: -1}, to: 1, ratio: -1, fitness: 0, want: 12100},
		{name: "a broken word", from: node{at: -1}, to: 1, fitness: 1, cost: 150, hyphen: true, want: 100 + 22500},
		{name: "next to one like it", from: node{at: 0, fitness: 1}, to: 1, fitness: 2, want: 100},
		{name: "tight to loose", from: node{at: 0, fitness: 0}, to: 1, fitness: 2, want: 100 + unlikeNeighbour},
		{name: "loose to tight", from: node{at: 0, fitness: 2}, to: 1, fitness: 0, want: 100 + unlikeNeighbour},
		{name: "the first has no neighbour", from: node{at: -1}, to: 1, fitness: 3, want: 100},
		{name: "two hyphens", from: node{at: 0, fitness: 1}, to: 1, fitness: 1, hyphen: true, before: true, want: 100 + doubleHyphen},
		{name: "a hyphen after none", from: node{at: 0, fitness: 1}, to: 1, fitness: 1, hyphen: true, want: 100},
		{name: "the last after a hyphen", from: node{at: 1, fitness: 1}, to: 3, fitness: 1, before: true, want: 100 + lastHyphen},
		{name: "the tail of a word alone", from: node{at: 2, fitness: 1}, to: 3, fitness: 1, before: true, want: 100 + lastHyphen + lastTail},
		{name: "the last after none", from: node{at: 2, fitness: 1}, to: 3, fitness: 1, want: 100},
		{name: "the last but one after a hyphen", from: node{at: 1, fitness: 1}, to: 2, fitness: 1, before: true, want: 100},
		{name: "the last, hardly there", from: node{at: 2, fitness: 1}, to: 3, fitness: 1, want: 100 + shortLast, secondMeasure: 901},
		{name: "the last, a ninth of the line", from: node{at: 2, fitness: 1}, to: 3, fitness: 1, want: 100, secondMeasure: 899},
		{name: "the only one, hardly there", from: node{at: -1}, to: 3, fitness: 1, want: 100, secondMeasure: 99999},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := fitOf(4, measureOf{first: 300, rest: max(c.secondMeasure, 300)})
			f.points[c.to].cost, f.points[c.to].hyphen = c.cost, c.hyphen
			if c.before {
				f.points[c.from.at].hyphen = true
			}
			if got := f.demerits(&c.from, c.to, c.ratio, c.fitness); !near(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

// TestShare: slack goes to spaces and letters by what each can give, and to the
// letters first where spaces would gape.
func TestShare(t *testing.T) {
	g := give{spaces: 10, letters: 210} // shrinks by 5.65, stretches by 8.78
	for _, c := range []struct {
		name                   string
		slack, space, tracking float64
	}{
		{"none", 0, 0, 0},
		{"shrunk", -5.65, -0.25, -0.015},
		{"shrunk by half", -2.825, -0.125, -0.0075},
		{"stretched", 8.78, 0.5, 0.018},
		{"stretched as far as looks well", 10.536, 0.6, 0.0216},
		{"further: the letters", 11.57, 0.6, (11.57 - 6) / 210},
		{"as far as letters go", 6 + 210*letterMost, 0.6, letterMost},
		{"beyond: the spaces again", 6 + 210*letterMost + 10, 1.6, letterMost},
	} {
		space, tracking := g.share(c.slack)
		if !near(space, c.space) || !near(tracking, c.tracking) {
			t.Errorf("%s: got %v, %v, want %v, %v", c.name, space, tracking, c.space, c.tracking)
		}
		if !near(space*g.spaces+tracking*g.letters, c.slack) {
			t.Errorf("%s: the shares are not the slack", c.name)
		}
	}
}

// TestJustify makes lines as wide as asked; a word alone is drawn together and never
// apart.
func TestJustify(t *testing.T) {
	for _, c := range []struct {
		words       int
		slack, want float64
	}{{2, 8.78, 218.78}, {2, -5.65, 204.35}, {1, 20, 100}, {1, -0.8, 99.2}, {1, 0, 100}} {
		letters := tenths(c.words)
		tracking := justify(letters, c.slack, 10)
		if got := width(letters); !near(got, c.want) {
			t.Errorf("%d words, %v: %v wide, want %v", c.words, c.slack, got, c.want)
		}
		if c.words == 2 && !near(letters[0].Advance, 10+tracking) {
			t.Errorf("%v: a letter of %v, told %v", c.slack, letters[0].Advance, tracking)
		}
	}
}

// TestSolve takes the better of two ways, and none that is looser than it may be.
func TestSolve(t *testing.T) {
	f := fitOf(4, measureOf{first: 210, rest: 210})
	points := f.points
	got := f.solve(points, 0.7)
	if len(got) != 2 || got[0] != points[1] || got[1] != points[3] {
		t.Errorf("got %+v", got)
	}
	for loosest, there := range map[float64]bool{0.99: false, 1: true, 1.01: true} {
		f := fitOf(4, measureOf{first: 218.78, rest: 218.78})
		if got := f.solve(f.points, loosest+1e-12); (got != nil) != there {
			t.Errorf("no looser than %v: %v", loosest, got)
		}
	}
	if got := fitOf(1, measureOf{first: 20, rest: 20}); got.solve(got.points, 9) != nil {
		t.Error("a word wider than the line was set")
	}
}

// newFit is a fit of its own.
func newFit(letters []letter, measure measureOf, hyphen, size float64) *fit {
	f := new(fit)
	f.prepare(letters, measure, hyphen, size)
	return f
}
