package style

import "testing"

// TestMeasures: a millimetre in points, and the sheets by ISO 216 and ANSI Y14.1.
func TestMeasures(t *testing.T) {
	if inch := Point * 25.4; inch != 72 {
		t.Errorf("an inch has %v points", inch)
	}
	for size, want := range map[string][2]float64{"A4": {210, 297}, "A5": {148, 210}, "Letter": {215.9, 279.4}} {
		if w, h := (Page{Size: size}).Dimensions(); w != want[0] || h != want[1] {
			t.Errorf("%s is %v × %v", size, w, h)
		}
	}
}
