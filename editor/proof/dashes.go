package proof

import (
	"strings"
	"unicode/utf8"

	"communique/editor/release"
	"communique/editor/typesetting"
	"communique/editor/typography"
)

// dashOf is the dash that an office sets between words, or that the release has already.
func dashOf(house typography.House, r release.Release) string {
	if typesetting.For(typography.Typesetter{House: house}, r).House.Dash == typography.EnDash {
		return "–"
	}
	return "—"
}

// hyphenForDash finds a hyphen between spaces, and a dash that lacks one of its spaces.
func hyphenForDash(p *passage, out *report) {
	if p.kind == tableKind || !p.body() {
		return
	}
	for i := 1; i+1 < len(p.tokens); i++ {
		t := p.tokens[i]
		if t.kind != sign || t.address {
			continue
		}
		switch text := p.piece(i); {
		case p.hyphenApart(i):
			out.mend(p, t.start, t.end, p.dash)
		case p.dashLacksSpaceBehind(i):
			out.mend(p, t.start, t.end, text+" ")
		case p.dashLacksSpaceBefore(i):
			out.mend(p, t.start, t.end, " "+text)
		}
	}
}

// hyphenApart reports whether a hyphen has spaces on both sides, as only a dash has.
func (p *passage) hyphenApart(i int) bool {
	return p.piece(i) == "-" && p.is(i-1, space) && (p.is(i-2, word) || p.is(i-2, sign)) && p.is(i+1, space) && (p.is(i+2, word) || p.is(i+2, figure) || p.piece(i+2) == "«") ||
		p.piece(i) == "-" && p.is(i-1, space) && p.is(i-2, figure) && p.wordFollows(i)
}

func (p *passage) isDash(i int) bool { return p.piece(i) == "–" || p.piece(i) == "—" }

func (p *passage) dashLacksSpaceBehind(i int) bool {
	return p.isDash(i) && p.is(i-2, word) && p.is(i-1, space) && p.is(i+1, word)
}

// dashLacksSpaceBefore spares a single letter before the dash, which may be an item of a
// list.
func (p *passage) dashLacksSpaceBefore(i int) bool {
	return p.isDash(i) && p.is(i-1, word) && p.wordFollows(i) && utf8.RuneCountInString(p.piece(i-1)) > 1
}

// rangeHyphen finds a hyphen between two numbers that count from one to the other:
// «10-15 человек». Phones, documents and scores have hyphens of their own.
func rangeHyphen(p *passage, out *report) {
	if !p.body() {
		return
	}
	for i := 1; i+1 < len(p.tokens); i++ {
		t := p.tokens[i]
		if p.piece(i) == "-" && !t.address && p.countsOn(i) && p.standsAsRange(i) && !p.numbersThing(i-3) {
			out.mend(p, t.start, t.end, "–")
		}
	}
}

// countsOn reports whether the number before a hyphen is less than that behind it. Long
// numbers and those that begin with a nought are of phones and documents.
func (p *passage) countsOn(hyphen int) bool {
	if !p.is(hyphen-1, figure) || !p.is(hyphen+1, figure) {
		return false
	}
	const longest = 4
	from, until := p.piece(hyphen-1), p.piece(hyphen+1)
	if len(from) > longest || len(until) > longest || len(from) > 1 && from[0] == '0' {
		return false
	}
	return number(from) < number(until)
}

// standsAsRange reports whether nothing more belongs to the two numbers, and the word for
// what they count follows.
func (p *passage) standsAsRange(hyphen int) bool {
	before := hyphen - 2
	begins := before < 0 || p.is(before, space) || p.piece(before) == "("
	return begins && (p.wordFollows(hyphen+1) || p.piece(hyphen+2) == "%" || p.is(hyphen+2, space) && p.piece(hyphen+3) == "%")
}

// numbersThing reports whether the word or sign at i says that what follows is the number
// of something: «№ 10-15», «тел. 10-15».
func (p *passage) numbersThing(i int) bool {
	if p.piece(i) == "." {
		i--
	}
	before := lower(p.piece(i))
	return before == "№" || before == "n" || before == "дом" || strings.HasPrefix(before, "тел")
}

// numberSign finds a Latin N in the place of №.
func numberSign(p *passage, out *report) {
	if !p.russian() {
		return
	}
	for i := range p.tokens {
		text := p.piece(i)
		if text != "N" && text != "No" || !p.is(i, word) || p.is(i-1, word) || p.piece(i-1) == "." {
			continue
		}
		if p.is(i+1, figure) || p.is(i+1, space) && p.is(i+2, figure) {
			out.mend(p, p.tokens[i].start, p.tokens[i].end, "№")
		}
	}
}

// percentMixed finds «12%» beside «15 %»: what fewer have is out of line.
func percentMixed(w *whole, out *report) {
	var close, apart []place
	for _, p := range w.texts {
		if !strings.Contains(p.text, "%") || !p.body() {
			continue
		}
		for i := range p.tokens {
			if p.piece(i) != "%" {
				continue
			}
			switch {
			case p.is(i-1, figure):
				close = append(close, place{p, i})
			case p.is(i-1, space) && p.is(i-2, figure):
				apart = append(apart, place{p, i})
			}
		}
	}
	if len(close) == 0 || len(apart) == 0 {
		return
	}
	if len(close) <= len(apart) {
		for _, at := range close {
			t := at.p.tokens[at.i]
			out.mend(at.p, t.start, t.end, "\u00a0%")
		}
		return
	}
	for _, at := range apart {
		out.mend(at.p, at.p.tokens[at.i-1].start, at.p.tokens[at.i].end, "%")
	}
}

// units are those that stand apart from their number.
var units = map[string]bool{
	"км": true, "кг": true, "га": true, "руб": true, "млн": true, "млрд": true, "тыс": true, "см": true, "мм": true, "чел": true, "кВт": true, "МВт": true, "ГВт": true,
	"ТВт": true, "Вт": true, "м": true, "мВт": true, "рублей": true, "человек": true, "тонн": true, "долларов": true, "процентов": true, "лет": true,
}

// unitGlued finds a unit that is glued to its number: «5км».
func unitGlued(p *passage, out *report) {
	for i := range p.tokens {
		if p.is(i, word) && p.is(i-1, figure) && units[p.piece(i)] && !p.tokens[i].address {
			out.mend(p, p.tokens[i-1].start, p.tokens[i].end, p.piece(i-1)+"\u00a0"+p.piece(i))
		}
	}
}
