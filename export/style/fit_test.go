package style

import (
	"math"
	"slices"
	"testing"
	"testing/fstest"

	"communique/assets/fonts"
	"communique/export/typeface"
)

// TestFitted: size, leading and spacing give evenly, by what the style lets each give, and
// lines never touch.
func TestFitted(t *testing.T) {
	s, err := Read("own", []byte("fit = { size = 0.8, leading = 0.7, spacing = 0.5 }\ntext = { size = 10, leading = 1.5 }\nparts.headline = { leading = 1.2, before = 2 }\nparts.lead = { before = 1 }"), nil)
	if err != nil {
		t.Fatal(err)
	}
	for much, want := range map[float64][5]float64{
		0:   {10, 1.5, 1.2, 2, 1},
		0.5: {9, 1.275, 1.1, 1.5, 0.75},
		1:   {8, 1.1, 1.1, 1, 0.5},
	} {
		f := s.Fitted(much)
		got := [5]float64{f.Text.Size, f.Text.Leading, f.Parts.Headline.Leading, f.Parts.Headline.Before, f.Parts.Lead.Before}
		for i := range got {
			if math.Abs(got[i]-want[i]) > 1e-9 {
				t.Errorf("%v: %v, want %v", much, got, want)
				break
			}
		}
		if f.Parts.Lead.Leading != 0 { // the text's
			t.Errorf("%v: a leading of its own: %v", much, f.Parts.Lead.Leading)
		}
	}
	if s.Text.Size != 10 || s.Parts.Headline.Before != 2 {
		t.Error("the style itself was changed")
	}
}

// TestFallbacksHaveTheWeight: what a bold face lacks is taken from bold ones first.
func TestFallbacksHaveTheWeight(t *testing.T) {
	s, err := Shipped(Plain)
	if err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string][]string{
		fonts.Serif:           {fonts.Serif, fonts.Fallback, fonts.Signs, fonts.FallbackSans, fonts.Fallback, fonts.Emoji},
		fonts.SerifBold:       {fonts.SerifBold, fonts.FallbackBold, fonts.SignsBold, fonts.FallbackSansBold, fonts.Fallback, fonts.Emoji},
		fonts.SansItalic:      {fonts.SansItalic, fonts.FallbackSans, fonts.Signs, fonts.FallbackSans, fonts.Fallback, fonts.Emoji},
		fonts.SerifBoldItalic: {fonts.SerifBoldItalic, fonts.FallbackBoldItalic, fonts.SignsBold, fonts.FallbackSansBold, fonts.Fallback, fonts.Emoji},
	} {
		if got := s.Fallbacks(typeface.Embedded(file)); !slices.Equal(got, want) {
			t.Errorf("%s: %q", file, got)
		}
	}
}

// TestCuts: faces as a word processor finds them, of the program and of files.
func TestCuts(t *testing.T) {
	s, err := Read("own", []byte("fonts = { text = 'own.ttf', bold = 'bold.ttf', italic = 'slanted.ttf', bold_italic = 'PT Sans Bold Italic', sans = 'PT Serif Italic' }"), fstest.MapFS{
		"own.ttf": {Data: fonts.Data(fonts.Serif)}, "bold.ttf": {Data: fonts.Data(fonts.SansBold)}, "slanted.ttf": {Data: fonts.Data(fonts.SerifItalic)},
	})
	if err != nil {
		t.Fatal(err)
	}
	for font, want := range map[string]Cut{
		"": {"Communique Serif", false, false}, "text": {"Communique Serif", false, false}, "bold": {"Communique Sans", true, false},
		"italic": {"Communique Serif", false, true}, "bold_italic": {"PT Sans", true, true}, "sans": {"PT Serif", false, true}, "sans_bold": {"PT Sans", true, false},
	} {
		if got := s.Cut(font); got != want {
			t.Errorf("%q is %+v, want %+v", font, got, want)
		}
	}
}
