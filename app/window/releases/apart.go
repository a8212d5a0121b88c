package releases

import (
	"slices"
	"strings"
)

// near is how many rows above and below are looked at for titles that read alike.
const near = 4

// neighbours are the titles of the releases around one of the list, as far as they are
// known.
func (l *list) neighbours(index int) [][]string {
	var all [][]string
	for i := max(0, index-near); i <= min(index+near, len(l.Rows.positions)-1); i++ {
		if e, known := l.entries[l.Rows.positions[i].ID()]; known && i != index {
			all = append(all, strings.Fields(l.title(e)))
		}
	}
	return all
}

// ownWord returns where the first word of a title begins that tells it apart from its
// neighbours and is not among those that are shown: three meetings of a day begin with
// the same day, place and host. It is negative where what is shown tells them apart, as
// the last word does that no neighbour like it has, or where nothing does.
func ownWord(title, shown string, neighbours [][]string) int {
	seen := strings.Fields(strings.TrimSuffix(shown, "…"))
	words := strings.Fields(title)
	if len(seen) > 0 && !slices.Contains(words, seen[len(seen)-1]) {
		seen = seen[:len(seen)-1] // it was cut
	}
	if len(seen) == 0 {
		return -1
	}
	alike := map[string]bool{}
	for _, n := range neighbours {
		if areAlike(seen, n) {
			for _, w := range n {
				alike[w] = true
			}
		}
	}
	if !alike[seen[len(seen)-1]] {
		return -1
	}
	at := 0
	for i, w := range words {
		if i >= len(seen) && !alike[w] {
			return at
		}
		at += len(w) + 1
	}
	return -1
}

// areAlike reports whether a title has at least two thirds of the words that are
// shown of another.
func areAlike(shown, title []string) bool {
	shared := 0
	for _, w := range shown {
		if slices.Contains(title, w) {
			shared++
		}
	}
	return 3*shared >= 2*len(shown)
}
