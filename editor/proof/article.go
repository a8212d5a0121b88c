package proof

import (
	"slices"
	"strings"

	"communique/editor/wordset"
)

// articleForm finds "a" before a vowel that is heard, and "an" before a consonant.
func articleForm(p *passage, out *report) {
	if p.language != "en" {
		return
	}
	for i := 0; i+2 < len(p.tokens); i++ {
		if !p.is(i, word) || !p.wordFollows(i) {
			continue
		}
		next := p.piece(i + 2)
		switch article := p.piece(i); {
		case (article == "a" || article == "A" && p.beginsSentence(i)) && saidWithVowel(next):
			out.mend(p, p.tokens[i].start, p.tokens[i].end, article+"n")
		case (article == "an" || article == "An") && saidWithConsonant(next):
			out.mend(p, p.tokens[i].start, p.tokens[i].end, article[:1])
		}
	}
}

// writtenAsVowels are beginnings that are written with a vowel and said with a consonant:
// "one", "European"; saidAsU are those with a "u" that is said as in "use".
var (
	writtenAsVowels = []string{"one", "once", "eu", "ewe"}
	saidAsU         = []string{"unif", "unilat", "union", "unique", "unit", "univers", "unanim", "unic", "use", "usa", "usi", "usu", "uti", "uto", "ura", "uri", "ubi", "uk", "ug", "uru", "uz"}
	silentH         = []string{"hour", "honest", "honor", "honour", "heir"}
)

// saidWithVowel reports whether a word begins with a vowel for sure, as it is said. Names and short
// words in capitals nobody can tell.
func saidWithVowel(text string) bool {
	if behindNoArticle.Has(text) {
		return false
	}
	if isSpelt(text) || speltWithVowel.Has(text) {
		return strings.ContainsRune("AEFHILMNORSX", rune(text[0]))
	}
	low := lower(text)
	if !isSaidAsWritten(text) {
		return false
	}
	switch low[0] {
	case 'a', 'e', 'i', 'o':
		return !beginsWith(low, writtenAsVowels)
	case 'u':
		return !beginsWith(low, saidAsU)
	case 'h':
		return beginsWith(low, silentH)
	}
	return false
}

// behindNoArticle are words that no article stands before: there "a" is a letter, as in "item a in the list".
var behindNoArticle = wordset.Of("in is of at and or on as it are also am if")

// saidWithConsonant is the like of consonants. "An historic" is usage, and x and y are said either way.
func saidWithConsonant(text string) bool {
	if isSpelt(text) {
		return strings.ContainsRune("BCDGJKPQTVWZ", rune(text[0]))
	}
	low := lower(text)
	switch {
	case slices.Contains([]string{"European", "University", "Union", "United", "Universal"}, text):
		return true
	case !isSaidAsWritten(text):
		return false
	case low[0] == 'u':
		return beginsWith(low, []string{"union", "unique", "univers", "uniform", "united", "unanim", "useful", "usual", "utilit", "uran"}) || low == "unit" || low == "use" || low == "user"
	case low[0] == 'e' || low[0] == 'o':
		return beginsWith(low, writtenAsVowels)
	}
	return strings.ContainsRune("bcdfgjklmnpqrstvwz", rune(low[0]))
}

// isSaidAsWritten reports whether the letters of a word tell how it is read: abbreviations, names
// and short words are read in many ways.
func isSaidAsWritten(text string) bool {
	const shortest = 3 // letters
	return len(text) >= shortest && isLower(text) && isASCII(text[:1])
}

// speltWithVowel are abbreviations that are read letter by letter though they have vowels.
var speltWithVowel = wordset.Of("NGO MOU MEP IMF IOM OECD EBRD ILO ITU IAEA EEC AI ID IT IP IPO HQ")

// isSpelt reports whether an abbreviation is read letter by letter: it has no vowel, and is no
// Roman number.
func isSpelt(text string) bool {
	return len(text) > 1 && strings.Trim(text, "BCDFGHJKLMNPQRSTVWXZ") == "" && strings.Trim(text, "CDLMXV") != ""
}
