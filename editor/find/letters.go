package find

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folding makes letters compare alike, as words.Fold does, a letter at a time.
type folding struct {
	exact  bool // capitals stay
	quotes bool // all quotation marks are one
}

// nothing is what a letter folds to that is not seen.
const nothing = rune(-1)

// letter returns what the letter at a place folds to, a base with the marks on it, and
// where the next begins. It is nothing for a mark alone and for what nobody sees.
func (f folding) letter(text string, at int) (rune, int) {
	r, size := rune(text[at]), 1
	if r >= utf8.RuneSelf {
		r, size = utf8.DecodeRuneInString(text[at:])
	}
	end := at + size
	if end >= len(text) || text[end] < utf8.RuneSelf || text[end]&^1 == 0xD0 { // no mark is there, nor in the Cyrillic block
		if isCommon(r) {
			return f.rune(r), end
		}
	} else {
		end = behindMarks(text, end)
	}
	if end == at+size && isCommon(r) {
		return f.rune(r), end
	}
	if letter := text[at:end]; !norm.NFC.IsNormalString(letter) {
		r, _ = utf8.DecodeRuneInString(norm.NFC.String(letter))
	}
	return f.rune(r), end
}

// behindMarks returns where the marks end that stand at a place.
func behindMarks(text string, at int) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !unicode.Is(unicode.Mn, r) {
			break
		}
		at += size
	}
	return at
}

// isCommon reports letters that are in their normal form and no marks.
func isCommon(r rune) bool { return r < utf8.RuneSelf || 'Ѐ' <= r && r <= 'џ' }

func (f folding) rune(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' && !f.exact {
			return r + 'a' - 'A'
		}
		return r
	case 'а' <= r && r <= 'я':
		return r
	case r == 'ё', r == 'Ё' && !f.exact:
		return 'е'
	case r == 'Ё':
		return 'Е'
	case 'А' <= r && r <= 'Я' && !f.exact:
		return r + 'а' - 'А'
	}
	return f.rare(r)
}

// rare folds what is no letter of English or Russian.
func (f folding) rare(r rune) rune {
	switch {
	case isUnseen(r) || unicode.Is(unicode.Mn, r):
		return nothing
	case unicode.Is(unicode.Zs, r):
		return ' '
	case r == '\u2010' || r == '\u2011':
		return '-'
	case r == '’' || r == 'ʼ':
		return '\''
	case f.quotes && strings.ContainsRune(curvedQuotes, r):
		return '"'
	case f.exact:
		return r
	}
	return unicode.ToLower(r)
}

const curvedQuotes = "«»„“”‟"

func hasStraightQuote(text string) bool { return strings.Contains(text, `"`) }

// isUnseen reports signs without a look: hyphens and breaks that only a line's end
// shows, and marks of direction. What joins emoji is none of them.
func isUnseen(r rune) bool {
	switch {
	case r == '\u00ad', '\u200b' <= r && r <= '\u200f' && r != joiner, '\u202a' <= r && r <= '\u202e', '\u2060' <= r && r <= '\u2069', r == '\ufeff':
		return true
	}
	return false
}

func withoutUnseen(text string) string {
	return strings.Map(func(r rune) rune {
		if isUnseen(r) {
			return -1
		}
		return r
	}, text)
}

// runeBefore is the letter before a place, but for marks and what is not seen; 0
// where there is none.
func runeBefore(text string, at int) rune {
	for at > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:at])
		if !isUnseen(r) && !unicode.Is(unicode.Mn, r) {
			return r
		}
		at -= size
	}
	return 0
}

// runeBehind is the letter at a place, but for marks and what is not seen; 0 where
// there is none.
func runeBehind(text string, at int) rune {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !isUnseen(r) && !unicode.Is(unicode.Mn, r) {
			return r
		}
		at += size
	}
	return 0
}

// joiner makes one emoji of several.
const joiner = '\u200d'

// cutsGrapheme reports whether a piece of a text begins or ends within what is seen as
// one sign: an emoji of several, or with a colour of skin, or a flag.
func cutsGrapheme(text string, start, end int) bool {
	return cutsSign(text, start) || cutsSign(text, end)
}

