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
