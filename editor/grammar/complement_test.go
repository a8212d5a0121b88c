package grammar

import "testing"

// TestComplementsInAllForms: each word of the tables is found by each of its forms, though the forms of those that begin alike only
// are made when one is asked for.
func TestComplementsInAllForms(t *testing.T) {
	all := map[string]complement{}
	eachComplement(func(_, name string, mark func(map[string]complement, string)) { mark(all, name) })
	if len(all) < 5_000 {
		t.Fatalf("%d words", len(all))
	}
	for word, want := range all {
		if got := complements().Of(word); got != want {
			t.Errorf("%s: %b, not %b", word, got, want)
		}
	}
}
