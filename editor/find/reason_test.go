package find

import (
	"strings"
	"testing"

	"communique/assets/translations"
)

func TestReasonsHaveSentences(t *testing.T) {
	for _, language := range translations.Languages() {
		words, err := translations.New(language)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range Reasons() {
			name, args := r.Fact()
			if text := words.Text(name, args); strings.Contains(text, "⟦") {
				t.Error(language, text)
			}
		}
	}
}
