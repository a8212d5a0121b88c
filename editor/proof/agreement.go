package proof

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/words"
	"communique/editor/wordset"
)

// entersOffice reports whether somebody takes a post, or is taken for one, in the plural: «в
// официальные разработчики», as «в министры».
func entersOffice(preposition string, adjective, noun []grammar.Shown) bool {
	nominative := func(s grammar.Shown) bool { return s.Gender == grammar.Plural && s.Case == grammar.Nominative }
	return (preposition == "в" || preposition == "во") && slices.ContainsFunc(adjective, nominative) &&
		slices.ContainsFunc(noun, func(s grammar.Shown) bool { return s.Animate && nominative(s) })
}

// disagrees reports whether the adjective at i, in one of these cases, does not agree with
// the word behind it.
func (p *passage) disagrees(i int, r reading, cases []grammar.Case) bool {
	text, next := p.piece(i), p.piece(i+2)
	if !isCyrillic(next) || !isLower(next) && !grammar.IsTitleNoun(next) || otherwise.Has(lower(next)) {
		return false
	}
	behind := readingOf(next)
	if behind.agreeing || r.agreeing && next == "рода" { // «перед другой своими», «в своего рода образ»
		return false
	}
	both := behind.standings(next)
	fitting := withCases(r.adjective, cases)
	if len(both) == 0 || agree(fitting, both) || !r.agreeing && mayHaveComplement(text, fitting, append(slices.Clone(behind.noun), behind.adjective...)) {
		return false
	}
	return behind.isCertain(next) && !behind.caseless && (r.agreeing || isAdjective(text))
}

// differsFromPlace reports whether the adjective at i stands in none of the cases of the place
// behind it: «в северный Казахстане».
func (p *passage) differsFromPlace(i int, r reading, cases []grammar.Case) bool {
	named := placeAlone(p.piece(i + 2))
	return named != nil && !r.agreeing && isAdjective(p.piece(i)) && !slices.ContainsFunc(r.adjective, func(s grammar.Shown) bool {
		return slices.Contains(cases, s.Case) && slices.Contains(named, s.Case)
	})
}

// placeAlone are the cases of a word that can be nothing but the name of a place.
func placeAlone(text string) []grammar.Case {
	if !startsUpper(text) || firstNameStands(text) != nil || surnameStands(text) != nil || len(grammar.NounShows(text)) > 0 {
		return nil
	}
	return grammar.PlaceShows(text)
}

// nounDiffers reports whether a noun that is an adjective as well («прошлое»), a participle or a pronoun, has
// behind it a noun that can be neither its complement nor the subject, and does not agree: «в прошлые году»,
// «в расширенную составе».
func (p *passage) nounDiffers(i int, r reading, cases []grammar.Case) bool {
	next := p.piece(i + 2)
	asked, mayGovern := p.asksAgreement(i, r)
	behind := readingOf(next)
	if !asked || !isLower(next) || len(behind.noun) == 0 || len(behind.adjective) > 0 || otherwise.Has(next) {
		return false
	}
	done := mayGovern && undergone(p.folded[i], r)
	return !slices.ContainsFunc(behind.noun, func(s grammar.Shown) bool {
		switch s.Case {
		case grammar.Prepositional:
			return false
		case grammar.Dative:
			return mayGovern
		case grammar.Nominative, grammar.Accusative:
			return !done
		}
		return true
	}) && !agree(withCases(r.adjective, cases), behind.standings(next))
}

// asksAgreement reports whether the word at i is one that nounDiffers looks at, and whether it may
// govern a dative, as participles do: «подчинённых министру».
func (p *passage) asksAgreement(i int, r reading) (asked, mayGovern bool) {
	text := p.piece(i)
	if r.agreeing { // «этих»
		return hasGender(r.adjective, grammar.Plural) && strings.HasSuffix(text, "х"), false
	}
	if len(r.adjective) == 0 || !isAdjective(text) {
		return false, false
	}
	if len(r.noun) > 0 {
		return true, false
	}
	return isParticiple(p.folded[i]), true
}

