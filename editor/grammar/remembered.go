package grammar

import (
	"hash/maphash"
	"slices"
	"strings"
	"sync/atomic"
)

// remembered keeps what words show: checks ask for each word of a text a dozen times. A word stays in the place that
// its hash gives it until another takes that; a place taken meanwhile costs no more than asking anew.
type remembered struct {
	seed   maphash.Seed
	places [1 << 11]atomic.Pointer[shownWord]
}

type shownWord struct {
	word  string
	shown []Shown
}

// of is what a word shows, as find says where it is not remembered. Nobody writes to what it returns.
func (r *remembered) of(word string, find func(string) []Shown) []Shown {
	place := &r.places[maphash.String(r.seed, word)%uint64(len(r.places))]
	if kept := place.Load(); kept != nil && kept.word == word {
		return kept.shown
	}
	shown := slices.Clip(find(word))
	place.Store(&shownWord{strings.Clone(word), shown}) // not the text that it is a part of
	return shown
}
