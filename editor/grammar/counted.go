package grammar

import (
	"slices"
	"strings"

	"communique/editor/wordset"
)

// countedPhrase is one that begins with a number: «три новых соглашения», «21
// государство», «полтора часа», «двое детей».
type countedPhrase struct {
	number     []six // its words in the six cases; those in figures have no forms
	last       int   // what decides the noun: 1 for 21, 2 for 22, 5 for 5 and 11
	compound   bool  // more than one numeral, which hides what is animate: двадцать три гостя
	fraction   bool  // 2,5 процента, which does not change
	collective bool  // двое детей, трое суток
}

// declineCounted declines what begins with a number at word from, and reports
// whether anything does.
func (p *parsed) declineCounted(from int) bool {
	c, at := p.readNumber(from)
	if at == from || at == len(p.low) {
		return false
	}
	if p.isOrdinal(c, at) {
		p.declineHead(at, organisationHead, false) // двадцать пятая сессия, 25 сессия
		return true
	}
	switch word := p.low[at]; {
	case isWhole(word) && at+1 < len(p.low):
		p.declineWhole(c, from, at)
		return true
	case p.isDenominator(c, at):
		p.declineDenominator(c, from, at)
		return true
	}
	return p.declineCountedNoun(c, from, at)
}

// declineCountedNoun declines a number that stands at word from, and what is counted from
// word at on: adjectives and their noun.
func (p *parsed) declineCountedNoun(c countedPhrase, from, at int) bool {
	first := at
	for at < len(p.low)-1 && isCountedAdjective(p.low[at]) && (!isNounForm(p.low[at]) || isCountedNoun(bare(p.low[at+1]), c.last)) {
		at++
	}
	word, tail := trimTail(p.low[at])
	if _, month := Month(word); c.fraction || units.Has(word) || month {
		return !p.isFiguresAt(at+1) || p.declineCounted(at+1) // 2,5 процента, 5 млн рублей, 5 сентября; 1 тыс. 200 человек
	}
	n := countedNoun(word, c.last)
	for i := range c.number {
		p.forms[from+i] = c.numeral(i, n.Animate)
	}
	s := c.nounForms(n)
	s[nom] = word
	p.set(at, s.with(tail), !n.Guess)
	for i := first; i < at; i++ {
		p.set(i, c.adjectiveForms(p.low[i], n), true)
	}
	p.declineParts(at + 1)
	p.declineApposed(at + 1)
	return true
}

// numeral gives the forms of a word of the number. The accusative is the
// genitive of whom one meets (трёх гостей), and a collective counts things in
// the nominative alone (трое суток, трёх суток): Розенталь, § 166.
func (c countedPhrase) numeral(i int, animate bool) six {
	s := c.number[i]
	switch {
	case c.collective && !animate:
		nominative := s[nom]
		s = numeralWords()[fromTwo[slices.Index(collectives, nominative)]].forms
		s[nom], s[acc] = nominative, nominative
	case animate && (!c.compound && (c.last < 5 || c.collective) || s[nom] == "один"): // двадцать одного гостя
		s[acc] = s[gen]
	}
	return s
}

func (c countedPhrase) nounForms(n Noun) six {
	var s six
	count := c.last
	if c.compound && count < 5 {
		count += 20
	}
	for k, code := range Cases() {
		s[k] = n.With(count, code)
	}
	if c.collective && n.Animate {
		s[acc] = s[gen]
	}
	return s
}

// isOrdinal reports whether word i is the last of an ordinal (двадцать пятая),
// or goes with one in figures (25 юбилейная сессия), so that nothing is counted.
func (p *parsed) isOrdinal(number countedPhrase, i int) bool {
	word, last := bare(p.low[i]), p.low[i-1]
	if simple, inWords := numeralWords()[last]; inWords && simple.value < 20 {
		return false // одна четвёртая часть
	} else if inWords {
		stem := word
		if adjectiveFeatures(word)&inCase(nom) != 0 {
			stem = drop(word, 2)
		}
		return ordinalStems.Has(stem)
	}
	if number.last == 1 || number.fraction || hasAnySuffix(word, "ений", "аний", "ствий") {
		return false
	}
	if isNounForm(word) { // 25 сессия, 2025 год
		return !isCountedNoun(word, number.last) && isNominative(word)
	}
	return adjectiveFeatures(word)&inCase(nom) != 0 && !hasAnySuffix(word, "ые", "ие")
}

// isNominative reports a noun of the dictionary in the nominative.
func isNominative(word string) bool {
	return slices.ContainsFunc(findNouns(word), func(l lexeme) bool { return l.features(word)&inCase(nom) != 0 })
}

// ordinalStems are those of the ordinals behind tens and hundreds.
var ordinalStems = wordset.Of("перв втор трет четвёрт четверт пят шест седьм восьм девят")

// isCountedAdjective reports an adjective between a number and its noun: три
// новых соглашения, две новые школы, 21 новое государство.
func isCountedAdjective(word string) bool {
	if hasAnySuffix(word, "ых", "их", "ые", "ие") {
		return true
	}
	_, ok := adjectiveForms(word, false)
	return ok
}

func (c countedPhrase) adjectiveForms(word string, n Noun) six {
	if !hasAnySuffix(word, "ых", "их", "ые", "ие") {
		s, _ := adjectiveForms(word, n.Animate)
		return s
	}
	e := hardPluralAdj
	if hasAnySuffix(word, "их", "ие") {
		e = softPluralAdj
	}
	s := e.on(word, drop(word, 2))
	if !n.Animate || c.last >= 5 || c.compound {
		s[acc] = word
	}
	return s
}

