package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/regexp"
)

// SentenceReach is how far from its start the end of a sentence is looked for, in bytes.
const SentenceReach = 1000

// nameReach is how many bytes of a name in quotation marks may follow a full stop in it.
const nameReach = 80

// isWithinName reports whether byte at stands in a name in quotation marks: «Беловежская пуща. Зубр».
func isWithinName(text string, at int) bool {
	if strings.Count(text[:at], "«") <= strings.Count(text[:at], "»") {
		return false
	}
	behind := text[at:Boundary(text, at+nameReach)]
	end := strings.Index(behind, "»")
	return end >= 0 && !strings.ContainsAny(behind[:end], "«.!?")
}

// FirstSentence returns the first sentence of a text. «г. » and initials end none.
func FirstSentence(text string) string {
	text = text[:Boundary(text, SentenceReach)]
	for i := 0; i < len(text); i++ {
		m := sentenceStart.FindStringSubmatchIndex(text[i:])
		if m == nil {
			return text
		}
		if !ShortWord.MatchString(text[:i+m[0]]) && !isWithinName(text, i+m[3]) {
			return text[:i+m[3]]
		}
		i += m[0]
	}
	return text
}

var (
	sentenceStart = regexp.MustCompile(`([.!?…]["»”)]?)\s+["«“(]?[\p{Lu}\d]`)
	// ShortWord is one that a full stop behind it shortens, and ends no sentence.
	ShortWord = regexp.MustCompile(`(?:^|[^\p{L}])(?:\p{L}|гг|гор|ул|им|пл|пр|просп|пер|обл|тыс|млн|млрд|руб|проф|акад|Mr|Mrs|Dr|St|Sept?|Jan|Feb|Aug|Oct|Nov|Dec)$`)
)

// StartsSentence reports whether a text begins as a sentence does: with a capital, a figure or «.
func StartsSentence(text string) bool {
	r, _ := utf8.DecodeRuneInString(text) // a picture has none
	return unicode.IsUpper(r) || unicode.IsDigit(r) || r == '«'
}

// EndsWord reports whether a word ends where text begins.
func EndsWord(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return text == "" || unicode.IsSpace(r) || strings.ContainsRune(",.;:!?)»–—|/(։", r)
}
