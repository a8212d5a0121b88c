package proof

import (
	"testing"

	"communique/editor/release"
)

// TestRangesAsTheReleaseWritesThem: the hyphen of the AP's days is no fault where a release is
// written so, and the same text is looked at anew where it is not.
func TestRangesAsTheReleaseWritesThem(t *testing.T) {
	checker := NewChecker()
	for _, english := range []release.English{release.EnglishAP, release.EnglishUN, release.EnglishAP} {
		r := release.New("en")
		r.English, r.Lead = english, "The forum took place on Feb. 8-9, 2028."
		found := false
		for _, f := range checker.Check(r, Params{}) {
			found = found || f.Code == IllSet
		}
		if found != (english == release.EnglishUN) {
			t.Errorf("%q: told %t", english, found)
		}
	}
}
