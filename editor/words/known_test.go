package words

import (
	"slices"
	"testing"
)

// TestKnown: the forms of every word that has a form, each once; of a word that the dictionary
// does not have, or of another script, none.
func TestKnown(t *testing.T) {
	for word, want := range map[string][]string{"встречи": {"встреча", "встречу", "встречами"}, "заявил": {"заявить", "заявила", "заявили"}, "новой": {"новый", "нового", "новую"}} {
		got := Known(word)
		for _, form := range want {
			if !slices.Contains(got, form) {
				t.Errorf("%s has no form %s in %q", word, form, got)
			}
		}
		slices.Sort(got)
		if len(slices.Compact(slices.Clone(got))) != len(got) {
			t.Errorf("%s has a form twice: %q", word, got)
		}
	}
	for _, word := range []string{"meeting", "абырвалг", "", "2024"} {
		if got := Known(word); got != nil {
			t.Errorf("%s has the forms %q", word, got)
		}
	}
}

// Has is Known without the forms: of every form of some words, and of what is left where a
// letter is taken away.
func TestHas(t *testing.T) {
	known := 0
	for _, word := range []string{"встречи", "заявил", "новой", "и", "я", "мы", "году", "2024", "абырвалг", "meeting", ""} {
		for _, form := range append(Known(word), word) {
			runes := []rune(form)
			for n := range runes {
				for _, w := range []string{form, string(runes[:n]) + string(runes[n+1:]), string(runes[:n])} {
					want := Known(w) != nil
					if got := Has(w); got != want {
						t.Errorf("Has(%q) is %v", w, got)
					}
					if want {
						known++
					}
				}
			}
		}
	}
	if known < 100 {
		t.Errorf("only %d words are known", known)
	}
}
