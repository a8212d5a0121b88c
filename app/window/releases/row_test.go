package releases

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"communique/app/library"
)

// TestTheLineBelowStandsCloseBelow the headline, of one line or two or with what was found, and
// all of it in the middle of the row.
func TestTheLineBelowStandsCloseBelow(t *testing.T) {
	s := newStage(t)
	long := strings.Repeat("Встреча представителей ", 6)
	for name, c := range map[string]struct {
		entry library.Entry
		query string
		lines int
	}{
		"one line":                    {library.Entry{ID: 1, Headline: "Встреча"}, "", 1},
		"two":                         {library.Entry{ID: 1, Headline: long}, "", 2},
		"one, with what was found":    {library.Entry{ID: 1, Headline: "Встреча", Lead: "Прошло учение."}, "учение", 2},
		"found in the headline alone": {library.Entry{ID: 1, Headline: "Учение"}, "учение", 1},
	} {
		s.list.Rows.query = library.ParseQuery(c.query, false, nil)
		row := newRowView()
		row.clear()
		s.list.say(row, c.entry, nil, false, 230)
		first, last := row.places[0].Y, float32(0)
		for _, at := range row.places[:row.used] {
			last = max(last, at.Y)
		}
		small := fyne.MeasureText("x", theme.CaptionTextSize(), fyne.TextStyle{}).Height
		middle := row.below + (titleLine-small)/2
		if last != middle {
			t.Errorf("%s: the last line is at %v, not at %v", name, last, middle)
		}
		height := fyne.MeasureText("x", theme.TextSize(), fyne.TextStyle{}).Height
		top := first - (titleLine-height)/2
		if row.below-top != float32(c.lines*titleLine) || top != releaseHeight-(row.below+titleLine) {
			t.Errorf("%s: from %v to %v of %v", name, top, row.below+titleLine, float32(releaseHeight))
		}
	}
}
