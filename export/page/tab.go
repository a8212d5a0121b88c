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
	var open []tabbed
	for i, letters := range segments {
		open = appendTabbed(open, p.indent(i), letters)
	}
	for len(open) > 0 {
		stop := 0.0
		for _, s := range open {
			stop = max(stop, s.begin+width(s.rest[:s.tab]))
		}
		stop = tabStop * math.Ceil((stop+p.size/2)/tabStop)
		going := open
		open = open[:0]
		for _, s := range going {
			if fits(s.rest[s.tab+1:], p.width-stop) {
				s.rest[s.tab].Advance = stop - s.begin - width(s.rest[:s.tab])
			}
			open = appendTabbed(open, s.begin+width(s.rest[:s.tab+1]), s.rest[s.tab+1:])
		}
	}
}

// tabbed is what is left of a segment that has a tab, and where it begins.
type tabbed struct {
	begin float64
	rest  []letter
	tab   int // the first in it
}

func appendTabbed(list []tabbed, begin float64, letters []letter) []tabbed {
	if n := nextTab(letters); n < len(letters) {
		list = append(list, tabbed{begin, letters, n})
	}
	return list
}

// fits reports whether letters are no wider than the room. It looks no further than that.
func fits(letters []letter, room float64) bool {
	for _, l := range letters {
		if room < 0 {
			return false
		}
		room -= l.Advance
	}
	return room >= 0
}

func nextTab(letters []letter) int {
	n := 0
	for n < len(letters) && letters[n].Rune != tab {
		n++
	}
	return n
}
