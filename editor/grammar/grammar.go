// Package grammar holds what the program knows of Russian words: cases and
// their names, and dates. The engine that proposes forms of names, posts and
// places comes here; today forms are what a person typed.
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
