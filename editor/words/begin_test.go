package words

import "testing"

// TestBegin: each word that was typed begins one of the text's, in any order, whichever stands last.
func TestBegin(t *testing.T) {
	const text = "Встреча в Бишкеке, COVID-19"
	for typed, want := range map[string]bool{
		"": true, " , ": true, "в": true, "встр": true, "ВСТРЕЧА": true, "биш встр": true, "встр биш": true, "cov 19": true, "Встреча в Бишкеке, COVID-19": true,
		"стреча": false, "встреч ош": false, "ош встреч": false, "встречаться": false, "9": false, "COVID20": false,
	} {
		if got := Begin(text, typed); got != want {
			t.Errorf("%q: %t", typed, got)
		}
	}
	if Begin("", "в") || !Begin("", "") {
		t.Error("in a text of no words")
	}
}
