package oneline

import (
	"slices"
	"strings"

	"communique/editor/grammar"
	"communique/editor/intake/dateline"
	"communique/editor/intake/gazetteer"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
)

var (
	spot   = regexp.MustCompile(`^, (?:(?:полигон|парк|центр|зал|театр|музей|стадион) «[^«»]{2,40}»|(?:остров |посёлок |село |город |деревня |станица |полигон |аэропорт )?\p{Lu}[\p{L}-]+(?: (?:площадь|область|край|район|округ|поле|улица|бульвар|проспект|дворец|мыс|полигон|парк|сад|городок))?)`)
	single = regexp.MustCompile(`^\p{Lu}[\p{L}-]+`)
)

// placeBefore takes the place off the start of a text behind a day and an hour: a region or a known
// town, perhaps with a spot in it («Москва, Кремль»), or a single name before a sentence.
func placeBefore(text string) (place, rest string) {
	length := placeLengthOf(text)
	if length == 0 {
		return "", text
	}
	for range 2 {
		length += len(spot.FindString(text[length:]))
	}
	if length < len(text) && text[length] != ' ' {
		return "", text
	}
	return text[:length], strings.TrimSpace(text[length:])
}

// placeLengthOf returns how many bytes the region or the town takes.
func placeLengthOf(text string) int {
	if _, n := gazetteer.RegionAt(text); n > 0 {
		return n
	}
	if city := gazetteer.At(text); city != "" && strings.HasPrefix(text, city) && (!grammar.IsGivenName(strings.ToLower(city)) || begunBy(text[len(city)+len(spot.FindString(text[len(city):])):])) { // Владимир is a town, too
		return len(city)
	}
	name := single.FindString(text)
	if grammar.IsGivenName(name) || IsVerb(name) || grammar.NounShows(name) != nil || grammar.AdjectiveShows(name) != nil || slices.Contains(beginnings, name) ||
		!begunBy(text[len(name)+len(spot.FindString(text[len(name):])):]) {
		return 0
	}
	return len(name)
}

// hasBeen is what has been done, as it begins a sentence: «Возбуждено …», «Собраны …».
var hasBeen = regexp.MustCompile(`^\p{Lu}\p{Ll}+(?:[ая]но|ено|ято|ыто|[ая]ны|ены|яты|ыты)$`)

// begunBy reports whether a sentence, or what somebody says, begins behind a space.
func begunBy(rest string) bool {
	words := strings.Fields(rest)
	if len(words) == 0 || rest[0] != ' ' {
		return len(words) == 0
	}
	if !wording.StartsSentence(words[0]) {
		return false
	}
	return slices.Contains(beginnings, words[0]) || isDay(words) || isDoneBy(words) || IsVerb(words[0]) || hasBeen.MatchString(words[0]) && grammar.NounShows(words[0]) == nil || nominatively(grammar.NounShows(words[0])) || nominatively(grammar.AdjectiveShows(words[0])) || speech.MatchString(rest[:wording.Boundary(rest, dateline.OpeningReach)]) && strings.ContainsAny(words[0], ".:") || isSubject(words, "")
}

func nominatively(shown []grammar.Shown) bool {
	return slices.ContainsFunc(shown, func(s grammar.Shown) bool { return s.Case == grammar.Nominative })
}
