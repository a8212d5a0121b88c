package proof

import (
	"strings"
	"unicode/utf8"
)

// hyphenForDash finds a hyphen between spaces, and a dash that lacks one of its spaces.
// The dash is that which the rest of the text has.
func hyphenForDash(p *passage, out *report) {
	if p.kind == tableKind || !p.body() {
		return
	}
	dash := "–"
	if strings.Contains(p.text, "—") {
		dash = "—"
	}
	for i := 1; i+1 < len(p.tokens); i++ {
		if !p.is(i, sign) || p.tokens[i].address {
			continue
		}
		t := p.tokens[i]
		switch text := p.piece(i); text {
		case "-":
			if p.is(i-1, space) && p.is(i+1, space) && (p.is(i-2, word) || p.is(i-2, sign)) && p.is(i+2, word) {
				out.mend(p, t.start, t.end, dash)
			}
		case "–", "—":
			left, right := p.is(i-1, space), p.is(i+1, space)
			if left && p.is(i+1, word) && p.is(i-2, word) {
				out.mend(p, t.start, t.end, text+" ")
			} else if right && p.is(i-1, word) && p.is(i+2, word) && utf8.RuneCountInString(p.piece(i-1)) > 1 {
				out.mend(p, t.start, t.end, " "+text)
			}
		}
	}
}

// rangeHyphen finds a hyphen between two numbers that count from one to the other:
// «10-15 человек». Phones, documents and scores have hyphens of their own.
func rangeHyphen(p *passage, out *report) {
	if !p.body() {
		return
	}
	for i := 1; i+1 < len(p.tokens); i++ {
		if p.piece(i) != "-" || !p.is(i-1, figure) || !p.is(i+1, figure) || p.tokens[i].address {
			continue
		}
		from, until := p.piece(i-1), p.piece(i+1)
		start := i < 2 || p.is(i-2, space) || p.piece(i-2) == "("
		const longest = 4
		if !start || len(from) > longest || len(until) > longest || number(from) >= number(until) || len(from) > 1 && from[0] == '0' || !p.is(i+2, space) || !p.is(i+3, word) {
			continue
		}
		mark := i - 3
		if p.piece(mark) == "." {
			mark--
		}
		if before := lower(p.piece(mark)); before == "№" || strings.HasPrefix(before, "тел") || before == "n" || before == "дом" {
			continue
		}
		out.mend(p, p.tokens[i].start, p.tokens[i].end, "–")
	}
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
	"рублей": true, "человек": true, "тонн": true, "долларов": true, "процентов": true, "лет": true,
}

// unitGlued finds a unit that is glued to its number: «5км».
func unitGlued(p *passage, out *report) {
	for i := range p.tokens {
		if p.is(i, word) && p.is(i-1, figure) && units[p.piece(i)] && !p.tokens[i].address {
			out.mend(p, p.tokens[i-1].start, p.tokens[i].end, p.piece(i-1)+"\u00a0"+p.piece(i))
		}
	}
}
