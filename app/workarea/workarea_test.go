package workarea

import (
	"image"
	"testing"
)

func TestWithin(t *testing.T) {
	first := image.Rect(0, 0, 1366, 728) // a taskbar below
	left := image.Rect(-1920, -200, 0, 840)
	for name, test := range map[string]struct{ area, window, want image.Rectangle }{
		"lies within":                {first, image.Rect(40, 30, 1240, 700), image.Rect(40, 30, 1240, 700)},
		"fills it":                   {first, first, first},
		"larger than it":             {first, image.Rect(26, 26, 1322, 865), image.Rect(26, 0, 1322, 728)},
		"larger both ways":           {first, image.Rect(-4, -4, 1400, 900), first},
		"below the taskbar":          {first, image.Rect(100, 400, 900, 1000), image.Rect(100, 128, 900, 728)},
		"above the upper edge":       {first, image.Rect(100, -23, 900, 500), image.Rect(100, 0, 900, 523)},
		"on a monitor that is gone":  {first, image.Rect(2000, 300, 2800, 900), image.Rect(566, 128, 1366, 728)},
		"to the left, on its own":    {left, image.Rect(-1900, -190, -700, 800), image.Rect(-1900, -190, -700, 800)},
		"to the left, beyond it":     {left, image.Rect(-2500, -900, -1300, 100), image.Rect(-1920, -200, -720, 800)},
		"to the left, over its edge": {left, image.Rect(-600, 700, 200, 1000), image.Rect(-800, 540, 0, 840)},
	} {
		if got := within(test.window, test.area); got != test.want {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}
