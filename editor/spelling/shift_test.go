package spelling

import (
	"slices"
	"testing"
)

// A capital too many in an English word is a mistake; in the name of a firm, and in other languages,
// it is none.
func TestSlipsOfTheShiftKey(t *testing.T) {
	c := New(Params{Words: Words{"REady"}})
	for _, tt := range []struct {
		language, text, word, first string
	}{
		{"en", "Children visited the MUseum.", "MUseum", "Museum"},
		{"en", "The coach coNgratulated the team.", "coNgratulated", "congratulated"},
		{"en", "They went to LOndon.", "LOndon", "London"},
		{"en", "The STaff went home.", "STaff", "Staff"},
		{"en", "The firm is called FIrm.", "", ""},
		{"en", "We use easyJet, YouTube, iPhone, MEPs, McDonald, LEDs and REady.", "", ""},
		{"ru", "Дети пришли в MUseum и музей.", "", ""},
	} {
		found := c.CheckIn(tt.language, tt.text).Misspelt
		if tt.word == "" {
			if len(found) != 0 {
				t.Errorf("%s: found %q", tt.text, found[0].Text)
			}
			continue
		}
		if len(found) != 1 || found[0].Text != tt.word || found[0].Name || !slices.Equal(c.Suggest(found[0])[:1], []string{tt.first}) {
			t.Errorf("%s: found %+v", tt.text, found)
		}
	}
}
