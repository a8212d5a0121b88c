package proof

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/words"
	"communique/editor/wordset"
)

// adjectiveStems are the endings of adjectives and participles, the longest first, with
// those that the genitive and the instrumental of the plural then have.
var adjectiveStems = []string{"ыми", "ими", "ого", "его", "ому", "ему", "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ым", "им", "ом", "ем", "ую", "юю", "ой", "ей", "ых", "их"}

// softEndings are those of adjectives whose stem ends softly.
var softEndings = wordset.Of("ее яя юю его ему ем ей")

// isAdjective reports whether the dictionary has a word as a form of an adjective, a
// participle or a pronoun that is declined as they are: its forms tell.
func isAdjective(text string) bool {
	folded := words.Fold(text)
	bare, reflexive := strings.CutSuffix(folded, "ся")
	for _, ending := range adjectiveStems {
		stem, ok := strings.CutSuffix(bare, ending)
		if !ok {
			continue
		}
		known := words.Known(folded)
		has := func(endings ...string) bool {
			return slices.ContainsFunc(endings, func(e string) bool {
				form := stem + e
				if reflexive {
					form += "ся"
				}
				return slices.Contains(known, form)
			})
		}
		if softEndings.Has(ending) { // «активнее» is a comparative
			return has("его") && has("ими")
		}
		return has("ого", "его") && has("ыми", "ими")
	}
	return false
}

// isComparative reports whether a word is «важнее», which stands in no case.
func isComparative(text string) bool {
	folded := words.Fold(text)
	stem, ok := strings.CutSuffix(folded, "ее")
	if !ok {
		stem, ok = strings.CutSuffix(folded, "ей")
	}
	if !ok || len(grammar.NounShows(text)) > 0 {
		return false
	}
	known := words.Known(folded)
	return slices.Contains(known, stem+"ого") && slices.Contains(known, stem+"ыми")
}

// reading is what a word can be in a sentence, as far as it is known.
type reading struct {
	noun      []grammar.Shown
	adjective []grammar.Shown // by its ending: it may not be one
	agreeing  bool            // adjective is that of a pronoun: «нашей», of which the noun follows
	named     []grammar.Case  // of what stands for a noun: a pronoun, a numeral, the name of a place
	caseless  bool            // it is a verb or a short adjective
}

// read is the reading of a word as it stands in a text.
func readingOf(text string) reading {
	if cases := pronounCases()[words.Fold(text)]; cases != nil {
		return reading{named: cases}
	}
	if shown := grammar.PronounShows(text); shown != nil {
		return reading{adjective: shown, agreeing: true}
	}
	if startsUpper(text) {
		if cases := placeCases(text); cases != nil {
			return reading{named: cases}
		}
	}
	r := reading{noun: nounShows(text), adjective: grammar.AdjectiveShows(text)}
	if bare, ok := strings.CutSuffix(text, "ся"); ok && isAdjective(text) { // «состоявшейся»
		r.adjective = grammar.AdjectiveShows(bare)
	}
	r.caseless = len(r.noun) == 0 && isCaseless(text)
	return r
}

// nounShows is what a noun can be: of what goes on («развитие») there is one, so that «развития» is a genitive.
func nounShows(text string) []grammar.Shown {
	shown := grammar.NounShows(text)
	if !isOneOf(words.Fold(text), goingOn(), "ия", "ства") {
		return shown
	}
	return slices.DeleteFunc(slices.Clone(shown), func(s grammar.Shown) bool { return s.Gender == grammar.Plural })
}

// goingOn are the stems of what goes on, of which hardly any text has the plural.
var goingOn = sync.OnceValue(func() []string {
	return strings.Fields(`благоустрой бурен введен внедрен внесен вниман вовлечен водоснабжен возведен возмещен возникновен возобновлен возрожден воспитан восприят воспроизведен воссоединен
	восстановлен вручен вхожден выздоровлен выполнен выращиван выявлен животновод завершен закреплен замещен здравоохранен изготовлен изучен импортозамещен использован краеведен кредитован лечен
	машиностроен наращиван населен обеспечен обнаружен обогащен обслуживан обучен общен ознакомлен оздоровлен озеленен оказан освещен освобожден освоен оснащен осознан осуществлен отоплен переселен
	питан повышен поддержан пониман пребыван предоставлен предотвращен предприниматель преодолен привлечен продвижен просвещен процветан развертыван развит размещен распространен регулирован
	реформирован рыболов снабжен снижен соблюден совершенствован сопровожден сотрудниче сохранен спасен становлен стимулирован строитель сближен телевиден трудоустрой увеличен уважен укреплен
	уменьшен урегулирован усилен устранен участ финансирован хранен содержан потреблен продлен проведен создан прекращен`)
})

