package typeset

import (
	"slices"
	"unicode/utf8"

	"communique/editor/release"
)

// runsOf turns marks into runs: the first is at 0, and neighbours differ.
func runsOf(base Style, marks []release.Mark) []run {
	if len(marks) == 0 {
		return []run{{style: base}}
	}
	edges := make([]int, 1, 1+2*len(marks))
	for _, m := range marks {
		edges = append(edges, m.Start, m.End)
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	runs := make([]run, 0, len(edges))
	var open []release.Mark // at most one of a style
	next := 0
	for _, at := range edges {
		open = slices.DeleteFunc(open, func(m release.Mark) bool { return m.End <= at })
		for ; next < len(marks) && marks[next].Start <= at; next++ {
			open = append(open, marks[next])
		}
		r := run{at: at, style: base}
		for _, m := range open {
			r.take(m)
		}
		if n := len(runs); n == 0 || runs[n-1].style != r.style || runs[n-1].link != r.link {
			runs = append(runs, r)
		}
	}
	return runs
}

func (r *run) take(m release.Mark) {
	switch m.Style {
	case release.Bold:
		r.style.Bold = true
	case release.Italic:
		r.style.Italic = true
	case release.Link:
		r.link = true
	}
}

// sameRuns widens what differs between two texts, from..to in the new one, to what is
// set in another way. The new text has longer more code points, and length altogether.
func sameRuns(old, runs []run, from, to, longer, length int) (int, int) {
	i := 0
	for i < len(old) && i < len(runs) && old[i] == runs[i] && runs[i].at <= from {
		i++
	}
	j, k := len(old), len(runs)
	for j > i && k > i && runs[k-1].at >= to && old[j-1].moved(longer) == runs[k-1] {
		j, k = j-1, k-1
	}
	if j == i && k == i {
		return from, to // they have only moved
	}
	for _, rest := range [][]run{old[i:j], runs[i:k]} {
		if len(rest) > 0 {
			from = min(from, rest[0].at)
		}
	}
	if k == len(runs) {
		return from, length
	}
	return from, max(to, runs[k].at)
}

// moved is the run so many code points further.
func (r run) moved(by int) run {
	r.at += by
	return r
}

// samePrefix returns how many bytes two texts have in common at their beginnings,
// whole code points.
func samePrefix(a, b string) int {
	n, limit := 0, min(len(a), len(b))
	const step = 4096 // strings are compared much faster than bytes
	for n+step <= limit && a[n:n+step] == b[n:n+step] {
		n += step
	}
	for n < limit && a[n] == b[n] {
		n++
	}
	for n > 0 && (n < len(a) && !utf8.RuneStart(a[n]) || n < len(b) && !utf8.RuneStart(b[n])) {
		n--
	}
	return n
}

// sameSuffix returns how many bytes two texts have in common at their ends, whole code
// points.
func sameSuffix(a, b string) int {
	n, limit := 0, min(len(a), len(b))
	const step = 4096
	for n+step <= limit && a[len(a)-n-step:len(a)-n] == b[len(b)-n-step:len(b)-n] {
		n += step
	}
	for n < limit && a[len(a)-n-1] == b[len(b)-n-1] {
		n++
	}
	for n > 0 && (!utf8.RuneStart(a[len(a)-n]) || !utf8.RuneStart(b[len(b)-n])) {
		n--
	}
	return n
}
