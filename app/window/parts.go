package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// noticeBar is the line at the window's foot that says what was just done, and
// where something went wrong, offers a way on.
type noticeBar struct {
	label  *widget.Label
	way    *widget.Button
	close  *widget.Button
	object *fyne.Container
}

func newNoticeBar() *noticeBar {
	n := &noticeBar{label: widget.NewLabel("")}
	n.label.Wrapping = fyne.TextWrapWord
	n.close = widget.NewButtonWithIcon("", theme.CancelIcon(), func() { n.object.Hide() })
	n.close.Importance = widget.LowImportance
	n.way = widget.NewButton("", nil)
	n.object = container.NewBorder(widget.NewSeparator(), nil, nil, container.NewHBox(container.NewCenter(n.way), n.close), n.label)
	n.object.Hide()
	return n
}

func (n *noticeBar) show(text string, trouble bool) {
	n.label.Importance = widget.MediumImportance
	if trouble {
		n.label.Importance = widget.DangerImportance
	}
	n.label.SetText(text)
	n.way.Hide()
	n.object.Hidden = text == ""
	n.object.Refresh()
}

// offer tells of trouble with a button that leads on.
func (n *noticeBar) offer(text, name string, way func()) {
	n.show(text, true)
	n.way.OnTapped = way
	n.way.SetText(name)
	n.way.Show()
}

// offers reports whether a way on is being offered.
func (n *noticeBar) offers() bool { return n.object.Visible() && n.way.Visible() }

// keyButton is a button that Enter presses and Escape leaves.
type keyButton struct {
	widget.Button
	onEscape func()
}

func newKeyButton(text string, tapped, onEscape func()) *keyButton {
	b := &keyButton{onEscape: onEscape}
	b.Text, b.OnTapped = text, tapped
	b.ExtendBaseWidget(b)
	return b
}

// with gives the button an icon and a weight.
func (b *keyButton) with(icon fyne.Resource, importance widget.Importance) *keyButton {
	b.Icon, b.Importance = icon, importance
	return b
}

// TypedKey makes the keys of a dialog work: Enter is yes, Escape is no.
func (b *keyButton) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		b.OnTapped()
	case fyne.KeyEscape:
		b.onEscape()
	default:
		b.Button.TypedKey(key)
	}
}

// keyList is a list in a dialog: Escape leaves it.
type keyList struct {
	widget.List
	onEscape func()
}

func newKeyList(length func() int, create func() fyne.CanvasObject, update func(widget.ListItemID, fyne.CanvasObject)) *keyList {
	l := &keyList{}
	l.Length, l.CreateItem, l.UpdateItem = length, create, update
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey leaves with Escape; the arrows choose.
func (l *keyList) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyEscape:
		l.onEscape()
	case fyne.KeyDown, fyne.KeyUp:
		l.List.TypedKey(key)
		l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace}) // the highlighted row is the chosen one
	default:
		l.List.TypedKey(key)
	}
}

// ask puts a question; the confirming button has the keyboard.
func (w *Window) ask(title, question, confirm string, importance widget.Importance, yes func()) {
	label := widget.NewLabel(question)
	label.Wrapping = fyne.TextWrapWord
	d := dialog.NewCustomWithoutButtons(title, label, w.win)
	no := newKeyButton(w.text("button-cancel"), d.Hide, d.Hide)
	ok := newKeyButton(confirm, func() { d.Hide(); yes() }, d.Hide)
	ok.Importance = importance
	d.SetButtons([]fyne.CanvasObject{no, ok})
	d.Resize(fyne.NewSize(520, 180))
	d.Show()
	w.win.Canvas().Focus(ok)
}

// columnLayout stacks objects in one column of a readable width.
type columnLayout struct{}

const (
	columnWidth = 360
	columnGap   = 8
)

func (columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, o := range objects {
		height += columnHeight(o) + columnGap
	}
	return fyne.NewSize(columnWidth, height)
}

func (columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		height := columnHeight(o)
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, height))
		y += height + columnGap
	}
}

// columnHeight measures a wrapped label at the column's width.
func columnHeight(o fyne.CanvasObject) float32 {
	if o.Size().Width == 0 {
		o.Resize(fyne.NewSize(columnWidth, o.MinSize().Height))
	}
	return o.MinSize().Height
}

// pageLayout sets one object in the middle, no wider than lines are read well.
type pageLayout struct{}

const (
	pageMaxWidth = 760
	pageMargin   = 24
)

func (pageLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(2*pageMargin, 2*pageMargin)
}

func (pageLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width-2*pageMargin, pageMaxWidth)
	objects[0].Move(fyne.NewPos((size.Width-width)/2, pageMargin))
	objects[0].Resize(fyne.NewSize(width, size.Height-2*pageMargin))
}
