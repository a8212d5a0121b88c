package proof

import (
	"strings"
	"unicode/utf8"
)

// bracket is a bracket without its partner so far.
type bracket struct {
	p  *passage
	at int // byte
}

// bracketsUnbalanced finds brackets without a partner. Those of a list («1)», «а)») have
// none, and a pair may stand around several paragraphs.
func bracketsUnbalanced(w *whole, out *report) {
	for _, kind := range []string{"()", "[]"} {
		var open []bracket
		for _, p := range w.texts {
			if !strings.ContainsAny(p.text, kind) {
				continue
			}
			if !p.runsOn() { // it is on its own
				alone := match(p, kind, nil, out)
				tellOpen(alone, out)
				continue
			}
			open = match(p, kind, open, out)
		}
		tellOpen(open, out)
	}
}

// match pairs the brackets of one kind in a text, and returns those that are open at its
// end.
func match(p *passage, kind string, open []bracket, out *report) []bracket {
	for i := range p.tokens {
		if !p.is(i, sign) || p.tokens[i].address {
			continue
		}
		switch p.piece(i) {
		case kind[:1]:
			if !p.isFace(i) {
				open = append(open, bracket{p, p.tokens[i].start})
			}
		case kind[1:]:
			switch {
			case len(open) > 0:
				open = open[:len(open)-1]
			case !p.listMark(i) && !p.isFace(i):
				at := p.tokens[i]
				out.add(p, at.start, at.end).Other = p.around(at.start)
			}
		}
	}
	return open
}

func tellOpen(open []bracket, out *report) {
	for _, b := range open {
		out.add(b.p, b.at, b.at+1).Other = b.p.around(b.at)
	}
}

// listMark reports whether a closing bracket belongs to «1)», «а)», «iv)».
func (p *passage) listMark(i int) bool {
	if !p.is(i-1, word) && !p.is(i-1, figure) || p.piece(i) != ")" {
		return false
	}
	const longest, mostFigures = 4, 2
	text := p.piece(i - 1)
	if p.is(i-1, figure) && len(text) > mostFigures {
		return false // "founded in 1990)"
	}
	if p.is(i-1, word) && utf8.RuneCountInString(text) > 1 && strings.Trim(text, "IVXivx") != "" {
		return false
	}
	return utf8.RuneCountInString(text) <= longest && (i == 1 || p.is(i-2, line) || p.is(i-2, space) || p.piece(i-2) == ".")
}

// isFace reports whether a bracket belongs to «:)».
func (p *passage) isFace(i int) bool {
	before := p.piece(i - 1)
	return before == ":" || before == ";" || before == "-" && (p.piece(i-2) == ":" || p.piece(i-2) == ";")
}

// around are the words at a place, for people to find it by.
func (p *passage) around(at int) string {
	return quote{passage: p, byteAt: at}.nearby()
}
