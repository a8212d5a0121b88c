package english

import "testing"

func TestGerund(t *testing.T) {
	for verb, want := range map[string]string{"build": "building", "merge": "merging", "plan": "planning", "carry": "carrying", "agree": "agreeing", "visit": "visiting", "set": "setting", "hospital": "", "": ""} {
		if got := Gerund(verb); got != want {
			t.Errorf("%s: %s, not %s", verb, got, want)
		}
	}
}

func TestIsCommon(t *testing.T) {
	for word, want := range map[string]bool{"vaccination": true, "long-term": true, "kazakh": false, "almaty": false, "": false, "a-": false} {
		if IsCommon(word) != want {
			t.Errorf("%s: %t", word, !want)
		}
	}
}
