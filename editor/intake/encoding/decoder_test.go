package encoding

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// A few control characters are a slip, and one in a hundred; more are no text.
func TestRubbish(t *testing.T) {
	for _, tt := range []struct {
		letters, controls int
		want              bool
	}{{494, 5, true}, {495, 5, false}, {396, 4, false}, {12, 4, false}, {11, 4, true}, {3, 1, false}, {2, 1, true}, {900, 10, true}, {990, 10, false}} {
		if at, bad := rubbish(strings.Repeat("а", tt.letters) + strings.Repeat("\x01", tt.controls)); bad != tt.want || at != 2*tt.letters {
			t.Errorf("%d behind %d letters: at %d, %t", tt.controls, tt.letters, at, bad)
		}
	}
	for _, sign := range []string{"\n", "\r", "\t", "\v", "\f", "\x1a", "\u0085"} {
		if at, bad := rubbish(sign); bad || at != -1 {
			t.Errorf("%q is rubbish", sign)
		}
	}
	for _, sign := range []string{"\x01", "\x7f", "\ufffd", "\x1b"} {
		if at, bad := rubbish("а" + sign); !bad || at != 2 {
			t.Errorf("%q is a text", sign)
		}
	}
}

// TestALongTextIsGuessedByItsBeginning: what comes after so much is of no weight,
// so that a file of any size is read at once.
func TestALongTextIsGuessedByItsBeginning(t *testing.T) {
	russian, err := charmap.Windows1251.NewEncoder().String(strings.Repeat("Встреча прошла. ", guessSample/16))
	if err != nil {
		t.Fatal(err)
	}
	rest, err := charmap.KOI8R.NewEncoder().String(strings.Repeat("Встреча прошла. ", 3*guessSample/16))
	if err != nil {
		t.Fatal(err)
	}
	if name, _ := guess([]byte(russian + rest)); name != "windows-1251" {
		t.Errorf("guessed %s", name)
	}
}
