package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/typography"
)

// effort is how far a paragraph may go to be set well: each step allows more.
type effort int

const (
	spacesOnly effort = iota // no word is broken
	wordsToo                 // ordinary words are
	namesToo                 // so are names and the parts of compounds
	anywhere                 // a line may even end where it should not
)

// breakpoint is a place where a line may end.
type breakpoint struct {
	end    int     // the first letter that is not on the line
	next   int     // where the next line begins
	hyphen bool    // a hyphen of ours is drawn
	hidden bool    // a word wider than the line goes on: nothing is drawn
	parted bool    // the line ends in a number, and the next begins with what it counts
	cost   float64 // the penalty of the field, for a broken word
}

// lostCost makes a line end in a preposition of one letter («в», «к», «с») or in a number
// only where that helps as much as a broken word does, numberCost in a number without what it
// counts hardly ever. With more, a fifth of GOST's lines and more end in a broken word.
const (
	lostCost   = 200
	numberCost = 1000
)

// Penalties: a broken word costs less than loose lines, a broken name more, and most what
// has a hyphen of its own already. Two letters alone cost more than a syllable that is
// read.
const (
	wordCost   = 250
	shortCost  = 100
	nameCost   = 600
	secondCost = 1500
	boundCost  = 3000
	slashCost  = 1000
	insideCost = 5000
)

// breakpoints lists where lines may end, in order, the paragraph's end last.
// limit is the width of a line: a word wider than it can be broken anywhere. The list is good
// until the next call.
func (c *Compositor) breakpoints(letters []letter, hyphenator *typography.Hyphenator, e effort, limit float64) []breakpoint {
	list := c.points[:0]
	for from := 0; from < len(letters); {
		to := from
		for to < len(letters) && !letters[to].parts() {
			to++
		}
		list = c.inside(list, letters, from, to, hyphenator, e, limit)
		next := to
		for next < len(letters) && letters[next].parts() {
			next++
		}
		if next < len(letters) {
			list = atSpace(list, letters, to, next, e)
		}
		from = next
	}
	c.points = append(list, breakpoint{end: len(letters), next: len(letters)})
	return c.points
}

// atSpace adds the place between two words.
func atSpace(list []breakpoint, letters []letter, end, next int, e effort) []breakpoint {
	point := breakpoint{end: end, next: next}
	if bound(letters, end, next) {
		if e < anywhere || end == 0 {
			return list
		}
		point.cost = boundCost
	} else {
		point.cost = lost(letters, end, next)
		point.parted = point.cost == numberCost
	}
	return append(list, point)
}

// lost is the penalty of a line that ends in a word that belongs to the next.
func lost(letters []letter, end, next int) float64 {
	switch number := unicode.IsDigit(letters[end-1].Rune); {
	case number && unicode.IsLower(letters[next].Rune):
		return numberCost
	case number || isOneLetter(letters, end):
		return lostCost
	}
	return 0
}

// bound reports whether a space holds its neighbours together. A dash does not
// begin a line, nor a hyphen that stands for one. A hyphen does not end one: readers of PDF take it for ours
// there, and drop it from copied text («двух- и трёхсторонний»). Initials and
// abbreviations of one letter (И. Пробный, г. Бишкек) stay with what follows, as
// does the sign of a number.
func bound(letters []letter, end, next int) bool {
	if end == 0 {
		return true
	}
	after, before := letters[next].Rune, letters[end-1].Rune
	dash := (after == '—' || after == '–' || after == '-') && (next+1 == len(letters) || letters[next+1].isSpace())
	switch {
	case dash, before == '-', before == '№', before == '§':
		return true
	case before == '.':
		return end > 1 && isOneLetter(letters, end-1)
	}
	return false
}

// isOneLetter reports whether letters[end-1] is a word of its own.
func isOneLetter(letters []letter, end int) bool {
	return unicode.IsLetter(letters[end-1].Rune) && (end == 1 || !unicode.IsLetter(letters[end-2].Rune))
}

