package library

import (
	"slices"
	"strings"
	"testing"
)

func TestDistance(t *testing.T) {
	for _, tt := range []struct {
		typed, word string
		letters     int
		ok          bool
	}{
		{"встреча", "встреча", 0, true},
		{"встреча", "встречи", 1, true},
		{"всртеча", "встреча", 1, true},
		{"втреча", "встреча", 1, true},
		{"встреч", "встреча", 1, true},
		{"всстреча", "встреча", 1, true},
		{"встреечаа", "встреча", 2, true},
		{"стреча", "встречах", 2, true},
		{"стреча", "встречами", 0, false},
		{"встри", "встреча", 0, false},
		{"план", "клин", 2, false},
		{"совет", "савит", 2, false},
		{"советы", "савиты", 2, true},
		{"план", "плен", 1, true},
		{"на", "не", 1, false},
		{"protocol", "protokol", 1, true},
		{"covid18", "covid19", 1, true},
	} {
		if letters, ok := Distance(tt.typed, tt.word); ok != tt.ok || ok && letters != tt.letters {
			t.Errorf("%s, %s: %d, %t", tt.typed, tt.word, letters, ok)
		}
		if near := slices.Contains(OneOff(tt.typed), tt.word); near && tt.letters > 1 || !near && tt.ok && tt.letters == 1 {
			t.Errorf("%s, %s: one off: %t", tt.typed, tt.word, near)
		}
	}
}

// TestNothingIsOneOffALongLine: a line without spaces may be pasted where a word is looked for.
func TestNothingIsOneOffALongLine(t *testing.T) {
	for letters, want := range map[int]bool{longestNear: true, longestNear + 1: false, 100_000: false} {
		if got := len(OneOff(strings.Repeat("а", letters))) > 0; got != want {
			t.Errorf("%d letters: %v", letters, got)
		}
	}
}

func TestNearWith(t *testing.T) {
	n := Near{Typed: "всртеча"}
	for typed, want := range map[string]string{
		"всртеча": "встреча", "Всртеча министров": "встреча министров", "план -учения всртеча год:2024": "план -учения встреча год:2024", "кто:всртеча": "кто:встреча", "другое": "другое",
	} {
		if got := n.With(typed, "встреча"); got != want {
			t.Errorf("%s: %s", typed, got)
		}
	}
}
