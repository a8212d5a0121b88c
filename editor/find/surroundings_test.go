package find

import (
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
)

// TestAround: the words of the hit's own text, whole ones, in one line, and a sign where there are more.
func TestAround(t *testing.T) {
	for name, c := range map[string]struct {
		text, hit string
		want      []Surroundings
	}{
		"all of a short text":      {"В Минске прошла встреча послов", "встреча", []Surroundings{{"В Минске прошла ", " послов"}}},
		"whole words of a long":    {"Сегодня в городе Пробном прошла встреча послов содружества и министров", "встреча", []Surroundings{{"…Пробном прошла ", " послов…"}}},
		"a hit at either end":      {"план и план", "план", []Surroundings{{"", " и план"}, {"план и ", ""}}},
		"a line broken by hand":    {"один\nплан\nдва", "план", []Surroundings{{"один ", " два"}}},
		"words that do not end":    {strings.Repeat("ж", 40) + "план" + strings.Repeat("щ", 40), "план", []Surroundings{{"…" + strings.Repeat("ж", 16), strings.Repeat("щ", 16) + "…"}}},
		"letters of several bytes": {"«ё» 😀 план 😀 «ё»", "план", []Surroundings{{"«ё» 😀 ", " 😀 «ё»"}}},
		"nothing around":           {"план", "план", []Surroundings{{"", ""}}},
	} {
		t.Run(name, func(t *testing.T) {
			r := release.New("ru")
			r.Headline, r.Lead = "Нечто иное", c.text
			changes := New(c.hit, Options{}).Plain(r.Passages(), Replacement{Words: "x"})
			if got := Around(r.Passages(), changes, 16); !slices.Equal(got, c.want) {
				t.Errorf("%q, not %q", got, c.want)
			}
		})
	}
	gone := []Change{{Hit: Hit{release.TextID{Block: 77}, 3, 5}}}
	if got := Around(release.New("ru").Passages(), gone, 16); got[0] != (Surroundings{}) {
		t.Errorf("%q around nothing", got)
	}
}
