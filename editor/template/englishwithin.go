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

// kindBehindName is a thing behind a preposition whose kind stands behind its name, in small letters: launch of Soyuz MS-33 spacecraft.
var kindBehindName = regexp.MustCompile(`\b(of|from|by|with|for|to|at|on|aboard|near) ((?:\p{Lu}[\p{L}\d.’'-]* ){1,3})(spacecraft|rocket|satellite|telescope|submarine|icebreaker|ferry|train|aircraft|airliner|helicopter|tanker|ship|frigate|missile|vaccine|launch pad|launch vehicle|group|company|corporation|party|movement|museum|theatre|theater|reserve|hotel|forum|festival|conference|summit|treaty|protocol|convention|system|app|river|region|district|complex|canal|border|(?:skating|ice|roller) rink|ski resort|resort|racecourse|bazaar|mosque|cathedral|church|monastery|fortress|palace|gallery|library|laboratory|observatory|memorial|monument|cemetery|pass|gorge|valley|glacier|desert|steppe|peninsula|bay|strait|circus|zoo|cinema|brand|trial|crisis|team|club|orchestra|choir|ensemble|band|troupe|award|prize)\b`)

// withArticleBeforeKind is a text in which such things have the article; those that are told by a people or a country, "a Turkish
// company", may be any of them.
func withArticleBeforeKind(text string) string {
	return kindBehindName.ReplaceAllStringFunc(text, func(found string) string {
		parts := kindBehindName.FindStringSubmatch(found)
		if name := strings.Fields(parts[2]); ofPeoples.MatchString(name[len(name)-1]) {
			return found
		}
		return parts[1] + " the " + parts[2] + parts[3]
	})
}

// ofPeoples are adjectives of peoples and countries: Turkish.
var ofPeoples = regexp.MustCompile(`^(?:\p{Lu}\p{Ll}+(?:ish|ian|ean|ese|can|ench|rman|zech|utch|iss|aqi|aeli|zakh|rgyz|zbek|ajik|rkmen|reek|hai)|EU|US|UK|UN|CIS)$`)

// isOwnersAsker reports one who asks, told by whose they are: Xinhua news agency's correspondent.
func isOwnersAsker(text string) bool {
	owner, asker, owned := strings.Cut(strings.ReplaceAll(text, "’", "'"), "'s ")
	return owned && owner != "" && askers.Has(headOf(strings.Fields(asker)))
}

// withArticleOfOwner is such a one with the article that a kind has, and the name of an owner has not: the Xinhua news agency's
// correspondent, TASS's correspondent.
func withArticleOfOwner(text string) string {
	owner, _, _ := strings.Cut(strings.ReplaceAll(text, "’", "'"), "'s ")
	if words := strings.Fields(owner); startsSmall(words[len(words)-1]) {
		return "the " + text
	}
	return text
}

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
var hourBefore = regexp.MustCompile(`^(\d{1,2}(?:[.:]\d{2})?(?: ?[ap]\.?m\.?)?)(?:, |,? ((?:at|in|on|near|outside|inside|by|behind|opposite) ))([^,]+)$`)

// endsInAside is who takes part with some of them, or with others, named at the end: performers from 40 countries, including
// Anna Ozerova.
var endsInAside = regexp.MustCompile(`, (?:including|led by|headed by|accompanied by|among them|such as|as well as|together with|along with) [^,;]*(?:(?:, [^,;]+)* and [^,;]+)?$`)
