package grammar

import (
	"strings"
	"sync"
)

// features are the genders, numbers and cases that a word's ending allows: a bit
// for each gender and for the plural in each case. What agrees has some in common.
type features uint32

// Rows of features: the genders, then the plural.
const (
	masculineRow = iota
	feminineRow
	neuterRow
	pluralRow
)

func bit(row, c int) features { return 1 << (row*6 + c) }

// inCase are all the features of a case.
func inCase(c int) features {
	return bit(masculineRow, c) | bit(feminineRow, c) | bit(neuterRow, c) | bit(pluralRow, c)
}

func row(g Gender) []int {
	switch g {
	case Feminine:
		return []int{feminineRow}
	case Neuter:
		return []int{neuterRow}
	case Plural:
		return nil
	case Unknown: // сирота
		return []int{masculineRow, feminineRow}
	}
	return []int{masculineRow}
}

// gender is that of the nominative the features allow, the singular before the plural.
func (f features) gender() Gender {
	for r, g := range []Gender{Masculine, Feminine, Neuter, Plural} {
		if f&bit(r, nom) != 0 {
			return g
		}
	}
	return Unknown
}

// of are the features that a form of the noun has.
func (l lexeme) features(word string) features {
	var f features
	for i, form := range l.forms {
		if form == "" || form != word && foldYo(form) != foldYo(word) {
			continue
		}
		if i >= 6 {
			f |= bit(pluralRow, i-6)
			continue
		}
		for _, r := range row(l.gender) {
			f |= bit(r, i)
		}
	}
	return f
}

// endingsOfAdjectives are what an adjective's ending shows (Русская грамматика,
// 1980, §§ 1299–1304): the ending, then rows and cases.
var endingsOfAdjectives = []struct {
	ending string
	shows  features
}{
	{"ый", bit(masculineRow, nom) | bit(masculineRow, acc)},
	{"ий", bit(masculineRow, nom) | bit(masculineRow, acc)},
	{"ой", bit(masculineRow, nom) | bit(masculineRow, acc) | obliqueFeminine},
	{"ей", obliqueFeminine},
	{"ая", bit(feminineRow, nom)},
	{"яя", bit(feminineRow, nom)},
	{"ую", bit(feminineRow, acc)},
	{"юю", bit(feminineRow, acc)},
	{"ое", bit(neuterRow, nom) | bit(neuterRow, acc)},
	{"ее", bit(neuterRow, nom) | bit(neuterRow, acc)},
	{"ые", bit(pluralRow, nom) | bit(pluralRow, acc)},
	{"ие", bit(pluralRow, nom) | bit(pluralRow, acc)},
	{"ого", obliqueMasculine(gen) | obliqueMasculine(acc)},
	{"его", obliqueMasculine(gen) | obliqueMasculine(acc)},
	{"ому", obliqueMasculine(dat)},
	{"ему", obliqueMasculine(dat)},
	{"ым", obliqueMasculine(ins) | bit(pluralRow, dat)},
	{"им", obliqueMasculine(ins) | bit(pluralRow, dat)},
	{"ом", obliqueMasculine(prep)},
	{"ем", obliqueMasculine(prep)},
	{"ых", bit(pluralRow, gen) | bit(pluralRow, acc) | bit(pluralRow, prep)},
	{"их", bit(pluralRow, gen) | bit(pluralRow, acc) | bit(pluralRow, prep)},
	{"ыми", bit(pluralRow, ins)},
	{"ими", bit(pluralRow, ins)},
}

const obliqueFeminine = features(1<<(feminineRow*6+gen) | 1<<(feminineRow*6+dat) | 1<<(feminineRow*6+ins) | 1<<(feminineRow*6+prep))

func obliqueMasculine(c int) features { return bit(masculineRow, c) | bit(neuterRow, c) }

// shortestAdjective is the shortest word that is taken for an adjective by its
// ending, in bytes: «злой».
const shortestAdjective = 2 * len("злой") / 2

