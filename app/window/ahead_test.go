package window

import (
	"slices"
	"testing"

	"communique/app/library"
	"communique/editor/release"
)

// TestWhatIsFoundAhead is what the query finds, in texts of the release and in others.
func TestWhatIsFoundAhead(t *testing.T) {
	q := library.ParseQuery("совет", false, library.Names{})
	r := release.Release{Headline: "Заседание совета", Lead: "Без слов."}
	found := findAhead(q, r, func(do func()) { go do() })
	for _, text := range []string{r.Headline, r.Lead, "Совет о другом", ""} {
		if got := found(text); !slices.Equal(got, q.Spans(text)) {
			t.Errorf("%q: %v", text, got)
		}
	}
	if len(found(r.Headline)) == 0 || len(found("Совет о другом")) == 0 {
		t.Error("nothing is found")
	}
}