func cutsSign(text string, at int) bool {
	const joinerBegins, joinerEnds = 0xE2, 0x8D // emoji begin with greater bytes
	if at == 0 || at == len(text) || text[at-1] != joinerEnds && text[at] < joinerBegins {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	behind, _ := utf8.DecodeRuneInString(text[at:])
	return before == joiner || behind == joiner || '🏻' <= behind && behind <= '🏿' || cutsFlag(text, at)
}

// cutsFlag reports whether a place is between the two letters of a flag.
func cutsFlag(text string, at int) bool {
	behind, _ := utf8.DecodeRuneInString(text[at:])
	if !isFlagLetter(behind) {
		return false
	}
	odd := false
	for at > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:at])
		if !isFlagLetter(r) {
			break
		}
		odd, at = !odd, at-size
	}
	return odd
}

func isFlagLetter(r rune) bool { return '🇦' <= r && r <= '🇿' }

// pattern is folded letters.
type pattern []rune

// pattern folds what was typed.
func (f folding) pattern(typed string) pattern {
	var p pattern
	for at := 0; at < len(typed); {
		var r rune
		if r, at = f.letter(typed, at); r != nothing {
			p = append(p, r)
		}
	}
	return p
}

// match returns where the pattern ends that begins at a place of a text; -1 where it
// does not stand there.
func (p pattern) match(f folding, text string, at int) int {
	for i := 0; i < len(p); {
		if at >= len(text) {
			return -1
		}
		r, next := f.letter(text, at)
		switch {
		case r == p[i]:
			i++
		case r != nothing || i == 0:
			return -1
		}
		at = next
	}
	return at
}

// starts tells places of a text at which no match can begin, quickly: by the bytes
// of the letters that English and Russian have.
type starts struct {
	ascii    [128]bool
	cyrillic [128]bool // U+0400 to U+047F
}

// startsOf are the starts of what begins with one of some folded letters.
func startsOf(f folding, letters ...rune) starts {
	var s starts
	for _, letter := range letters {
		variants := []rune{letter}
		for r := unicode.SimpleFold(letter); r != letter; r = unicode.SimpleFold(r) {
			variants = append(variants, r)
		}
		for _, r := range variants {
			base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r)))
			s.put(base)
		}
		for r := range rune(128) {
			if f.rune(r) == letter {
				s.put(r)
			}
			if f.rune(0x400+r) == letter {
				s.put(0x400 + r)
			}
		}
	}
	return s
}

func (s *starts) put(r rune) {
	switch {
	case r < 128:
		s.ascii[r] = true
	case 0x400 <= r && r < 0x480:
		s.cyrillic[r-0x400] = true
	}
}

// next returns the first place from another on at which a match may begin, or the
// text's end.
func (s *starts) next(text string, at int) int {
	for at < len(text) {
		b := text[at]
		switch {
		case b < utf8.RuneSelf:
			if s.ascii[b] {
				return at
			}
			at++
		case b&^1 == 0xD0 && at+1 < len(text) && text[at+1]&0xC0 == 0x80:
			if s.cyrillic[b&1<<6|text[at+1]&0x3F] {
				return at
			}
			at += 2
		default:
			return at
		}
	}
	return at
}

// capitals is how a word is written.
type capitals int

const (
	mixed capitals = iota // otherwise than one of the others, or no letters at all
	small
	capitalised // the first letter only
	allCapital
)

func capitalsOf(text string) capitals {
	var first, upper, lower, letters int
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		switch {
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			upper++
			if letters == 1 {
				first = 1
			}
		case unicode.IsLower(r):
			lower++
		}
	}
	switch {
	case letters == 0:
		return mixed
	case lower == letters:
		return small
	case first == 1 && upper == 1:
		return capitalised
	case upper == letters:
		return allCapital
	}
	return mixed
}

// unique are letters, each once.
func unique(letters []rune) []rune {
	slices.Sort(letters)
	return slices.Compact(letters)
}
