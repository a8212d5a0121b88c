package grammar

import (
	"slices"
	"strings"
	"sync"

	"communique/editor/wordset"
)

// Nouns that no list has: new ones are made with old endings, цифровизация, and of old nouns with a new
// beginning, нейросеть.

// combining are the beginnings with which nouns are made of others.
var combining = wordset.Of(`авиа авто агро анти аэро био веб вело ветро вибро видео водо газо гео гидро гос евро жил зерно зоо инфо кибер кино контр
	крипто кросс культ лесо макро мега мед медиа метео микро мини моно мото мульти нано нарко нейро нефте поли пром псевдо
	радио само сверх сейсмо снего соц спец спорт супер теле тепло термо транс тур турбо угле ультра фарм фито фото хим эко
	электро энерго этно`)

// longestBeginning is that of the longest of them, in letters.
const longestBeginning = 7

// shortestRest is the shortest noun that a new one is made of, in letters: «сеть», but not «Демина».
const shortestRest = 4

// newCompounds are the nouns that a word may be with such a beginning before it.
func newCompounds(word string) []lexeme {
	if at := strings.Index(word, "компани"); at > 0 { // Белтелерадиокомпания: before any other name of a body, and no several things in -ание
		return compoundsOf(word[:at], word[at:])
	}
	letters := []rune(word)
	for n := min(longestBeginning, len(letters)-shortestRest); n > 1; n-- {
		begin := string(letters[:n])
		if !combining.Has(begin) {
			continue
		}
		if found := compoundsOf(begin, word[len(begin):]); len(found) > 0 {
			return found
		}
	}
	return nil
}

// compoundsOf are the nouns that the rest of a word may be, with the beginning before them.
func compoundsOf(begin, rest string) []lexeme {
	found := slices.Clone(findNouns(rest))
	for i := range found {
		found[i] = found[i].behind(begin)
	}
	return found
}

// behind is the noun with something before each of its forms.
func (l lexeme) behind(begin string) lexeme {
	for i, form := range l.forms {
		if form != "" {
			l.forms[i] = begin + form
		}
	}
	return l
}

// yieldsTo reports a man's or a thing's noun of which some form is the name of what is done or studied, sooner:
// высадок to высадка, энергетик to энергетика.
func (l lexeme) yieldsTo(deed lexeme) bool {
	return l.gender == Masculine && deed.gender == Feminine && !deed.animate && hasAnySuffix(l.forms[nom], "ок", "ик") && l.forms[gen] == deed.forms[nom]
}

// newEndings are those with which new nouns are made, as some noun of the list has them.
var newEndings = sync.OnceValue(func() []lexeme {
	var all []lexeme
	for _, noun := range []struct{ word, stem string }{
		{"организация", "орган"},
		{"операция", "опер"},
		{"безопасность", "безопас"},
		{"производство", "произво"},
		{"лидерство", "лиде"},
		{"решение", "реш"},
		{"задание", "зад"},
		{"туризм", "тур"},
		{"митинг", "мит"},
		{"биология", "био"},
		{"география", "гео"},
	} {
		model, known := namedNoun(noun.word)
		if !known {
			continue // a test has each of them
		}
		for i, form := range model.forms {
			model.forms[i] = strings.TrimPrefix(form, noun.stem)
		}
		all = append(all, model)
	}
	return all
})

// newThings are the nouns that a word may be by such an ending: цифровизации.
func newThings(word string) []lexeme {
	if _, place := findPlaceWord(word); place { // Армения
		return nil
	}
	for _, model := range newEndings() {
		for _, ending := range model.forms {
			if stem, ok := strings.CutSuffix(word, ending); ok && ending != "" && syllables(stem) > 0 && len(stem) > 2*2 {
				return []lexeme{model.behind(stem)}
			}
		}
	}
	return nil
}
