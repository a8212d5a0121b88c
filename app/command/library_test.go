package command

import (
	"strings"
	"testing"
)

func TestSearchSpeaksTheQueryLanguage(t *testing.T) {
	o := newOffice(t)
	stocked(o)
	for query, want := range map[string]string{
		"встречи членов": "1", "встречу -совет": "0", `"рабочая встреча"`: "1", "год:2024": "1", "дата:2024-03": "1",
		"место:Бишкек": "1", "статус:черновик": "1", "status:draft": "1", "сказал:Пробного": "2", "неттакого": "0", `"`: "2",
	} {
		if got := strings.TrimSpace(o.must("search", query, "--count")); got != want {
			t.Errorf("%s: %s, want %s", query, got, want)
		}
	}
}

// TestShippedPlaces: the places the program knows follow the office's own.
func TestShippedPlaces(t *testing.T) {
	o := newOffice(t)
	o.must("places", "add", "Пробный")
	const known = "Бишкек\tв Бишкеке\tKG\tAsia/Bishkek\n"
	if out := o.must("places", "list", "--all"); !strings.HasPrefix(out, "Пробный\tв Пробном\t\t\n") || !strings.Contains(out, known) {
		t.Errorf("got %.300s", out)
	}
	if out := o.must("places", "list", "--all", "--json"); !strings.Contains(out, `"name": "Бишкек"`) {
		t.Errorf("got %.300s", out)
	}
	if out := o.must("places", "list"); strings.Contains(out, known) {
		t.Errorf("got %.300s", out)
	}
}
