package typeface

import (
	"testing"

	"communique/assets/fonts"
)

func TestCut(t *testing.T) {
	for file, want := range map[string][2]bool{
		fonts.Serif: {false, false}, fonts.SerifBold: {true, false}, fonts.SerifItalic: {false, true}, fonts.SansBoldItalic: {true, true},
	} {
		if bold, italic := Embedded(file).Cut(); [2]bool{bold, italic} != want {
			t.Errorf("%s: bold %v, italic %v", file, bold, italic)
		}
	}
}
