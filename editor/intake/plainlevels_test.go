package intake

import (
	"testing"

	"communique/editor/intake/layout/layouttest"
)

// TestPlainLevels: items of a plain text stand as deep as the spaces before them say.
func TestPlainLevels(t *testing.T) {
	for text, want := range map[string]string{
		"– раз\n  • два\n    – три\n– сто":      "- раз|>- два|>>- три|- сто",
		"- раз\n  - два\n  - три\n- сто":        "- раз|>- два|>- три|- сто",
		"  - раз\n - два\n  - три":              "- раз|- два|- три",
		"– раз\n    • два\n  • три":             "- раз|>- два|>- три",
		"– раз\n• два":                          "– раз|• два",
		"    Слово\n– раз\n– два\n   Слово":     "Слово|- раз|- два|Слово",
		"– раз\n  • два\nСлово\n  • три\n• сто": "- раз|>- два|Слово|- три|- сто",
	} {
		if got := layouttest.Write(linesOf(text)); got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}
