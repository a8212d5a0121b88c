// Package hyphenation embeds where words may be broken: TeX's patterns, one a
// line, then words whose breaks are given outright ("биз-нес-мен").
//
// They are the patterns of the hyph-utf8 package, each list of patterns with
// its list of exceptions behind it and otherwise unchanged: Russian by Alexander
// I. Lebedev (LPPL 1.2 or later, LICENSE-ru.txt), British English by Dominik
// Wujastyk and Graham Toal (MIT, LICENSE-en.txt).
package hyphenation

import _ "embed"

//go:embed ru.txt
var russian string

//go:embed en.txt
var english string

// Patterns returns the list for a language ("ru", "en"); "" where there is none.
func Patterns(language string) string {
	switch language {
	case "ru":
		return russian
	case "en":
		return english
	}
	return ""
}
