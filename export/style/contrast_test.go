package style

import (
	"errors"
	"fmt"
	"image/color"
	"math"
	"slices"
	"testing"
)

// TestContrast reckons as the guidelines' own examples do.
func TestContrast(t *testing.T) {
	for ink, want := range map[color.NRGBA]float64{
		{A: 255}: 21, {R: 255, G: 255, B: 255, A: 255}: 1, {R: 0x76, G: 0x76, B: 0x76, A: 255}: 4.54, {R: 0x77, G: 0x77, B: 0x77, A: 255}: 4.48,
		{R: 255, A: 255}: 4.00, {G: 255, A: 255}: 1.37, {B: 255, A: 255}: 8.59,
	} {
		if got := contrastWithWhite(ink); math.Abs(got-want) > 0.005 {
			t.Errorf("%v: %.3f, want %.2f", ink, got, want)
		}
	}
}

// TestPaleColours: each colour is held to what the letters in it need, small or large.
func TestPaleColours(t *testing.T) {
	for source, want := range map[string][]string{
		"": nil, "base = 'gost'": nil,
		"colours.text = '#777777'":  {"colours.text #777777 4.4 4.5"},
		"colours.muted = '#777777'": {"colours.muted #777777 4.4 4.5"},
		"colours.muted = '#767676'": nil,
		"colours.link = '#3399ff'":  {"colours.link #3399ff 2.9 4.5"},
		"colours.rule = '#eeeeee'":  nil, // no letters
		"colours.accent = '#ffffff'\nparts.subheading.colour = 'text'\nparts.headline.colour = 'text'\nparts.lead.colour = 'text'": nil, // nothing has it
		"colours.accent = '#ff0000'\nparts.headline.colour = 'accent'":                                                             nil, // 18.4 points
		"colours.accent = '#ff0000'\nparts.headline.colour = 'accent'\nparts.headline.size = 1.5\nparts.headline.font = 'sans'":    {"colours.accent #ff0000 3.9 4.5"},
		"colours.accent = '#ff0000'\nparts.headline.colour = 'accent'\nparts.headline.size = 1.25\ntext.size = 11.5":               nil, // bold, 14.4
		"colours.accent = '#ff0000'\nparts.headline.colour = 'accent'\nparts.lead.colour = 'accent'":                               {"colours.accent #ff0000 3.9 4.5"},
		"colours.accent = '#ff8080'\nparts.headline.colour = 'accent'":                                                             {"colours.accent #ff8080 2.4 3"},
		"embargo.colour = '#ff0000'": {"embargo.colour #ff0000 3.9 4.5"}, "embargo.colour = '#ff0000'\nembargo.size = 14": nil, "embargo.colour = '#ff0000'\nembargo.show = false": nil,
		"draft.colour = '#ffaaaa'": {"draft.colour #ffaaaa 1.8 4.5"}, "draft.colour = '#ffaaaa'\ndraft.show = false": nil,
		"colours.text = '#ffffff'\ndraft.colour = '#ffffff'": {"colours.text #ffffff 1 4.5", "draft.colour #ffffff 1 4.5"},
	} {
		s, err := Read("own", []byte(source), nil)
		if err != nil {
			t.Fatal(source, err)
		}
		var got []string
		for _, e := range s.pale() {
			got = append(got, fmt.Sprint(e.Key, " ", e.Value, " ", e.Ratio, " ", e.Least))
			if name, args := e.Fact(); name != "style-contrast" || args["Key"] != e.Key || args["Value"] != e.Value || args["Ratio"] != e.Ratio || args["Least"] != e.Least {
				t.Errorf("%s: %s, %v", source, name, args)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", source, got, want)
		}
		var pale *ContrastError
		if err := s.Check(); errors.As(err, &pale) != (len(want) > 0) {
			t.Errorf("%s: %v", source, err)
		}
	}
}
