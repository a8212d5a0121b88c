package layout

import "testing"

// TestInLine: fractions, roots and letters over others are written in a line; of anything else it is told.
func TestInLine(t *testing.T) {
	for code, want := range map[string]string{
		`EQ \f(1,2)`: "1/2", ` eq \F(1;2) `: "", `EQ \f(1;2)`: "1/2", `EQ \r(,x)`: "√x", `EQ \r(3,x)`: "",
		`EQ \* jc2 \* "Font:DejaVu Serif" \* hps12 \o\ad(\s\up 11(над),раз)`: "раз", `EQ \o(a)`: "", `EQ \o(a,\s\up(b))`: "",
		`EQ \f(\f(1,2),3)`: "", `EQ \f(1,2) + 3`: "", `EQ \f(1,2`: "", `EQ a`: "", `EQ`: "", "": "", `EQ (1,2)`: "", `EQ \`: "", `EQ \(a,b)`: "", `IF \f(1,2)`: "", `EQ \x(1,2)`: "",
	} {
		if got := InLine(code); got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
}
