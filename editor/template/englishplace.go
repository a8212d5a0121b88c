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

// regions are the words with which names of regions end, and directions those
// before a state or a region.
var (
	regions    = wordset.Of("Region Oblast Province District Territory County Governorate")
	directions = wordset.Of("northern southern western eastern central north-eastern north-western south-eastern south-western")
)

// rivers are those that are named without the word, and lakes those that need it behind «at».
var (
	rivers = regexp.MustCompile(`^(?:Don|Chu|` + riverNames + `)$`)
	lakes  = wordset.Of("Baikal Sevan Balkhash Onega Ladoga Naroch")
)

// bayFirst is a bay by its name, which has no article, and what lies around it.
var bayFirst = regexp.MustCompile(`^(?:\p{Lu}[\p{L}’'-]* ){1,2}Bay(?: and .*)?$`)

// housesByName are houses at which somebody receives guests, called by their names.
var housesByName = regexp.MustCompile(`^(?:the )?(?:White House|Pentagon|Louvre|Hermitage|Prado|Elysee Palace|Élysée Palace)$`)

const riverNames = `Volga|Amur|Dnieper|Dniester|Danube|Neva|Yenisei|Irtysh|Angara|Naryn|Vakhsh|Panj|Amu Darya|Syr Darya|Rhine|Thames|Nile|Mekong|Tigris|Euphrates|Vistula|Oder|Elbe|Seine|Tiber|Kama|Terek|Kura|Aras|Ganges|Indus|Yangtze|Amazon|Mississippi|Zambezi`

// sites end names of places at which one is: Manas Airport.
var sites = wordset.Of("Airport Airfield Aerodrome Cosmodrome Spaceport Base Range University Academy Headquarters Station")

// raisedSites are what one stands on: the South Lawn of the palace.
var raisedSites = wordset.Of("lawn terrace balcony veranda rooftop roof stage pitch runway apron tarmac plateau steppe hill hills")

// onEdges begin places on which one is, and insides are the nouns of those in which one is.
var (
	onEdges = wordset.Of("steps stairs outskirts shore shores bank banks coast coasts edge slopes eve")
	insides = wordset.Of("room rooms hall halls auditorium auditoriums building buildings studio town city village capital sea ocean gulf strait desert valley forest mountains arctic caucasus district districts region regions provinces cities towns villages countries waters gardens lobby foyer yard courtyard corridor ward wards gorge canyon square squares terrain airspace park tent hangar cockpit")
)

// surroundings are several places, or what lies around one, in which one is with the article: in the foothills of the Tian Shan.
var surroundings = wordset.Of("waters foothills suburbs vicinity mountains highlands lowlands environs")

// seas are those that are named without the word, and parts of the world that have the article.
var seas = wordset.Of("Mediterranean Baltic Caribbean Aegean Adriatic Caspian Pacific Atlantic Arctic Antarctic Caucasus Balkans Urals")

// englishWhere puts «in» before a town, a state or a region, and «at» before any
// other place.
func englishWhere(text string) string {
	if where, ok := englishWhereParts(text); ok {
		return where
	}
	if where, ok := inNamedPlace(text); ok {
		return where
	}
	if where, ok := onPlace(text); ok {
		return where
	}
	all := strings.Fields(text)
	switch {
	case isRoomWithNumeral(all):
		return "in " + text
	case len(all) > 1 && all[len(all)-1] == "Terminal" && isListed(all[0]):
		return "at the " + text
	case isVessel(text):
		return "on board " + withArticleOfPlace(text)
	case isFloor(all), headOf(all) == "island", headOf(all) == "peninsula":
		return "on " + withArticle(text)
	case liesAround(all):
		return "in the " + text
	case isInside(all):
		return "in " + withArticle(text)
	case namesPlaces(text):
		return "in " + text
	}
	return "at " + withArticleOfPlace(text)
}

