package wordset

import (
	"iter"
	"maps"
)

// Table is what is known of words. Most of those that it does not have are told without a
// look-up in the map, which costs some ten times as much.
type Table[V any] struct {
	words map[string]V
	marks []uint64 // a bit for each word it has, by its length and some of its letters
}

// TableOf makes a table of words, which must not change any more.
func TableOf[V any](words map[string]V) *Table[V] {
	const bits, bitsAWord = 64, 8
	size := 1
	for size*bits < len(words)*bitsAWord {
		size *= 2
	}
	t := &Table[V]{words, make([]uint64, size)}
	for word := range words {
		at, bit := t.place(word)
		t.marks[at] |= bit
	}
	return t
}

// Of is what is known of a word, the zero value for one that the table does not have; one that is
// nil has none.
func (t *Table[V]) Of(word string) (value V) {
	if t == nil {
		return value
	}
	if at, bit := t.place(word); t.marks[at]&bit == 0 {
		return value
	}
	return t.words[word]
}

// All are the words and what is known of each, in no order.
func (t *Table[V]) All() iter.Seq2[string, V] {
	if t == nil {
		return maps.All(map[string]V(nil))
	}
	return maps.All(t.words)
}

// place is where the bit of a word stands: by its length and the bytes that tell Russian
// letters apart, of the first, the second and the last two.
func (t *Table[V]) place(word string) (at int, bit uint64) {
	n := len(word)
	hash := uint32(n) // #nosec G115 -- a word is short, and a length cut off would only tell less
	for _, i := range [...]int{1, 3, n - 1, n - 3} {
		hash *= 0x01000193 // the prime of FNV
		if uint(i) < uint(n) {
			hash ^= uint32(word[i])
		}
	}
	hash ^= hash >> 15
	return int(hash/64) & (len(t.marks) - 1), 1 << (hash % 64)
}
