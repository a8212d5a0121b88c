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

// TestIsAddress: a site has Latin letters or figures on both sides of its dot, and no capital behind it.
func TestIsAddress(t *testing.T) {
	for run, want := range map[string]bool{
		"a.aa": true, "z.zz": true, "A.az": true, "Z.za": true, "0.aa": true, "9.aa": true, "a.0a": true, "a.9z": true, "(example.org)": true, "сайт.рф": true, "пример.рф,": true,
		"{.aa": false, "`.aa": false, "/.aa": false, "x:.aa": false, "a.{a": false, "a.`a": false, "a./a": false, "a.:a": false, "met.The": false, "a.Zz": false, "a.Aa": false, "a.[a": false,
		"a.a": false, ".aa": false, "конец.на": false, "п.рфа": false, "x@y": true, "#тег": true, "a_b": true, "www.": true,
	} {
		if got := isAddress(run); got != want {
			t.Errorf("%s: %v", run, got)
		}
	}
}