// liesAround reports the surroundings of a place, or a sea with its side: foothills of the Tian Shan, eastern Mediterranean.
func liesAround(all []string) bool {
	return surroundings.Has(all[0]) || seas.Has(all[len(all)-1]) && (len(all) == 1 || len(all) == 2 && directions.Has(all[0]))
}

// onPlace is where one is on an edge, on an island, on a mountain or on a road; it is not ok for any other place.
func onPlace(text string) (where string, ok bool) {
	all := strings.Fields(text)
	switch last := all[len(all)-1]; {
	case raisedSites.Has(headOf(all)):
		return "on the " + strings.TrimPrefix(text, "the "), true
	case onEdges.Has(strings.ToLower(all[0])), len(all) > 1 && startsSmall(last) && onEdges.Has(last) && !determiners.Has(strings.ToLower(all[0])):
		return "on the " + text, true
	case strings.HasPrefix(text, "Isle of "):
		return "on the " + text, true
	case strings.EqualFold(last, "island"), isRaised(text, last):
		return "on " + text, true
	case last == "Highway" || last == "Motorway" || last == "Embankment" || last == "Bridge":
		return "on the " + text, true
	}
	return onStreet(all)
}

// onStreet is where one is on a street, or at a house of one; it is not ok for any other place.
func onStreet(all []string) (where string, ok bool) {
	last := all[len(all)-1]
	if len(all) < 2 || last != "Street" && last != "Avenue" {
		return "", false
	}
	if unicode.IsDigit(rune(all[0][0])) {
		return "at " + strings.Join(all, " "), true
	}
	return "on " + strings.Join(all, " "), true
}

// isRoomWithNumeral reports a room that is numbered as the Romans did: Press Room III.
func isRoomWithNumeral(all []string) bool {
	if link := slices.IndexFunc(all, englishPrepositions.Has); link > 0 { // Room XVII of the Palais des Nations
		all = all[:link]
	}
	return len(all) > 1 && insides.Has(strings.ToLower(all[len(all)-2])) && strings.Trim(all[len(all)-1], "IVXLC") == ""
}

func isVessel(text string) bool {
	kind, _, _ := strings.Cut(text, " “")
	words := strings.Fields(kind)
	name := slices.IndexFunc(words, func(word string) bool { return !startsSmall(word) })
	return vessels.Has(headOf(words)) || name > 0 && vessels.Has(words[name-1]) // icebreaker Probny
}

// vessels are nouns of what one is on board of: on board the ferry “Probny”.
var vessels = wordset.Of("ferry ship vessel liner icebreaker frigate corvette cruiser destroyer yacht submarine boat schooner steamer tanker trawler barge sailboat")

// englishWhereParts is a place with what lies around it, or with others that make it more exact: Probnoye
// village and its surroundings; departure hall, desk 21. It is not ok for a place of one part.
func englishWhereParts(text string) (where string, ok bool) {
	for _, joint := range []string{" and its ", " and their "} {
		if main, more, joined := strings.Cut(text, joint); joined && main != "" {
			return englishWhere(main) + joint + more, true
		}
	}
	if first, more, parted := strings.Cut(text, ", "); parted && first != "" && (!strings.Contains(more, " and ") || isEnglishPlace(first)) {
		return englishWhere(first) + ", " + more, true
	}
	return "", false
}

// inNamedPlace is where one is in a town, a state, a region or on a river; it is not ok for any other place.
func inNamedPlace(text string) (where string, ok bool) {
	all := strings.Fields(text)
	switch last := all[len(all)-1]; {
	case bayFirst.MatchString(text):
		return "in " + text, true
	case housesByName.MatchString(text):
		return "at the " + strings.TrimPrefix(text, "the "), true
	case !lakes.Has(text) && isEnglishPlace(text), isCountryWithThe(text), text == "Altai": // which the register has as a town, Altay
		return "in " + withCountryArticle(text), true
	case isEnglishPlace("the " + text), text == "Tian Shan", len(all) > 1 && last == "Republic":
		return "in the " + text, true
	case onWater(text, last) != "":
		return onWater(text, last), true
	case isRegionName(all) && !slices.ContainsFunc(all[:len(all)-1], englishPrepositions.Has), directions.Has(all[0]) && isEnglishPlace(strings.Join(all[1:], " ")):
		return "in " + text, true
	}
	return "", false
}

