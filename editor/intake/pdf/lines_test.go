package pdf

import "testing"

// TestWordsBehindAMark: the words of an item begin behind its mark, though both are one piece; those of no item nowhere.
func TestWordsBehindAMark(t *testing.T) {
	for words, want := range map[string]float64{"- abcdefgh": 70, "1. abcdefg": 80, "abcdefghij": 0} {
		l := line{x: 50, end: 150, size: 10}
		l.words.add(run{text: words, x: 50, end: 150, size: 10}, "")
		if l.complete(); l.hang != want {
			t.Errorf("%s: %g", words, l.hang)
		}
	}
}

// TestLinesThatAreNoTable: a line is looked at for a table with some of those below it, and not with all.
func TestLinesThatAreNoTable(t *testing.T) {
	var g grid
	all := make([]line, 10*mostAhead)
	for i := range all {
		x := float64(50 + i%2*5) // two columns that meet
		all[i] = line{cells: []phrase{{start: x, last: run{x: x, end: x + 8, y: float64(-12 * i), size: 10}}}, size: 10}
	}
	for i := range all {
		if _, end := g.tableAt(all, i); end != i || len(g.lines) > mostAhead {
			t.Fatalf("line %d: up to %d, %d lines are looked at", i, end, len(g.lines))
		}
	}
}
