// Package words takes a text apart into words and finds what the forms of one
// word have in common, for searching. What is stored is never changed by it.
package words

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Word is a word in a text: letters and digits that nothing parts. The parts
// of «вице-премьер», COVID-19, 3,5 and an address are words of their own.
type Word struct {
	Start, End int // bytes in the text
	// Folded is the word in lower case, ё as е, one form of й, no stress marks.
	Folded string
}

// In goes through the words of text. What is not seen parts no word: a soft hyphen, a
// space of no width.
func In(text string) iter.Seq[Word] {
	return func(yield func(Word) bool) {
		start, end := -1, 0
		for i, r := range text {
			if IsPart(r) {
				if start < 0 {
					start = i
				}
				end = i + utf8.RuneLen(r)
				continue
			}
			if start >= 0 && (isUnseen(r) || unicode.IsMark(r)) {
				continue
			}
			if start >= 0 && !yield(Word{start, end, foldWord(text[start:end])}) {
				return
			}
			start = -1
		}
		if start >= 0 {
			yield(Word{start, end, foldWord(text[start:end])})
		}
	}
}

// isUnseen reports whether r is a sign that formats and is not seen.
func isUnseen(r rune) bool {
	return r >= utf8.RuneSelf && (r < 'Ѐ' || r > 'џ') && unicode.Is(unicode.Cf, r)
}

// foldWord folds a word: what Fold does, ligatures as the letters they are made of, and
// nothing of what is not seen.
func foldWord(word string) string {
	if common(word) {
		return lower(word)
	}
	word = strings.Map(func(r rune) rune {
		if isUnseen(r) {
			return -1
		}
		return r
	}, word)
	return Fold(norm.NFKC.String(word))
}

// Begin reports whether a word of text begins with each word that was typed.
func Begin(text, typed string) bool {
	for t := range In(typed) {
		begins := false
		for w := range In(text) {
			begins = begins || strings.HasPrefix(w.Folded, t.Folded)
		}
		if !begins {
			return false
		}
	}
	return true
}

// IsPart reports whether r belongs to a word; a mark (a stress, the breve of a
// decomposed й) never parts one.
func IsPart(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	case 'Ѐ' <= r && r <= 'џ': // all of them are letters, and most of our texts
		return true
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// Fold makes letters compare alike: lower case, ё as е, one form of й, no
// stress marks.
func Fold(text string) string {
	if !common(text) && !norm.NFC.IsNormalString(text) {
		text = norm.NFC.String(text)
	}
	return lower(text)
}

// lower is text of the normal form as Fold has it.
func lower(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == 'ё' || r == 'Ё':
			return 'е'
		case 'а' <= r && r <= 'я':
			return r
		case r >= utf8.RuneSelf && (unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r)):
			return -1
		default:
			return unicode.ToLower(r)
		}
	}, text)
}

// common reports whether text has letters of English and Russian only, which
// are in their normal form; looking that up costs more than all the rest.
func common(text string) bool {
	for _, r := range text {
		if r >= utf8.RuneSelf && (r < 'Ѐ' || r > 'џ') {
			return false
		}
	}
	return true
}
