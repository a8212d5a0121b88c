package controls

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tabRow is all the names of tabs, as wide as they are.
type tabRow struct {
	widget.BaseWidget
	tabs  *Tabs
	names []*canvas.Text
	line  *canvas.Rectangle // under the name of the tab in front
	ring  *canvas.Rectangle // around it, where the keyboard is
}

// width is that of a tab's name.
func (r *tabRow) width(i int) float32 {
	return fyne.MeasureText(r.tabs.all[i].Name, theme.TextSize(), fyne.TextStyle{}).Width
}

// starts is where each name begins.
func (r *tabRow) starts() []float32 {
	x := float32(tabSide)
	all := make([]float32, len(r.tabs.all))
	for i := range all {
		all[i] = x
		x += r.width(i) + tabGap
	}
	return all
}

// CreateRenderer draws the names.
func (r *tabRow) CreateRenderer() fyne.WidgetRenderer {
	made := &tabRowRenderer{r}
	made.show()
	return made
}

type tabRowRenderer struct{ row *tabRow }

// Destroy has nothing to let go.
func (*tabRowRenderer) Destroy() {}

// MinSize has room for all names.
func (r *tabRowRenderer) MinSize() fyne.Size {
	last := len(r.row.tabs.all) - 1
	return fyne.NewSize(r.row.starts()[last]+r.row.width(last)+tabSide, tabHeight)
}

// Layout sets the names beside each other, and the line and the ring where the one in front is.
func (r *tabRowRenderer) Layout(size fyne.Size) {
	row := r.row
	starts := row.starts()
	for i, name := range row.names {
		height := name.MinSize().Height
		name.Resize(fyne.NewSize(row.width(i), height))
		name.Move(fyne.NewPos(starts[i], (size.Height-height)/2))
	}
	i := slices.Index(row.tabs.all, row.tabs.front)
	row.line.Resize(fyne.NewSize(row.width(i), ringWidth))
	row.line.Move(fyne.NewPos(starts[i], size.Height-ringWidth))
	row.ring.Resize(fyne.NewSize(row.width(i)+2*tabRing, size.Height-2*tabRing))
	row.ring.Move(fyne.NewPos(starts[i]-tabRing, tabRing))
}

// Objects are the names, the line and the ring.
func (r *tabRowRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.row.line, r.row.ring}
	for _, name := range r.row.names {
		all = append(all, name)
	}
	return all
}

// Refresh shows the names as they are now.
func (r *tabRowRenderer) Refresh() {
	r.show()
	r.Layout(r.row.Size())
	canvas.Refresh(r.row)
}

// show gives each name the colour of what it is.
func (r *tabRowRenderer) show() {
	row, t := r.row, r.row.tabs
	for len(row.names) < len(t.all) {
		row.names = append(row.names, canvas.NewText("", nil))
	}
	row.names = row.names[:len(t.all)]
	for i, tab := range t.all {
		colour := theme.ColorNamePlaceHolder
		if tab == t.front || tab == t.hovered {
			colour = theme.ColorNameForeground
		}
		name := row.names[i]
		name.Text, name.TextSize, name.Color = tab.Name, theme.TextSize(), theme.Color(colour)
	}
	accent := theme.Color(theme.ColorNamePrimary)
	row.line.FillColor = accent
	row.ring.StrokeColor, row.ring.StrokeWidth, row.ring.CornerRadius = accent, ringWidth, theme.Size(theme.SizeNameInputRadius)
	row.ring.Hidden = !t.focused
}
