package controls

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// Tab is one of several things that stand in the same place.
type Tab struct {
	Name    string
	Content fyne.CanvasObject
}

// Tabs are the names of tabs in a row, of which the one in front is underlined. The row is one
// stop of the keyboard, where the arrows, Home and End turn the tabs; it scrolls where it has
// no room for all names.
type Tabs struct {
	Custom
	// OnSelected hears that another tab is in front, in whatever way it came there.
	OnSelected func()
	all        []*Tab
	front      *Tab
	hovered    *Tab
	row        *tabRow
	scroll     *container.Scroll // of the row
	shown      *fyne.Container   // what the tab in front holds
	object     fyne.CanvasObject
}

// NewTabs returns tabs, of which the first is in front.
func (k *Keyboard) NewTabs(all ...*Tab) *Tabs {
	t := &Tabs{OnSelected: func() {}, shown: container.NewStack()}
	t.row = &tabRow{tabs: t, line: canvas.NewRectangle(nil), ring: canvas.NewRectangle(color.Transparent)}
	t.row.ExtendBaseWidget(t.row)
	t.scroll = container.NewHScroll(t.row)
	t.Extend(k, t)
	t.object = Border(t, nil, nil, nil, t.shown)
	t.Set(all, all[0])
	return t
}

// Object is the row with what the tab in front holds below it.
func (t *Tabs) Object() fyne.CanvasObject { return t.object }

// Set has other tabs in the place of those that are there, without telling anybody.
func (t *Tabs) Set(all []*Tab, front *Tab) {
	t.all = slices.Clone(all)
	t.bring(front)
}

// All are the tabs in their order.
func (t *Tabs) All() []*Tab { return slices.Clone(t.all) }

// Front is the tab in front.
func (t *Tabs) Front() *Tab { return t.front }

// Select brings a tab to the front.
func (t *Tabs) Select(tab *Tab) {
	if tab != t.front {
		t.bring(tab)
		t.OnSelected()
	}
}

// Turn brings the next tab to the front (1) or the one before (-1), and begins anew at the end.
func (t *Tabs) Turn(by int) {
	n := len(t.all)
	t.Select(t.all[(slices.Index(t.all, t.front)+by+n)%n])
}

// First is the first control of the tab in front, or the row itself where there is none.
func (t *Tabs) First() fyne.Focusable {
	if first := First(t.front.Content); first != nil {
		return first
	}
	return t
}

// bring shows what a tab holds.
func (t *Tabs) bring(front *Tab) {
	for _, tab := range t.all {
		tab.Content.Hide()
	}
	t.front = front
	front.Content.Show()
	t.shown.Objects = []fyne.CanvasObject{front.Content}
	t.shown.Refresh()
	t.Refresh()
}

// Name is what the row is called: its tabs, with the one in front in brackets.
func (t *Tabs) Name() string {
	all := ""
	for _, tab := range t.all {
		name := tab.Name
		if tab == t.front {
			name = "[" + name + "]"
		}
		all += " " + name
	}
	return t.named(all[1:])
}

// FocusGained tells that the keyboard came here.
func (t *Tabs) FocusGained() {
	t.arrived()
	t.row.Refresh()
}

// FocusLost tells that the keyboard went elsewhere.
func (t *Tabs) FocusLost() {
	t.focus(false)
	t.row.Refresh()
}

// TypedKey turns the tabs.
func (t *Tabs) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		t.Turn(-1)
	case fyne.KeyRight, fyne.KeyDown:
		t.Turn(1)
	case fyne.KeyHome:
		t.Select(t.all[0])
	case fyne.KeyEnd:
		t.Select(t.all[len(t.all)-1])
	default:
		t.Custom.TypedKey(key)
	}
}

// Tapped brings the tab under the pointer to the front.
func (t *Tabs) Tapped(e *fyne.PointEvent) {
	if tab := t.at(e.Position); tab != nil {
		t.Select(tab)
	}
}

// at is the tab at a place of the row; nil for none.
func (t *Tabs) at(place fyne.Position) *Tab {
	x := place.X + t.scroll.Offset.X
	for i, from := range t.row.starts() {
		if x >= from-tabGap/2 && x < from+t.row.width(i)+tabGap/2 {
			return t.all[i]
		}
	}
	return nil
}

// MouseIn shows that a tab can be turned.
func (t *Tabs) MouseIn(e *desktop.MouseEvent) { t.hover(t.at(e.Position)) }

// MouseMoved shows which tab would be.
func (t *Tabs) MouseMoved(e *desktop.MouseEvent) { t.hover(t.at(e.Position)) }

// MouseOut hears that the pointer went elsewhere.
func (t *Tabs) MouseOut() { t.hover(nil) }

func (t *Tabs) hover(tab *Tab) {
	if tab != t.hovered {
		t.hovered = tab
		t.row.Refresh()
	}
}

// Cursor tells that a tab can be pressed.
func (t *Tabs) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws the row above a line.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer {
	return &tabsRenderer{tabs: t, line: canvas.NewRectangle(theme.Color(theme.ColorNameSeparator))}
}

// The measures of tabs, in Fyne's units.
const (
	tabHeight = 40
	tabSide   = 16 // beside the first and the last
	tabGap    = 20
	tabRing   = 6 // from a name to the ring around it
)

type tabsRenderer struct {
	tabs *Tabs
	line *canvas.Rectangle
}

// Destroy has nothing to let go.
func (*tabsRenderer) Destroy() {}

// MinSize has room for a part of the names: the others are scrolled to.
func (*tabsRenderer) MinSize() fyne.Size { return fyne.NewSize(4*tabSide, tabHeight) }

// Layout shows the name of the tab in front.
func (r *tabsRenderer) Layout(size fyne.Size) {
	r.line.Resize(fyne.NewSize(size.Width, 1))
	r.line.Move(fyne.NewPos(0, size.Height-1))
	r.tabs.scroll.Resize(size)
	r.reveal()
}

func (r *tabsRenderer) reveal() {
	t := r.tabs
	i := slices.Index(t.all, t.front)
	from, view := t.row.starts()[i]-tabSide, t.scroll.Size().Width
	if view == 0 {
		return
	}
	if offset := within(t.scroll.Offset.X, from, t.row.width(i)+2*tabSide, view); offset != t.scroll.Offset.X {
		t.scroll.ScrollToOffset(fyne.NewPos(offset, 0))
	}
}

// Objects are the row and the line.
func (r *tabsRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.line, r.tabs.scroll}
}

// Refresh shows the tabs as they are now.
func (r *tabsRenderer) Refresh() {
	r.line.FillColor = theme.Color(theme.ColorNameSeparator)
	r.line.Refresh()
	r.tabs.row.Refresh()
	r.tabs.scroll.Refresh()
	r.reveal()
}
