// Package remembered keeps what was found of texts that are asked for again and again: of words by the checks, of lines by a reader.
package remembered

import (
	"hash/maphash"
	"slices"
	"strings"
	"sync/atomic"
)

// Answers are what was last found of texts, for any number of goroutines. An answer stays in the place that its text's hash gives it until
// another takes that; a place taken meanwhile costs no more than asking anew. The zero value remembers nothing yet.
type Answers[T any] struct {
	places [1 << 11]atomic.Pointer[answer[T]]
}

type answer[T any] struct {
	text  string
	found []T
}

// seed is that of all hashes.
var seed = maphash.MakeSeed()

// Of is what find finds of a text, or has found where that is remembered. Nobody writes to what it returns.
func (a *Answers[T]) Of(text string, find func(string) []T) []T {
	place := &a.places[maphash.String(seed, text)%uint64(len(a.places))]
	if kept := place.Load(); kept != nil && kept.text == text {
		return kept.found
	}
	text = strings.Clone(text) // not the whole that it is a part of
	found := slices.Clip(find(text))
	place.Store(&answer[T]{text, found})
	return found
}
