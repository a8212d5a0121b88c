package officename

import "testing"

// TestNamesOfOffices are told from titles, sentences and names of persons.
func TestNamesOfOffices(t *testing.T) {
	for text, want := range map[string]string{ // as an English house, as an office, and as a house behind a town
		"Press Information Bureau":      "house behind",
		"City of Samplewick":            "house",
		"Ministry Opens New Bureau":     "",
		"Department of Travel":          "house",
		"Global Affairs":                "behind",
		"Пресс-служба администрации":    "office",
		"Министр провёл встречу":        "",
		"Ann Example said she was glad": "",
		"":                              "",
	} {
		got := ""
		for _, kind := range []struct {
			name string
			is   bool
		}{{"house", IsEnglishHouse(text)}, {"office", IsOffice(text)}, {"behind", IsHouseBehind(text)}} {
			if kind.is {
				if got != "" {
					got += " "
				}
				got += kind.name
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
