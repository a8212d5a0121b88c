package proof

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/words"
)

// adjectiveStems are the endings of adjectives and participles, the longest first, with
// those that the genitive and the instrumental of the plural then have.
var adjectiveStems = []string{"ыми", "ими", "ого", "его", "ому", "ему", "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ым", "им", "ом", "ем", "ую", "юю", "ой", "ей", "ых", "их"}

// softEndings are those of adjectives whose stem ends softly.
var softEndings = wordSet("ее яя юю его ему ем ей")

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
		if softEndings[ending] { // «активнее» is a comparative
			return has("его") && has("ими")
		}
		return has("ого", "его") && has("ыми", "ими")
	}
	return false
}

// pronounCases are the cases of pronouns that stand for a noun.
var pronounCases = map[string][]grammar.Case{
	"него": {"gen", "acc"}, "нему": {"dat"}, "ним": {"ins", "dat"}, "нем": {"prep"}, "нее": {"gen", "acc"}, "ней": {"dat", "ins", "prep", "gen"}, "нею": {"ins"},
	"них": {"gen", "acc", "prep"}, "ними": {"ins"}, "чего": {"gen"}, "чему": {"dat"}, "кого": {"gen", "acc"}, "кому": {"dat"}, "кем": {"ins"}, "ком": {"prep"},
	"себя": {"gen", "acc"}, "себе": {"dat", "prep"}, "собой": {"ins"}, "собою": {"ins"}, "этого": {"gen", "acc"}, "этому": {"dat"}, "этим": {"ins", "dat"}, "этом": {"prep"},
	"этих": {"gen", "acc", "prep"}, "этими": {"ins"}, "эту": {"acc"}, "этой": {"gen", "dat", "ins", "prep"}, "эти": {"nom", "acc"}, "эта": {"nom"}, "того": {"gen", "acc"}, "тому": {"dat"}, "тем": {"ins", "dat"},
	"том": {"prep", "nom", "acc"}, "тех": {"gen", "acc", "prep"}, "теми": {"ins"}, "всех": {"gen", "acc", "prep"}, "всеми": {"ins"}, "всему": {"dat"}, "всего": {"gen", "acc"}, "всей": {"gen", "dat", "ins", "prep"}, "всю": {"acc"},
	"своих": {"gen", "acc", "prep"}, "своим": {"ins", "dat"}, "своими": {"ins"}, "своему": {"dat"}, "своего": {"gen", "acc"}, "своем": {"prep"}, "своей": {"gen", "dat", "ins", "prep"}, "свою": {"acc"}, "своя": {"nom"}, "свои": {"nom", "acc"},
	"наших": {"gen", "acc", "prep"}, "нашим": {"ins", "dat"}, "нашими": {"ins"}, "нашему": {"dat"}, "нашего": {"gen", "acc"}, "нашем": {"prep"}, "нашей": {"gen", "dat", "ins", "prep"}, "нашу": {"acc"}, "наша": {"nom"}, "наши": {"nom", "acc"},
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
	pronoun   []grammar.Case
}

// read is the reading of a word as it stands in a text.
func readingOf(text string) reading {
	if cases := pronounCases[words.Fold(text)]; cases != nil {
		return reading{pronoun: cases}
	}
	return reading{noun: grammar.NounShows(text), adjective: grammar.AdjectiveShows(text)}
}

// mayBe reports whether one of the readings is as fits asks. An adjective that is a noun
// too has to be in the dictionary: many nouns have such an ending by chance.
func (r reading) mayBe(text string, fits func(grammar.Shown) bool) bool {
	if slices.ContainsFunc(r.pronoun, func(c grammar.Case) bool { return fits(grammar.Shown{Case: c}) }) {
		return true
	}
	if slices.ContainsFunc(r.noun, fits) {
		return true
	}
	return slices.ContainsFunc(r.adjective, fits) && (len(r.noun) == 0 || isAdjective(text))
}

// isCertain reports whether the word can be nothing but what the reading says.
func (r reading) isCertain(text string) bool {
	return len(r.pronoun) > 0 || len(r.noun) > 0 || len(r.adjective) > 0 && isAdjective(text)
}

// isOnlyAdjective reports whether a word is an adjective that agrees with the noun behind
// it. Participles may have their own complements between the two, and what often stands
// for a noun itself may have one behind it.
func (r reading) isOnlyAdjective(text string) bool {
	if len(r.noun) > 0 || len(r.pronoun) > 0 || len(r.adjective) == 0 {
		return false
	}
	folded := words.Fold(text)
	if isParticiple(folded) || strings.HasPrefix(folded, "котор") || strings.HasPrefix(folded, "сам") {
		return false
	}
	const shortest = 5 // letters
	return utf8.RuneCountInString(text) >= shortest
}

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
var standsAlone = wordSet(`как ин друг цел основн общ главн прошл дальнейш дальн последн больш лучш худш мног частн нов стар старш младш перв втор трет одн кажд люб
	ранен военн ближайш глух больн учен взросл чужд равн близк верн достойн полн свойственн подобн известн нужн полезн благодарн способн довольн богат прежн
	постоянн черн бел красн син зелен молод сильн слаб бедн мертв жив русск аналогичн идентичн параллельн рядов правов лев прав всяк чуж важн необходим добр плох хорош зл мал велик рабоч
	служебн пограничн пленн местн гост избранн ценн рядов единственн друг трудн легк прост сложн`)

// mayStandAlone reports whether an adjective may stand for a noun, of any gender but the
// feminine: then the word behind it is its complement, or the subject.
func mayStandAlone(text string, shown []grammar.Shown) bool {
	folded := words.Fold(text)
	return !slices.ContainsFunc(shown, func(s grammar.Shown) bool { return s.Gender == grammar.Feminine }) &&
		standsAlone[stemOf(folded)]
}

// agree reports whether an adjective may stand with a word behind it: in one case of one
// number, and in one gender unless somebody is named.
func agree(a, b []grammar.Shown) bool {
	return slices.ContainsFunc(a, func(x grammar.Shown) bool {
		return slices.ContainsFunc(b, func(y grammar.Shown) bool {
			return x.Case == y.Case && (x.Gender == grammar.Plural) == (y.Gender == grammar.Plural) && (x.Gender == y.Gender || y.Animate)
		})
	})
}
