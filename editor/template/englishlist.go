package template

import (
	"slices"
	"strings"
	"unicode"

	"communique/editor/grammar"
	"communique/editor/regexp"
	"communique/editor/wordset"
)

// joinsBodies reports two bodies or more whose names an «and» joins, and no body for two fields: JAXA and NASA, the EU and the Ministry
// of Trade, but not Ministry of Trade and Industry.
func joinsBodies(text string) bool {
	all := partsOfList(text)
	return len(all) > 1 && !slices.ContainsFunc(all, func(one string) bool {
		one = strings.TrimPrefix(one, "the ")
		return !isAbbreviation(one) && !isBody(one)
	})
}

// isAbbreviation reports a body by its letters, with or without an article: NASA, the EU.
func isAbbreviation(text string) bool {
	return isCalledByLetters(text) || withThe.Has(text)
}

// withAndBetweenNames is a list of nothing but names of places, bodies or counted people whose last part a comma alone joins, with
// the «and» that a sentence has there: judges from Armenia, Belarus and Georgia; Reuters and AP.
func withAndBetweenNames(text string) string {
	if states, more := statesBeforeMore(text); states != "" {
		return states + ", and " + more
	}
	all := strings.Split(text, ", ")
	last := len(all) - 1
	if last < 1 || strings.Contains(all[last], " and ") || !endsListOfNames(all) {
		return text
	}
	if withThe.Has(all[last]) {
		all[last] = "the " + all[last]
	}
	return strings.Join(all[:last], ", ") + " and " + all[last]
}

// endsListOfNames reports parts of which the last is one of a list of names: three places, two bodies, or people who are counted.
func endsListOfNames(all []string) bool {
	last := len(all) - 1
	switch first := all[0]; {
	case last > 1 && startsSmall(first) && isNamedPlace(all[last-1]): // the first may be a state that the program does not know
		return !slices.ContainsFunc(all[1:], func(one string) bool { return !isNamedPlace(one) })
	case countsPeople(all[last]), last > 1 && countsPeople(first) && isAbbreviation(all[last]):
		plural, _ := grammar.IsEnglishPlural(first)
		return plural
	}
	return !slices.ContainsFunc(all, func(one string) bool { return !isBodyByName(one) }) && slices.ContainsFunc(all, isAbbreviation)
}

// statesBeforeMore parts a list of places that commas alone join, which gets its «and», from who is listed behind it: farmers from
// Tajikistan, Uzbekistan and Afghanistan; experts of the FAO.
func statesBeforeMore(text string) (states, more string) {
	all := strings.Split(text, ", ")
	last := len(all) - 1
	if last < 2 {
		return "", ""
	}
	place, who, joined := strings.Cut(all[last], " and ")
	switch {
	case joined:
		all[last] = place
	case startsSmall(all[last]), severalByLetters.MatchString(all[last]):
		who, all = all[last], all[:last]
	}
	plural, sure := grammar.IsEnglishPlural(who)
	if len(all) < 3 || !plural || !sure || !startsSmall(who) && !severalByLetters.MatchString(who) || !endsListOfNames(all) {
		return "", ""
	}
	return grammar.Enumerate(all, "and"), who
}

// severalByLetters are bodies of a kind that is an abbreviation: NGOs.
var severalByLetters = regexp.MustCompile(`^\p{Lu}{2,}s\b`)

// severalThenNamed is a list of two of whom a comma alone parts the second, who has a name; it gets its «and», and is noted.
func (f *filling) severalThenNamed(p placeholder, text string) string {
	several, named, two := strings.Cut(text, ", ")
	if !two || p.word != the || p.quoted || strings.Contains(named, ", ") || !isSeveralThenNamed(several, named) {
		return f.unjoined(p, text)
	}
	joined := several + " and " + named
	f.guess(Guess{p.field, text, asWritten(joined)})
	return joined
}

// unjoined is a list of three and more without an «and» whose last part is somebody with a name: troops from 22 nations, observers,
// Mongolian Red Cross. It gets one, and is noted.
func (f *filling) unjoined(p placeholder, text string) string {
	all := strings.Split(text, ", ")
	last := len(all) - 1
	if p.listed || p.quoted || last < 1 || strings.ContainsAny(text, "“;") || strings.Contains(all[last], " and ") {
		return text
	}
	if last == 1 {
		return f.twoBodies(p, text, all[0], all[1])
	}
	if startsSmall(all[last]) || unicode.IsDigit(rune(all[last][0])) || isNamedPlace(all[last]) || !startsSmall(all[0]) && !countsPeople(all[0]) {
		return text
	}
	if isBodyByKind(strings.Fields(strings.ToLower(all[last]))) || namesWithThe[all[last]] || strings.HasSuffix(all[last], " Red Cross") {
		all[last] = "the " + all[last]
	}
	joined := strings.Join(all[:last], ", ") + " and " + all[last]
	f.guess(Guess{p.field, text, asWritten(joined)})
	return joined
}

// twoBodies is a list of two bodies that a comma alone parts, which gets its «and» and is noted: Collective Forces, Ministry of Defence.
// Any other text stays.
func (f *filling) twoBodies(p placeholder, text, first, second string) string {
	if isTitle(first) && isTitle(second) { // one who holds both, or two
		f.guess(Guess{p.field, text, asWritten("the " + text)})
		return text
	}
	bodies := isBodyOrForces(first) && isBodyOrForces(second) && !isAbbreviation(second)
	if !bodies && !isSeveralThenOffice(first, second) {
		return text
	}
	joined := "the " + first + " and the " + second
	f.guess(Guess{p.field, text, asWritten(joined)})
	return joined
}

