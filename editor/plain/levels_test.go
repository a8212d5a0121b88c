package plain

import (
	"slices"
	"testing"
)

// TestLevels: an item stands deeper where two more columns are before it, and out where they are fewer.
func TestLevels(t *testing.T) {
	for _, c := range []struct {
		before []string
		want   []int
	}{
		{[]string{"", "  ", "    ", ""}, []int{0, 1, 2, 0}},
		{[]string{"", "\t", "\t\t", "\t", ""}, []int{0, 1, 2, 1, 0}},
		{[]string{"", " ", "  "}, []int{0, 0, 1}},
		{[]string{"  ", " ", "  "}, []int{0, 0, 0}},
		{[]string{"", "    ", "  "}, []int{0, 1, 1}},
		{[]string{"\t", "\t\t", ""}, []int{0, 1, 0}},
		{[]string{"", " \t", "\u00a0\u00a0\u00a0\u00a0\t"}, []int{0, 1, 2}},
	} {
		var levels Levels
		var got []int
		for _, before := range c.before {
			words, indent := Unindented(before + "- пункт ")
			if words != "- пункт " {
				t.Errorf("%q leaves %q", before, words)
			}
			got = append(got, levels.Next(indent))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: %v, not %v", c.before, got, c.want)
		}
	}
}
