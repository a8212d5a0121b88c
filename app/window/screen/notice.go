package screen

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/editor/controls"
)

// Notice is the line at the window's foot that says what was just done, and where
// something went wrong, offers a way on.
type Notice struct {
	label  *widget.Label
	way    *controls.Button
	object *fyne.Container
}

// NewNotice makes the line. closing names the button that takes it away; settle
// finds the keyboard a place then.
func NewNotice(keys *controls.Keyboard, closing string, settle func()) *Notice {
	n := &Notice{label: Wrapped(""), way: keys.NewButton("", nil, nil)}
	hide := keys.NewIconButton(closing, theme.CancelIcon(), func() { n.object.Hide(); settle() })
	n.object = controls.Border(widget.NewSeparator(), nil, nil, container.NewHBox(container.NewCenter(n.way), hide), n.label)
	n.object.Hide()
	return n
}

// Object is the line on the screen.
func (n *Notice) Object() fyne.CanvasObject { return n.object }

// Show tells something; "" takes the line away.
func (n *Notice) Show(text string, trouble bool) {
	n.label.Importance = widget.MediumImportance
	if trouble {
		n.label.Importance = widget.DangerImportance
	}
	n.label.SetText(text)
	n.way.Hide()
	n.object.Hidden = text == ""
	n.object.Refresh()
}

// Offer tells of trouble with a button that leads on.
func (n *Notice) Offer(text, name string, way func()) {
	n.Show(text, true)
	n.way.OnTapped = way
	n.way.SetText(name)
	n.way.Show()
}

// Offers reports whether a way on is being offered.
func (n *Notice) Offers() bool { return n.object.Visible() && n.way.Visible() }

// Text is what is told; "" for nothing.
func (n *Notice) Text() string {
	if !n.object.Visible() {
		return ""
	}
	return n.label.Text
}

// Troubled says whether what is told is trouble.
func (n *Notice) Troubled() bool { return n.label.Importance == widget.DangerImportance }
