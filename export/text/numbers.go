package text

import (
	"strings"
	"unicode"
)

// Numbers reports whether the cells of a column below its head are numbers, and nothing
// but: they stand at the right then.
func Numbers(cells []string) bool {
	found := false
	for _, cell := range cells {
		number, blank := isNumber(cell)
		if !number && !blank {
			return false
		}
		found = found || number
	}
	return found
}

// isNumber reports whether a cell is a number, with its sign, its unit of one sign and
// the marks between digits; or blank: nothing, or a dash for nothing.
func isNumber(cell string) (number, blank bool) {
	digits := 0
	for _, r := range cell {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsSpace(r), unicode.Is(unicode.Sc, r), strings.ContainsRune("+-−–—±.,:/%‰×()*", r):
		default:
			return false, false
		}
	}
	return digits > 0, digits == 0
}
