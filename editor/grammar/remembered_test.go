package grammar

import (
	"hash/maphash"
	"strconv"
	"testing"
)

// TestRemembered: a word is looked up once for as long as it keeps its place, and no word gets what another shows.
func TestRemembered(t *testing.T) {
	r := remembered[Shown]{seed: maphash.MakeSeed()}
	asked := 0
	find := func(word string) []Shown {
		asked++
		n, err := strconv.Atoi(word)
		if err != nil {
			t.Fatal(err)
		}
		return make([]Shown, n%5, 5)
	}
	words := 3 * len(r.places) // more than there are places
	for n := range words {
		for range 2 {
			if got := r.of(strconv.Itoa(n), find); len(got) != n%5 || cap(got) != n%5 {
				t.Fatal(n, len(got), cap(got))
			}
		}
	}
	if asked != words {
		t.Errorf("%d words are looked up %d times", words, asked)
	}
}
