package app_test

import (
	"os/exec"
	"strings"
	"testing"
)

// TestUnwatched: a package is left out of the race detector only where it has nothing generic of
// sync for the linker to take; every one of several is looked at.
func TestUnwatched(t *testing.T) {
	for packages, want := range map[string]string{
		"unicode/utf8":                "-gcflags=unicode/utf8=-race=false",
		"unicode/utf8 compress/flate": "-gcflags=unicode/utf8=-race=false -gcflags=compress/flate=-race=false",
		"sync":                        "",
		"unicode/utf8 sync":           "",
	} {
		out, err := exec.Command("../.ci/unwatched", strings.Fields(packages)...).Output()
		if got := strings.TrimSpace(string(out)); got != want || (err == nil) != (want != "") {
			t.Errorf("%s: %q, %v", packages, got, err)
		}
	}
}
