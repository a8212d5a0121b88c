package text

import (
	"fmt"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// EncodingError names the letters that windows-1251 has no place for.
type EncodingError struct {
	Letters string
	Near    string // the words around the first of them
}

func (e *EncodingError) Error() string {
	return fmt.Sprintf("windows-1251 has no %q (near %q)", e.Letters, e.Near)
}

// Fact names the error for the translations.
func (e *EncodingError) Fact() (string, map[string]any) {
	return "text-encoding", map[string]any{"Letters": e.Letters, "Near": e.Near}
}

// equivalents are signs whose older form says the same to every reader.
var equivalents = map[rune]rune{
	'\u2010': '-', '\u2011': '-', // hyphens
	'\u2212': '–',                          // minus
	'\u2009': '\u00a0', '\u202f': '\u00a0', // narrow spaces, which part the digits of numbers
}

func encode1251(text string) ([]byte, error) {
	encoded := make([]byte, 0, len(text))
	var lacking []rune
	first := 0
	for i, r := range text {
		if old, known := equivalents[r]; known {
			r = old
		}
		b, ok := charmap.Windows1251.EncodeRune(r)
		if !ok {
			if len(lacking) == 0 {
				first = i
			}
			if !strings.ContainsRune(string(lacking), r) {
				lacking = append(lacking, r)
			}
		}
		encoded = append(encoded, b)
	}
	if len(lacking) > 0 {
		return nil, &EncodingError{Letters: string(lacking), Near: around(text, first)}
	}
	return encoded, nil
}

// around returns the words next to a byte offset, to find the place by.
func around(text string, at int) string {
	const reach = 20
	before, after := []rune(text[:at]), []rune(text[at:])
	before = before[max(0, len(before)-reach):]
	after = after[:min(len(after), reach)]
	return strings.Join(strings.Fields(string(before)+string(after)), " ")
}
