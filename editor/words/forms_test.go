package words

import (
	"slices"
	"testing"
)

// TestNameForms: a short Cyrillic name has a man's forms beside those of the word it may be;
// a long one, one in a vowel and one of another script have what the word has.
func TestNameForms(t *testing.T) {
	for name, want := range map[string][]string{"лам": {"лам", "лама", "ламу", "ламом", "ламе"}, "ыном": {"ын", "ыну", "ыне"}} {
		got := NameForms(name)
		for _, form := range want {
			if !slices.Contains(got, form) {
				t.Errorf("%s has no form %s in %q", name, form, got)
			}
		}
	}
	for _, word := range []string{"park", "abc", "иванов", "ли", "2024"} {
		if got, want := NameForms(word), Forms(word); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
}
