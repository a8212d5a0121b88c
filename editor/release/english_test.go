package release

import (
	"testing"
	"time"
)

// Dates and times: United Nations Editorial Manual; The Associated Press Stylebook.
func TestEnglishDatesAndTimes(t *testing.T) {
	d := Date{Year: 2024, Month: time.September, Day: 1}
	for usage, want := range map[English]string{EnglishUN: "1 September 2024; 1 September", EnglishAP: "Sept. 1, 2024; Sept. 1"} {
		if got := usage.Date(d) + "; " + usage.Day(d); got != want {
			t.Errorf("%q: %s", usage, got)
		}
		if usage.Date(Date{})+usage.Day(Date{}) != "" {
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

// The dateline of an English release is written as its text is.
func TestDateInWords(t *testing.T) {
	r := New("en")
	r.Date = Date{2024, time.September, 11}
	for _, tt := range []struct {
		language string
		english  English
		want     string
	}{{"en", EnglishUN, "11 September 2024"}, {"en", EnglishAP, "Sept. 11, 2024"}, {"en-US", EnglishAP, "Sept. 11, 2024"}, {"ru", EnglishAP, "11 сентября 2024 года"}, {"kk", EnglishAP, "2024 жылғы 11 қыркүйек"}} {
		r.Language, r.English = tt.language, tt.english
		if got := r.DateInWords(); got != tt.want {
			t.Errorf("%s %q: %s", tt.language, tt.english, got)
		}
		encoded, err := r.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if back, err := Parse(encoded); err != nil || back.English != tt.english {
			t.Errorf("%s: %v, %v", encoded, back.English, err)
		}
	}
}
