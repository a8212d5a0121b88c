package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longest is how many bytes of words without a space are looked at together. Behind
// them a line may end wherever that is.
const longest = 256

// token is what breaking takes at once: a word, or the part of one behind which a line
// may end, or a space. Its end is the only place in it where a line may end.
type token struct {
	from, to int // bytes
	space    bool
	feed     bool // a line feed
}

// token returns what stands at a byte of a text. It is a function of what follows
// alone, so that breaking may begin anew at any line.
func (s *Setter) token(words string, at int) token {
	r, size := utf8.DecodeRuneInString(words[at:])
	if r == '\n' {
		return token{from: at, to: at + size, feed: true}
	}
	if isSpace(r) {
		return token{from: at, to: at + size, space: true}
	}
	end, plain := at, true
	for end < len(words) && end-at < longest {
		r, size := utf8.DecodeRuneInString(words[end:])
		if isSpace(r) {
			break
		}
		plain = plain && unbroken(r)
		end += size
	}
	if !plain {
		end = at + s.firstBreak(words[at:end])
	}
	return token{from: at, to: end}
}

// isSpace reports whether a sign parts words, such that a line may end behind it. It
// then hangs in the margin.
func isSpace(r rune) bool {
	switch {
	case r == ' ', r == '\t', r == '\n', r == '\u200B', r == '\u3000':
		return true
	case r >= '\u2000' && r <= '\u200A':
		return r != '\u2007'
	}
	return false
}

// held reports whether what stands at a byte of a text belongs to the word before the single
// space that parts them: the month to its day, either way round, what is counted to its
// number, a number to its sign, a name to its initial, a dash to what it follows. It is told
// by their shape, as on the page, whether or not somebody has set the space.
func held(words string, at int) bool {
	if at < 2 || words[at-1] != ' ' {
		return false
	}
	before, size := utf8.DecodeLastRuneInString(words[:at-1])
	after, width := utf8.DecodeRuneInString(words[at:])
	switch {
	case before == '№', before == '§', unicode.IsDigit(before) && unicode.IsLetter(after):
		return true
	case after == '—', after == '–', after == '-':
		return !isSpace(before) && (at+width == len(words) || isSpace(rune(words[at+width])))
	case before == '.' && isInitial(words[:at-1-size]):
		return true
	}
	return isDay(words[at:]) && isCapitalised(words[:at-1])
}

// MayEnd reports whether a line may end before what stands at a byte of a text: behind a space, unless
// that holds two words together.
func MayEnd(words string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(words[:at])
	return isSpace(before) && !held(words, at)
}

// isInitial reports whether a text ends in a letter that stands alone.
func isInitial(words string) bool {
	letter, size := utf8.DecodeLastRuneInString(words)
	before, _ := utf8.DecodeLastRuneInString(words[:len(words)-size])
	return unicode.IsLetter(letter) && !unicode.IsLetter(before)
}

// isDay reports whether a text begins with a number that a day may have.
func isDay(words string) bool {
	n := 0
	for n < len(words) && words[n] >= '0' && words[n] <= '9' {
		n++
	}
	return n == 1 || n == 2
}

// isCapitalised reports whether the last word of a text, which may be cut short by a stop,
// begins with a capital.
func isCapitalised(words string) bool {
	words = strings.TrimSuffix(words, ".")
	first := ' '
	for len(words) > 0 {
		r, size := utf8.DecodeLastRuneInString(words)
		if !unicode.IsLetter(r) {
			break
		}
		first, words = r, words[:len(words)-size]
	}
	return unicode.IsUpper(first)
}

// unbroken reports whether a sign is one of those that most words are made of, and
// behind which no line ends.
func unbroken(r rune) bool {
	switch {
	case r >= '0' && r <= '9', r >= 'A' && r <= 'Z', r >= 'a' && r <= 'z', r >= 0xC0 && r <= 0x24F, r >= 0x300 && r < 0x530:
		return true
	}
	return strings.ContainsRune(".,:;\"'()«»№\u00A0", r)
}

// firstBreak returns behind how many bytes of a word a line may end, by the rules of
// Unicode (UAX #14).
func (s *Setter) firstBreak(run string) int {
	ends, ok := s.breaks.get(run)
	if !ok {
		s.segmenter.InitWithString(run)
		at := 0
		for it := s.segmenter.LineIterator(); it.Next(); {
			for _, r := range it.Line().Text {
				at += utf8.RuneLen(r)
			}
			ends = append(ends, at)
		}
		s.breaks.put(strings.Clone(run), ends)
	}
	if len(ends) == 0 || ends[0] > len(run) {
		return len(run) // it is no UTF-8
	}
	return ends[0]
}

// rightToLeft reports whether a text has letters that are written from right to left.
func rightToLeft(words string) bool {
	for i := 0; i < len(words); i++ {
		if b := words[i]; b >= 0xD6 && b <= 0xE0 || b >= 0xEF { // what such letters begin with
			if r, _ := utf8.DecodeRuneInString(words[i:]); unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam) {
				return true
			}
		}
	}
	return false
}
