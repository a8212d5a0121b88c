package contact

import (
	"slices"
	"strings"
	"unicode"

	"communique/editor/grammar"
	"communique/editor/intake/wording"
	"communique/editor/wordset"
)

// isName reports whether text looks like a person's whole name.
func isName(text string) bool {
	words := strings.Fields(text)
	capitals := strings.ToUpper(text) == text
	for _, w := range words {
		if !isNameWord(w) && (!capitals || !unicode.IsLetter(wording.LastRune(w))) {
			return false
		}
	}
	return len(words) >= 2 && len(words) <= 4
}

// withSurnameInCapitals reports whether words are a name whose surname stands out.
func withSurnameInCapitals(text string) bool {
	words := strings.Fields(text)
	capitals := 0
	for _, w := range words {
		switch {
		case surnameInCapitals(w):
			capitals++
		case !isNameWord(w):
			return false
		}
	}
	return capitals == 1 && len(words) >= 2 && len(words) <= 3 && (!wording.InCyrillic(text) && !slices.ContainsFunc(words, func(w string) bool { return OfficeWords.Has(strings.ToLower(w)) }) || slices.ContainsFunc(words, grammar.IsGivenName))
}

// splitName takes a person's name off the end of a line: two capitalised
// words, three with a patronymic or an initial before them.
func splitName(text string) (office, name string) {
	words := strings.Fields(text)
	cut, n := len(words), 0
	for i := len(words) - 1; i >= 0 && n < 3; i-- {
		if isNameWord(words[i]) {
			cut, n = i, n+1
		} else if n != 1 || !inNames.Has(words[i]) { // "Peter von Muster"
			break
		}
	}
	if n == 3 && !strings.HasSuffix(words[cut], ".") && !givenNames.Has(strings.ToLower(words[cut])) && !grammar.IsPatronymic(words[len(words)-2]) && !grammar.IsPatronymic(words[len(words)-1]) {
		cut, n = cut+1, 2
	}
	if n < 2 {
		return text, ""
	}
	return strings.Join(words[:cut], " "), strings.Join(words[cut:], " ")
}

// inNames are small words between a first name and a surname.
var inNames = wordset.Of("von van vom zu der den ter ten de del della di da dos du la le bin ibn al")

// sonOf begins surnames within which a capital stands: "MacRae", "DeLuca".
var sonOf = wordset.Of("mac mc de di du le la fitz van")

// isNameWord reports whether a word is one of a name: initials, «А.И.», double names, «Озерова-Пробная», and "O’Neil" too.
func isNameWord(word string) bool {
	const within = "-.'’ʼʻ‘"
	letters := []rune(word)
	if len(letters) < 2 || !unicode.IsUpper(letters[0]) {
		return false
	}
	for i, r := range letters[1:] {
		begins := unicode.IsUpper(r) && (strings.ContainsRune(within, letters[i]) || sonOf.Has(strings.ToLower(string(letters[:i+1]))))
		if !begins && !unicode.IsLower(r) && !strings.ContainsRune(within, r) {
			return false
		}
	}
	return !strings.HasSuffix(word, "'s") && !strings.HasSuffix(word, "’s") // "Sheriff's Office"
}
