package window

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/background"
	"communique/app/window/screen"
	"communique/editor/controls"
)

// noticeBar is the line at the window's foot that says what was just done, and
// where something went wrong, offers a way on.
type noticeBar struct {
	label  *widget.Label
	way    *controls.Button
	object *fyne.Container
}

// newNoticeBar makes the line; settle finds the keyboard a place when the line
// goes.
func newNoticeBar(keys *controls.Keyboard, closing string, settle func()) *noticeBar {
	n := &noticeBar{label: screen.Wrapped(""), way: keys.NewButton("", nil, nil)}
	hide := keys.NewIconButton(closing, theme.CancelIcon(), func() { n.object.Hide(); settle() })
	n.object = controls.Border(widget.NewSeparator(), nil, nil, container.NewHBox(container.NewCenter(n.way), hide), n.label)
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

// text is what is told; "" for nothing.
func (n *noticeBar) text() string {
	if !n.object.Visible() {
		return ""
	}
	return n.label.Text
}

// troubled says whether what is told is trouble.
func (n *noticeBar) troubled() bool { return n.label.Importance == widget.DangerImportance }

// beforeDialog finds out what a dialog opens with. It is not opened when the
// person has asked for another meanwhile, or has one before them.
func (w *Window) beforeDialog(work func(ctx context.Context) error, show func()) {
	w.before.Ask(background.Question{Work: work, Answer: func(err error) {
		switch {
		case err != nil:
			w.fail(err)
		case w.win.Canvas().Overlays().Top() == nil:
			show()
		}
	}})
}

// ask puts a question that somebody has just called for; the confirming button
// has the keyboard.
func (w *Window) ask(title, question, confirm string, importance widget.Importance, yes func()) *screen.Dialog {
	d := w.dialogs.New(title, screen.Wrapped(question), w.text("button-cancel"))
	ok := d.Yes(confirm, nil, func() { d.Close(); yes() }).With(importance)
	d.Show(fyne.NewSize(520, 0), ok)
	return d
}

// askLate puts a question that comes by itself, later than what called for it: a
// key that was meant for a text must not answer yes, so the other button has the
// keyboard. no is called where the person leaves all as it is.
func (w *Window) askLate(title, question, confirm string, yes, no func()) {
	d := w.dialogs.New(title, screen.Wrapped(question), w.text("button-cancel"))
	d.OnNo(func() { d.Close(); no() })
	d.Yes(confirm, nil, func() { d.Close(); yes() }).With(widget.DangerImportance)
	d.Show(fyne.NewSize(520, 0), nil)
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
