package wording

import (
	"slices"
	"strings"
	"unicode"

	"communique/editor/grammar"
	"communique/editor/regexp"
	"communique/editor/wordset"
)

// IsSentence reports whether a text is none of a contact: a sentence, or nothing in letters.
func IsSentence(text string) bool {
	ends := SentenceEnd(text) && (!Initial.MatchString(text) || strings.Count(text, " ") > mostBeforeInitial) && !Abbreviated.MatchString(text)
	return ends || !strings.ContainsFunc(text, unicode.IsLetter) || HasVerb(text)
}

// mostBeforeInitial is how many words stand at most before an initial that ends them.
const mostBeforeInitial = 7

// NotRussian are Cyrillic letters that Russian has none of.
const NotRussian = "іўїєәғқңөүұһӣӯҳҷ"

// PresentTense is how a Russian verb ends in the present.
var PresentTense = regexp.MustCompile(`^\p{L}{2,}(?:[еёиуюая]т)(?:ся)?$`)

// HasVerb reports whether a text says what somebody did or does: «Министр провёл встречу» is a
// headline and no post. A word in small letters that only looks so is a form of a noun the
// grammar knows: «начальник отдела».
func HasVerb(text string) bool {
	if strings.ContainsAny(strings.ToLower(text), NotRussian) { // whose verbs end otherwise
		return false
	}
	return slices.ContainsFunc(strings.FieldsFunc(text, NoWord), func(word string) bool {
		return englishVerbs.Has(word) || strings.ToLower(word) == word && !likeVerbs.Has(word) && !StartsWith(word, OtherOffices()) && (PastTense.MatchString(word) || PresentTense.MatchString(word)) && grammar.NounShows(word) == nil
	})
}

// likeVerbs end as verbs do: posts made of the beginnings of two words, and nouns of Central Asia in letters that Russian has.
var likeVerbs = wordset.Of("завлит замлит главлит вилоят мамлакат жамият жамоат")

// englishVerbs are verbs that stand in sentences and in the name of no post and no office.
var englishVerbs = wordset.Of("is are was were has have had will would can could should must")
