package typography

import "testing"

func TestIsDomain(t *testing.T) {
	for run, want := range map[string]bool{
		"example.org": true, "a.org": true, "5.org": true, ".org": false, "example.o": false, "example.org/news": true, "example..org": false, "example.Org": false,
		"пример.рф": true, "пример.ру": false, "www.пример.ру": true, "example.o1": false, "5.5": false, "т.д": false, "-.org": false, "орг": false,
	} {
		if isDomain(run) != want {
			t.Errorf("%s: %v", run, !want)
		}
	}
}
