package layouttest

import (
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/encoding"

	"communique/editor/intake/repair"
	"communique/editor/release"
)

// Encoded returns the bytes of a text in a code page, which has all its letters.
func Encoded(t testing.TB, page encoding.Encoding, text string) string {
	t.Helper()
	data, err := page.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Told returns what repairs tell, each its code with its piece.
func Told(repairs []release.Repair) (all []string) {
	for _, r := range repairs {
		all = append(all, r.Code+" "+Piece(r))
	}
	return all
}

// Piece is what a repair tells of: how many of a loss, or the words.
func Piece(r release.Repair) string {
	if strings.HasPrefix(r.Code, repair.Lost) {
		return strconv.Itoa(r.Count)
	}
	return r.Text
}
