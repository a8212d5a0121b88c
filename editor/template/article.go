package template

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/regexp"
	"communique/editor/wordset"
)

// withArticle puts "the" before a phrase in the singular that has no article:
// what a template names is a particular one. A name that is no phrase («Victory
// Day») stays.
func withArticle(text string) string {
	words := strings.Fields(text)
	first, _ := utf8.DecodeRuneInString(text)
	if kind, whole := isKindInMarks(text); whole && needsArticleAsKind(kind) || isOfYear(words) {
		return "the " + text
	}
	if len(words) == 0 || strings.ContainsRune("“\"'0123456789", first) && !ordinal.MatchString(words[0]) && !leadsToNoun(words) {
		return text
	}
	if both := withArticleBehindLetters(text); both != "" {
		return both
	}
	switch {
	case isCountedTime(words):
		return "the " + text
	case isGerund(words), isNumbered(words), determiners.Has(strings.ToLower(words[0])), englishPrepositions.Has(strings.ToLower(words[0])):
		return text
	case isOfLetters(words), namesWithThe[text], words[0] == "Palais", isTitle(text), countriesWithThe.MatchString(text), gatherings.Has(strings.ToLower(text)):
		return "the " + text
	case isOwnersAsker(text):
		return withArticleOfOwner(text)
	case spanAsOne.MatchString(text), ofAmount.MatchString(text), askers.Has(headOf(strings.Fields(strings.SplitN(text, " “", 2)[0]))):
		return withIndefinite(text)
	}
	if needsNone(text, words) {
		return text
	}
	return "the " + text
}

// isOfLetters reports a body by its abbreviation that has the article, and one thing of it: the UN mission, but UN observers.
func isOfLetters(words []string) bool {
	if len(words) < 2 || !startsSmall(words[1]) {
		return withThe.Has(words[0])
	}
	plural, sure := grammar.IsEnglishPlural(strings.Trim(words[1], ",;"))
	return withThe.Has(words[0]) && (!plural || !sure)
}

// withArticleBehindLetters is a body called by its abbreviation, or an outlet by its name and kind, and another beside it, each with its article: the EEC and the
// Ministry of Economy, UNICEF and the Ministry of Education; "" for other texts.
func withArticleBehindLetters(text string) string {
	first, second, joined := strings.Cut(text, " and ")
	switch {
	case !joined:
		return ""
	case withThe.Has(first), pressByName.MatchString(first):
		return "the " + first + " and " + withArticle(second)
	case isCalledByLetters(first) && !startsSmall(second): // not TV and radio corporation
		return first + " and " + withArticle(second)
	}
	return ""
}

// pressByName is what is read or heard, with its kind behind its name: Kabar agency.
var pressByName = regexp.MustCompile(`^(?:\p{Lu}[\p{L}.-]* ){1,2}(?:newspaper|magazine|news agency|agency|TV channel|television channel|radio station|channel|website|portal)$`)

// askers are any one of their kind: a question from a reporter of “Probny News”.
var askers = wordset.Of("reporter correspondent journalist reader listener viewer blogger")

// isCalledByLetters reports an abbreviation that has no article: UNICEF.
func isCalledByLetters(text string) bool {
	return len(text) > 1 && !strings.Contains(text, " ") && strings.ToUpper(text) == text && !withThe.Has(text)
}

// isOfYear reports a thing that is told by its year: 2030 budget.
func isOfYear(words []string) bool {
	return len(words) == 2 && len(words[0]) == len("2030") && strings.Trim(words[0], "0123456789") == "" && things.Has(words[1])
}

// isCountedTime reports a time, or the time since something, that has the article whatever else it begins with:
// past 24 hours, one thousandth anniversary.
func isCountedTime(words []string) bool {
	return isEdgeOfTime(words) || len(words) > 1 && (aroundNow.Has(words[0]) || words[0] == "one" && strings.HasSuffix(words[1], "th"))
}

// beginsLikeEleven are the other figures that are read with a vowel first.
var beginsLikeEleven = regexp.MustCompile(`^1[18](?:[.,%]\d*)?(?:%| )`)

func withIndefinite(text string) string {
	if strings.ContainsRune("aeiou8", rune(text[0])) || beginsLikeEleven.MatchString(text) {
		return "an " + text
	}
	return "a " + text
}

// isKindInMarks is what stands in quotation marks in small letters, as a kind of thing: “road map”.
func isKindInMarks(text string) (kind string, whole bool) {
	inner, opened := strings.CutPrefix(text, "“")
	inner, closed := strings.CutSuffix(inner, "”")
	return inner, opened && closed && strings.ToLower(inner) == inner && !strings.ContainsAny(inner, "“”")
}