// inside adds the places within a word, letters[from:to].
func (c *Compositor) inside(list []breakpoint, letters []letter, from, to int, hyphenator *typography.Hyphenator, e effort, limit float64) []breakpoint {
	if width(letters[from:to]) > limit {
		for at := from + 1; at < to; at++ {
			if unicode.Is(unicode.Mn, letters[at].Rune) || letters[at].tied {
				continue
			}
			point := breakpoint{end: at, next: at, hidden: true, cost: insideCost}
			if letters[at-1].Rune == '/' { // of an address
				point.cost = slashCost
			}
			list = append(list, point)
		}
		return list
	}
	if e >= namesToo {
		list = slashes(list, letters, from, to)
	}
	if hyphenator == nil || e == spacesOnly {
		return list
	}
	for from < to && !unicode.IsLetter(letters[from].Rune) {
		from++
	}
	for to > from && !unicode.IsLetter(letters[to-1].Rune) {
		to--
	}
	return c.hyphenate(list, letters, from, to, hyphenator, e)
}

// slashes adds the places behind the slashes of a web address, but for those of its
// scheme and between two of them.
func slashes(list []breakpoint, letters []letter, from, to int) []breakpoint {
	host := 0 // where the host's name begins
	for at := from; at+2 < to; at++ {
		if letters[at].Rune == ':' && letters[at+1].Rune == '/' && letters[at+2].Rune == '/' {
			host = at + 3
			break
		}
	}
	if host == 0 {
		return list
	}
	for at := host + 1; at < to-1; at++ {
		if letters[at-1].Rune == '/' && letters[at].Rune != '/' {
			list = append(list, breakpoint{end: at, next: at, hidden: true, cost: slashCost})
		}
	}
	return list
}

// hyphenate adds the places where a word without the marks around it may be
// broken. Abbreviations, and whatever holds more than letters, are left whole.
func (c *Compositor) hyphenate(list []breakpoint, letters []letter, from, to int, hyphenator *typography.Hyphenator, e effort) []breakpoint {
	var buf [64]byte
	word := buf[:0]
	for _, l := range letters[from:to] {
		word = utf8.AppendRune(word, l.Rune)
	}
	for _, point := range c.hyphens(hyphenator, word) {
		if point.cost >= nameCost && e < namesToo {
			break // they are alike in this
		}
		point.end, point.next = point.end+from, point.next+from
		list = append(list, point)
	}
	return list
}

// hyphens remembers where words are broken: a text says many of them often.
func (c *Compositor) hyphens(hyphenator *typography.Hyphenator, word []byte) []breakpoint {
	words, known := c.shaper.hyphens[hyphenator]
	if !known {
		words = map[string][]breakpoint{}
		c.shaper.hyphens[hyphenator] = words
	}
	breaks, known := words[string(word)]
	if !known {
		breaks = hyphensOf(hyphenator, string(word))
		words[string(word)] = breaks
	}
	return breaks
}

// hyphensOf are the places where a word may be broken.
func hyphensOf(hyphenator *typography.Hyphenator, word string) (list []breakpoint) {
	cost := map[int]float64{ordinary: wordCost, name: nameCost, compound: secondCost}[nature(word)]
	if cost == 0 {
		return nil
	}
	start := 0
	for part := range strings.SplitSeq(word, "-") {
		length := utf8.RuneCountInString(part)
		for _, at := range hyphenator.Breaks(part) {
			point := breakpoint{end: start + at, next: start + at, hyphen: true, cost: cost}
			if at < 3 || length-at < 3 {
				point.cost += shortCost
			}
			list = append(list, point)
		}
		start += length + 1
	}
	return list
}

// natures of words, as far as breaking them goes.
const (
	unbreakable = iota
	ordinary
	name
	compound
)

func nature(word string) int {
	kind, capitals := ordinary, 0
	for i, r := range word {
		switch {
		case r == '-':
			kind = compound
		case r == '’' || r == '\'': // об’єднання, oʻzbek as it is often typed
		case !unicode.IsLetter(r):
			return unbreakable
		case unicode.IsUpper(r):
			capitals++
			if i > 0 && kind != compound { // an abbreviation, or a name such as МакДональд
				return unbreakable
			}
		}
	}
	switch {
	case capitals == 0:
		return kind
	case kind == compound && strings.ToUpper(word) == word:
		return unbreakable
	case kind == compound:
		return compound
	}
	return name
}
