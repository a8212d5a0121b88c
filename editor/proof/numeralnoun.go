package proof

import (
	"slices"

	"communique/editor/grammar"
	"communique/editor/wordset"
)

// numbersInWords are those numbers in words that show the nominative or the accusative.
var numbersInWords = map[string]int{"два": 2, "две": 2, "три": 3, "четыре": 4, "пять": 5, "шесть": 6, "семь": 7, "восемь": 8, "девять": 9, "десять": 10}

// numberInWords finds a noun that does not agree with the number in words before it: «четыре школ», «пять школы». Hours
// have more behind them («в пять утра»), and some nouns a number for their name («номер пять»).
func (p *passage) numberInWords(i, n int, out *report) {
	at, shown := p.counted(i + 2)
	text := p.piece(at)
	if len(shown) == 0 || timesOfDay.Has(text) || p.is(i-1, space) && (p.is(i-2, figure) || len(grammar.NounShows(p.piece(i-2))) > 0) || p.is(i-1, sign) && p.piece(i-1) != "(" {
		return
	}
	counts := func(s grammar.Shown) bool {
		return s.Case == grammar.Genitive && (s.Gender == grammar.Plural) != countsFew(n)
	}
	put := countedForm(text, n, nil)
	if put == unknownForm || put == text || slices.ContainsFunc(shown, counts) || !slices.ContainsFunc(shown, func(s grammar.Shown) bool { return !isOblique(s) || s.Case == grammar.Genitive }) {
		return
	}
	out.add(p, p.tokens[i].start, p.tokens[at].end).Other = p.text[p.tokens[i].start:p.tokens[at].start] + put
}

// timesOfDay are the parts of the day behind an hour.
var timesOfDay = wordset.Of("утра дня вечера ночи пополудни")

// isObliqueNumeral reports whether a numeral in words shows that it stands in neither the nominative nor the accusative of
// things: «шести», «двумя».
func isObliqueNumeral(folded string) bool {
	own := numeralCases()[folded]
	return own != nil && !slices.Contains(own, grammar.Nominative)
}

// obliqueNumeral finds a noun that does not stand in the plural and in the case of the numeral before it: «представители шести
// государства», «с двумя министрам».
func (p *passage) obliqueNumeral(i int, out *report) {
	own := slices.DeleteFunc(slices.Clone(numeralCases()[p.folded[i]]), func(c grammar.Case) bool { return c == grammar.Accusative })
	at, shown := p.counted(i + 2)
	fits := func(s grammar.Shown) bool { return s.Gender == grammar.Plural && slices.Contains(own, s.Case) }
	if len(shown) == 0 || slices.ContainsFunc(shown, fits) || timesOfDay.Has(p.piece(at)) {
		return
	}
	if asked := p.casesBefore(i); len(own) > 1 {
		own = slices.DeleteFunc(own, func(c grammar.Case) bool { return !slices.Contains(asked, c) })
	}
	put := unknownForm
	if len(own) == 1 {
		put = countedForm(p.piece(at), many, own)
	}
	out.add(p, p.tokens[i].start, p.tokens[at].end).Other = p.text[p.tokens[i].start:p.tokens[at].start] + put
}

// many is a number that takes a noun as any does in another case than the nominative.
const many = 5

// joinedForm is countedForm of two nouns that a hyphen joins; unknown where the first may be one that is not declined.
func joinedForm(first, second string, n int, asked []grammar.Case) string {
	undeclined := func(s grammar.Shown) bool { return s.Case == grammar.Nominative && s.Gender != grammar.Plural }
	if slices.ContainsFunc(grammar.NounShows(first), undeclined) {
		return unknownForm
	}
	first, second = countedForm(first, n, asked), countedForm(second, n, asked)
	if first == unknownForm || second == unknownForm {
		return unknownForm
	}
	return first + "-" + second
}
