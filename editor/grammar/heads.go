package grammar

import (
	_ "embed" // the tables of nouns
	"strings"
	"sync"

	"communique/editor/wordset"
)

//go:embed placenouns.txt
var placeNounsText string

//go:embed organisations.txt
var organisationsText string

// placeNouns are the common nouns under which a place may stand, and
// organisationNouns those that organisations are called by: they decline, and
// the name after them stays («Республики Армения»: Розенталь, § 197).
var (
	placeNouns        = sync.OnceValue(func() map[string]entry { return readTable(placeNounsText) })
	organisationNouns = sync.OnceValue(func() map[string]entry { return readTable(organisationsText) })
)

// apposed are the nouns that stand only behind another one: город-герой.
// Those in the plural have their genitive.
var apposed = map[string]string{
	"герой": "", "спутник": "", "побратим": "", "миллионник": "", "участник": "", "участница": "", "член": "", "хозяйка": "", "партнёр": "", "партнер": "",
	"члены": "членов", "участники": "участников", "участницы": "участниц", "наблюдатели": "наблюдателей", "партнёры": "партнёров", "побратимы": "побратимов", "герои": "героев",
}

// clipped are nouns that stay as the first part of a compound: конгресс-центра.
var clipped = wordset.Of("конгресс парк блок шоу яхт рок спорт фитнес теннис гольф арт кино радио евро аудит консалтинг")

func isOrganisationNoun(word string) bool {
	if i := lastHyphen(word); i > 0 {
		word = word[i+1:]
	}
	_, ok := organisationNouns()[word]
	return ok || clippedOrganisation(word) != ""
}

// clippedOrganisation is the noun with which a word made of several ends: Мингорисполком.
func clippedOrganisation(word string) string {
	for _, noun := range []string{"исполком", "избирком", "совет", "комитет", "банк", "надзор", "экспертиза", "архитектура", "почтамт", "профсоюз", "телеком"} {
		if strings.HasSuffix(word, noun) && len(word) > len(noun)+2*2 {
			return noun
		}
	}
	return ""
}

// findHead looks a common noun up in the two tables.
func findHead(word string) (entry, bool) {
	if row, ok := placeNouns()[word]; ok {
		return row, true
	}
	if row, ok := organisationNouns()[word]; ok {
		return row, true
	}
	if isBlendedSite(word) {
		return entry{preposition: "на"}, true
	}
	return entry{}, clippedOrganisation(word) != ""
}

// isBlendedSite reports a word made of two that ends in the noun of a place on which one is: нефтетерминал, хлебозавод.
func isBlendedSite(word string) bool {
	return hasAnySuffix(word, "терминал", "завод", "комбинат", "полигон", "вокзал", "база", "площадка", "ферма", "станция", "шахта", "фабрика")
}

// headForms declines a noun that places and organisations are called by; false
// for one that no table has. Of a compound both nouns decline (музея-заповедника)
// but for first parts such as штаб- and пресс-.
func headForms(word string) (six, bool) {
	if row, ok := findHead(word); ok {
		return row.decline(word), true
	}
	i := lastHyphen(word)
	if i < 0 {
		return six{}, false
	}
	before, after := word[:i], word[i+1:]
	if isFigures(after) { // Камбаратинская ГЭС-1
		s, ok := headForms(before)
		return s.with("-" + after), ok
	}
	last, known := headForms(after)
	if plural, ok := apposed[after]; ok && !known {
		last, known = apposedForms(after, plural), true
	}
	if !known {
		return six{}, false
	}
	first := fixed(before)
	if s, ok := headForms(before); ok && after != "радио" && !clipped.Has(before) && !compoundFirst.Has(before[lastHyphen(before)+1:]) {
		first = s
	}
	return hyphenated(first, last), true
}

func apposedForms(word, plural string) six {
	if plural != "" {
		return pluralNoun(word, plural, false)
	}
	s, _ := noun{gender: genderByEnding(word)}.decline(word)
	return s
}

// headPreposition is the preposition that a noun of the tables takes; a compound
// takes that of its first noun (на выставке-ярмарке, but в городе-курорте).
func headPreposition(word string) string {
	row, ok := findHead(word)
	if first, last, compound := strings.Cut(word, "-"); !ok && compound {
		if row, ok = findHead(first); !ok {
			row, _ = findHead(last)
		}
	}
	return row.preposition
}

// isPlural reports whether the row is of a word in the plural: силы, известия.
func (e entry) isPlural(word string) bool {
	return e.genitive != "" && hasAnySuffix(word, "ы", "и", "а", "я") && !hasAnySuffix(e.genitive, "ы", "и")
}
