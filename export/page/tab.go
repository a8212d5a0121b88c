package page

import (
	"math"

	"communique/export/style"
)

// tab is what a tab is once a text is prepared: an em space. No line begins or ends in one.
const tab = '\u2003'

// tabStop is the distance of tab stops in points: the indent of 1.25 cm that office
// programs have.
const tabStop = 12.5 * style.Point

// parts reports whether a line may end at a letter, which then is not drawn.
func (l letter) parts() bool { return l.Rune == ' ' || l.Rune == tab }

// tabulate has what follows a tab begin at a stop, the same in all segments of a
// paragraph: the first behind the longest of what stands before. Where a segment is no
// one line, or lines do not begin at the margin, a tab is as wide as an em.
func (p paragraph) tabulate(segments [][]letter) {
	if p.align == "center" || p.align == "right" {
		return
	}
	begins := make([]float64, len(segments)) // where what is left of each begins
	rest := make([][]letter, len(segments))  // its tab first, after the first time
	for i := range segments {
		begins[i], rest[i] = p.indent(i), segments[i]
	}
	for {
		stop := 0.0
		for i, letters := range rest {
			if n := nextTab(letters); n < len(letters) {
				stop = max(stop, begins[i]+width(letters[:n]))
			}
		}
		if stop == 0 {
			return
		}
		stop = tabStop * math.Ceil((stop+p.size/2)/tabStop)
		for i, letters := range rest {
			n := nextTab(letters)
			if n == len(letters) {
				rest[i] = nil
				continue
			}
			if stop+width(letters[n+1:]) <= p.width {
				letters[n].Advance = stop - begins[i] - width(letters[:n])
			}
			begins[i], rest[i] = begins[i]+width(letters[:n+1]), letters[n+1:]
		}
	}
}

func nextTab(letters []letter) int {
	n := 0
	for n < len(letters) && letters[n].Rune != tab {
		n++
	}
	return n
}
