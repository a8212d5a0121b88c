package regexp

import (
	"math/bits"
	"regexp/syntax"
	"unicode"
	"unicode/utf8"
)

// looked is how many letters of a match are known before it is searched for.
const looked = 4

// opening is what the matches of an expression, or of its end, begin with: the letters that the first, the
// second … of one may be. A text in which no letters follow one another so has no match, and that is known in
// a hundredth of the time that a search takes.
type opening struct {
	letters  [looked]letters
	least    int  // how many letters each match has, at most looked
	anchored bool // a match begins where the text does
}

// openingOf returns what tells best, of an expression or of its ends, that a text has no match. An expression
// that cannot be parsed panics.
func openingOf(expression string) *opening {
	parsed, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		panic(`regexp: ` + expression + `: ` + err.Error())
	}
	best := newOpening(parsed)
	best.anchored = anchored(parsed)
	least := best.passed()
	if parsed.Op != syntax.OpConcat {
		return best
	}
	for i := 1; i < len(parsed.Sub) && least > enough; i++ {
		o := newOpening(parsed.Sub[i:]...)
		if passed := o.passed(); passed < least {
			best, least = o, passed
		}
	}
	return best
}

// newOpening returns what the matches of parts that follow one another begin with.
func newOpening(parts ...*syntax.Regexp) *opening {
	o, at := &opening{}, offsets(1)
	for _, part := range parts {
		at = o.walk(part, at)
	}
	o.least = min(bits.TrailingZeros8(uint8(at)), looked)
	return o
}

// passed is in what share of lines letters follow one another so, by those of a sample.
func (o *opening) passed() float64 {
	share := 1.0
	for i := 0; i < o.least && share > 0; i++ {
		n := 0
		for _, r := range sample {
			if o.letters[i].has(r) {
				n++
			}
		}
		share *= float64(n) / float64(len(sample))
	}
	if o.anchored {
		return share
	}
	return min(share*lineLength, 1)
}

// enough is a share of lines that is so small that nothing better is looked for.
const enough = 0.05

// A line of a release is about so long, and its letters are about as frequent as these.
const lineLength = 100

var sample = []rune("Сегодня, 12 мая, в городе прошла встреча министров: «Обсуждали охрану лесов и вод, чтобы жизнь людей была лучше», – сказал Иван. " +
	"On May 12, the ministers met in Geneva to discuss how forests and water can be kept, said Anna.")

// in reports whether a match may be in a text.
func (o *opening) in(s string) bool {
	if o.least == 0 {
		return true
	}
	if o.anchored {
		return o.begins(s)
	}
	for i, r := range s {
		if o.letters[0].has(r) && o.begins(s[i:]) {
			return true
		}
	}
	return false
}

// begins reports whether a match may begin where s does.
func (o *opening) begins(s string) bool {
	for i := range o.least {
		r, size := utf8.DecodeRuneInString(s)
		if size == 0 || !o.letters[i].has(r) {
			return false
		}
		s = s[size:]
	}
	return true
}

// anchored reports whether all matches begin where a text does.
func anchored(e *syntax.Regexp) bool {
	switch e.Op {
	case syntax.OpBeginText:
		return true
	case syntax.OpCapture, syntax.OpConcat:
		return anchored(e.Sub[0])
	case syntax.OpAlternate:
		for _, sub := range e.Sub {
			if !anchored(sub) {
				return false
			}
		}
		return true
	}
	return false
}

// offsets are the numbers of letters, below looked, that may stand before a part of a match: bit n for n letters.
type offsets uint8

// further are the offsets one letter on.
func (at offsets) further() offsets { return at << 1 & (1<<looked - 1) }

// walk adds the letters of a part that begins at some offsets, and returns those at which it may end.
func (o *opening) walk(e *syntax.Regexp, at offsets) offsets {
	if at == 0 {
		return 0
	}
	switch e.Op {
	case syntax.OpLiteral:
		return o.literal(e, at)
	case syntax.OpCharClass:
		for i := 0; i < len(e.Rune); i += 2 {
			o.add(at, e.Rune[i], e.Rune[i+1])
		}
		return at.further()
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		o.add(at, 0, unicode.MaxRune)
		return at.further()
	case syntax.OpCapture, syntax.OpConcat:
		for _, sub := range e.Sub {
			at = o.walk(sub, at)
		}
		return at
	case syntax.OpAlternate:
		var ends offsets
		for _, sub := range e.Sub {
			ends |= o.walk(sub, at)
		}
		return ends
	case syntax.OpStar:
		return o.repeat(e.Sub[0], at, 0)
	case syntax.OpPlus:
		return o.repeat(e.Sub[0], at, 1)
	case syntax.OpQuest:
		return at | o.walk(e.Sub[0], at)
	case syntax.OpRepeat:
		return o.repeat(e.Sub[0], at, e.Min)
	}
	return at // between letters
}

// repeat walks a part that is there so many times at least. It may be there any number of times, also where
// the expression says how often at most: that lets more texts through, and no match is missed.
func (o *opening) repeat(e *syntax.Regexp, at offsets, least int) offsets {
	for range min(least, looked) {
		at = o.walk(e, at)
	}
	for {
		further := at | o.walk(e, at)
		if further == at {
			return at
		}
		at = further
	}
}

func (o *opening) literal(e *syntax.Regexp, at offsets) offsets {
	for _, r := range e.Rune {
		o.add(at, r, r)
		if e.Flags&syntax.FoldCase != 0 {
			for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
				o.add(at, other, other)
			}
		}
		if at = at.further(); at == 0 {
			break
		}
	}
	return at
}

// add adds the letters from first to last at offsets.
func (o *opening) add(at offsets, first, last rune) {
	for i := range o.letters {
		if at&(1<<i) != 0 {
			o.letters[i].add(first, last)
		}
	}
}

// told is the first letter that is not told apart from those behind it: Latin, Greek, Cyrillic and Armenian stand before it.
const told = 0x600

// letters are a set of letters.
type letters struct {
	below  [told / 64]uint64
	others bool // some from told on
}

func (l *letters) add(first, last rune) {
	l.others = l.others || last >= told
	for r := first; r <= min(last, told-1); {
		to := min(last, r|63)
		l.below[r/64] |= ^uint64(0) << (r % 64) & (^uint64(0) >> (63 - to%64))
		r = to + 1
	}
}

func (l *letters) has(r rune) bool {
	if r >= told {
		return l.others
	}
	return l.below[r/64]&(1<<(r%64)) != 0
}