// undergone reports whether a participle says of a noun of the feminine what is done to it, or what it does by itself:
// it has no object, and in the feminine it does not stand for a noun («из сказанного министр»).
func undergone(folded string, r reading) bool {
	stem, bare := stemOf(folded), strings.TrimSuffix(folded, "ся")
	if len(r.noun) > 0 || !strings.HasSuffix(bare, "ой") && !strings.HasSuffix(bare, "ей") && !strings.HasSuffix(bare, "ую") {
		return false
	}
	return bare != folded || slices.ContainsFunc([]string{"анн", "янн", "енн", "ем", "им", "ят", "ыт", "ут"}, func(mark string) bool { return strings.HasSuffix(stem, mark) })
}

// withCases are those of what a word shows that are in one of some cases.
func withCases(shown []grammar.Shown, cases []grammar.Case) []grammar.Shown {
	return slices.DeleteFunc(slices.Clone(shown), func(s grammar.Shown) bool { return !slices.Contains(cases, s.Case) })
}

// adverbForAdjective reports whether a word in -о that is a form of an adjective stands between a
// preposition and a noun alone: «в повседневно работе».
func (p *passage) adverbForAdjective(i int) bool {
	text, next := p.piece(i), p.piece(i+2)
	const shortest = 6 // letters
	if !p.wordFollows(i) || !strings.HasSuffix(text, "но") || !isLower(text) || !isLower(next) || utf8.RuneCountInString(text) < shortest || beforeNouns.Has(text) {
		return false
	}
	behind := readingOf(next)
	if len(grammar.NounShows(text)) > 0 || len(behind.noun) == 0 || len(behind.adjective) > 0 || otherwise.Has(next) {
		return false
	}
	known := words.Known(p.folded[i])
	return slices.Contains(known, strings.TrimSuffix(p.folded[i], "о")+"ого")
}

// beforeNouns are adverbs in -но that say how much, or of what alone, before a noun.
var beforeNouns = wordset.Of("примерно ориентировочно преимущественно исключительно собственно буквально условно именно максимально минимально предположительно единственно непосредственно одновременно совершенно абсолютно точно равно давно одно")

// standings are all that a noun or an adjective can be, the second locative among them.
func (r reading) standings(text string) []grammar.Shown {
	both := append(slices.Clone(r.noun), r.adjective...)
	if secondCase.Has(lower(text)) && hasCase(both, grammar.Dative) {
		both = append(both, grammar.Shown{Gender: grammar.Masculine, Case: grammar.Prepositional}, grammar.Shown{Gender: grammar.Masculine, Case: grammar.Genitive})
	}
	return both
}

// mayHaveComplement reports whether an adjective may stand for a noun with a complement
// behind it («для пострадавших района»), or with the subject of the sentence («в целом
// район»).
func mayHaveComplement(text string, adjective, behind []grammar.Shown) bool {
	stem := stemOf(words.Fold(text))
	if hasCase(behind, grammar.Genitive) && (hasGender(adjective, grammar.Plural) && standsAlone.Has(stem) || thingsItself.Has(stem)) {
		return true
	}
	if hasCase(behind, grammar.Dative) && takesDative.Has(stem) || isOtherPlural(text, adjective, behind) {
		return true
	}
	return mayStandAlone(text, adjective) && (hasCase(behind, grammar.Genitive) || hasCase(behind, grammar.Nominative) || hasCase(behind, grammar.Accusative))
}

// thingsItself are the stems of adjectives that are nouns in the feminine: «переменную
// окружения», «в приёмной министра».
var thingsItself = wordset.Of("переменн приемн набережн столов операционн кладов проходн мостов касательн ванн уборн душев")

// isOtherPlural reports whether a noun may be in a plural that the dictionary does not have, behind
// an adjective in it: «на публичные сервера».
func isOtherPlural(text string, adjective, behind []grammar.Shown) bool {
	return strings.HasSuffix(text, "е") && hasGender(adjective, grammar.Plural) && slices.ContainsFunc(behind, func(s grammar.Shown) bool { return s.Gender == grammar.Masculine && s.Case == grammar.Genitive })
}

// takesDative are the stems of adjectives that have a complement in the dative before their
// noun: «в понятные пользователю группы».
var takesDative = wordset.Of(`понятн доступн знаком привычн присущ подвластн подведомственн подконтрольн подотчетн равн близк верн свойственн подобн известн нужн полезн
	благодарн чужд аналогичн идентичн параллельн необходим важн противоположн дружественн враждебн интересн дорог`)
