package filling

import (
	"strings"
	"testing"
)

// TestALongFormIsShortened where it is only told which one is meant.
func TestALongFormIsShortened(t *testing.T) {
	long := strings.Repeat("ё", 121)
	if got := shortened(long); got != long[:2*119]+"…" {
		t.Errorf("got %q", got)
	}
	if got := shortened(long[2:]); got != long[2:] {
		t.Errorf("got %q", got)
	}
}
