package proof

import (
	"slices"

	"communique/editor/grammar"
	"communique/editor/words"
	"communique/editor/wordset"
)

// yearForms are the forms of «год» behind the number of a year, with their cases.
var yearForms = map[string]struct {
	plural bool
	cases  []grammar.Case
}{
	"год": {false, []grammar.Case{grammar.Nominative, grammar.Accusative}}, "года": {false, []grammar.Case{grammar.Genitive}},
	"году": {false, []grammar.Case{grammar.Dative, grammar.Prepositional}}, "годом": {false, []grammar.Case{grammar.Instrumental}}, "годе": {false, []grammar.Case{grammar.Prepositional}},
	"годы": {true, []grammar.Case{grammar.Nominative, grammar.Accusative}}, "годов": {true, []grammar.Case{grammar.Genitive}}, "годам": {true, []grammar.Case{grammar.Dative}},
	"годами": {true, []grammar.Case{grammar.Instrumental}}, "годах": {true, []grammar.Case{grammar.Prepositional}},
}

// neverYears are forms that stand behind no year: what is counted is «2000 лет».
var neverYears = wordset.Of("лета летов летам летами летах летом лете")

// yearDiffers reports whether the word behind the number of a year is in a form that what
// stands before does not ask for («11 сентября 2024 году», «в 2019 годы»), and the right
// form where there is one.
func (p *passage) yearDiffers(i int) (right string, differs bool) {
	n, text := number(p.piece(i)), words.Fold(p.piece(i+2))
	const first, last = 1900, 2100
	if n < first || n > last || len(p.piece(i)) != 4 || p.piece(i-1) == "№" {
		return "", false
	}
	form, is := yearForms[text]
	if !is {
		return "…", neverYears.Has(text) || text == "лет" && (p.yearBehindMonth(i) || p.yearBehind(i, "в"))
	}
	if p.isYearList(i) {
		return "", false
	}
	switch {
	case p.yearBehindMonth(i) || p.isPartOfYear(i-2):
		return "года", text != "года"
	case form.plural:
		return "…", p.is(i-1, space)
	}
	return p.yearAfterPreposition(i, text, form.cases)
}

func (p *passage) yearBehind(i int, preposition string) bool {
	return p.is(i-1, space) && lower(p.piece(i-2)) == preposition
}

// isYearList reports whether a year is the last of several: «в 2023 и 2024 годах».
func (p *passage) isYearList(i int) bool {
	if !p.is(i-1, space) && p.is(i-1, sign) {
		return true
	}
	before := lower(p.piece(i - 2))
	return before == "и" || before == "или" || before == "," || before == "–" || before == "—" || before == "-" || p.is(i-2, sign) || p.is(i-2, figure)
}

// partsOfYear are nouns behind which the year stands in the genitive.
var partsOfYear = wordset.Of("начало начала началу начале конец конца концу конце середина середины середину середине полугодие полугодия полугодии полугодию квартал квартала квартале кварталу итогам итогами итоги период периода периоде месяцев осенью весной летом зимой")

// isPartOfYear reports whether the word at i is a part of the year that follows.
func (p *passage) isPartOfYear(i int) bool {
	if !p.is(i, word) || !p.is(i+1, space) {
		return false
	}
	folded := p.folded[i]
	_, month := grammar.Month(folded)
	return month || partsOfYear.Has(folded)
}

// yearAfterPreposition compares a year's form with the preposition right before it.
func (p *passage) yearAfterPreposition(i int, text string, has []grammar.Case) (right string, differs bool) {
	if !p.is(i-1, space) || !p.is(i-2, word) {
		return "", false
	}
	preposition := lower(p.piece(i - 2))
	asked := grammar.CasesAfter(preposition)
	switch preposition {
	case "в", "во":
		return "году", text != "году" && text != "год"
	case "между", "включая", "спустя":
		return "", false
	}
	if asked == nil || slices.ContainsFunc(has, func(c grammar.Case) bool { return slices.Contains(asked, c) }) {
		return "", false
	}
	for _, form := range []string{"года", "году", "год", "годом"} {
		if slices.Contains(asked, yearForms[form].cases[0]) {
			return form, true
		}
	}
	return "…", true
}
