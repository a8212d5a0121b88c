// Package english tells of English words what the list that spelling has says of them.
package english

import (
	"strings"
	"sync"

	"communique/assets/dictionaries/spelling"
	"communique/editor/spelling/automaton"
)

// Words opens the words that spelling has, once.
var Words = sync.OnceValue(func() *automaton.Automaton {
	words, err := automaton.Open(spelling.English)
	if err != nil {
		panic(err) // it is part of the program
	}
	return words
})

// IsCommon reports a word in small letters, of which each part that a hyphen joins is listed so:
// vaccination, long-term.
func IsCommon(low string) bool {
	for part := range strings.SplitSeq(low, "-") {
		if part == "" || Words().Find(part) == 0 {
			return false
		}
	}
	return true
}

// Gerund is what somebody does of the verb in small letters: building, merging, planning; "" for a word
// that is no verb.
func Gerund(verb string) string {
	var found string
	var most automaton.Frequency
	for _, stem := range []string{verb, strings.TrimSuffix(verb, "e"), verb + verb[max(0, len(verb)-1):]} {
		if f := Words().Find(stem + "ing"); f > most {
			found, most = stem+"ing", f
		}
	}
	return found
}
