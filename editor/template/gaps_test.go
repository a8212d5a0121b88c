package template

import "testing"

// TestOfNoWords asks what ends a name of one that has no words.
func TestOfNoWords(t *testing.T) {
	if headOf(nil) != "" || isNamedInList("") || isNamedInList(" ") {
		t.Error("nothing has a name")
	}
}

// TestWithoutGaps takes out what was typed for nothing, and keeps the lines and the marks of a text.
func TestWithoutGaps(t *testing.T) {
	for text, want := range map[string]string{
		"ministers of Finland,  , Council": "ministers of Finland, Council",
		"министры,, гости":                 "министры, гости",
		"guests; ; heads":                  "guests; heads",
		", and Council":                    "and Council",
		"two  spaces":                      "two spaces",
		"Dear colleagues,\nwelcome":        "Dear colleagues,\nwelcome",
		"1,5 тыс. человек":                 "1,5 тыс. человек",
		"a, b; c":                          "a, b; c",
		", ":                               "",
		"":                                 "",
	} {
		if got := withoutGaps(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
