package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Button is pressed with Enter, Space or the mouse.
type Button struct {
	widget.Button
	heard
	small bool // its letters are those of captions
}

// NewButton returns a button with a text.
func (k *Keyboard) NewButton(text string, icon fyne.Resource, tapped func()) *Button {
	b := &Button{heard: heard{keys: k}}
	b.self = b
	b.Text, b.Icon, b.OnTapped = text, icon, tapped
	b.border = func() bool { return b.Importance == widget.MediumImportance }
	b.filled = func() bool { return b.Importance != widget.MediumImportance && b.Importance != widget.LowImportance }
	b.ExtendBaseWidget(b)
	return b
}

// NewIconButton returns a quiet button that shows an icon alone; name tells what
// it is for to those who do not see it.
func (k *Keyboard) NewIconButton(name string, icon fyne.Resource, tapped func()) *Button {
	b := k.NewButton("", icon, tapped)
	b.name, b.Importance = name, widget.LowImportance
	return b
}

// With gives the button a weight.
func (b *Button) With(importance widget.Importance) *Button {
	b.Importance = importance
	return b
}

// Small gives the button letters as small as those of the captions that it stands among. A
// theme of its own would do so too, but for each theme Fyne loads all of its faces anew:
// seven megabytes.
func (b *Button) Small() *Button {
	b.small = true
	return b
}

// SetEnabled lets the button be pressed, or not.
func (b *Button) SetEnabled(on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

// Name is what the button is called.
func (b *Button) Name() string { return b.named(b.Text) }

// Tapped presses the button and leaves the keyboard there: Fyne's own would
// leave it nowhere.
func (b *Button) Tapped(*fyne.PointEvent) {
	b.keys.params.Canvas.Focus(b)
	b.press()
}

func (b *Button) press() {
	if !b.Disabled() && b.OnTapped != nil {
		b.OnTapped()
	}
}

// FocusGained tells that the keyboard came here.
func (b *Button) FocusGained() {
	b.Button.FocusGained()
	b.arrived()
}

// FocusLost tells that the keyboard went elsewhere.
func (b *Button) FocusLost() {
	b.Button.FocusLost()
	b.focus(false)
}

// CreateRenderer draws the button in its frame.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{b.Button.CreateRenderer(), b}
	r.weigh()
	return b.around(r)
}

// buttonRenderer sets the words of a button in their size, in the usual weight, and in bold
// only those of the one that is filled: Fyne's own shouts with all of them.
type buttonRenderer struct {
	fyne.WidgetRenderer
	button *Button
}

// sidePadding is the room on both sides of the words of a button with an edge, beside
// Fyne's own, which is that of an entry.
const sidePadding = 6

// MinSize keeps the words off the edge.
func (r *buttonRenderer) MinSize() fyne.Size {
	size := r.WidgetRenderer.MinSize()
	if r.button.Text != "" && r.button.Importance != widget.LowImportance {
		size.Width += 2 * sidePadding
	}
	return size
}

// Refresh shows the button as it is now.
func (r *buttonRenderer) Refresh() {
	r.weigh()
	r.WidgetRenderer.Refresh()
}

func (r *buttonRenderer) weigh() {
	for _, o := range r.Objects() {
		text, ok := o.(*widget.RichText)
		if !ok {
			continue
		}
		bold, size := r.button.Importance == widget.HighImportance, theme.SizeNameText
		if r.button.small {
			size = theme.SizeNameCaptionText
		}
		if words, ok := text.Segments[0].(*widget.TextSegment); ok && (words.Style.TextStyle.Bold != bold || words.Style.SizeName != size) {
			words.Style.TextStyle.Bold, words.Style.SizeName = bold, size
			text.Refresh()
		}
	}
}

// TypedKey presses the button with Enter.
func (b *Button) TypedKey(key *fyne.KeyEvent) {
	if isEnter(key.Name) && b.Fresh(key.Name) {
		b.press()
		return
	}
	b.keys.rest(key)
}

// TypedRune presses the button with Space. Fyne's own does it at the key, and the
// space is then written into whatever the button gave the keyboard to.
func (b *Button) TypedRune(r rune) {
	if r == ' ' && b.Fresh(fyne.KeySpace) {
		b.press()
	}
}

// Link is a line of text that leads somewhere: Enter, Space or a click follow it.
type Link struct {
	widget.Hyperlink
	heard
}

// NewLink returns a link.
func (k *Keyboard) NewLink(text string, followed func()) *Link {
	l := &Link{heard: heard{keys: k}}
	l.self = l
	l.Text, l.OnTapped, l.Truncation = text, followed, fyne.TextTruncateEllipsis
	l.ExtendBaseWidget(l)
	return l
}

// Name is what the link is called.
func (l *Link) Name() string { return l.named(l.Text) }

// FocusGained tells that the keyboard came here. Fyne's own would draw a second ring, around the words.
func (l *Link) FocusGained() { l.arrived() }

// FocusLost tells that the keyboard went elsewhere.
func (l *Link) FocusLost() { l.focus(false) }

// CreateRenderer draws the link in its frame.
func (l *Link) CreateRenderer() fyne.WidgetRenderer { return l.around(l.Hyperlink.CreateRenderer()) }

// TypedKey follows the link with Enter.
func (l *Link) TypedKey(key *fyne.KeyEvent) {
	if isEnter(key.Name) && l.Fresh(key.Name) {
		l.OnTapped()
		return
	}
	l.keys.rest(key)
}

// TypedRune follows the link with Space.
func (l *Link) TypedRune(r rune) {
	if r == ' ' && l.Fresh(fyne.KeySpace) {
		l.OnTapped()
	}
}
