package controls

import (
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func newPills(t *testing.T, texts ...string) (fyne.Window, []*Pill) {
	t.Helper()
	test.NewTempApp(t)
	win := test.NewTempWindow(t, nil)
	keys := NewKeyboard(Params{Canvas: win.Canvas(), Menu: win.MainMenu, Held: func() fyne.KeyModifier { return 0 }, Physical: func(int) fyne.KeyName { return fyne.KeyUnknown }})
	var pills []*Pill
	for _, text := range texts {
		pill := keys.NewPill(func() {})
		pill.Text = text
		pills = append(pills, pill)
	}
	return win, pills
}

// TestWhatAPillShows: quiet, under the pointer, filled, and what is wrong in the colour of that.
func TestWhatAPillShows(t *testing.T) {
	win, pills := newPills(t, "a")
	p := pills[0]
	win.SetContent(container.NewWithoutLayout(p))
	p.Resize(p.MinSize())
	c := theme.Color
	for name, show := range map[string]struct {
		set           func()
		ground, words color.Color
	}{
		"quiet":  {func() {}, color.Transparent, c(theme.ColorNamePlaceHolder)},
		"under":  {func() { p.MouseIn(nil) }, c(theme.ColorNameHover), c(theme.ColorNamePlaceHolder)},
		"filled": {func() { p.Filled = true }, c(theme.ColorNameSelection), c(theme.ColorNameForeground)},
		"alarm":  {func() { p.Alarm = true }, color.Transparent, c(theme.ColorNameError)},
		"both":   {func() { p.Filled, p.Alarm = true, true }, c(theme.ColorNameSelection), c(theme.ColorNameError)},
	} {
		p.Filled, p.Alarm, p.hovered = false, false, false
		show.set()
		p.Refresh()
		if p.ground.FillColor != show.ground || p.words.Color != show.words {
			t.Errorf("%s: %v on %v, not %v on %v", name, p.words.Color, p.ground.FillColor, show.words, show.ground)
		}
	}
}

// TestAPillCutsWhatHasNoRoom shows a text whole as far as it fits, and the newest one.
func TestAPillCutsWhatHasNoRoom(t *testing.T) {
	win, pills := newPills(t, strings.Repeat("длинно ", 20), "aa")
	win.SetContent(container.NewWithoutLayout(pills[0], pills[1]))
	for _, p := range pills {
		p.Resize(p.MinSize())
	}
	long, short := pills[0], pills[1]
	if width := long.Size().Width; width != widestPill || long.words.MinSize().Width > width-2*pillSide || !strings.HasSuffix(long.words.Text, "…") {
		t.Errorf("%q is %v wide in %v", long.words.Text, long.words.MinSize().Width, width)
	}
	if short.words.Text != "aa" {
		t.Errorf("it shows %q", short.words.Text)
	}
	short.Text = "a"
	short.Refresh()
	if short.words.Text != "a" {
		t.Errorf("after a change it shows %q", short.words.Text)
	}
}

// TestRowsOfPills sets pills in the middle or from the left, a gap between them, and in a second line
// what has no room.
func TestRowsOfPills(t *testing.T) {
	win, pills := newPills(t, "первая", "вторая", "третья")
	for _, left := range []bool{false, true} {
		row := container.New(&PillRow{Left: left}, pills[0], pills[1], pills[2])
		win.SetContent(container.NewWithoutLayout(row))
		width := pills[0].MinSize().Width + pillGap + pills[1].MinSize().Width
		row.Resize(fyne.NewSize(width+10, 100))
		start := float32(5)
		if left {
			start = 0
		}
		a, b, c := pills[0].Position(), pills[1].Position(), pills[2].Position()
		if a != fyne.NewPos(start, 0) || b != fyne.NewPos(start+pills[0].Size().Width+pillGap, 0) || c.Y != pillHeight+pillGap {
			t.Errorf("from the left %v: at %v, %v and %v", left, a, b, c)
		}
		if want := (row.Size().Width - pills[2].Size().Width) / 2; !left && c.X != want || left && c.X != 0 {
			t.Errorf("from the left %v: the last is at %v of %v", left, c.X, row.Size().Width)
		}
		if height := row.MinSize().Height; height != 2*pillHeight+pillGap {
			t.Errorf("two lines are %v high", height)
		}
	}
}
