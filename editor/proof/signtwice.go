package proof

import "unicode/utf8"

// signTwice finds «..», «,,» and «,.»: keys that were hit twice.
func signTwice(p *passage, out *report) {
	for i := 0; i+1 < len(p.tokens); i++ {
		mark := p.piece(i)
		if !p.is(i, sign) || p.tokens[i].address || mark != "." && mark != "," && mark != ";" {
			continue
		}
		n := p.repeated(i)
		start, end := p.tokens[i].start, p.tokens[i+n-1].end
		switch {
		case n == 2 && !p.isDotsOnPurpose(i):
			out.mend(p, start, end, mark)
		case n == 1 && mark == "," && p.is(i+1, sign) && (p.piece(i+1) == "." || p.piece(i+1) == ";"):
			out.add(p, start, p.tokens[i+1].end)
		}
		i += n - 1
	}
}

// repeated is how many times the sign at i stands in a row.
func (p *passage) repeated(i int) int {
	n := 1
	for p.is(i+n, sign) && p.piece(i+n) == p.piece(i) {
		n++
	}
	return n
}

// isDotsOnPurpose spares the two dots of «?..» and of paths: «../».
func (p *passage) isDotsOnPurpose(i int) bool {
	return p.piece(i) == "." && (p.piece(i+2) == "/" || isOpenedBy(p.piece(i-1)))
}

// isOpenedBy spares «?..» and «!..», and what begins with dots.
func isOpenedBy(before string) bool {
	r, _ := utf8.DecodeRuneInString(before)
	return before == "" || !isLetterOrFigure(r) && before != "»" && before != ")"
}
