package screen

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/editor/controls"
)

// Notice says what was just done, and where something went wrong, offers a way on. It
// floats over the panes, which stay where they are.
type Notice struct {
	label  *widget.Label
	way    *controls.Button
	frame  *canvas.Rectangle
	object *fyne.Container // what is told, with its frame
	area   *fyne.Container // in which it floats
}

// NewNotice makes the notice. It stands over foot, the line at the window's foot.
// closing names the button that takes it away; settle finds the keyboard a place then.
func NewNotice(keys *controls.Keyboard, closing string, foot fyne.CanvasObject, settle func()) *Notice {
	n := &Notice{label: Wrapped(""), way: keys.NewButton("", nil, nil)}
	hide := keys.NewIconButton(closing, theme.CancelIcon(), func() { n.object.Hide(); settle() })
	n.frame = canvas.NewRectangle(nil)
	told := controls.Border(nil, nil, nil, container.NewHBox(container.NewCenter(n.way), container.NewCenter(hide)), n.label)
	n.object = container.NewStack(n.frame, container.NewPadded(told))
	n.object.Hide()
	n.area = container.New(noticeLayout{foot}, n.object)
	return n
}

// Object is all of the window, in which the notice floats.
func (n *Notice) Object() fyne.CanvasObject { return n.area }

// Show tells something; "" takes the line away.
func (n *Notice) Show(text string, trouble bool) {
	n.label.Importance = widget.MediumImportance
	if trouble {
		n.label.Importance = widget.DangerImportance
	}
	n.label.SetText(text)
	n.way.Hide()
	n.object.Hidden = text == ""
	n.Fit()
}

// Offer tells of trouble with a button that leads on.
func (n *Notice) Offer(text, name string, way func()) { n.lead(text, true, name, way) }

// Propose tells something with a button for what may be done next.
func (n *Notice) Propose(text, name string, way func()) { n.lead(text, false, name, way) }

func (n *Notice) lead(text string, trouble bool, name string, way func()) {
	n.Show(text, trouble)
	n.way.OnTapped = way
	n.way.SetText(name)
	n.way.Show()
	n.Fit()
}

// Fit frames what is told, as high as it is now, in the colours of now, over the foot as it
// is now.
func (n *Notice) Fit() {
	n.frame.FillColor, n.frame.StrokeColor = theme.Color(theme.ColorNameOverlayBackground), theme.Color(theme.ColorNameInputBorder)
	n.frame.StrokeWidth, n.frame.CornerRadius = 1, theme.Size(theme.SizeNameCardRadius)
	n.area.Refresh()
}

// Offers reports whether a way out of trouble is being offered.
func (n *Notice) Offers() bool { return n.object.Visible() && n.way.Visible() && n.Troubled() }

// Text is what is told; "" for nothing.
func (n *Notice) Text() string {
	if !n.object.Visible() {
		return ""
	}
	return n.label.Text
}

// Troubled says whether what is told is trouble.
func (n *Notice) Troubled() bool { return n.label.Importance == widget.DangerImportance }

// noticeLayout floats a notice over the panes, above the line at the window's foot.
type noticeLayout struct{ foot fyne.CanvasObject }

const (
	noticeWidth  = 640
	noticeMargin = 16
)

func (noticeLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l noticeLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	foot := float32(0)
	if l.foot.Visible() {
		foot = l.foot.MinSize().Height
	}
	width := min(noticeWidth, size.Width-2*noticeMargin)
	for _, o := range objects {
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
		height := o.MinSize().Height // that of the wrapped words
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos((size.Width-width)/2, size.Height-foot-noticeMargin-height))
	}
}
