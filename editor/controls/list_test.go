package controls_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// TestTheFirstRowIsSeen where rows are chosen before their list has a height, as in a dialog that
// is not shown yet.
func TestTheFirstRowIsSeen(t *testing.T) {
	for row, want := range map[int]bool{0: true, 9: false} {
		b := newBench(t)
		l := b.keys.NewList(func() int { return 100 }, func() fyne.CanvasObject { return widget.NewLabel("") }, func(int, fyne.CanvasObject) {})
		l.MinSize() // it is asked for its room before it is given any
		l.Select(row)
		l.Resize(fyne.NewSize(100, 200))
		if top := l.GetScrollOffset() == 0; top != want {
			t.Errorf("row %d chosen: scrolled by %v", row, l.GetScrollOffset())
		}
		l.ScrollToBottom()
		l.Resize(fyne.NewSize(100, 300))
		if l.GetScrollOffset() == 0 {
			t.Errorf("row %d: another size later scrolls back", row)
		}
	}
}

// TestTheChosenRowStaysInSight where its list loses height, as to a longer text about the row,
// but for one that was out of sight before.
func TestTheChosenRowStaysInSight(t *testing.T) {
	b := newBench(t)
	l := b.keys.NewList(func() int { return 100 }, func() fyne.CanvasObject { return widget.NewLabel("") }, func(int, fyne.CanvasObject) {})
	row := widget.NewLabel("").MinSize().Height + l.Theme().Size(theme.SizeNamePadding)
	l.Resize(fyne.NewSize(100, 5*row))
	l.Select(4)
	l.Resize(fyne.NewSize(100, 3*row))
	if top := l.GetScrollOffset(); top < 2*row-l.Theme().Size(theme.SizeNamePadding) {
		t.Errorf("scrolled by %v", top)
	}
	l.ScrollToBottom()
	l.Resize(fyne.NewSize(100, 2*row))
	if top := l.GetScrollOffset(); top < 90*row {
		t.Errorf("scrolled back to %v", top)
	}
}

// TestKeysChooseInAList: each goes on from the row that was chosen, by whatever; where there is
// none further, it stays.
func TestKeysChooseInAList(t *testing.T) {
	for name, c := range map[string]struct {
		rows, from int
		keys       []fyne.KeyName
		want       int
	}{
		"arrows":                 {100, 0, []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyUp}, 1},
		"from a row that is set": {100, 50, []fyne.KeyName{fyne.KeyDown}, 51},
		"end and back":           {100, 0, []fyne.KeyName{fyne.KeyEnd, fyne.KeyUp}, 98},
		"home":                   {100, 50, []fyne.KeyName{fyne.KeyHome}, 0},
		"a page down":            {100, 0, []fyne.KeyName{fyne.KeyPageDown}, 3},
		"pages up":               {100, 50, []fyne.KeyName{fyne.KeyPageUp, fyne.KeyPageUp}, 44},
		"beyond the end":         {3, 0, []fyne.KeyName{fyne.KeyPageDown, fyne.KeyPageDown}, 2},
		"above the top":          {3, 1, []fyne.KeyName{fyne.KeyPageUp}, 0},
		"no rows":                {0, 0, []fyne.KeyName{fyne.KeyEnd, fyne.KeyHome, fyne.KeyPageDown, fyne.KeyDown}, -1},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			list := b.keys.NewList(func() int { return c.rows }, func() fyne.CanvasObject { return widget.NewLabel("") }, func(int, fyne.CanvasObject) {})
			chosen := -1
			list.OnSelected = func(i widget.ListItemID) { chosen = i }
			b.put(list)
			list.Resize(fyne.NewSize(100, 4.5*(widget.NewLabel("").MinSize().Height+list.Theme().Size(theme.SizeNamePadding))))
			list.Select(c.from)
			for _, key := range c.keys {
				b.Press(key, 0)
			}
			if chosen != c.want {
				t.Errorf("row %d, want %d", chosen, c.want)
			}
		})
	}
}
