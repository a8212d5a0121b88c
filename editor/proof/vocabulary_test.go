package proof

import (
	"strings"
	"testing"
)

func TestCountriesAreLookedForByTheirInitials(t *testing.T) {
	for _, names := range countries {
		for _, name := range names {
			if !strings.Contains(countryInitials, firstLetter(name)) {
				t.Errorf("%s is never looked for", name)
			}
		}
	}
}