// units are what a number stands before without either of them changing.
var units = wordset.Of("млн млрд трлн тыс тыс. млн. млрд. руб руб. долл долл. % км м кг т га г см мм л кв. куб. евро чел. чел шт. шт")

// collectives count people and what is a plural only: двое детей, трое суток.
// fromTwo are the numerals of as many.
var (
	collectives = strings.Fields("двое трое четверо пятеро шестеро семеро")
	fromTwo     = strings.Fields("два три четыре пять шесть семь")
)

// indefinite are the words that count without a number, and by which number
// the noun goes with them.
var indefinite = map[string]countedPhrase{
	"полтора":   {number: []six{{"полтора", "полутора", "полутора", "полтора", "полутора", "полутора"}}, last: 2},
	"полторы":   {number: []six{{"полторы", "полутора", "полутора", "полторы", "полутора", "полутора"}}, last: 2},
	"несколько": {number: []six{{"несколько", "нескольких", "нескольким", "несколько", "несколькими", "нескольких"}}, last: 5},
	"много":     {number: []six{{"много", "многих", "многим", "много", "многими", "многих"}}, last: 5},
	"оба":       {number: []six{{"оба", "обоих", "обоим", "оба", "обоими", "обоих"}}, last: 2},
	"обе":       {number: []six{{"обе", "обеих", "обеим", "обе", "обеими", "обеих"}}, last: 2},
}

func isNounForm(word string) bool { return len(findNouns(bare(word))) > 0 }

// isCountedNoun reports whether a noun of the dictionary stands so beside a number.
func isCountedNoun(word string, last int) bool {
	return countedByTable(word, last) != "" || last > 4 && hasCountedForm(word) != "" || slices.ContainsFunc(findNouns(word), func(l lexeme) bool { return l.isCountedAs(word, last) })
}

// hasCountedForm is the noun of the table that is counted by a word of its own:
// лет, человек.
func hasCountedForm(word string) string {
	for nominative, fields := range nouns() {
		if slices.Contains(fields, "counted="+word) {
			return nominative
		}
	}
	return ""
}

// countedByTable is the noun of the table in a consonant whose genitive stands
// beside two to four: 22 драма, which is no play.
func countedByTable(word string, last int) string {
	stem, ok := strings.CutSuffix(word, "а")
	if fields := nouns()[stem]; ok && last > 1 && last < 5 && len(fields) == 1 && isConsonant(lastLetter(stem)) {
		return stem
	}
	return ""
}

// countedNoun finds the noun that stands beside a number in the nominative: in
// the genitive singular behind two to four, in the genitive plural behind more.
// One that nobody lists is guessed by its ending.
func countedNoun(word string, last int) Noun {
	if last == 1 || isIndeclinable(word) {
		return NounOf(word)
	}
	if nominative := hasCountedForm(word); nominative != "" {
		return NounOf(nominative)
	}
	if nominative := countedByTable(word, last); nominative != "" {
		return NounOf(nominative)
	}
	for _, l := range findNouns(word) {
		if l.isCountedAs(word, last) {
			nominative := l.forms[nom]
			if nominative == "" {
				nominative = l.forms[6+nom]
			}
			return NounOf(nominative)
		}
	}
	if n, ok := countedAdjective(word); ok {
		return n
	}
	for _, ending := range countedEndings {
		if stem, ok := strings.CutSuffix(word, ending.counted); ok && ending.few == (last < 5) && syllables(stem) > 0 {
			n := NounOf(stem + ending.nominative)
			n.Guess = true
			return n
		}
	}
	return Noun{Singular: fixed(word).forms(), Plural: fixed(word).forms(), Guess: true}
}

// countedAdjective is the adjective or participle by which people are called, of which a word
// is the genitive plural: 100 пострадавших.
func countedAdjective(word string) (Noun, bool) {
	for ending, nominative := range map[string]string{"их": "ий", "ых": "ый"} {
		stem, ok := strings.CutSuffix(word, ending)
		if ok && (substantives.Has(stem+nominative) || isPostNoun(stem+nominative)) {
			n := NounOf(stem + nominative)
			n.Animate, n.Guess = true, false
			return n, true
		}
	}
	return Noun{}, false
}

// isCountedAs reports whether the noun has that form beside a number; one that
// declines as an adjective has that of the plural beside each.
func (l lexeme) isCountedAs(word string, last int) bool {
	switch {
	case last == 1:
		return l.forms[nom] == word
	case last < 5 && !l.isAdjectival():
		return l.forms[gen] == word
	}
	return l.forms[6+gen] == word
}

// countedEndings are endings of the genitive, of the singular behind two to four
// and of the plural behind more, and what they likely are in the nominative.
var countedEndings = []struct {
	counted, nominative string
	few                 bool
}{
	{"ения", "ение", true},
	{"ания", "ание", true},
	{"ства", "ство", true},
	{"ии", "ия", true},
	{"ости", "ость", true},
	{"теля", "тель", true},
	{"а", "", true},
	{"ы", "а", true},
	{"ки", "ка", true},
	{"ги", "га", true},
	{"ений", "ение", false},
	{"аний", "ание", false},
	{"ств", "ство", false},
	{"ий", "ия", false},
	{"остей", "ость", false},
	{"телей", "тель", false},
	{"ов", "", false},
	{"цев", "ец", false},
	{"ок", "ка", false},
	{"ек", "ка", false},
}
