package layout

import (
	"slices"
	"strconv"
	"strings"

	"communique/editor/release"
)

// Numeral writes the number of an item as its list does, which first tells by its first
// one: "a", "A", "i", "I", "а", "А"; any other is in digits.
func Numeral(n int, first string) string {
	digits := strconv.Itoa(n)
	switch first {
	case "i", "I":
		if n < 1 || n > 3999 {
			return digits
		}
		var b strings.Builder
		for _, r := range romans {
			for ; n >= r.value; n -= r.value {
				b.WriteString(r.letters)
			}
		}
		if first == "I" {
			return strings.ToUpper(b.String())
		}
		return b.String()
	case "a":
		return release.Letters(n, release.LatinLetters, mostLetters)
	case "A":
		return strings.ToUpper(release.Letters(n, release.LatinLetters, mostLetters))
	case "а":
		return release.Letters(n, release.CyrillicLetters, mostLetters)
	case "А":
		return strings.ToUpper(release.Letters(n, release.CyrillicLetters, mostLetters))
	}
	return digits
}

// Ordinal reads the label of an item that counts by digits, letters or Roman numerals, with a
// full stop or a bracket behind it or none; 0 for any other. What can be read in two ways is
// Roman where lists seldom come to that letter: only IsOrdinal can tell.
func Ordinal(label string) int {
	label = counted(label)
	if n, err := strconv.Atoi(label); err == nil && n > 0 && n < 1_000_000 {
		return n
	}
	for n := 1; n < 40; n++ {
		if Numeral(n, "i") == label && label != "c" && label != "d" && label != "l" {
			return n
		}
	}
	for _, first := range []string{"a", "а"} {
		for n := 1; n <= lastTriple; n++ {
			if Numeral(n, first) == label {
				return n
			}
		}
	}
	return 0
}

// IsOrdinal reports whether an item with such a label can be that of a number: «i)» is the first
// in Roman numerals, and the ninth in letters.
func IsOrdinal(label string, n int) bool {
	label = counted(label)
	return slices.ContainsFunc([]string{"1", "i", "a", "а"}, func(first string) bool { return Numeral(n, first) == label })
}

// counted is the label of an item without what stands behind its number.
func counted(label string) string { return strings.ToLower(strings.TrimRight(label, ".)")) }

// lastTriple is the last number that is written with a letter three times.
const lastTriple = 3 * 29

// mostLetters is how often a letter stands in a label at most.
const mostLetters = 10

var romans = []struct {
	value   int
	letters string
}{
	{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"},
}

// raised and lowered are the digits and signs that Unicode has small.
var (
	raised  = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹", "-", "⁻", "−", "⁻", "–", "⁻")
	lowered = strings.NewReplacer("0", "₀", "1", "₁", "2", "₂", "3", "₃", "4", "₄", "5", "₅", "6", "₆", "7", "₇", "8", "₈", "9", "₉")
)

// Raised writes a number that stands above the line in letters of its own: 10⁶, not 106.
func Raised(text string) string { return small(text, raised, "-−–") }

// Lowered writes a number that stands below the line: H₂O.
func Lowered(text string) string { return small(text, lowered, "") }

func small(text string, letters *strings.Replacer, signs string) string {
	if strings.Trim(text, "0123456789"+signs) != "" || text == "" {
		return text
	}
	return letters.Replace(text)
}