// needsArticleAsKind reports a kind of which one is meant: not “red lines”.
func needsArticleAsKind(kind string) bool {
	plural, sure := grammar.IsEnglishPlural(kind)
	first, _, _ := strings.Cut(kind, " ")
	return sure && !plural && !determiners.Has(first)
}

// spanAsOne is a time that is counted as one: a quarter of a century.
var spanAsOne = regexp.MustCompile(`^(?:(?:quarter|third) of a )?(?:century|decade|millennium)$|^half-century$`)

// ofAmount is what is told by its amount alone, and so is one of several: a fine of up to 5 dollars.
var ofAmount = regexp.MustCompile(`^(?:\p{Ll}+ )?(?:fine|loan|grant|fund|prize|bonus|discount|fee|tax|credit|investment) of (?:up to |at least |about |over |[$€£]|\d)`)

// needsNone reports a plural, a name, and what begins with whose it is; not the deaths of
// some, which are particular ones.
func needsNone(text string, words []string) bool {
	if isPlaceWithMore(words) {
		return true
	}
	if isParticularOnes(text, words) || len(words) > 1 && (ordinal.MatchString(words[0]) || !startsSmall(text) && partsOfNature.Has(strings.ToLower(words[len(words)-1]))) {
		return false
	}
	one := firstKind(text)
	if namesGames(text, words) {
		return false
	}
	plural, sure := grammar.IsEnglishPlural(one)
	isName := isEnglishName(kindOf(text)) && !documents.Has(strings.ToLower(one))
	return plural || !sure || isName || isOwner(words[0]) || isSomebodysThing(words)
}

// firstKind is the first of what is joined, without its name in marks: the festival “White Nights”, the gala concert “Probny”.
func firstKind(text string) string {
	one, _, _ := strings.Cut(text, " and ")
	if kind, _, named := strings.Cut(one, " “"); named && (gatherings.Has(headOf(strings.Fields(kind))) || startsSmall(kind)) {
		return kind
	}
	return one
}

// isSomebodysThing reports what belongs to somebody of several names, «Ivan Probny's flight», but not «the Foreign Ministry's statement».
func isSomebodysThing(words []string) bool {
	at := slices.IndexFunc(words, isOwner)
	return at > 0 && isNames(strings.Join(words[:at+1], " ")) && !isListed(strings.TrimSuffix(strings.ReplaceAll(words[at], "’", "'"), "'s"))
}

// isPlaceWithMore reports a state or a town with what is said of it: Belarus from the south.
func isPlaceWithMore(words []string) bool {
	return len(words) > 1 && englishPrepositions.Has(words[1]) && isEnglishPlace(words[0])
}

// kindOf is what a name in quotation marks at the end of a text is the name of: Congress Centre of the Congress Centre “Probia”.
func kindOf(text string) string {
	if kind, name, named := strings.Cut(text, " “"); named && strings.HasSuffix(name, "”") {
		return kind
	}
	return text
}

// isParticularOnes reports several that are particular ones: the floods, the deaths of two climbers.
func isParticularOnes(text string, words []string) bool {
	return startsSmall(text) && (disasters.Has(headOf(words)) || disasters.Has(words[0])) || areOfEvent(words) // wildfires and loss of life
}

// areOfEvent reports a plural that is told by what it is of: deaths of two climbers, results of the vote.
func areOfEvent(words []string) bool {
	return len(words) > 2 && words[1] == "of" && ofEvents.Has(words[0])
}

// isOwner reports whose the thing behind the word is: Mongolia's, but not the Women's Forum, which
// is a kind.
func isOwner(word string) bool {
	owner, isOne := strings.CutSuffix(strings.ReplaceAll(word, "’", "'"), "'s")
	low := strings.ToLower(owner)
	return isOne && !startsSmall(owner) && !groups.Has(low) && !bodies.Has(low) && !gatherings.Has(low) && !linkedBodies.Has(low) // prosecutor's office, the Council's Secretariat
}

// groups are those for whom things of a kind are.
var groups = wordset.Of("women children men people seamen")

// leadsToNoun reports figures or a name in quotation marks that say what the thing is: a
// 7.1-magnitude earthquake, the “Probny” airfield; not “Probny” and “Ozerny”.
func leadsToNoun(words []string) bool {
	last := words[len(words)-1]
	if _, unit, measured := strings.Cut(words[0], "-"); measured && unit != "" && strings.Trim(unit, "0123456789") != "" && strings.ContainsAny(words[0][:1], "0123456789") {
		return len(words) > 1
	}
	return strings.HasPrefix(words[0], "“") && strings.Count(strings.Join(words, " "), "“") == 1 && (bodies.Has(strings.ToLower(last)) || startsSmall(last) && !strings.HasSuffix(last, "”"))
}

