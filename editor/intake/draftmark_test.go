package intake

import (
	"strings"
	"testing"

	"communique/assets/languages"
	"communique/assets/translations"
)

// TestTheMarkOfADraft: the word that our forms put above a draft is no headline and no note,
// in whatever language the release is, nor a part of a letter's subject.
func TestTheMarkOfADraft(t *testing.T) {
	for _, language := range languages.All() {
		mark := translations.Printed(language).Text("printed-draft")
		found, err := Read(Source{Data: []byte(mark + "\n\nСовет содружества принял план\n\nСтороны обсудили план работ на следующий год и приняли его.\n")})
		if err != nil || len(found.Releases) != 1 {
			t.Fatalf("%s: %v", language, err)
		}
		if r := found.Releases[0]; r.Headline != "Совет содружества принял план" || strings.Contains(r.Notes+r.Lead, mark) {
			t.Errorf("%s: headline %q, notes %q", language, r.Headline, r.Notes)
		}
		if got := asHeadline("Re: " + mark + " – План принят"); got != "План принят" {
			t.Errorf("%s: a letter is about %q", language, got)
		}
	}
}
