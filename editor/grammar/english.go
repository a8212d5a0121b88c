package grammar

import (
	"slices"
	"strconv"
	"strings"

	"communique/editor/wordset"
)

// IsEnglishPlural reports whether a verb agrees with an English phrase in the
// plural, and whether that is certain: its noun stands before the first
// preposition.
func IsEnglishPlural(phrase string) (plural, certain bool) {
	words := strings.Fields(strings.ToLower(withoutTitles(phrase)))
	for len(words) > 1 && aboutSo.Has(words[0]) {
		words = words[1:]
	}
	before, certain := beforeLink(words)
	switch {
	case isMeetingOfBodies(words):
		return false, true
	case joinsSeveral(words):
		return true, true
	case len(before) == 0:
		return false, false
	case slices.ContainsFunc(before[:len(before)-1], func(word string) bool { return word == "and" || strings.HasSuffix(word, ",") }):
		return true, true // «the services, the police»
	}
	first, noun := before[0], strings.Trim(before[len(before)-1], ",;:“”\"'")
	if number, err := strconv.Atoi(strings.ReplaceAll(first, ",", "")); err == nil {
		return number != 1, true
	}
	if plural, known := isPluralNoun(noun); known {
		return plural, plural || certain
	}
	return severalInWords.Has(first), severalInWords.Has(first) || certain
}

// withoutTitles is a phrase without the names in quotation marks beside its nouns, which tell no number: the round
// table “Clean Oceans”. What is nothing but such names stays.
func withoutTitles(phrase string) string {
	var b strings.Builder
	rest := phrase
	for {
		before, inner, opened := strings.Cut(rest, "“")
		_, after, closed := strings.Cut(inner, "”")
		if !opened || !closed {
			b.WriteString(rest)
			break
		}
		b.WriteString(before)
		rest = after
	}
	for _, word := range strings.Fields(b.String()) {
		if low := strings.Trim(strings.ToLower(word), ","); low != "" && low != "and" && low != "the" && low != "a" && low != "an" {
			return b.String()
		}
	}
	return phrase
}

// beforeLink are the words up to the first behind which complements begin. With
// an «and» among those it is not certain what that joins: «Agreement on Trade
// and Plan of Action».
func beforeLink(words []string) (before []string, certain bool) {
	for i, word := range words {
		if englishLinks.Has(word) {
			return words[:i], !slices.Contains(words[i:], "and") || slices.Contains(words[i:], "between")
		}
	}
	return words, true
}

// joinsSeveral reports an «and» that joins two things with articles, or one and others who are counted or are
// people, «the head of the office and 21 librarians», and is none of «between the one and the other».
func joinsSeveral(words []string) bool {
	for i := 0; i+1 < len(words); i++ {
		if words[i] == "between" {
			return false
		}
		if words[i] == "and" && (words[i+1] == "the" || words[i+1] == "a" || words[i+1] == "an") {
			return true
		}
		if words[i] == "and" && i > 0 && bringsOthers(words[i-1], words[i+1:]) {
			return true
		}
	}
	return false
}

// isMeetingOfBodies reports one meeting of several bodies, each with its article: «joint meeting of the Council and the
// Committee».
func isMeetingOfBodies(words []string) bool {
	of := slices.Index(words, "of")
	return of > 0 && of+1 < len(words) && words[of+1] == "the" && meetings.Has(words[of-1])
}

var meetings = wordset.Of("meeting session sitting summit conference assembly congress")

// bringsOthers reports what stands behind an «and» and a noun that is no plural as others beside the one whom
// all began with: «Ambassador of Probia and representatives of airlines», but not «Union of Writers and Journalists».
func bringsOthers(before string, behind []string) bool {
	if _, err := strconv.Atoi(behind[0]); err == nil || severalInWords.Has(behind[0]) {
		return true
	}
	plural, known := isPluralNoun(before)
	alone := len(behind) == 1 || englishLinks.Has(behind[1])
	return (!plural || !known) && alone && englishPeople.Has(behind[0])
}

// englishPeople are those who take part beside somebody.
var englishPeople = wordset.Of(`representatives members delegates experts ambassadors envoys ministers heads officials journalists students pupils teachers doctors nurses veterans officers soldiers
	residents athletes coaches pilgrims guests participants volunteers scientists employees specialists rescuers children relatives colleagues`)

// aboutSo are the words before a number that is only about so.
var aboutSo = wordset.Of("about over some nearly almost around more than at least up to approximately")

// isPluralNoun tells an English noun's number where its form does.
func isPluralNoun(noun string) (plural, known bool) {
	switch {
	case englishPlurals.Has(noun):
		return true, true
	case englishSingulars.Has(noun), hasAnySuffix(noun, "ss", "us", "is"):
		return false, true
	}
	return true, strings.HasSuffix(noun, "s")
}

// severalInWords are the words by which more than one is meant.
var severalInWords = wordset.Of("all two three four five six seven eight nine ten several many both these those")

// englishLinks are the words behind which an English noun's complements begin.
var englishLinks = wordset.Of("of in on at for from to with by between among against under that which who whose as during after before near aged led headed chaired based called named including worth totalling totaling")

// Nouns whose ending does not tell their number.
var (
	englishPlurals   = wordset.Of("people men women chairmen vice-chairmen chairwomen spokesmen spokeswomen businessmen businesswomen sportsmen sportswomen fishermen policemen firemen statesmen clergymen herdsmen craftsmen congressmen seamen airmen gunmen militiamen frontiersmen cavalrymen infantrymen memoranda fora children media police staff personnel servicemen servicewomen criteria data aircraft troops")
	englishSingulars = wordset.Of("news politics economics press mathematics athletics headquarters series")
)
