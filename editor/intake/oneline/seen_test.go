package oneline

import (
	"testing"
)

// TestCutsWithin: a lead begins within the first three sentences of a text that runs on from its headline, and in none behind them.
func TestCutsWithin(t *testing.T) {
	for text, want := range map[string]bool{
		"Кто ждёт? Кто рад? В Туле открыт зал Совет города принял план дорог.":          true,
		"Кто ждёт? Кто рад? Кто тут? В Туле открыт зал Совет города принял план дорог.": false,
	} {
		found := false
		eachCut(text, func(at int, _ cut) {
			found = found || len(text)-at == len("Совет города принял план дорог.")
		})
		if found != want {
			t.Errorf("%s: %t", text, found)
		}
	}
}
