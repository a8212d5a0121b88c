package intake

import (
	"testing"
)

// TestATownBeforeAnArticle: a known town and a dash before a sentence are its dateline where the day stands elsewhere.
func TestATownBeforeAnArticle(t *testing.T) {
	for lead, place := range map[string]string{
		"London – The committee voted to cut the rate by a quarter of a point.":  "London",
		"London – A committee voted to cut the rate by a quarter of a point.":    "London",
		"London – Paris trains run again after a strike of three long days.":     "",
		"Samplia – The committee voted to cut the rate by a quarter of a point.": "",
	} {
		if r := readSingle(t, "For immediate release: 7 March 2025\n\nBank cuts rate\n\n"+lead+"\n\nThe members agreed.\n"); r.Place != place || r.Headline != "Bank cuts rate" {
			t.Errorf("%s: %q, %s", lead, r.Place, r.Headline)
		}
	}
}