// adjectiveFeatures are what a word shows if it is an adjective or a
// participle; 0 where it has no such ending.
func adjectiveFeatures(word string) features {
	if f, ok := pronouns()[word]; ok {
		return f.features(word)
	}
	if ordinal, ok := ordinalInFigures(word, false); ok {
		return map[rune]features{'й': bit(masculineRow, nom) | bit(masculineRow, acc), 'я': bit(feminineRow, nom), 'е': bit(neuterRow, nom) | bit(neuterRow, acc) | bit(pluralRow, nom) | bit(pluralRow, acc)}[lastLetter(ordinal[nom])]
	}
	if active, ok := strings.CutSuffix(word, "ся"); ok && hasAnySuffix(active, "щий", "щая", "щее", "щие", "щего", "щей", "щему", "щую", "щим", "щем", "щих", "щими", "вшийся") {
		word = active
	}
	if len(word) < shortestAdjective {
		return 0
	}
	for _, e := range endingsOfAdjectives {
		if stem, ok := strings.CutSuffix(word, e.ending); ok && isConsonant(lastLetter(stem)) {
			return e.shows
		}
	}
	return 0
}

// pronouns are the pronouns and numerals that agree as adjectives do but
// have endings of their own; their forms are those of a noun of each gender.
var pronouns = sync.OnceValue(func() map[string]lexeme {
	all := map[string]lexeme{}
	for line := range strings.Lines(`m этот этого этому этот этим этом
f эта этой этой эту этой этой
n это этого этому это этим этом
p эти этих этим эти этими этих
m весь всего всему весь всем всём
f вся всей всей всю всей всей
n всё всего всему всё всем всём
p все всех всем все всеми всех
m наш нашего нашему наш нашим нашем
f наша нашей нашей нашу нашей нашей
n наше нашего нашему наше нашим нашем
p наши наших нашим наши нашими наших
m свой своего своему свой своим своём
f своя своей своей свою своей своей
n своё своего своему своё своим своём
p свои своих своим свои своими своих
m ваш вашего вашему ваш вашим вашем
f ваша вашей вашей вашу вашей вашей
n ваше вашего вашему ваше вашим вашем
p ваши ваших вашим ваши вашими ваших
m мой моего моему мой моим моём
f моя моей моей мою моей моей
n моё моего моему моё моим моём
p мои моих моим мои моими моих
n третье третьего третьему третье третьим третьем
f третья третьей третьей третью третьей третьей
m сам самого самому сам самим самом
f сама самой самой саму самой самой
n само самого самому само самим самом
p сами самих самим сами самими самих
m один одного одному один одним одном
f одна одной одной одну одной одной
n одно одного одному одно одним одном
p оба обоих обоим оба обоими обоих
p обе обеих обеим обе обеими обеих
n христово христова христову христово христовым христовом
`) {
		fields := strings.Fields(line)
		l := lexeme{gender: Gender(fields[0])}
		at := 0
		if fields[0] == "p" {
			l.gender, at = Plural, 6
		}
		copy(l.forms[at:], fields[1:])
		all[fields[1]] = l
		if strings.HasPrefix(fields[1], "об") { // «обеих» ends as no adjective does
			for _, form := range fields[2:] {
				if _, known := all[form]; !known {
					all[form] = l
				}
			}
		}
	}
	return all
})

// agreeing declines what agrees with a noun.
func agreeing(word string, animate bool) (six, bool) {
	if l, ok := pronouns()[word]; ok {
		at := 0
		if l.gender == Plural {
			at = 6
		}
		s := six(l.forms[at : at+6])
		if animate && (l.gender == Masculine || l.gender == Plural) {
			s[acc] = s[gen]
		}
		return s, true
	}
	if active, ok := strings.CutSuffix(word, "ся"); ok {
		s, declines := adjectiveForms(active, animate)
		return s.with("ся"), declines
	}
	return modifierForms(word, animate)
}
