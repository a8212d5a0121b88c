package naming

import (
	"fmt"
	"testing"

	"communique/editor/grammar"
	"communique/editor/release"
)

// TestInRelease reads a release's fields before its texts, of which each is read by itself.
func TestInRelease(t *testing.T) {
	all := func(r release.Release, most int) string {
		got := ""
		for _, f := range InRelease(grammar.House{}, office(), r, most) {
			got += fmt.Sprintf("%s %s; ", f.Kind, f.Text)
		}
		return got
	}
	r := release.New("ru")
	if got := all(r, 1000); got != "" {
		t.Errorf("a blank release names %s", got)
	}
	r.Place, r.Date = " Минск ", release.Date{Year: 2024, Month: 9, Day: 11}
	r.Headline, r.Lead = "Встреча с Президентом Республики", "Садыром Пробновым открыт Совет содружества"
	r.Notes = "Бишкек" // is not published
	const fields = "place Минск; date 11.09.2024; "
	if got := all(r, 1000); got != fields+"person Садыр Пробнов; organisation Совет содружества; " {
		t.Errorf("got %s", got)
	}
	if got := all(r, len(r.Headline)); got != fields {
		t.Errorf("of the first bytes %s", got)
	}
	r.Place = "[укажите: место]"
	if got := all(r, 0); got != "date 11.09.2024; " {
		t.Errorf("with a blank for a place %s", got)
	}
}
