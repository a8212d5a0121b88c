package words

import (
	"strings"
	"testing"
	"time"
)

// TestNoFormIsLonger: the bound above which the dictionary is not asked is above all that it has.
func TestNoFormIsLonger(t *testing.T) {
	d := russian()
	longest := map[int]int{}
	for i, set := range d.endings {
		for e := range strings.SplitSeq(set, ",") {
			longest[i] = max(longest[i], len(e))
		}
	}
	most := 0
	for line := range strings.Lines(d.words) {
		begin, number, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		ending := longest[parseNumber(strings.TrimPrefix(number, "*"))]
		most = max(most, len(begin)+ending)
	}
	if most > longestWord || most < longestWord/2 {
		t.Errorf("the longest form has %d bytes, the bound is %d", most, longestWord)
	}
}

// TestAWordOfAMegabyte has no forms, and is not looked for at each of its letters.
func TestAWordOfAMegabyte(t *testing.T) {
	word := strings.Repeat("а", 1_000_000)
	start := time.Now()
	if Has(word) || Known(word) != nil || len(Forms(word)) == 0 {
		t.Error("it has forms")
	}
	if took := time.Since(start); took > time.Minute {
		t.Errorf("it took %v", took)
	}
}