// isRegionName reports words that end as names of regions do: Lviv Oblast, Troms county, but the Osh region.
func isRegionName(all []string) bool {
	last := all[len(all)-1]
	return regions.Has(last) || len(all) > 1 && last == "county"
}

// isInside reports whether one is in what words name, and not at it: a room, also by its number.
func isInside(all []string) bool {
	return insides.Has(headOf(all)) || isNumbered(all) && (insides.Has(strings.ToLower(all[0])) || insides.Has(strings.ToLower(all[len(all)-2])))
}

// withArticleOfPlace puts the article before a place that is no name, whatever it is: the gate.
func withArticleOfPlace(text string) string {
	if whole := withArticle(text); whole != text {
		return whole
	}
	all := strings.Fields(text)
	plural, _ := grammar.IsEnglishPlural(text)
	plural = plural && !severalAsOne.Has(headOf(all))
	switch {
	case isKindBeforeName(text), isKindBeforeMore(all), plural && len(all) > 2 && all[1] == "of": // ranges of the Military District
		return "the " + text
	case !startsSmall(text), plural, determiners.Has(all[0]), placesAlone.Has(text), isNumbered(all):
		return text
	}
	return "the " + text
}

// isKindBeforeName reports a place of a kind and one with a name: training centre and Probny Pass.
func isKindBeforeName(text string) bool {
	first, second, two := strings.Cut(text, " and ")
	return two && !startsSmall(second) && startsSmall(first) && wantsArticle(first) != hardly
}

// isKindBeforeMore reports a place of a kind with a name before it and what it is in behind it: Probak training ground in
// Probny Region.
func isKindBeforeMore(all []string) bool {
	link := slices.IndexFunc(all, englishPrepositions.Has)
	first, _ := utf8.DecodeRuneInString(all[0])
	return link > 1 && unicode.IsUpper(first) && startsSmall(all[link-1]) && !determiners.Has(strings.ToLower(all[0])) && !isNumbered(all) && !isOwner(all[0])
}

// isFloor reports a storey or a deck: 2nd floor, the deck of the cruiser.
func isFloor(all []string) bool {
	for i, word := range all {
		if (word == "floor" || word == "deck" || word == "storey") && (i == 0 || determiners.Has(all[i-1]) || ordinal.MatchString(all[i-1]) || ordinalsInWords.Has(all[i-1])) {
			return i+1 == len(all) || englishPrepositions.Has(all[i+1]) // ground floor lobby
		}
	}
	return false
}

var ordinalsInWords = wordset.Of("ground first second third fourth fifth top upper lower")

// severalAsOne are plurals that name one place: at the palace gates.
var severalAsOne = wordset.Of("gates steps stairs doors docks barracks grounds")

// placesAlone have no article where one is at them.
var placesAlone = wordset.Of("home sea school work university church headquarters checkpoints court")

// onWater is where one is on a river, on islands and at a lake; "" for other places.
func onWater(text, last string) string {
	switch {
	case lakes.Has(text):
		return "at Lake " + text
	case rivers.MatchString(text), text != last && (last == "River" || last == "Islands"):
		return "on the " + text
	}
	return ""
}

// namesPlaces reports two places joined by «and», of which one is known.
func namesPlaces(text string) bool {
	before, after, joined := strings.Cut(text, " and ")
	return joined && (isEnglishPlace(before) || isEnglishPlace(after))
}

// placeAbove is the place that stands before the date, where English has no article: «Probny Cosmodrome», as it has «Bishkek».
func (f *filling) placeAbove(pattern string) string {
	text := f.text(pattern)
	if place, ok := strings.CutPrefix(text, "the "); ok && f.template.Language == "en" {
		return capitalised(place)
	}
	return text
}
