package proof

import (
	"slices"
	"strings"

	"communique/editor/grammar"
	"communique/editor/wordset"
)

// nounDisagrees is the token of a verb in the past that does not agree with the noun at i, with which a sentence
// begins, and the verb as it should be: «Экспедиция вернулся», «Новая школа открылся», «Делегация Пробландии прибыл».
// It speaks of things alone: «Врач пришла» is right, and so is «Глава посетил».
func (p *passage) nounDisagrees(i int) (verb int, right string) {
	text := p.folded[i]
	if !strings.HasSuffix(text, "а") && !strings.HasSuffix(text, "я") || !p.beginsSentence(i) && !strings.HasSuffix(p.fold(i-2), "ая") {
		return 0, "" // nearly every word, before it is looked up
	}
	gender := p.genderOfThing(i)
	if gender == "" || !p.opensClause(i) {
		return 0, ""
	}
	const farthest = 8 // tokens: what it is of
	for j := i + 2; p.is(j, word) && p.is(j-1, space) && j <= i+farthest; j += 2 {
		if right = otherGender(p.piece(j), gender); right != "" {
			return j, right
		}
		if isLower(p.piece(j)) && !isGenitive(p.piece(j)) && !hasCase(grammar.AdjectiveShows(p.piece(j)), grammar.Genitive) {
			break
		}
	}
	return 0, ""
}

// genderOfThing is the gender of a thing that can be nothing but a subject: in the feminine, where that has another
// accusative («экспедиция»); "" for all else.
func (p *passage) genderOfThing(i int) grammar.Gender {
	text := p.piece(i)
	if amounts.Has(p.folded[i]) || len(grammar.AdjectiveShows(lower(text))) > 0 || grammar.IsGivenName(text) {
		return ""
	}
	shown := grammar.NounShows(lower(text))
	if len(shown) == 0 || slices.ContainsFunc(shown, func(s grammar.Shown) bool {
		return s.Animate || s.Case != grammar.Nominative || s.Gender != grammar.Feminine
	}) {
		return ""
	}
	return grammar.Feminine
}

// amounts are nouns of the feminine with which the verb may stand in another gender: «Тысяча человек пришло», and what
// somebody may be called.
var amounts = wordset.Of("легенда надежда тысяча половина треть четверть масса уйма пара тройка сотня десятка куча пропасть уйма доля")
