package page

import (
	"unicode/utf8"

	"communique/assets/fonts"
	"communique/export/typeface"
)

// A flag is written as the letters of its country's code, each as one of the signs from
// firstSign to lastSign (Unicode, Annex 51). It is drawn as two halves that bear these letters.
const (
	firstSign = '\U0001f1e6'
	lastSign  = '\U0001f1ff'
)

func isSign(r rune) bool { return r >= firstSign && r <= lastSign }

// flags tells the halves of flags in a text that is looked through sign by sign.
type flags struct{ open bool }

// half returns by which letter the face with the flags has the half that a sign draws, and
// whether it is the second one; 0 where it has no other beside it. rest is the text from it on.
func (f *flags) half(r rune, rest string) (letter rune, second bool) {
	opened := f.open
	f.open = false
	if !isSign(r) {
		return 0, false
	}
	if opened {
		return 'A' + r - firstSign, true
	}
	_, size := utf8.DecodeRuneInString(rest)
	if next, _ := utf8.DecodeRuneInString(rest[size:]); !isSign(next) {
		return 0, false
	}
	f.open = true
	return r, false
}

// flag returns half of a flag.
func (s *shaper) flag(r, half rune, size float64) letter {
	face := typeface.Embedded(fonts.Flags)
	id, _ := s.reader.Glyph(face, half)
	return newLetter(r, id, face, size)
}
