package release

import (
	"reflect"
	"strings"
	"testing"
	"time"
)

// TestOverridesOfAnyAge: what older programs wrote is read and written as it stands, and what
// is written today keeps each finding.
func TestOverridesOfAnyAge(t *testing.T) {
	at := time.Date(2026, 9, 11, 9, 0, 0, 0, time.UTC)
	r := New("ru")
	r.Overrides = []Override{
		{At: at, Who: "Анна Пробная", Why: "Срочно", Codes: []string{"placeholder-left"}},
		{At: at, Who: "Анна Пробная", Why: "Срочно", Findings: []Accepted{{Code: "placeholder-left", Text: "___", Field: BlocksField, Block: 3}, {Code: "lead-missing", Field: LeadField}}},
	}
	data, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	if back, err := Parse(data); err != nil || !reflect.DeepEqual(back, r) {
		t.Errorf("%+v, %v, of\n%s", back.Overrides, err, data)
	}
	older := "format = 2\nlanguage = \"ru\"\nkind = \"news\"\nstatus = \"draft\"\n\n[[overrides]]\nat = 2026-09-11T09:00:00Z\nwho = \"Анна Пробная\"\nwhy = \"Срочно\"\ncodes = [\"placeholder-left\"]\n"
	if back, err := Parse([]byte(older)); err != nil || !reflect.DeepEqual(back.Overrides, r.Overrides[:1]) {
		t.Errorf("older: %+v, %v", back.Overrides, err)
	}
	if got := strings.Count(string(data), "codes"); got != 1 {
		t.Errorf("codes are written %d times:\n%s", got, data)
	}
}

// TestCovers: an override covers what was seen as often as it was seen then.
func TestCovers(t *testing.T) {
	a, b := Accepted{Code: "a", Text: "x"}, Accepted{Code: "a", Text: "y"}
	d := Accepted{Code: "d", More: 2, Rest: "01"}
	r := Release{Overrides: []Override{{Findings: []Accepted{a, b, a, d}}, {Findings: []Accepted{b}}, {Codes: []string{"c"}}}}
	for _, tt := range []struct {
		finding Accepted
		count   int
		want    bool
	}{
		{a, 1, true},
		{a, 2, true},
		{a, 3, false},
		{b, 1, true},
		{b, 2, false},
		{Accepted{Code: "a"}, 1, false},
		{Accepted{Code: "c", Text: "z", Block: 9}, 99, true},
		{Accepted{Code: "b"}, 1, false},
		{d, 1, true},
		{Accepted{Code: "d"}, 1, true},
		{Accepted{Code: "d"}, 2, false},
		{Accepted{Code: "d", More: 2, Rest: "02"}, 1, false},
		{Accepted{Code: "d", More: 3, Rest: "01"}, 1, false},
	} {
		if got := r.Covers(tt.finding, tt.count); got != tt.want {
			t.Errorf("%+v %d times: %v", tt.finding, tt.count, got)
		}
	}
	if new(Release).Covers(a, 1) {
		t.Error("nobody let it go")
	}
}
