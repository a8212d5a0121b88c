package oneline

import (
	"testing"
)

// TestNounsThatLookLikeVerbs: a lead begins at its verb, and not at a noun that ends as one.
func TestNounsThatLookLikeVerbs(t *testing.T) {
	for _, noun := range []string{"капитал", "материал", "канал", "журнал", "сигнал", "школ", "начала"} {
		text := "План работы Новый и " + noun + " Совет стал больше."
		if start, _ := bestCut(text); text[start:] != "Совет стал больше." {
			t.Errorf("%s: the lead begins with %q", noun, text[start:])
		}
	}
}
