package template

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/wordset"
)

// isEnglishName reports a name that has no article: «Independence Day», but «the
// Agreement on Trade», «the Protocol», «the Economic Forum».
func isEnglishName(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	words := strings.Fields(strings.ToLower(text))
	if isBodyByKind(words) || isThingByKind(text, words) {
		return false
	}
	linked := slices.ContainsFunc(words, func(word string) bool { return word == "of" || word == "on" || word == "between" || word == "for" })
	return unicode.IsUpper(first) && !linked && !documents.Has(words[len(words)-1]) && !documents.Has(headOf(words)) // Convention against Crime
}

// isBodyByKind reports a body that is called by what it is, and so has the article though it is written as a name:
// the Space Agency, but Eurasian Bank. The words are in small letters.
func isBodyByKind(words []string) bool {
	last := words[len(words)-1]
	if bodies.Has(last) || len(words) > 1 && ensembles.Has(last) {
		return true
	}
	return len(words) > 1 && (linkedBodies.Has(last) || houses.Has(last)) && !slices.ContainsFunc(words, isNoDictionaryWord)
}

// ensembles are bodies that play and sing, which have the article whatever their names.
var ensembles = wordset.Of("orchestra choir ensemble chorus philharmonic")

// isNoDictionaryWord reports a word that only names have, also where it tells whose something is.
func isNoDictionaryWord(word string) bool {
	return !isListed(strings.TrimSuffix(strings.ReplaceAll(word, "’", "'"), "'s"))
}

// isThingByKind reports a building, a part of the map, a gathering or another thing whose last word says what it is:
// the Throne Room, the Economic Forum. The words are those of the text in small letters.
func isThingByKind(text string, words []string) bool {
	last := words[len(words)-1]
	return len(words) > 1 && (buildings.Has(last) || isDescribed(words) || partsOfNature.Has(last) || gatherings.Has(last) || startsSmall(text[strings.LastIndex(text, " ")+1:]))
}

// isDescribed reports a palace or a hall that is told by what it is, and not by a name of its own: the State
// Kremlin Palace, the Royal Palace, the Great Hall, but Bayan Palace, City Hall.
func isDescribed(words []string) bool {
	switch words[len(words)-1] {
	case "palace":
		return len(words) > 2 || describing.Has(words[0])
	case "hall":
		return describing.Has(words[0])
	}
	return false
}

// describing say of a palace or a hall what it is.
var describing = wordset.Of("royal presidential imperial national state government great grand main central winter summer throne assembly conference banquet concert marble white green red blue")

// houses have the article where they are told by what they are: the Children's Hospital.
var houses = wordset.Of("hospital clinic polyclinic observatory circus zoo philharmonic laboratory archive archives")