// isSeveralThenOffice reports several who hold an office, or forces of several, and one who holds another: Secretaries of Security
// Councils, Secretary General.
func isSeveralThenOffice(several, office string) bool {
	plural, sure := grammar.IsEnglishPlural(several)
	return plural && sure && isTitle(office)
}

// isBodyOrForces reports a body, or forces of a state: US Navy.
func isBodyOrForces(text string) bool {
	return isBody(text) || !startsSmall(text) && partsOfNature.Has(headOf(strings.Fields(text)))
}

// isSeveralThenNamed reports several and somebody with a name behind them, which a comma alone parts: athletes from 11 countries, Asian
// champion Anna Ozerova.
func isSeveralThenNamed(several, named string) bool {
	plural, sure := grammar.IsEnglishPlural(several)
	return plural && sure && !strings.Contains(named, " and ") && !isNamedPlace(named) && mayBeListed(firstWord(named)) && namesAmong(strings.Fields(named)) > 1
}

func isNamedPlace(text string) bool {
	return isEnglishPlace(strings.TrimPrefix(text, "the ")) || isCountryWithThe(text)
}

// countsPeople reports several who are told by their number: 10,000 delegates.
func countsPeople(text string) bool {
	number, of, _ := strings.Cut(text, " ")
	plural, sure := grammar.IsEnglishPlural(of)
	return number != "" && strings.Trim(number, "0123456789,") == "" && plural && sure && startsSmall(of) && !timesOf.Has(firstWord(of))
}

// timesOf are counted and are no people.
var timesOf = wordset.Of("years days hours minutes months weeks times percent points euros dollars roubles rubles tonnes tons metres kilometres")

// isBodyByName reports an abbreviation, or a body by a name of one word or by its kind: AP, Reuters, the World Bank; but no place.
func isBodyByName(text string) bool {
	text = strings.TrimPrefix(text, "the ")
	if isEnglishPlace(text) || isCountryWithThe(text) {
		return false
	}
	return isAbbreviation(text) || isBody(text) || !strings.Contains(text, " ") && text != "" && unicode.IsUpper([]rune(text)[0])
}

// withArticlesInList is a list in which what is told by what it is of has the article, behind a first part that has none: output
// cuts and the release of reserves.
func withArticlesInList(text string) string {
	all := partsOfList(text)
	if len(all) < 2 || partsBehindFirst(text) == nil || determiners.Has(firstWord(text)) { // an exchange of experience and joint training
		return text
	}
	for i, part := range all {
		if i > 0 && strings.Contains(part, " of ") && needsArticle(part) {
			all[i] = "the " + part
		}
	}
	return withBodiesNamed(grammar.Enumerate(all, "and"))
}

// withBodiesNamed is a list that begins with several people or things, whose bodies of several words have their article: officers of
// Europol, the National Security Service and customs.
func withBodiesNamed(text string) string {
	all := partsOfList(text)
	if len(all) > 1 && !startsSmall(text) && (namesWithThe[all[0]] || isNamedInList(all[0])) { // National Guard, firefighters and ambulances
		return "the " + text
	}
	if len(all) == 2 && isBodyOrForces(strings.TrimPrefix(all[0], "the ")) && isNamedInList(all[1]) {
		return "the " + strings.TrimPrefix(all[0], "the ") + " and the " + all[1]
	}
	if all == nil {
		all = partsBehindPair(text)
	}
	if len(all) < 2 || !startsSmall(text) || len(all) == 2 && isOneField(all[0]) { // the Culture and Art Foundation
		return text
	}
	return withNamedBehindFirst(all)
}

// withNamedBehindFirst joins a list in which whoever is named behind the first part has the article.
func withNamedBehindFirst(all []string) string {
	for i, part := range all {
		if i > 0 && isNamedInList(part) {
			all[i] = "the " + part
		}
	}
	return grammar.Enumerate(all, "and")
}

// isOneField reports a single word of a name, which the word behind an «and» goes on: Culture and Art Foundation.
func isOneField(text string) bool {
	field, named := strings.CutPrefix(text, "the ")
	return named && !startsSmall(field) && !strings.Contains(field, " ") && !isBody(field)
}

// isNamedInList reports a body, forces or an office of which a list has the name, without an article.
func isNamedInList(part string) bool {
	if strings.TrimSpace(part) == "" || startsSmall(part) || isOwner(firstWord(part)) {
		return false
	}
	words := strings.Fields(strings.ToLower(part))
	last := words[len(words)-1]
	return isBodyByKind(words) || gatherings.Has(last) || partsOfNature.Has(last) || unitsOfForces.Has(last) || isTitle(part) && !endsInName(part)
}

// unitsOfForces end names of units: US Marine Expeditionary Unit.
var unitsOfForces = wordset.Of("unit wing command battery detachment contingent flotilla squadron")

// partsBehindPair are the parts of a list whose first has an «and» of its own: ministers of Armenia and Belarus, observers and guests.
func partsBehindPair(text string) []string {
	at := strings.LastIndex(text, " and ")
	all := strings.Split(text[:max(at, 0)], ", ")
	if at < 0 || len(all) < 2 {
		return nil
	}
	return append(all, text[at+len(" and "):])
}

// sharesOf reports two deeds of one word each that share what is behind the second: detection and destruction of armed groups. Of what
// often stands alone nobody can tell, cooperation and exchange of data.
func sharesOf(text string) bool {
	first, second, joined := strings.Cut(text, " and ")
	words := strings.Fields(second)
	return joined && !strings.Contains(first, " ") && !uncounted.Has(first) && uncountedEnding.MatchString(first) && !strings.HasSuffix(first, "ing") &&
		len(words) > 2 && words[1] == "of" && uncountedEnding.MatchString(words[0])
}
