package text

import (
	"testing"

	"communique/assets/translations"
	"communique/editor/release"
)

// TestKind: each kind of document by its name, with the number that it has.
func TestKind(t *testing.T) {
	for kind, want := range map[release.Kind]string{
		release.News: "PRESS RELEASE", release.Meeting: "PRESS RELEASE", release.Exercise: "PRESS RELEASE", release.Statement: "STATEMENT", release.Announcement: "MEDIA ADVISORY",
		release.Congratulation: "MESSAGE OF CONGRATULATION", release.Condolence: "MESSAGE OF CONDOLENCE", release.Comment: "COMMENT",
	} {
		r := release.Release{Kind: kind}
		for number, said := range map[string]string{"": want, " 15\n": want + " No. 15"} {
			if r.Number = number; Kind(r, translations.Printed("en")) != said {
				t.Errorf("%s, number %q: %q", kind, number, Kind(r, translations.Printed("en")))
			}
		}
	}
}
