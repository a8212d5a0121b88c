package oneline

import (
	"strings"
	"testing"
)

// TestWireStarts: a town within the headline's own words begins no lead, nor does a name that a known town is a part of.
func TestWireStarts(t *testing.T) {
	const lead = "LONDON – The Council said on Monday that the bridge is safe."
	for before, is := range map[string]bool{"New bridge opens ": true, "New bridge opens in ": false, "New bridge comes from ": false} {
		if isWireStart(before, lead) != is {
			t.Errorf("behind %q: %t", before, !is)
		}
	}
	for name, is := range map[string]bool{"PROBTOWN": true, "EAST LONDON": false} {
		if isWireTownBehind("New bridge opens ", name) != is {
			t.Errorf("%s: %t", name, !is)
		}
	}
}

// TestLongestValue: what stands behind a label up to the next piece is its value as far as it is no text.
func TestLongestValue(t *testing.T) {
	for words, is := range map[string]bool{"Sample Trust": true, strings.Repeat("Sample words ", 12): false} {
		pieces := piecesOf("News provided by "+words+" Published: May 3, 2025", false)
		if got := len(pieces) > 0 && pieces[0].from == 0; got != is {
			t.Errorf("%q: %+v", words, pieces)
		}
	}
}