// aroundNow begin a time that has the article, however it is counted: the past 24 hours.
var aroundNow = wordset.Of("past previous coming latest")

// isEdgeOfTime reports some of a longer time: last ten days of August.
func isEdgeOfTime(words []string) bool {
	return len(words) > 2 && (words[0] == "last" || words[0] == "first") && (numbersInWords.Has(words[1]) || strings.Trim(words[1], "0123456789") == "")
}

// isNumbered reports a thing with its number behind it: part two of the Agreement, Room 5,
// conference room 3, additional protocol No. 2.
func isNumbered(words []string) bool {
	if link := slices.IndexFunc(words, func(word string) bool { return englishPrepositions.Has(word) }); link > 0 { // founding of Library No. 4
		words = words[:link]
	}
	last := len(words) - 1
	if last > 0 && strings.HasPrefix(words[last], "“") && strings.ContainsAny(words[last], "0123456789") { // pavilion “C3”
		return true
	}
	if isLettered(words) {
		return true
	}
	if last > 1 && strings.Trim(words[last], "0123456789") == "" && (insides.Has(strings.ToLower(words[last-1])) || beforeNumber.Has(words[last-1])) {
		return true
	}
	return last > 0 && (beforeNumber.Has(words[1]) || numbersInWords.Has(words[1]) || strings.Trim(words[1], "0123456789.") == "")
}

// beforeNumber stand before the number of a thing.
var beforeNumber = wordset.Of("No. no. №")

// isLettered reports a room that a letter tells from others: Hall C.
func isLettered(words []string) bool {
	last := len(words) - 1
	return last > 0 && len(words[last]) == 1 && words[last] >= "A" && words[last] <= "Z" && (insides.Has(strings.ToLower(words[last-1])) || lettered.Has(strings.ToLower(words[last-1])))
}

// lettered are places at which one is, that letters tell from others.
var lettered = wordset.Of("gate entrance exit terminal pavilion block stand sector zone wing pier platform section tower")

// isGerund reports what is done, and no thing: «testing the readiness of staffs»,
// «strengthening border security», but «training of staffs», «opening ceremony».
func isGerund(words []string) bool {
	if len(words) < 2 || !strings.HasSuffix(words[0], "ing") || englishPrepositions.Has(words[1]) {
		return false
	}
	noun := headOf(words)
	if words[0] == "passing" && words[1] == "away" || beginsThing.Has(words[0]) && countedNouns.Has(noun) { // working arrangement
		return false
	}
	return determiners.Has(words[1]) || !things.Has(noun) && !bodies.Has(noun) && !gatherings.Has(noun) && !contests.Has(noun)
}

// contests are what one competes in: kitesurfing championship.
var contests = wordset.Of("championship tournament competition contest race marathon regatta cup match derby")

// headOf is the noun before the first preposition, in small letters; "" of no words.
func headOf(words []string) string {
	if len(words) == 0 {
		return ""
	}
	link := slices.IndexFunc(words, func(word string) bool { return englishPrepositions.Has(word) })
	if link <= 0 {
		link = len(words)
	}
	return strings.ToLower(words[link-1])
}

// isBody reports who acts and is no person: «Ministry of Foreign Affairs», «delegation of
// the World Bank».
func isBody(text string) bool {
	words := strings.Fields(text)
	if len(words) == 0 || strings.ContainsAny(text, ",;") || determiners.Has(strings.ToLower(words[0])) {
		return false
	}
	noun := headOf(words)
	if linkedBodies.Has(noun) && len(words) > 2 && (strings.Contains(text, " of ") || strings.Contains(text, " for ")) {
		return true
	}
	return namesWithThe[text] || withThe.Has(text) || bodies.Has(noun) || len(words) > 1 && gatherings.Has(noun)
}

// linkedBodies have the article where it is said of what or for what they are: the Bank of Probia.
var linkedBodies = wordset.Of("agency bank fund office bureau institute centre center school")

// documents are what may be signed and is called by one word.
var documents = wordset.Of("protocol charter roadmap resolution strategy statute concept contract programme program act constitution law agreement declaration memorandum treaty convention statement communiqué plan pact accord")

// gatherings are what has an article though it is a name.
var gatherings = wordset.Of(`forum summit council assembly conference congress session force committee
	commission group union organization organisation ministry secretariat court festival exhibition center centre
	society association federation confederation consortium foundation league alliance regulator inspectorate authority`)

// severalGatherings end names of one that is a plural: the World Nomad Games.
var severalGatherings = wordset.Of("championships games olympics paralympics awards")

// namesGames reports the name of such, unless it begins with whose they are.
func namesGames(text string, words []string) bool {
	return len(words) > 1 && !startsSmall(text) && severalGatherings.Has(strings.ToLower(words[len(words)-1])) && !isOwner(words[0])
}

