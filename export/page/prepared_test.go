package page

import (
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// What is taken for composed without asking is so, alone and beside any of its kind; letters
// apart from their marks are joined.
func TestComposed(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if composed(r) && unicode.IsGraphic(r) && !norm.NFC.PropertiesString(string(r)).BoundaryBefore() {
			t.Errorf("%U joins what stands before it", r)
		}
		if composed(r) && !norm.NFC.IsNormalString(string(r)) {
			t.Errorf("%U is not in its normal form", r)
		}
	}
	for apart, whole := range map[string]string{"и\u0306од": "йод", "е\u0308лка": "ёлка", "cafe\u0301": "café", "\u2126": "Ω", "г.\u00a0Бишкек": "г.\u00a0Бишкек"} {
		if got := prepare(apart); got != whole {
			t.Errorf("%q is set as %q, not %q", apart, got, whole)
		}
	}
}
