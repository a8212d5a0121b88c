package proof

import (
	"strings"

	"communique/editor/wordset"
)

// yearUnlikely finds years with a digit too many or too few, and those beyond this
// century: «20025 года», «11 сентября 202 года», «в 2205 году».
func yearUnlikely(p *passage, out *report) {
	for i, t := range p.tokens {
		if t.kind == figure && !t.address && p.mistypedYear(i) {
			out.add(p, t.start, t.end)
		}
	}
}

// mistypedYear reports whether a number is a year that cannot be. Three figures are a year
// only where all that is around them says so: «11 сентября 202 человека» is no mistake.
func (p *passage) mistypedYear(i int) bool {
	const last = 2100
	switch text := p.piece(i); len(text) {
	case 3:
		return p.threeFigureYear(i)
	case 4:
		return number(text) > last && p.standsAsYear(i)
	case 5:
		ofThese := strings.HasPrefix(text, "20") || strings.HasPrefix(text, "19")
		return p.endsNumber(i) && (ofThese && p.standsAsYear(i) || text[0] == '1' && p.is(i+1, space) && neverCounted.Has(p.fold(i+2)))
	}
	return false
}

// threeFigureYear is mistypedYear of three figures.
func (p *passage) threeFigureYear(i int) bool {
	return p.yearBehindMonth(i) && p.yearWordBehind(i) || strings.HasPrefix(p.piece(i), "20") && p.endsDateInFigures(i) || p.lacksFigure(i) || p.lacksFigureInEnglish(i)
}

// lacksFigure reports whether a number of three figures is a year of this century or the
// last that lost one: «в 202 году». «202 года» may be counted, and so long ago there were
// years too, which the text then tells.
func (p *passage) lacksFigure(i int) bool {
	text := p.piece(i)
	if !strings.HasPrefix(text, "20") && !strings.HasPrefix(text, "19") || !p.wordFollows(i) {
		return false
	}
	behind := i + 4
	if p.piece(i+3) == "." {
		behind++
	}
	switch year := lower(p.piece(i + 2)); {
	case lower(p.piece(behind)) == "до" || strings.HasPrefix(lower(p.piece(behind)), "н"):
		return false
	case year == "году":
		return true
	default:
		return year == "год" && !countsOne(number(text))
	}
}

// lacksFigureInEnglish is the like of "in May 202" and "May 12, 202".
func (p *passage) lacksFigureInEnglish(i int) bool {
	text := p.piece(i)
	if p.language != "en" || !strings.HasPrefix(text, "20") && !strings.HasPrefix(text, "19") || !p.is(i-1, space) {
		return false
	}
	behindMonth := englishMonths.Has(p.piece(i - 2))
	behindDay := p.piece(i-2) == "," && p.is(i-3, figure) && englishMonths.Has(p.piece(i-5))
	if !behindMonth && !behindDay {
		return false
	}
	if p.is(i+1, space) { // "in May 202 were freed"
		return joinsClauses.Has(p.fold(i + 2))
	}
	return p.endsClause(i + 1)
}

// endsClause reports whether a clause ends at token i, by its sign or by the end of the text.
func (p *passage) endsClause(i int) bool {
	return i == len(p.tokens) || strings.Contains(".;)", p.piece(i)) && !p.is(i+1, figure) || p.piece(i) == "," && p.is(i+1, space)
}

// joinsClauses are words that nothing is counted before.
var joinsClauses = wordset.Of("and but when while after before because since although")

// standsAsYear reports whether something beside a number says that it is a year.
func (p *passage) standsAsYear(i int) bool {
	return p.yearBehindMonth(i) || p.yearWordBehind(i) || p.endsDateInFigures(i) || p.isYearOfRange(i) || p.isEnglishYear(i)
}

// isEnglishYear reports whether a number stands as a year in English: "until 2350", with nothing
// behind it that it could count.
func (p *passage) isEnglishYear(i int) bool {
	if p.language != "en" || !p.is(i-1, space) || strings.HasSuffix(p.piece(i), "00") {
		return false
	}
	ofYear := p.fold(i-2) == "of" && p.is(i-3, space) && partsOfEnglishYear.Has(p.fold(i-4))
	byYear := p.fold(i-2) == "by" && p.beginsSentence(i-2) // else by how much
	if !byYear && !behindYears.Has(p.fold(i-2)) && !englishMonths.Has(p.piece(i-2)) && !ofYear {
		return false
	}
	next := i + 1
	if p.is(next, space) {
		after := p.fold(next + 1)
		return behindDay.Has(after) && after != "of"
	}
	return p.endsClause(next)
}

// behindYears are words that a year stands behind.
var behindYears = wordset.Of("in until till since year early late spring summer autumn fall winter")

// partsOfEnglishYear are what is said to be of a year: "the end of 2205".
var partsOfEnglishYear = wordset.Of("end beginning start middle half quarter spring summer autumn fall winter january february march april may june july august september october november december")

// isYearOfRange reports whether a number is one of two years: «на 2025–2207 годы».
func (p *passage) isYearOfRange(i int) bool {
	joined := func(j int) bool { return p.isDash(j) || p.piece(j) == "-" }
	years := func(j int) bool {
		return p.wordFollows(j) && (yearForms[p.folded[j+2]].plural || p.folded[j+2] == "гг")
	}
	return joined(i+1) && p.is(i+2, figure) && years(i+2) || joined(i-1) && p.is(i-2, figure) && years(i)
}

// yearBehindMonth reports whether a day and a month stand before the year: «11 сентября 2024».
func (p *passage) yearBehindMonth(i int) bool {
	return p.is(i-1, space) && p.is(i-2, word) && p.is(i-4, figure) && p.isMonth(i-2)
}

// yearWords are what the year is called behind its number.
var yearWords = wordset.Of("год года году годом г")

// neverCounted are those of them that years are not counted in: «в 18997 году».
var neverCounted = wordset.Of("году годом")

func (p *passage) yearWordBehind(i int) bool {
	return p.wordFollows(i) && yearWords.Has(lower(p.piece(i+2)))
}

// endsDateInFigures reports whether the year is the last of a date in figures: 11.09.2024.
// A fourth number or a word behind it would make it something else.
func (p *passage) endsDateInFigures(i int) bool {
	numberFollows := p.piece(i+1) == "." && p.is(i+2, figure)
	return p.dayAndMonth(i-4) && !numberFollows && !p.wordFollows(i)
}

// endsNumber reports whether nothing is glued to a number: «20025-й» may be meant.
func (p *passage) endsNumber(i int) bool {
	return i+1 == len(p.tokens) || p.is(i+1, space) || p.is(i+1, sign)
}
