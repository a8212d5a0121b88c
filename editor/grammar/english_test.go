package grammar

import (
	"testing"
	"time"

	"communique/editor/release"
)

// Dates and times: United Nations Editorial Manual; The Associated Press Stylebook.
func TestEnglishDatesAndTimes(t *testing.T) {
	d := release.Date{Year: 2024, Month: time.September, Day: 1}
	for usage, want := range map[English]string{EnglishUN: "1 September 2024; 1 September", EnglishAP: "Sept. 1, 2024; Sept. 1"} {
		if got := usage.Date(d) + "; " + usage.Day(d); got != want {
			t.Errorf("%q: %s", usage, got)
		}
		if usage.Date(release.Date{})+usage.Day(release.Date{}) != "" {
			t.Error("no date is something")
		}
	}
	for _, month := range []string{"Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."} {
		d.Month = time.Month(1 + indexOf(monthsAP[:], month))
		if got := EnglishAP.Day(d); got != month+" 1" {
			t.Errorf("got %s", got)
		}
	}
	for clock, want := range map[[2]int][2]string{
		{0, 0}: {"midnight", "midnight"}, {0, 5}: {"12.05 a.m.", "12:05 a.m."}, {9, 0}: {"9 a.m.", "9 a.m."}, {12, 0}: {"noon", "noon"},
		{12, 30}: {"12.30 p.m.", "12:30 p.m."}, {15, 5}: {"3.05 p.m.", "3:05 p.m."}, {23, 59}: {"11.59 p.m.", "11:59 p.m."}, {24, 0}: {"midnight", "midnight"},
	} {
		if got := [2]string{EnglishUN.Time(clock[0], clock[1]), EnglishAP.Time(clock[0], clock[1])}; got != want {
			t.Errorf("%v: %v", clock, got)
		}
	}
}

func indexOf(all []string, one string) int {
	for i, other := range all {
		if other == one {
			return i
		}
	}
	return -1
}

func TestIsEnglishPlural(t *testing.T) {
	for phrase, want := range map[string][2]bool{
		"the session of the Council": {false, true}, "consultations of ministers": {true, true}, "units of three states": {true, true}, "three agreements": {true, true},
		"the Minister of Defence and the Minister of the Interior": {true, true}, "Agreement on Trade and Plan of Action": {false, false},
		"the Agreement between the Republic and the Council": {false, true}, "briefing and news conference": {true, true}, "about 1,000 troops and 200 vehicles": {true, true},
		"the police, the army": {true, true}, "news": {false, true}, "people of three towns": {true, true}, "1 unit": {false, true}, "21 units": {true, true}, "a crisis": {false, true},
		"the congress": {false, true}, "the media": {true, true}, "": {false, false}, "several memoranda": {true, true}, "more than 20 aircraft": {true, true},
	} {
		if plural, certain := IsEnglishPlural(phrase); plural != want[0] || certain != want[1] {
			t.Errorf("%s: %t, %t", phrase, plural, certain)
		}
	}
}
