package grammar

import (
	"strings"

	"communique/editor/wordset"
)

// withHalf reads «с половиной» behind a number: две с половиной тысячи.
func (p *parsed) withHalf(c countedPhrase, end int) (countedPhrase, int) {
	if end+2 >= len(p.low) || p.low[end] != "с" || p.low[end+1] != "половиной" {
		return c, end
	}
	c.number = append(c.number, fixed(p.low[end]), fixed(p.low[end+1]))
	return c, end + 2
}

// isWhole reports the word behind the whole ones of a fraction.
func isWhole(word string) bool { return word == "целая" || word == "целых" }

// declineWhole declines the whole ones of a fraction, and its parts: две целых пять десятых.
func (p *parsed) declineWhole(c countedPhrase, from, at int) {
	for i := range c.number {
		p.forms[from+i] = c.numeral(i, false)
	}
	p.set(at, c.adjectiveForms(p.low[at], Noun{}), true)
	if !p.declineCounted(at + 1) {
		p.guess = true
	}
}

// declineDenominator declines a fraction, behind which the genitive stays. «Три пятых места»
// may be places.
func (p *parsed) declineDenominator(c countedPhrase, from, at int) {
	for i := range c.number {
		p.forms[from+i] = c.numeral(i, false)
	}
	word := p.low[at]
	if c.last == 1 {
		s, _ := adjectiveForms(word, false)
		p.set(at, s, true)
		return
	}
	p.set(at, hardPluralAdj.on(word, drop(word, 2)), c.last > 4 || p.low[at-1] == "две" || p.isBehindWhole(from))
	p.forms[at][acc] = word
}

func (p *parsed) isBehindWhole(from int) bool { return from > 0 && isWhole(p.low[from-1]) }

// isDenominator reports «десятых» of «девять десятых процента», which count nothing, and
// «десятая» of «одна десятая процента», but not of «одна десятая школа».
func (p *parsed) isDenominator(c countedPhrase, at int) bool {
	if at+1 >= len(p.low) || len(c.number) == 0 || c.collective {
		return false
	}
	if stem, one := strings.CutSuffix(p.low[at], "ая"); one && p.low[at-1] == "одна" {
		next := p.features(bare(p.low[at+1]))
		return denominators.Has(stem) && (p.isBehindWhole(at-len(c.number)) || next&bit(feminineRow, nom) == 0)
	}
	stem, ok := strings.CutSuffix(p.low[at], "ых")
	return ok && denominators.Has(stem) && p.low[at-1] != "два" && !hasAnySuffix(p.low[at+1], "ых", "их")
}

// denominators are the stems of the parts that fractions have, but for thirds and quarters,
// which are nouns.
var denominators = wordset.Of("пят шест седьм восьм девят десят двадцат сот тысячн миллионн")

// numeralPair reads «две-три» and «пять-шесть».
func numeralPair(word string) (numeralWord, bool) {
	first, second, ok := strings.Cut(word, "-")
	if !ok {
		return numeralWord{}, false
	}
	a, known := numeralWords()[first]
	b, both := numeralWords()[second]
	return numeralWord{b.value, hyphenated(a.forms, b.forms)}, known && both
}
