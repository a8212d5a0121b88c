package intake

import (
	"strings"

	"communique/assets/languages"
	"communique/assets/translations"
)

// isDraftMark reports whether a line is the word that our own forms of a draft begin with,
// in a language of releases: what is read is a draft anyway.
func isDraftMark(line string) bool {
	for _, language := range languages.All() {
		if line == draftMark(language) {
			return true
		}
	}
	return false
}

// unmarked takes that word off the subject of a letter.
func unmarked(subject string) string {
	for _, language := range languages.All() {
		if rest, marked := strings.CutPrefix(subject, draftMark(language)+" – "); marked {
			return rest
		}
	}
	return subject
}

func draftMark(language string) string { return translations.Printed(language).Text("printed-draft") }
