package wordset

import (
	"slices"
	"strconv"
	"testing"
)

// TestTable has every word of a large table found, and others not.
func TestTable(t *testing.T) {
	words := map[string]int{}
	for i := range 3000 {
		words[strconv.Itoa(i*i)+"слово"[:2*(i%6)]] = i + 1
	}
	table := TableOf(words)
	for word, want := range words {
		if table.Of(word) != want {
			t.Errorf("%q: %d, not %d", word, table.Of(word), want)
		}
		if words[word+"я"] == 0 && table.Of(word+"я") != 0 {
			t.Errorf("%q is in the table", word+"я")
		}
	}
	if none := TableOf(map[string]int{}); none.Of("") != 0 || (*Table[int])(nil).Of("слово") != 0 {
		t.Error("an empty table has a word")
	}
}

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
