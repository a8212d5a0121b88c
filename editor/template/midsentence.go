package template

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/spelling/english"
	"communique/editor/wordset"
)

// withinSentence is an English text that somebody began with a capital, as it stands in the midst of a
// sentence: "Public hearings" become "public hearings", and the Ministry of Health stays.
func withinSentence(text string) string {
	words := strings.Fields(text)
	if len(words) > 1 && ordinal.MatchString(words[0]) && words[1] == "Anniversary" {
		return strings.Replace(text, "Anniversary", "anniversary", 1)
	}
	if len(words) == 0 || !beginsLikeSentence(words) {
		return text
	}
	return withoutCapital(text)
}

// withoutCapital is a text, which is not empty, with a small letter at its beginning.
func withoutCapital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToLower(first)) + text[size:]
}

// mayBeOutlet reports one everyday word with a capital, and nobody who asks, that may be the name of what is read or watched: Politico,
// Nature.
func mayBeOutlet(text string) bool {
	low := strings.ToLower(text)
	plural, _ := grammar.IsEnglishPlural(low)
	return text != low && english.IsCommon(low) && !plural && !isInstitution(low) && !askers.Has(low)
}

// isCommonPlace reports a place whose first word is a frequent one: "Main gate", but "Coliseum", "Edelweiss camp".
func isCommonPlace(text string) bool {
	const frequent = 8
	first, more, _ := strings.Cut(text, " ")
	return more != "" && english.Words().Find(strings.ToLower(first)) >= frequent
}

// beginsLikeSentence reports words of which the first has its capital only because it is the first.
func beginsLikeSentence(words []string) bool {
	first, size := utf8.DecodeRuneInString(words[0])
	low := strings.TrimRight(strings.ToLower(words[0]), ",;:")
	rest := strings.TrimRight(words[0][size:], ",;:")
	switch {
	case isSeasonOrCount(low, words):
		return true
	case !unicode.IsUpper(first) || strings.ToLower(rest) != rest:
		return false
	case determiners.Has(low), low == "to", englishPrepositions.Has(low):
		return len(words) > 1 && !isTitleOfWork(words)
	case !english.IsCommon(low):
		return false
	case len(words) == 1:
		return english.Words().Find(words[0]) == 0 && !isInstitution(low)
	}
	return english.Words().Find(words[0]) == 0 && leavesNoName(low, words) || startsSmall(words[1]) && !alsoNames.Has(low) && leavesNoName(low, words)
}

// isSeasonOrCount reports a season, or things that are counted in words: Two memoranda. low is the first word in small letters.
func isSeasonOrCount(low string, words []string) bool {
	if len(words) == 1 {
		return seasons.Has(low)
	}
	return numbersInWords.Has(low) && startsSmall(words[1])
}

var seasons = wordset.Of("spring summer autumn winter")

// alsoNames are words of the list that are names of peoples, states or months as well.
var alsoNames = wordset.Of("english polish arctic antarctic soviet china turkey jordan chad guinea japan march may august congo cologne nice bath reading")

// isTitleOfWork reports an article that belongs to a name: The Hague, The Astana Times.
func isTitleOfWork(words []string) bool {
	last := strings.ToLower(words[len(words)-1])
	return words[0] == "The" && (words[1] == "Hague" || newspapers.Has(last) && !slices.ContainsFunc(words[1:], startsSmall))
}

var newspapers = wordset.Of("times post guardian economist telegraph herald tribune independent sun mirror observer journal")

// isInstitution reports what is called by one word with a capital: the Parliament, the Protocol, the President.
func isInstitution(word string) bool {
	return bodies.Has(word) || documents.Has(word) || gatherings.Has(word) || titles.Has(word) || namesWithThe[capitalised(word)]
}

// leavesNoName reports whether what follows the first word, which is low in small letters, makes no name of both:
// "hearings on the tariff" does not, "Ministry of Health", "City Hall" and "Treaty on Trade" do.
func leavesNoName(low string, words []string) bool {
	second := words[1]
	switch next, _ := utf8.DecodeRuneInString(second); {
	case next == '“' || next == '"': // "Round table" is not parted so, "Forum “Path”" is
		return !isInstitution(low) || gatherings.Has(low)
	case !startsSmall(second), !english.IsCommon(strings.Trim(second, ",;:”’\"")): // Palais des Nations
		return false
	case !linksName.Has(second):
		return true
	}
	for _, word := range words[2:] {
		switch {
		case word == "the" || word == "a" || word == "an":
		case startsSmall(word):
			return true
		default:
			return second != "and" && isDealing(low, words[2] == "the") // Trade and Industry
		}
	}
	return false
}

// linksName are the words that stand within names.
var linksName = wordset.Of("of on for and between against &")

// isDealing reports what is done, said or thought: opening, expansion; or several of a kind of something with an article: the officers
// of the Ministry, while the Days of Culture and the Games of the Future are names.
func isDealing(low string, ofOne bool) bool {
	if isInstitution(low) || severalGatherings.Has(low) {
		return false
	}
	if plural, known := grammar.IsEnglishPlural(low); plural && known && ofOne || dealings.Has(low) {
		return true
	}
	return slices.ContainsFunc([]string{"ing", "tion", "sion", "ment", "ance", "ence"}, func(ending string) bool { return strings.HasSuffix(low, ending) })
}

var dealings = wordset.Of("launch visit start end release return arrival survey review support death flight work state progress draft transfer repair trade role supply delivery approval renewal purchase sale handover closure progress access accession entry")
