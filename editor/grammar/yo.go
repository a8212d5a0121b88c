package grammar

import (
	"strings"
	"unicode"
)

// Yo says where an office writes ё: Свод правил русской орфографии (2006), § 5,
// leaves it to the author of an ordinary text.
type Yo string

// The usages. What the program writes is «Секретарём Семёном» in the first two: a text keeps
// the letters it was written with, or is given the ё that its words surely have. The others
// are «Секретарем Семёном» and «Секретарем Семеном».
const (
	YoAsWritten  Yo = ""
	YoEverywhere Yo = "everywhere"
	YoInNames    Yo = "names"
	YoNowhere    Yo = "never"
)

// UsagesOfYo lists the usages, the program's own first.
func UsagesOfYo() []Yo { return []Yo{YoAsWritten, YoEverywhere, YoInNames, YoNowhere} }

// keeps reports whether every ё stays.
func (y Yo) keeps() bool { return y == YoAsWritten || y == YoEverywhere }

// Spell writes a text with ё where the house has it. In names of people it
// stays in every word; in those of places in those with a capital letter; in
// other texts, which a Kind of "" is too, in names that are seen.
func (h House) Spell(kind Kind, text string) string {
	if h.Yo.keeps() || !strings.ContainsAny(text, "ёЁ") {
		return text
	}
	if h.Yo == YoNowhere {
		return withoutYo(text)
	}
	if kind == Person {
		return text
	}
	var b strings.Builder
	for rest := text; rest != ""; {
		end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
		if end == 0 {
			end = strings.IndexFunc(rest, unicode.IsLetter)
		}
		if end < 0 {
			end = len(rest)
		}
		word := rest[:end]
		if keeps := unicode.IsUpper(firstLetter(word)) && (kind == Place || isProperName(word)); !keeps {
			word = withoutYo(word)
		}
		b.WriteString(word)
		rest = rest[end:]
	}
	return b.String()
}

// isProperName reports whether a word with a capital letter is a name in one of
// its cases: a first name or a place that is known, or a surname by its ending.
func isProperName(word string) bool {
	low := strings.ToLower(word)
	for _, ending := range []string{"", "а", "у", "ым", "е", "ой", "ых"} {
		if stem, ok := strings.CutSuffix(low, ending); ok && hasAnySuffix(stem, "ов", "ев", "ёв", "ин", "ын") {
			return true
		}
	}
	for n := range 3 {
		if len(low) <= 2*n {
			return false
		}
		stem := drop(low, n)
		if _, place := findPlaceWord(stem); place || isFirstName(stem) {
			return true
		}
	}
	return false
}

// spelled is a phrase with its forms as the house writes them.
func (h House) spelled(d Declension, forms six) proposal {
	if !h.Yo.keeps() {
		for c, form := range forms {
			forms[c] = h.Spell(d.Kind, form)
		}
		d.Locative = h.Spell(d.Kind, d.Locative)
	}
	return proposal{d, forms}
}
