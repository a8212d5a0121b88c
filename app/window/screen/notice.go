package screen

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/assets/translations"
	"communique/editor/controls"
)

const (
	// readingTime is how long trouble has to be in sight before a small word may take its place.
	readingTime = 10 * time.Second
	// noticing is how long trouble has to be in sight before Escape closes it: one that was
	// pressed sooner was meant for something else.
	noticing = time.Second
)

// NoticeParams are what a Notice needs.
type NoticeParams struct {
	Keys *controls.Keyboard
	Now  func() time.Time
	// Settle finds the keyboard a place when the button it had may be gone.
	Settle func()
}

// Notice says what was just done, and where something went wrong, offers a way on. It
// floats over the panes, which stay where they are. Trouble stays until it was in sight long
// enough to be read, and what offers a way until that is taken; small words that are told
// meanwhile stand below it, and what else has to stay comes before it. A person can close what is
// seen, and whoever told something withdraws it when it is over.
type Notice struct {
	params NoticeParams
	words  *translations.Words
	all    []*message // those that stay; the last is in front
	small  *message   // the last word that does not stay; nil for none
	front  *message   // what is seen; nil for nothing
	since  time.Time  // when that came to the front
	label  *controls.Wrapped
	below  *controls.Wrapped // the small word, where something stays
	way    *controls.Button
	hide   *controls.Button
	frame  *canvas.Rectangle
	object *fyne.Container // what is told, with its frame
	layout *noticeLayout
	area   *fyne.Container // in which it floats
}

// message is what is told.
type message struct {
	text    translations.Sentence
	said    string // in the words of now
	trouble bool
	name    translations.Sentence // of the button that leads on
	way     func()                // nil for none
	taken   bool                  // the way was
	seen    time.Duration         // in front, before the last time that it came there
}

// lasts reports whether a message is more than a small word.
func (m *message) lasts() bool { return m.trouble || m.way != nil }

// Told is something that was told, to be withdrawn when it is over; the zero value is nothing.
type Told func() bool

// Withdraw takes away what was told, in sight or not, and reports whether it was there still.
func (t Told) Withdraw() bool { return t != nil && t() }

// Replace withdraws what was told before, in whose place next was told.
func (t *Told) Replace(next Told) {
	before := *t
	*t = next
	before.Withdraw()
}

// NewNotice makes the notice, which speaks no language before Stand is called.
func NewNotice(params NoticeParams) *Notice {
	n := &Notice{params: params, label: Wrapped(""), below: Wrapped(""), way: params.Keys.NewButton("", nil, nil), layout: &noticeLayout{}}
	n.way.OnTapped = n.take
	n.hide = params.Keys.NewIconButton("", theme.CancelIcon(), n.close)
	n.frame = canvas.NewRectangle(nil)
	told := controls.Border(nil, n.below, nil, container.NewHBox(container.NewCenter(n.way), container.NewCenter(n.hide)), n.label)
	n.object = container.NewStack(n.frame, container.NewPadded(told))
	n.object.Hide()
	n.area = container.New(n.layout, n.object)
	return n
}

// Stand has the notice stand over foot, the line at the window's foot, and between the sides, which
// take so much of the window's width, and say all that it tells in these words.
func (n *Notice) Stand(words *translations.Words, foot fyne.CanvasObject, sides func() (left, right float32)) {
	n.words, n.layout.foot, n.layout.sides = words, foot, sides
	n.hide.SetName(words.Text("button-close"))
	for _, m := range n.all {
		m.said = m.text(words)
	}
	if n.small != nil {
		n.small.said = n.small.text(words)
	}
	n.show()
}

// Object is all of the window, in which the notice floats.
func (n *Notice) Object() fyne.CanvasObject { return n.area }

// Tell tells something, which may be trouble.
func (n *Notice) Tell(text translations.Sentence, trouble bool) Told {
	return n.put(&message{text: text, trouble: trouble})
}

// Offer tells of trouble with a button that leads on.
func (n *Notice) Offer(text, name translations.Sentence, way func()) Told {
	return n.put(&message{text: text, trouble: true, name: name, way: way})
}

// Propose tells something with a button for what may be done next.
func (n *Notice) Propose(text, name translations.Sentence, way func()) Told {
	return n.put(&message{text: text, name: name, way: way})
}

// put tells a message. What is in front already and told again stays there as it is, and a
// small word below it too: some things are tried, and told, every few seconds.
func (n *Notice) put(m *message) Told {
	m.said = m.text(n.words)
	n.all = slices.DeleteFunc(n.all, func(o *message) bool {
		if o.said == m.said {
			m.seen = n.inSight(o)
		}
		return o.said == m.said || !n.stays(o)
	})
	if !m.lasts() {
		n.small = m
	} else {
		if n.small == n.front || n.front.said != m.said {
			n.small = nil
		}
		n.all = append(n.all, m)
	}
	n.changed()
	return func() bool { return n.withdraw(m) }
}

