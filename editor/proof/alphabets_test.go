package proof

import "testing"

// TestLettersThatLookAlike are each other's, in both directions, and no other letter has one.
func TestLettersThatLookAlike(t *testing.T) {
	const latin, cyrillic = "acekopxyiABCEHKMOPTXY", "асекорхуіАВСЕНКМОРТХУ"
	if got := alike.Replace(latin); got != cyrillic {
		t.Errorf("got %s", got)
	}
	if got := alikeLatin.Replace(cyrillic); got != latin {
		t.Errorf("got %s", got)
	}
	const others = "bdfghjlmnqrstuvwzDFGIJLNQRSUVWZ бвгджзилмнптфцчшщъыьэюяБГДЖЗИЛПФЦЧШЩЪЫЬЭЮЯ 0123"
	if got := alike.Replace(alikeLatin.Replace(others)); got != others {
		t.Errorf("got %s", got)
	}
}

// TestNamesOfTwoAlphabets: each part has three letters, of which one at least is of its alphabet alone.
func TestNamesOfTwoAlphabets(t *testing.T) {
	for text, want := range map[string]bool{
		"ЛИДpress": true, "ЛИДfan": true, "ЛИДtv": false, "ДАpress": false, "LIVEмедиа": true, "ЛИДеры": false, "АКОpress": false, "ЛИДеr": false, "press": false,
	} {
		if isTwoAlphabets(text) != want {
			t.Errorf("%s: %v", text, !want)
		}
	}
}
