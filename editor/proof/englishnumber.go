package proof

import (
	"strings"

	"communique/editor/wordset"
)

// counted are nouns that official texts count, in the singular; those in -y and with a plural of
// their own stand in countedPlurals.
var (
	countable = wordset.Of(`state minister member participant delegation delegate representative school student teacher project agreement document meeting session child person
		town village district region hospital building bridge official guest visitor athlete worker employee specialist expert volunteer veteran soldier officer journalist
		question proposal resolution decision issue event department ministry embassy country city company family university community party county factory laboratory library territory
		visit exhibition concert conference forum seminar round point goal medal award prize winner team player club museum theatre theater station road street tree
		applicant application resident citizen refugee family household farmer farm plant machine vehicle bus train ship flight ticket island`)
	countedTimes   = wordset.Of("day week month year hour minute second night")
	countedPlurals = map[string]string{"children": "child", "people": "person"}
)

// englishNumber finds a noun that does not agree with the number in figures before it: "5 state",
// "1 members". What stands before another noun has no plural: "a 5 star hotel".
func (p *passage) englishNumber(i int, out *report) {
	if !p.countsWords(i) {
		return
	}
	noun := p.piece(i + 2)
	switch one := p.piece(i) == "1"; {
	case one && singularOf(noun) != "":
		out.mend(p, p.tokens[i].start, p.tokens[i+2].end, p.text[p.tokens[i].start:p.tokens[i+2].start]+singularOf(noun))
	case !one && countable.Has(noun) && p.endsNoun(i+3, afterNoun), !one && countedTimes.Has(noun) && p.endsNoun(i+3, afterTime):
		out.mend(p, p.tokens[i].start, p.tokens[i+2].end, p.text[p.tokens[i].start:p.tokens[i+2].start]+pluralOf(noun))
	}
}

// countsWords reports whether a whole number stands by itself and counts what follows: no name ends
// with it («Article 5», «year 7», «No. 5») and no date.
func (p *passage) countsWords(i int) bool {
	if p.tokens[i].address || len(p.piece(i)) > 3 || p.is(i-1, sign) && !strings.Contains("(“", p.piece(i-1)) {
		return false
	}
	if i == 0 || !p.is(i-1, space) {
		return true
	}
	if before := i - 2; p.is(before, sign) {
		return strings.Contains(",;:)”", p.piece(before))
	}
	return p.countsBehind(i - 2)
}

// countsBehind reports whether a number behind a word counts what follows: any noun may have a number for
// its name («reactor 2»), a preposition and a verb have none.
func (p *passage) countsBehind(i int) bool {
	const shortest = len("added")
	before := p.fold(i)
	return p.is(i, word) && (isLower(p.piece(i)) || p.beginsSentence(i)) && (behindWhich.Has(before) || len(before) >= shortest && strings.HasSuffix(before, "ed"))
}

// behindWhich are words that no number belongs to.
var behindWhich = wordset.Of(`some about over the these only almost nearly all in at for with from to by of up more than least most and or including
	drew met saw won has had have sent took gave made brought built held were was are is include includes comprise comprises`)

// afterNoun and afterTime are words that a counted noun does not stand before as an adjective.
var (
	afterNoun = wordset.Of("from of in and or were was are is have has had will who that which without with to at on for attended took visited signed arrived met gathered came said made")
	afterTime = wordset.Of("of from without ago later after before in at on was were")
)

// endsNoun reports whether a noun ends at what stands behind it.
func (p *passage) endsNoun(next int, words *wordset.Set) bool {
	if p.is(next, space) {
		return words.Has(p.piece(next + 1))
	}
	return next >= len(p.tokens) || p.is(next, sign) && strings.Contains(".,;:)!?", p.piece(next))
}

// singularOf is the singular of a noun that is counted; "" for any other word.
func singularOf(text string) string {
	if one, ok := countedPlurals[text]; ok {
		return one
	}
	one, ok := strings.CutSuffix(text, "s")
	for _, try := range []string{one, strings.TrimSuffix(one, "ie") + "y", strings.TrimSuffix(one, "e")} {
		if ok && (countable.Has(try) || countedTimes.Has(try)) {
			return try
		}
	}
	return ""
}

// pluralOf is the plural of a noun that is counted.
func pluralOf(text string) string {
	for many, one := range countedPlurals {
		if one == text {
			return many
		}
	}
	stem, isY := strings.CutSuffix(text, "y")
	switch {
	case isY && !strings.HasSuffix(stem, "a") && !strings.HasSuffix(stem, "e"):
		return stem + "ies"
	case strings.HasSuffix(text, "s") || strings.HasSuffix(text, "ch"):
		return text + "es"
	}
	return text + "s"
}
