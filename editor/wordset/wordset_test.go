package wordset

import (
	"slices"
	"testing"
)

func TestHas(t *testing.T) {
	s := Of("один два\n\tтри  два")
	if s.words != nil {
		t.Error("a set is made before it is asked")
	}
	for word, want := range map[string]bool{"один": true, "два": true, "три": true, "": false, "четыре": false, "один два": false, "тр": false} {
		if s.Has(word) != want {
			t.Errorf("%q: %v", word, !want)
		}
	}
	if got := slices.Sorted(s.All()); !slices.Equal(got, []string{"два", "один", "три"}) {
		t.Errorf("the words are %q", got)
	}
	if Of(" \n").Has("") {
		t.Error("an empty list has a word")
	}
	if none := (*Set)(nil); none.Has("") || len(slices.Collect(none.All())) > 0 {
		t.Error("no set has a word")
	}
}
