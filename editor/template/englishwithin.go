package template

import (
	"slices"
	"strings"

	"communique/editor/grammar"
	"communique/editor/regexp"
	"communique/editor/spelling/english"
	"communique/editor/wordset"
)

// withArticleBeforeQuoted is a text in which one thing that its name in quotation marks tells has the article behind a
// preposition: the opening of the international festival “Melodies”.
func withArticleBeforeQuoted(text string) string {
	for at := 0; ; {
		next := strings.Index(text[at:], " “")
		if next < 0 {
			return text
		}
		at += next
		name, _, _ := strings.Cut(text[at:], "”")
		numbered := strings.ContainsAny(name, "0123456789") && !strings.Contains(name[1:], " ") // pavilion “C3”
		if start := startOfThing(text[:at]); start > 0 && !numbered && isOneOfKind(text[start:at]) {
			text = text[:start] + "the " + text[start:]
			at += len("the ")
		}
		at += len(" “")
	}
}

// startOfThing is where the words in small letters behind the last preposition of a text begin; 0 where a text ends
// otherwise.
func startOfThing(text string) int {
	for at := len(text); at > 0; {
		before := strings.LastIndexByte(text[:at], ' ')
		switch word := text[before+1 : at]; {
		case englishPrepositions.Has(word):
			return min(at+1, len(text))
		case !startsSmall(word):
			return 0
		}
		at = max(before, 0)
	}
	return 0
}

// isOneOfKind reports what a thing is, in the singular and without an article: international festival.
func isOneOfKind(kind string) bool {
	words := strings.Fields(kind)
	if len(words) == 0 || strings.HasSuffix(words[0], "ing") && !beginsThing.Has(words[0]) || slices.ContainsFunc(words, determiners.Has) { // on board the ferry
		return false
	}
	plural, _ := grammar.IsEnglishPlural(kind)
	return !plural && english.IsCommon(words[len(words)-1])
}

// beginsThing are words that say of what kind a thing is, and not what is done to it: opening ceremony.
var beginsThing = wordset.Of("opening closing training working touring meeting sporting recording shopping swimming skating boxing")

// withArticleInList is a list of states and unions in which those that have the article have it: of the EU, the United States and China.
func withArticleInList(text string) string {
	all := strings.Split(text, ", ")
	for i, one := range all {
		if i == 0 || i == len(all)-1 && !strings.Contains(one, " and ") {
			continue
		}
		state, _, _ := strings.Cut(one, " and ")
		before := all[i-1][strings.LastIndexByte(all[i-1], ' ')+1:]
		if (isEnglishPlace(before) || withThe.Has(before) || isCountryWithThe(before)) && (isCountryWithThe(state) || withThe.Has(state)) {
			all[i] = "the " + one
		}
	}
	return strings.Join(all, ", ")
}

// hourBefore is a time of the day with the place where one is then behind it.
var hourBefore = regexp.MustCompile(`^(\d{1,2}(?:[.:]\d{2})?(?: ?[ap]\.?m\.?)?), ([^,]+)$`)

// endsInAside is who takes part with some of them named at the end: performers from 40 countries, including Anna Ozerova.
var endsInAside = regexp.MustCompile(`, (?:including|led by|headed by|accompanied by|among them|such as) [^,;]*(?:(?:, [^,;]+)* and [^,;]+)?$`)
