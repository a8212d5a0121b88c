// Package yo writes Russian words with ё where they can be read no other way.
package yo

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"communique/assets/dictionaries/spelling"
	"communique/editor/spelling/automaton"
)

// surely opens the words that can be read with ё alone, once.
var surely = sync.OnceValue(func() *automaton.Automaton {
	words, err := automaton.Open(spelling.Yo)
	if err != nil {
		panic(err) // it is part of the program
	}
	return words
})

// ofNoName is the frequency of the words that no name is written like.
const ofNoName = automaton.Frequency(2)

// Restored writes a Russian word with ё where it can be read with ё alone: «ещё»,
// «самолёт». What has another reading stays as it is, «все» and «берег», and so does a
// word with a capital that a name is written like: «Семенов» may be right.
func Restored(word string) string {
	low := strings.ToLower(word)
	with, frequency := surely().Spelling(low)
	switch {
	case frequency == 0:
		return word
	case word == low:
		return with
	case frequency < ofNoName:
		return word
	}
	return likeCased(with, word)
}

// likeCased gives a word in small letters the capitals of another one: the first, or all.
func likeCased(low, word string) string {
	first, size := utf8.DecodeRuneInString(word)
	rest := word[size:]
	switch {
	case unicode.IsUpper(first) && rest == strings.ToLower(rest):
		r, n := utf8.DecodeRuneInString(low)
		return string(unicode.ToUpper(r)) + low[n:]
	case word == strings.ToUpper(word):
		return strings.ToUpper(low)
	}
	return word
}
