package spelling

import "testing"

// TestLook: why a word is not looked up, by its letters, figures and capitals.
func TestLook(t *testing.T) {
	for word, want := range map[string]Reason{
		"ы": Abbreviation, "Ы": Abbreviation, "ы-": Abbreviation, "да": "", "Да": "", "ДА": "", "слово": "", "слОво": Mixed, "СЛово": Mixed,
		"85-летие": Number, "5": Number, "cлово": Mixed, "слово-ab": Mixed, "λόγος": Foreign, "кто-то": "",
	} {
		if _, _, reason, _ := look(word); reason != want {
			t.Errorf("%s: %q, want %q", word, reason, want)
		}
	}
}
