package template

import (
	"strings"
	"unicode"

	"communique/editor/grammar"
)

// before gives the text in front of a value the form of its last preposition
// that the value asks for: «с {guest.ins}» begins «со Станиславом». A blank asks for none.
func (f *filling) before(text, value string) string {
	spaced := strings.TrimRightFunc(text, unicode.IsSpace)
	words := strings.Fields(spaced)
	if !f.russian() || value == "" || strings.HasPrefix(value, "[") || len(words) == 0 || len(spaced) == len(text) {
		return text
	}
	last := strings.TrimLeftFunc(words[len(words)-1], unicode.IsPunct)
	return strings.TrimSuffix(spaced, last) + grammar.PrepositionBefore(last, value) + text[len(spaced):]
}
