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

// isAmongPeople reports a noun for several people at word i: «друзья».
func (p *parsed) isAmongPeople(i int) bool {
	word := bare(p.low[i])
	return slices.ContainsFunc(findNouns(word), func(l lexeme) bool { return l.animate && l.features(word)&bit(pluralRow, nom) != 0 })
}
