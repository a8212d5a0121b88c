package grammar

import (
	"hash/maphash"
	"slices"
	"strings"
	"sync/atomic"
)

// remembered keeps what is known of words, as what they show: checks ask for each word of a text a dozen times. A word stays in the place that
// its hash gives it until another takes that; a place taken meanwhile costs no more than asking anew.
type remembered[T any] struct {
	seed   maphash.Seed
	places [1 << 11]atomic.Pointer[knownWord[T]]
}

type knownWord[T any] struct {
	word  string
	known []T
}

// of is what is known of a word, as find says where it is not remembered. Nobody writes to what it returns.
func (r *remembered[T]) of(word string, find func(string) []T) []T {
	place := &r.places[maphash.String(r.seed, word)%uint64(len(r.places))]
	if kept := place.Load(); kept != nil && kept.word == word {
		return kept.known
	}
	known := slices.Clip(find(word))
	place.Store(&knownWord[T]{strings.Clone(word), known}) // not the text that it is a part of
	return known
}
