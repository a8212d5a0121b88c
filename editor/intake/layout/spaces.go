package layout

import (
	"strings"
	"unicode"
)

// longWord is how many letters a word has, at least, that no writer keeps together with
// another such word.
const longWord = 4

// Loosened returns a text in which a no-break space between two long words, where it only keeps
// a line from being well filled, is an ordinary one, and how many were so.
func Loosened(text string) (loose string, n int) {
	if !strings.ContainsRune(text, noBreak) {
		return text, 0
	}
	letters := []rune(text)
	if n = loosen(letters); n == 0 {
		return text, 0
	}
	return string(letters), n
}

const noBreak = '\u00a0'

// loosen is Loosened of letters where they stand.
func loosen(letters []rune) (n int) {
	for i, r := range letters {
		if r == noBreak && word(letters[:i], -1) >= longWord && word(letters[i+1:], 1) >= longWord {
			letters[i] = ' '
			n++
		}
	}
	return n
}

// word counts the small letters at the end, or the start, of some letters, as far as a long word
// has them.
func word(letters []rune, step int) (n int) {
	at := 0
	if step < 0 {
		at = len(letters) - 1
	}
	for ; at >= 0 && at < len(letters) && n < longWord && unicode.IsLower(letters[at]); at += step {
		n++
	}
	return n
}
