package screen

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/editor/controls"
)

// Notice says what was just done, and where something went wrong, offers a way on. It
// floats over the panes, which stay where they are. What offers a way stays until that is taken,
// or it is closed: what is told meanwhile stands below it, and what offers another way before it.
type Notice struct {
	all    []message // the last is seen
	label  *widget.Label
	word   *widget.Label // what was done meanwhile
	way    *controls.Button
	frame  *canvas.Rectangle
	object *fyne.Container // what is told, with its frame
	area   *fyne.Container // in which it floats
}

// message is what is told.
type message struct {
	text    string
	trouble bool
	name    string // of the button that leads on; empty for none
	way     func()
	taken   bool // the way was
}

// stays reports whether a message waits for an answer.
func (m message) stays() bool { return m.way != nil && !m.taken }

// NewNotice makes the notice. It stands over foot, the line at the window's foot.
// closing names the button that takes away what is seen; settle finds the keyboard a place then.
func NewNotice(keys *controls.Keyboard, closing string, foot fyne.CanvasObject, settle func()) *Notice {
	n := &Notice{label: Wrapped(""), word: Wrapped(""), way: keys.NewButton("", nil, nil)}
	n.way.OnTapped = n.take
	hide := keys.NewIconButton(closing, theme.CancelIcon(), func() { n.Show("", false); settle() })
	n.frame = canvas.NewRectangle(nil)
	told := controls.Border(nil, n.word, nil, container.NewHBox(container.NewCenter(n.way), container.NewCenter(hide)), n.label)
	n.object = container.NewStack(n.frame, container.NewPadded(told))
	n.area = container.New(noticeLayout{foot}, n.object)
	n.show()
	return n
}

// Object is all of the window, in which the notice floats.
func (n *Notice) Object() fyne.CanvasObject { return n.area }

// Show tells something; "" takes away what is seen, and what stayed before it is seen again.
func (n *Notice) Show(text string, trouble bool) {
	last := len(n.all) - 1
	switch {
	case text == "":
		n.all = n.all[:max(0, last)]
		n.word.SetText("")
	case last >= 0 && n.all[last].stays() && !trouble:
		n.word.SetText(text)
	default:
		n.put(message{text: text, trouble: trouble})
	}
	n.show()
}

// Offer tells of trouble with a button that leads on.
func (n *Notice) Offer(text, name string, way func()) {
	n.put(message{text: text, trouble: true, name: name, way: way})
	n.show()
}

// Propose tells something with a button for what may be done next.
func (n *Notice) Propose(text, name string, way func()) {
	n.put(message{text: text, name: name, way: way})
	n.show()
}

// put puts a message before the others: in the place of those that do not stay, or say the same.
func (n *Notice) put(m message) {
	n.all = slices.DeleteFunc(n.all, func(o message) bool { return !o.stays() || o.text == m.text })
	n.all = append(n.all, m)
	n.word.SetText("")
}

// Withdraw takes away what was told with these words, seen or not.
func (n *Notice) Withdraw(text string) {
	n.all = slices.DeleteFunc(n.all, func(m message) bool { return m.text == text })
	n.show()
}

// Recall tells what another notice told when it is replaced by this one.
func (n *Notice) Recall(from *Notice) {
	n.all = from.all
	n.word.SetText(from.word.Text)
	n.show()
}

// take takes the way that is offered; what is told next takes the place of the words.
func (n *Notice) take() {
	m := &n.all[len(n.all)-1]
	m.taken = true
	m.way()
}

// show shows the last message.
func (n *Notice) show() {
	var m message
	if len(n.all) > 0 {
		m = n.all[len(n.all)-1]
	}
	n.label.Importance = widget.MediumImportance
	if m.trouble {
		n.label.Importance = widget.DangerImportance
	}
	n.label.SetText(m.text)
	n.way.SetText(m.name)
	n.way.Hidden = m.way == nil
	n.word.Hidden = n.word.Text == ""
	n.object.Hidden = m.text == ""
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
