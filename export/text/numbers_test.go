package text

import "testing"

func TestIsNumber(t *testing.T) {
	for cell, want := range map[string][2]bool{
		"12": {true, false}, "-1 300,50": {true, false}, "−5\u00a0%": {true, false}, "1.09.2024": {true, false}, "5\u00a0₽": {true, false}, "(12)": {true, false},
		"": {false, true}, "—": {false, true}, "- ": {false, true}, "12 т": {false, false}, "до 5": {false, false}, "№ 5": {false, false},
	} {
		if number, blank := isNumber(cell); number != want[0] || blank != want[1] {
			t.Errorf("%q: number %v, blank %v", cell, number, blank)
		}
	}
}

// TestNumbers: a column of numbers, of which some may be blank, and not all.
func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		cells []string
		want  bool
	}{
		{[]string{"12", "1 300,50"}, true}, {[]string{"12", "—", ""}, true}, {[]string{"—", ""}, false}, {nil, false}, {[]string{"12", "до 7"}, false},
	} {
		if got := Numbers(c.cells); got != c.want {
			t.Errorf("%q: %v", c.cells, got)
		}
	}
}
