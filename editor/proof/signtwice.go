package proof

import (
	"strings"
	"unicode/utf8"
)

// signTwice finds «..», «,,», «::», «,.» and «, ,»: keys that were hit twice.
func signTwice(p *passage, out *report) {
	for i := 0; i+1 < len(p.tokens); i++ {
		mark := p.piece(i)
		if !p.is(i, sign) || p.tokens[i].address || !strings.Contains(".,;:", mark) {
			continue
		}
		n := p.repeated(i)
		start, end := p.tokens[i].start, p.tokens[i+n-1].end
		switch {
		case n == 2 && !p.isDotsOnPurpose(i):
			out.mend(p, start, end, mark)
		case n == 1 && p.repeatedApart(i):
			out.mend(p, start, p.tokens[i+2].end, mark)
		case n == 1 && p.signsAtOdds(i):
			out.add(p, start, p.tokens[i+1].end)
		}
		i += n - 1
	}
}

// signsAtOdds reports whether the sign at i has another behind it that ends a clause too:
// «,.», and «.,» where the stop is of no abbreviation.
func (p *passage) signsAtOdds(i int) bool {
	if !p.is(i+1, sign) {
		return false
	}
	next := p.piece(i + 1)
	switch p.piece(i) {
	case ",":
		return next == "." && p.piece(i+2) != "." || next == ";" || next == ":"
	case ".":
		return (next == "," || next == ";") && p.is(i-1, word) && endsSentence(p.piece(i-1))
	}
	return false
}

// repeatedApart reports whether the sign at i stands again behind a space: «, ,».
// Three dots may be parted by spaces.
func (p *passage) repeatedApart(i int) bool {
	return p.piece(i) != ":" && p.is(i+1, space) && p.piece(i+2) == p.piece(i) && !p.is(i+3, sign) && p.repeated(i+2) == 1 && !p.is(i-1, sign) && !p.is(i-1, space) && !p.is(i+3, word)
}

// repeated is how many times the sign at i stands in a row.
func (p *passage) repeated(i int) int {
	n := 1
	for p.is(i+n, sign) && p.piece(i+n) == p.piece(i) {
		n++
	}
	return n
}

// isDotsOnPurpose spares the two dots of «?..», of paths («../») and of ranges, and what
// programs write.
func (p *passage) isDotsOnPurpose(i int) bool {
	if between := i > 0 && !p.is(i-1, space) && (p.is(i+2, word) || p.is(i+2, figure)); between && (p.piece(i) == ":" || p.is(i-1, figure)) {
		return true // «Std::Sort», «[-1..1]»
	}
	return p.piece(i) == "." && (p.piece(i+2) == "/" || isOpenedBy(p.piece(i-1)))
}

// isOpenedBy spares «?..» and «!..», and what begins with dots.
func isOpenedBy(before string) bool {
	r, _ := utf8.DecodeRuneInString(before)
	return before == "" || !isLetterOrFigure(r) && before != "»" && before != ")"
}
