package plain

import "strings"

// TabWidth is how many columns a tab goes at most, as in Markdown.
const TabWidth = 4

// leastIndent is how many columns an item of a sublist stands deeper at least.
const leastIndent = 2

// Levels are the lists that are open at an item of a list in plain text: how many columns from the edge
// the items of each stand. The zero value is before the first item.
type Levels struct{ open []int }

// Next returns how deep the next item stands, from 0, which is so many columns from the edge.
func (l *Levels) Next(indent int) int {
	for len(l.open) > 1 && l.open[len(l.open)-2]+leastIndent > indent {
		l.open = l.open[:len(l.open)-1]
	}
	if n := len(l.open); n == 0 || indent >= l.open[n-1]+leastIndent {
		l.open = append(l.open, indent)
	}
	top := len(l.open) - 1
	l.open[top] = min(l.open[top], indent)
	return top
}

// Apart reports whether items that stand so many columns from the edge are those of two lists, one within
// the other.
func Apart(one, other int) bool { return max(one-other, other-one) >= leastIndent }

// Unindented returns a line without the white space before it, and how many columns that takes.
func Unindented(line string) (words string, indent int) {
	words = strings.TrimLeft(line, " \t\u00a0")
	for _, r := range line[:len(line)-len(words)] {
		if r == '\t' {
			indent += TabWidth - indent%TabWidth
		} else {
			indent++
		}
	}
	return words, indent
}
