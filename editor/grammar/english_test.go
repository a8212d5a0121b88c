package grammar

import "testing"

func TestIsEnglishPlural(t *testing.T) {
	for phrase, want := range map[string][2]bool{
		"the session of the Council": {false, true}, "consultations of ministers": {true, true}, "units of three states": {true, true}, "three agreements": {true, true},
		"the Minister of Defence and the Minister of the Interior": {true, true}, "Agreement on Trade and Plan of Action": {false, false},
		"the Agreement between the Republic and the Council": {false, true}, "briefing and news conference": {true, true}, "about 1,000 troops and 200 vehicles": {true, true},
		"the police, the army": {true, true}, "news": {false, true}, "people of three towns": {true, true}, "1 unit": {false, true}, "21 units": {true, true}, "a crisis": {false, true},
		"the congress": {false, true}, "the media": {true, true}, "": {false, false}, "several memoranda": {true, true}, "more than 20 aircraft": {true, true},
	} {
		if plural, certain := IsEnglishPlural(phrase); plural != want[0] || certain != want[1] {
			t.Errorf("%s: %t, %t", phrase, plural, certain)
		}
	}
}
