package page

import "testing"

// TestRecent makes anew only what the document before had not.
func TestRecent(t *testing.T) {
	var m recent[string, int]
	made := 0
	for i, c := range []struct {
		keys string
		made int
	}{{"abca", 3}, {"abd", 4}, {"abc", 5}} {
		m.turn()
		for _, key := range c.keys {
			m.of(string(key), func() int { made++; return made })
		}
		if made != c.made {
			t.Errorf("document %d: %d made so far, want %d", i, made, c.made)
		}
	}
}
