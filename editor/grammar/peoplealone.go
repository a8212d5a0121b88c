package grammar

import (
	"slices"

	"communique/editor/wordset"
)

// isOfPeopleAt reports an adjective that names people by itself, with what they belong to behind it, which
// does not agree with it: «служащие банка», «верующие Минска», but «рабочие группы».
func (p *parsed) isOfPeopleAt(i int) bool {
	word, next := bare(p.low[i]), bare(p.low[i+1])
	if !isSeveralSubstantive(word) {
		return false
	}
	shows := adjectiveFeatures(next)
	for _, l := range findNouns(next) {
		shows |= l.features(next)
	}
	switch {
	case shows == 0:
		return isNameLike(p.raw[i+1])
	case shows&bit(pluralRow, nom) == 0:
		return true
	}
	return alwaysPeople.Has(word) && !p.isAmongPeople(i+1)
}

// alwaysPeople are those that go with no thing: «учащиеся школы».
var alwaysPeople = wordset.Of("служащие военнослужащие госслужащие учащиеся трудящиеся верующие вожатые")

// isOfNamedAt reports at word i one in the genitive whose name stands behind in the same case: близкие «актрисы Норы Пробной».
func (p *parsed) isOfNamedAt(i int) bool {
	return !ofOthers.Has(bare(p.low[i])) && i+1 < len(p.low) && p.features(bare(p.low[i]))&inCase(gen) != 0 && isFirstNameInGenitive(p.low[i+1])
}

// ofOthers are several women who are something to somebody, and so need not be in the genitive: близкие подруги Анны Пробной.
var ofOthers = wordset.Of("подруги родственницы сёстры сестры соратницы коллеги соседки ученицы")

// isAmongPeople reports a noun for several people at word i: «друзья».
func (p *parsed) isAmongPeople(i int) bool {
	word := bare(p.low[i])
	return slices.ContainsFunc(findNouns(word), func(l lexeme) bool { return l.animate && l.features(word)&bit(pluralRow, nom) != 0 })
}
