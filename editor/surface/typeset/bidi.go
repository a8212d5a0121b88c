package typeset

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// levels returns the embedding levels of the letters of a line by the implicit rules
// of UAX #9: even ones go from left to right, odd ones from right to left. Signs that
// embed or isolate are taken as neutral.
func levels(letters []rune, rtl bool) []int {
	base, outside := 0, bidi.L
	if rtl {
		base, outside = 1, bidi.R
	}
	classes := make([]bidi.Class, len(letters))
	for i, r := range letters {
		p, _ := bidi.LookupRune(r)
		classes[i] = p.Class()
	}
	weak(classes, outside)
	neutral(classes, outside)
	all := make([]int, len(letters))
	for i, c := range classes {
		all[i] = base
		switch {
		case c == bidi.R && base == 0, c == bidi.L && base == 1:
			all[i]++
		case c == bidi.AN || c == bidi.EN:
			all[i] = 2
		}
	}
	for i := len(letters) - 1; i >= 0 && isSpace(letters[i]); i-- {
		all[i] = base // L1: what hangs in the margin
	}
	return all
}

// weak resolves numbers and what belongs to them (W1 to W7).
func weak(classes []bidi.Class, outside bidi.Class) {
	numbers(classes, outside)
	separators(classes)
	terminators(classes)
	strong := outside
	for i, c := range classes {
		switch c {
		case bidi.L, bidi.R:
			strong = c
		case bidi.EN:
			if strong == bidi.L {
				classes[i] = bidi.L
			}
		case bidi.ES, bidi.ET, bidi.CS, bidi.BN:
			classes[i] = bidi.ON
		}
	}
}

// numbers gives marks the class of what they stand on, makes numbers behind Arabic
// letters Arabic ones, and those letters such from right to left (W1 to W3).
func numbers(classes []bidi.Class, outside bidi.Class) {
	strong, before := outside, outside
	for i, c := range classes {
		switch c {
		case bidi.NSM:
			c = before
		case bidi.EN:
			if strong == bidi.AL {
				c = bidi.AN
			}
		}
		switch c {
		case bidi.L, bidi.R, bidi.AL:
			strong = c
		}
		classes[i], before = c, c
	}
	for i, c := range classes {
		if c == bidi.AL {
			classes[i] = bidi.R
		}
	}
}

// separators makes a single sign between two numbers part of them (W4).
func separators(classes []bidi.Class) {
	for i := 1; i+1 < len(classes); i++ {
		number, c := classes[i-1], classes[i]
		if number != classes[i+1] {
			continue
		}
		if number == bidi.EN && (c == bidi.ES || c == bidi.CS) || number == bidi.AN && c == bidi.CS {
			classes[i] = number
		}
	}
}

// terminators makes signs beside European numbers part of them (W5).
func terminators(classes []bidi.Class) {
	for i := 0; i < len(classes); i++ {
		if classes[i] != bidi.ET {
			continue
		}
		end := i
		for end < len(classes) && classes[end] == bidi.ET {
			end++
		}
		if i > 0 && classes[i-1] == bidi.EN || end < len(classes) && classes[end] == bidi.EN {
			for k := i; k < end; k++ {
				classes[k] = bidi.EN
			}
		}
		i = end - 1
	}
}

// neutral gives signs and spaces the direction of what is on both sides of them, or that
// of the line (N1, N2).
func neutral(classes []bidi.Class, outside bidi.Class) {
	side := func(c bidi.Class) bidi.Class {
		if c == bidi.EN || c == bidi.AN {
			return bidi.R
		}
		return c
	}
	isNeutral := func(c bidi.Class) bool { return c != bidi.L && c != bidi.R && c != bidi.EN && c != bidi.AN }
	for i := 0; i < len(classes); i++ {
		if !isNeutral(classes[i]) {
			continue
		}
		end := i
		for end < len(classes) && isNeutral(classes[end]) {
			end++
		}
		before, behind := outside, outside
		if i > 0 {
			before = side(classes[i-1])
		}
		if end < len(classes) {
			behind = side(classes[end])
		}
		if before != behind {
			before = outside
		}
		for k := i; k < end; k++ {
			classes[k] = before
		}
		i = end - 1
	}
}

// reorder puts pieces, each of one level, into the order in which they stand (L2).
func reorder[P interface{ level() int }](pieces []P) {
	highest := 0
	for _, p := range pieces {
		highest = max(highest, p.level())
	}
	for level := highest; level > 0; level-- {
		for i := 0; i < len(pieces); i++ {
			end := i
			for end < len(pieces) && pieces[end].level() >= level {
				end++
			}
			if end > i {
				slices.Reverse(pieces[i:end])
				i = end
			}
		}
	}
}

// beginsRightToLeft reports whether the first letter of a text is written from right
// to left.
func beginsRightToLeft(words string) bool {
	for _, r := range words {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}
