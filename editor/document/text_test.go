package document

import (
	"strings"
	"testing"

	"communique/editor/release"
)

// TestWhereALetterBegins: in bytes, at the end too; beyond it and before the beginning there is none.
func TestWhereALetterBegins(t *testing.T) {
	for words, places := range map[string][]int{"": {0}, "a": {0, 1}, "ая": {0, 2, 4}, "a😀я": {0, 1, 5, 7}} {
		for n, want := range places {
			if at, ok := byteAt(words, n); at != want || !ok {
				t.Errorf("%q, %d: %d, %t", words, n, at, ok)
			}
		}
		for _, n := range []int{-1, len(places), len(places) + 5} {
			if at, ok := byteAt(words, n); ok {
				t.Errorf("%q, %d: %d", words, n, at)
			}
		}
	}
}

// TestAPieceOfAText is what of it there is, with its marks; nothing where it ends before it begins.
func TestAPieceOfAText(t *testing.T) {
	long := strings.Repeat("абвгд", 3*longest)
	for _, words := range []string{"", "слово", long} {
		letters := []rune(words)
		one := newText(words, []release.Mark{{Start: 1, End: min(3, max(len(letters), 1)), Style: release.Bold}})
		n := len(letters)
		for _, start := range []int{-5, -1, 0, 1, 2, n - 1, n, n + 1} {
			for _, end := range []int{-3, -1, 0, 1, 4, n - 1, n, n + 3} {
				from, to := max(start, 0), min(end, n)
				want := ""
				if from < to {
					want = string(letters[from:to])
				}
				got, marks := one.piece(start, end)
				if got != want {
					t.Fatalf("%.20q from %d to %d: %.20q", words, start, end, got)
				}
				for _, m := range marks {
					if m.Start < 0 || m.End > len([]rune(got)) || m.Start >= m.End {
						t.Errorf("%.20q from %d to %d: marked %+v", words, start, end, m)
					}
				}
			}
		}
	}
}