// withoutArticle is a phrase as headlines have it.
func withoutArticle(text string) string {
	first, rest, _ := strings.Cut(text, " ")
	switch strings.ToLower(first) {
	case "the", "a", "an":
		return strings.NewReplacer(" and a ", " and ", " and an ", " and ").Replace(rest) // a rally and a march
	}
	return text
}

var ordinal = regexp.MustCompile(`^[\d,]+(st|nd|rd|th)$`)

// needsArticle reports a phrase in small letters that lacks the article of a
// particular thing: «outcome of the summit», «visit to Beijing», «25th anniversary».
func needsArticle(text string) bool {
	all := strings.Fields(text)
	if len(all) > 1 && aroundNow.Has(all[0]) || isEdgeOfTime(all) || isOfYear(all) || areOfEvent(all) {
		return true
	}
	if len(all) == 0 || determiners.Has(strings.ToLower(all[0])) || isGerund(all) || isNumbered(all) {
		return false
	}
	return withThe.Has(text) || namesWithThe[text] || dayOf.MatchString(text) || countriesWithThe.MatchString(text) || isParticular(text, all) // they discussed the EAEU
}

// dayOf is a day or a year of a kind: Day of the Health Worker.
var dayOf = regexp.MustCompile(`^(?:(?:International|World|National|European) )?(?:Day|Week|Month|Year|Decade) of `)

// isParticular reports one thing, whose words are all, that is told by what stands with it.
func isParticular(text string, all []string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	counted := ordinal.MatchString(all[0])
	link := slices.IndexFunc(all, func(word string) bool { return englishPrepositions.Has(word) || strings.HasPrefix(word, "“") })
	if link < 0 {
		link = len(all)
	}
	if plural, _ := grammar.IsEnglishPlural(strings.Join(all[:link], " ")); plural && !describeOne(all[:link]) || !unicode.IsLower(first) && !counted {
		return false
	}
	if link == 0 || slices.ContainsFunc(all[:link], isSeveral) {
		return false
	}
	return counted || things.Has(strings.ToLower(all[link-1])) || link > 1 && meals.Has(all[link-1]) || link < len(all) && all[link] == "of" && link < 4
}

// describeOne reports two adjectives of one thing: military and political situation.
func describeOne(words []string) bool {
	and := slices.Index(words, "and")
	return and > 0 && and+3 == len(words) && isAdjective(words[and-1]) && isAdjective(words[and+1]) && things.Has(words[and+2])
}

// isAdjective reports a word that ends as adjectives do.
func isAdjective(word string) bool {
	return adjectiveEnding.MatchString(word)
}

var adjectiveEnding = regexp.MustCompile(`(?:al|ic|ary|ory|ive|ous|ful|less|able|ible|ern|ish|ean|ian|ational)$`)

// isSeveral reports a plural before a word that says how often: «consultations twice
// a year».
func isSeveral(word string) bool {
	plural, known := grammar.IsEnglishPlural(word)
	return plural && known && word != "arms"
}

// countriesWithThe begin or are names of states that have the article.
var countriesWithThe = regexp.MustCompile(`^(United (?:Nations|States|Kingdom|Arab|Republic)|Republic of |USA$|US$|UK$|UAE$|PRC$|DPRK$|DRC$|(?:` + statesWithThe + `)|Congo|Vatican|Holy See)|(Republic|Federation|Emirates|Kingdom|States|Islands|Republics|Union)$`)

// statesWithThe are names of states that have the article and do not tell it by a word of theirs.
const statesWithThe = `United States(?: of America)?|Netherlands|Philippines|Maldives|Bahamas|Seychelles|Comoros|Gambia`

// withCountryArticle is a place as it stands behind «in»: the United Arab Emirates.
func withCountryArticle(name string) string {
	if own := withOwnArticle(name); own != name {
		return own
	}
	if town, state, parted := strings.Cut(name, ", "); parted { // Abu Dhabi, United Arab Emirates
		return withCountryArticle(town) + ", " + state
	}
	if strings.HasPrefix(name, "Port of ") {
		return "the " + name
	}
	if first, of, named := strings.Cut(name, " of "); named && startsSmall(name) && !strings.Contains(first, " ") && !startsSmall(of) { // the village of Probnoye
		return "the " + name
	}
	if countriesWithThe.MatchString(name) && !strings.HasPrefix(name, "the ") {
		return "the " + name
	}
	return name
}

// withOwnArticle is the town whose article is a part of its name, wherever it stands: The Hague.
func withOwnArticle(name string) string {
	if strings.EqualFold(name, "the hague") || name == "Hague" {
		return "The Hague"
	}
	return name
}
