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
