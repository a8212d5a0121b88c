package sqlite

import (
	"slices"
	"strings"
	"testing"

	"communique/app/library"
	"communique/editor/release"
)

func TestMatch(t *testing.T) {
	for query, want := range map[string]string{
		"":                    "",
		"год:2024":            "",
		`"два слова"`:         `({headline text} : ("два слова"))`,
		`"раз" "два"`:         `({headline text} : ("раз")) AND ({headline text} : ("два"))`,
		`-"раз"`:              `(facets : all) NOT ({headline text} : ("раз"))`,
		`"раз" -"два" -"три"`: `(({headline text} : ("раз"))) NOT (({headline text} : ("два")) OR ({headline text} : ("три")))`,
		"статус:issued":       `(facets : ("statusissued"))`,
		"covid":               `({headline text} : ("covid" OR "covids" OR "covided" OR "coviding" OR "covidded" OR "covidding"))`,
	} {
		if got := match(library.ParseQuery(query, false, nil)); got != want {
			t.Errorf("%s: %s\nnot %s", query, got, want)
		}
	}
	if got := match(library.ParseQuery("xylo", true, nil)); !strings.HasPrefix(got, `({headline text} : ("xylo"* OR "xylos" OR`) {
		t.Errorf("typing: %s", got)
	}
}

// A facet is one word of the index, whatever the value is.
func TestFacets(t *testing.T) {
	r := release.Release{Status: release.Issued, Kind: release.Meeting, Template: "visit-2", Language: "ru"}
	if got := facets(r, "о встрече ", true); got != "all statusissued kindmeeting templatevisit2 languageru twin \ue000о \ue000встрече" {
		t.Errorf("%q", got)
	}
}

// A position tells day and id, and positions are in the order of the two.
func TestPositions(t *testing.T) {
	days := []release.Date{{Year: 1, Month: 1, Day: 1}, {Year: 999, Month: 12, Day: 31}, {Year: 1969, Month: 12, Day: 31}, {Year: 1970, Month: 1, Day: 1}, {Year: 2024, Month: 2, Day: 29}, {Year: 9999, Month: 12, Day: 31}}
	ids := []int64{1, 2, 1 << 20, 1<<idBits - 1}
	var all []position
	for _, d := range days {
		for _, id := range ids {
			p := positionOf(d, id)
			if h := p.handle(); h.ID() != id || h.Day() != d || p <= 0 {
				t.Errorf("%v, %d: %d is %v, %d", d, id, p, h.Day(), h.ID())
			}
			if p <= firstOf(d) || p >= firstOf(release.DateOf(d.Time().AddDate(0, 0, 1))) {
				t.Errorf("%v, %d is outside its day", d, id)
			}
			all = append(all, p)
		}
	}
	if !slices.IsSorted(all) {
		t.Errorf("not in order: %v", all)
	}
	if p := positionOf(release.Date{}, 7); !p.handle().Day().IsZero() || p.handle().ID() != 7 || p <= all[len(all)-1] {
		t.Errorf("without a date: %v, %d", p.handle().Day(), p.handle().ID())
	}
}
