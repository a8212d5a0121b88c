package rubric

import "testing"

// TestWhatStandsAboveAHeadline is told from headlines and from places.
func TestWhatStandsAboveAHeadline(t *testing.T) {
	for line, want := range map[string][2]bool{ // a section, any mark of the paper
		"Новости": {true, true}, "[Statement]": {true, true}, "Nachrichten": {true, true}, "СРОЧНО!": {true, true}, "18+": {true, true},
		"Пресс-релиз № 15 от 11.09.2024": {false, true}, "FOR IMMEDIATE RELEASE": {false, true}, "Для немедленной публикации": {false, true},
		"Новости города обсудили на форуме": {}, "Релизы подписаны": {}, "": {},
	} {
		if got := [2]bool{Is(line), MarksPaper(line)}; got != want {
			t.Errorf("%q: %t, want %t", line, got, want)
		}
	}
	m := Mark.FindStringSubmatch("Пресс-релиз № 15/2 от 11.09.2024")
	if m == nil || m[1] != "15/2" || m[2] != "11.09.2024" {
		t.Errorf("number and day of a release: %q", m)
	}
	for name, want := range map[string][2]bool{"Politics": {true, false}, "Stadt Aktuelles": {false, true}, "Politik": {false, true}, "Geneva": {}} {
		if got := [2]bool{IsSection(name), IsSectionAbroad(name)}; got != want {
			t.Errorf("%q is a section, and one abroad: %t, want %t", name, got, want)
		}
	}
}
