// Package wordset has sets of words, each made of its list when it is first asked. The
// program has some hundred and fifty; a run of the command line asks a few.
package wordset

import (
	"iter"
	"strings"
	"sync"
)

// Set is a set of words. It is for any number of goroutines.
type Set struct {
	list  string
	once  sync.Once
	words *Table[bool]
}

// Of returns the set of the words of a list, which white space parts. It is so short that
// the compiler lays a package's sets out itself: they cost a start nothing.
func Of(list string) *Set { return &Set{list: list} }

// Has reports whether a word is in the set; nothing is in one that is nil.
func (s *Set) Has(word string) bool { return s.all().Of(word) }

// All are the words, in no order.
func (s *Set) All() iter.Seq[string] {
	return func(yield func(string) bool) {
		for word := range s.all().All() {
			if !yield(word) {
				return
			}
		}
	}
}

func (s *Set) all() *Table[bool] {
	if s == nil {
		return nil
	}
	s.once.Do(s.read)
	return s.words
}

func (s *Set) read() {
	words := make(map[string]bool, 1+strings.Count(s.list, " "))
	for word := range strings.FieldsSeq(s.list) {
		words[word] = true
	}
	s.words = TableOf(words)
}