// mayBe reports whether one of the readings is as fits asks. An adjective that is a noun
// too has to be in the dictionary: many nouns have such an ending by chance.
func (r reading) mayBe(text string, fits func(grammar.Shown) bool) bool {
	if slices.ContainsFunc(r.named, func(c grammar.Case) bool { return fits(grammar.Shown{Case: c}) }) {
		return true
	}
	if slices.ContainsFunc(r.noun, fits) {
		return true
	}
	return slices.ContainsFunc(r.adjective, fits) && (len(r.noun) == 0 || isAdjective(text))
}

// isCertain reports whether the word can be nothing but what the reading says.
func (r reading) isCertain(text string) bool {
	return len(r.named) > 0 || r.agreeing || r.caseless || len(r.noun) > 0 || len(r.adjective) > 0 && isAdjective(text)
}

// isOnlyAdjective reports whether a word is an adjective that agrees with the noun behind
// it. Participles may have their own complements between the two, and what often stands
// for a noun itself may have one behind it.
func (r reading) isOnlyAdjective(text string) bool {
	folded := words.Fold(text)
	if r.agreeing {
		return needsNoun.Has(folded)
	}
	if len(r.noun) > 0 || len(r.named) > 0 || len(r.adjective) == 0 {
		return false
	}
	if isParticiple(folded) || relative.Has(folded) || strings.HasPrefix(folded, "котор") || strings.HasPrefix(folded, "сам") {
		return false
	}
	const shortest = 5 // letters
	return utf8.RuneCountInString(text) >= shortest
}

// relative are forms of «какой», behind which the subject of a clause may stand («в какой школа
// степени»).
var relative = wordset.Of("какой какая какое какие какого какому каким каком какую каких какими")

// needsNoun are the forms of agreeing pronouns that do not stand without their noun.
var needsNoun = wordset.Of("свое мое ваше наш наша наше нашего нашему нашим нашем нашу нашей вашего вашему вашу вашей своего своему своим своем свою своей моего моему моим моем мою моей этой эту эти этими всей всю свои своими наши нашими ваши вашими мои моими")

// stemOf is what stands before the ending of an adjective.
func stemOf(folded string) string {
	bare := strings.TrimSuffix(folded, "ся")
	for _, ending := range adjectiveStems {
		if stem, ok := strings.CutSuffix(bare, ending); ok {
			return stem
		}
	}
	return bare
}

// isParticiple reports whether an adjective may be a participle, by what stands before its
// ending: «посвящённый» is one, «государственный» is none.
func isParticiple(folded string) bool {
	stem := stemOf(folded)
	ends := func(marks ...string) bool {
		return slices.ContainsFunc(marks, func(m string) bool { return strings.HasSuffix(stem, m) })
	}
	return ends("щ", "вш", "дш", "сш", "зш", "кш", "гш", "рш", "ем", "им", "ут", "ят", "ыт", "ит", "рт", "анн", "янн", "енн") && !ends("ственн", "ременн")
}

// standsAlone are the stems of adjectives that stand for nouns, and of those that have a
// complement before their noun.
var standsAlone = wordset.Of(`как ин друг цел основн общ главн прошл дальнейш дальн последн больш лучш худш мног частн нов стар старш младш перв втор трет одн кажд люб
	ранен военн ближайш глух больн учен взросл чужд равн близк верн достойн полн свойственн подобн известн нужн полезн благодарн способн довольн богат прежн
	постоянн черн бел красн син зелен молод сильн слаб бедн мертв жив русск аналогичн идентичн параллельн рядов правов лев прав всяк чуж важн необходим добр плох хорош зл мал велик рабоч
	служебн пограничн пленн местн гост избранн ценн рядов единственн друг трудн легк прост сложн`)

// mayStandAlone reports whether an adjective may stand for a noun, of any gender but the
// feminine: then the word behind it is its complement, or the subject.
func mayStandAlone(text string, shown []grammar.Shown) bool {
	folded := words.Fold(text)
	return !slices.ContainsFunc(shown, func(s grammar.Shown) bool { return s.Gender == grammar.Feminine }) &&
		standsAlone.Has(stemOf(folded))
}

// agree reports whether an adjective may stand with a word behind it: in one case of one
// number, and in one gender unless somebody is named: «наша врач», but «с нашим врачом».
func agree(a, b []grammar.Shown) bool {
	return slices.ContainsFunc(a, func(x grammar.Shown) bool {
		return slices.ContainsFunc(b, func(y grammar.Shown) bool {
			sameGender := x.Gender == y.Gender || y.Animate && (x.Case == grammar.Nominative || x.Gender != grammar.Feminine || y.Gender != grammar.Masculine)
			return x.Case == y.Case && (x.Gender == grammar.Plural) == (y.Gender == grammar.Plural) && sameGender
		})
	})
}