// inSight is for how long a message has been.
func (n *Notice) inSight(m *message) time.Duration {
	if m == n.front {
		return m.seen + n.params.Now().Sub(n.since)
	}
	return m.seen
}

// stays reports whether a message waits to be read or answered.
func (n *Notice) stays(m *message) bool {
	if m.way != nil {
		return !m.taken
	}
	return m.trouble && n.inSight(m) < readingTime
}

// withdraw takes a message away, and reports whether it was there still.
func (n *Notice) withdraw(m *message) bool {
	if m != n.small && !slices.Contains(n.all, m) {
		return false
	}
	n.all = slices.DeleteFunc(n.all, func(o *message) bool { return o == m })
	if m == n.small {
		n.small = nil
	}
	n.changed()
	return true
}

// close takes away what is seen.
func (n *Notice) close() {
	n.all, n.small = n.all[:max(0, len(n.all)-1)], nil
	n.changed()
}

// Dismiss closes what is seen, as Escape does where nothing else wants it, and reports whether it did.
func (n *Notice) Dismiss() bool {
	if n.front == nil || n.front.lasts() && n.inSight(n.front) < noticing {
		return false
	}
	n.close()
	return true
}

// take takes the way that is offered. What is told next takes the place of the words.
func (n *Notice) take() {
	n.front.taken = true
	n.front.way()
}

// changed shows what is told now, of which a button may have had the keyboard.
func (n *Notice) changed() {
	n.show()
	n.params.Settle()
}

// show shows the last of the messages that stay, and the small word below it or in its place.
func (n *Notice) show() {
	front, below := n.small, ""
	if len(n.all) > 0 {
		front = n.all[len(n.all)-1]
		if n.small != nil {
			below = n.small.said
		}
	}
	if front != n.front {
		if n.front != nil {
			n.front.seen = n.inSight(n.front)
		}
		n.front, n.since = front, n.params.Now()
	}
	n.draw(front, below)
}

// draw puts what is told on the screen; nothing where front is nil.
func (n *Notice) draw(front *message, below string) {
	n.object.Hidden = front == nil
	if front == nil {
		front = &message{}
	}
	n.label.Importance = widget.MediumImportance
	if front.trouble {
		n.label.Importance = widget.DangerImportance
	}
	n.label.SetText(front.said)
	name := ""
	if front.way != nil {
		name = front.name(n.words)
	}
	n.way.SetText(name)
	n.way.Hidden = front.way == nil
	n.below.SetText(below)
	n.below.Hidden = below == ""
	n.Fit()
}

// Fit frames what is told, as high as it is now, in the colours of now, over the foot as it
// is now.
func (n *Notice) Fit() {
	n.frame.FillColor, n.frame.StrokeColor = theme.Color(theme.ColorNameOverlayBackground), theme.Color(theme.ColorNameInputBorder)
	n.frame.StrokeWidth, n.frame.CornerRadius = 1, theme.Size(theme.SizeNameCardRadius)
	n.area.Refresh()
}

// Covers is how much the notice floats over of what stands above the foot; 0 while it tells nothing.
func (n *Notice) Covers() float32 {
	if n.object.Hidden {
		return 0
	}
	return n.object.Size().Height + noticeMargin
}

// Offers reports whether a way out of trouble is being offered.
func (n *Notice) Offers() bool { return n.Troubled() && n.front.way != nil }

// Text is what is told; "" for nothing.
func (n *Notice) Text() string {
	if n.front == nil {
		return ""
	}
	return n.front.said
}

// Troubled says whether what is told is trouble.
func (n *Notice) Troubled() bool { return n.front != nil && n.front.trouble }

// noticeLayout floats a notice above the line at the window's foot, in the middle of the window as
// far as it covers nothing of what stands beside the text.
type noticeLayout struct {
	foot  fyne.CanvasObject
	sides func() (left, right float32) // nil before there are any
}

const (
	noticeWidth  = 640
	noticeMargin = 16
)

func (*noticeLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l *noticeLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	foot := float32(0)
	if l.foot != nil && l.foot.Visible() {
		foot = l.foot.MinSize().Height
	}
	left, right := float32(0), float32(0)
	if l.sides != nil {
		left, right = l.sides()
	}
	least, most := left+noticeMargin, size.Width-right-noticeMargin
	width := min(noticeWidth, most-least)
	for _, o := range objects {
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
		height := o.MinSize().Height // that of the wrapped words
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(max(least, min((size.Width-width)/2, most-width)), size.Height-foot-noticeMargin-height))
	}
}
