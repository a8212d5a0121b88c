// Package grammar puts Russian names, posts, places and organisations into the
// six cases, numerals beside their nouns, and dates into words. It proposes:
// a word it does not know for certain gets its likeliest forms, and is marked
// as a guess for a person to look at.
package grammar

import "strings"

// Case is one of the six Russian cases, by the code that templates use.
type Case string

// The cases, in the order schools teach them.
const (
	Nominative    Case = "nom"
	Genitive      Case = "gen"
	Dative        Case = "dat"
	Accusative    Case = "acc"
	Instrumental  Case = "ins"
	Prepositional Case = "prep"
)

// Cases lists the cases in the order schools teach them.
func Cases() []Case {
	return []Case{Nominative, Genitive, Dative, Accusative, Instrumental, Prepositional}
}

// russian are the short Russian codes, in Cases' order.
var russian = []string{"им", "род", "дат", "вин", "тв", "пр"}

// ParseCase reads a case's code: nom gen dat acc ins prep, or им род дат вин тв пр.
func ParseCase(code string) (Case, bool) {
	code = strings.ToLower(code)
	for i, c := range Cases() {
		if code == string(c) || code == russian[i] {
			return c, true
		}
	}
	return "", false
}

// Forms are the forms of one word or phrase that are known.
type Forms map[Case]string
