package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Check is a box that Space ticks.
type Check struct {
	widget.Check
	heard
}

// NewCheck returns a box with a text.
func (k *Keyboard) NewCheck(text string, changed func(on bool)) *Check {
	c := &Check{heard: heard{keys: k}}
	c.self = c
	c.Text, c.OnChanged = text, changed
	c.ExtendBaseWidget(c)
	return c
}

// Name is what the box is called.
func (c *Check) Name() string { return c.named(c.Text) }

// FocusGained tells that the keyboard came here.
func (c *Check) FocusGained() {
	c.Check.FocusGained()
	c.arrived()
}

// FocusLost tells that the keyboard went elsewhere.
func (c *Check) FocusLost() {
	c.Check.FocusLost()
	c.focus(false)
}

// CreateRenderer draws the box in its frame.
func (c *Check) CreateRenderer() fyne.WidgetRenderer { return c.around(c.Check.CreateRenderer()) }

// TypedKey answers a dialog.
func (c *Check) TypedKey(key *fyne.KeyEvent) { c.keys.rest(key) }

// TypedRune ticks the box with Space.
func (c *Check) TypedRune(r rune) {
	if c.Fresh(fyne.KeySpace) {
		c.Check.TypedRune(r)
	}
}

// Select offers a few values: Space lists them, the arrows left and right change
// them in their place.
type Select struct {
	widget.Select
	heard
}

// NewSelect returns a choice of options.
func (k *Keyboard) NewSelect(options []string, changed func(option string)) *Select {
	s := &Select{}
	s.Options, s.OnChanged = options, changed
	s.Extend(k, s)
	return s
}

// Extend makes the choice part of self, the widget that is built on it.
func (s *Select) Extend(k *Keyboard, self fyne.Widget) {
	s.keys, s.self = k, self
	s.border = func() bool { return true }
	if s.PlaceHolder == "" {
		s.PlaceHolder = " " // Fyne's own is in English
	}
	s.ExtendBaseWidget(self)
}

// Name is what the choice is called.
func (s *Select) Name() string { return s.named("") }

// FocusGained tells that the keyboard came here.
func (s *Select) FocusGained() {
	s.Select.FocusGained()
	s.arrived()
}

// FocusLost tells that the keyboard went elsewhere.
func (s *Select) FocusLost() {
	s.Select.FocusLost()
	s.focus(false)
}

// CreateRenderer draws the choice in its frame.
func (s *Select) CreateRenderer() fyne.WidgetRenderer { return s.around(s.Select.CreateRenderer()) }

// TypedKey answers a dialog, or chooses.
func (s *Select) TypedKey(key *fyne.KeyEvent) {
	if !s.keys.answer(key) && !s.Disabled() {
		s.keys.place() // of its list
		s.Select.TypedKey(key)
		s.startAtChosen()
	}
}

// startAtChosen has the arrows go through the list that has come up from the option that is
// chosen; Fyne begins at its top.
func (s *Select) startAtChosen() {
	if list, is := s.keys.params.Canvas.Focused().(*widget.PopUpMenu); is {
		for range s.SelectedIndex() + 1 {
			list.ActivateNext()
		}
	}
}

// List is a list of rows, of which the arrows choose one.
type List struct {
	widget.List
	heard
	// OnSelected is told which row was chosen.
	OnSelected func(row widget.ListItemID)
	chosen     widget.ListItemID
	early      bool // it was chosen before the list had a height
}

// NewList returns a list that shows length rows.
func (k *Keyboard) NewList(length func() int, create func() fyne.CanvasObject, update func(widget.ListItemID, fyne.CanvasObject)) *List {
	l := &List{}
	l.Length, l.CreateItem, l.UpdateItem = length, create, update
	l.Extend(k, l)
	return l
}

// Extend makes the list part of self, the widget that is built on it.
func (l *List) Extend(k *Keyboard, self fyne.Widget) {
	l.keys, l.self = k, self
	l.List.OnSelected = l.choose
	l.ExtendBaseWidget(self)
}

// Select chooses a row and scrolls to it.
func (l *List) Select(row widget.ListItemID) {
	l.early = l.Size().Height == 0
	l.Highlight(row) // the arrows go on from it
	l.List.Select(row)
}

// choose tells that a row was chosen, by whatever.
func (l *List) choose(row widget.ListItemID) {
	l.chosen = row
	if l.OnSelected != nil {
		l.OnSelected(row)
	}
}

// Resize gives the list its size, and shows the row that was chosen before it had any: Fyne has
// scrolled just past that. Where it loses height, as to a longer text about the row that was
// chosen, that row stays in sight.
func (l *List) Resize(size fyne.Size) {
	follows := size.Height < l.Size().Height && l.sees(l.chosen)
	l.List.Resize(size)
	switch {
	case l.early && size.Height > 0:
		l.early = false
		l.ScrollToTop()
		l.ScrollTo(l.chosen)
	case follows:
		l.ScrollTo(l.chosen)
	}
}

// sees reports whether a row is in sight.
func (l *List) sees(row widget.ListItemID) bool {
	top := float32(row)*l.rowHeight() - l.GetScrollOffset()
	return top >= 0 && top < l.Size().Height
}

// rowHeight is how much of the list's height a row takes, with what parts it from the next.
func (l *List) rowHeight() float32 {
	return l.CreateItem().MinSize().Height + l.Theme().Size(theme.SizeNamePadding)
}

// Name is what the list is called.
func (l *List) Name() string { return l.named("") }

// FocusGained tells that the keyboard came here.
func (l *List) FocusGained() {
	l.List.FocusGained()
	l.focus(true)
}

// FocusLost tells that the keyboard went elsewhere.
func (l *List) FocusLost() {
	l.List.FocusLost()
	l.focus(false)
}

// CreateRenderer draws the list in its frame.
func (l *List) CreateRenderer() fyne.WidgetRenderer { return l.around(l.List.CreateRenderer()) }

// TypedKey answers a dialog, or moves: the row that is reached is chosen.
func (l *List) TypedKey(key *fyne.KeyEvent) {
	switch {
	case l.keys.answer(key):
	case l.move(key.Name):
		l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		l.List.TypedKey(key)
	}
}

// move goes to another row without choosing it, and reports whether a key asks for that.
func (l *List) move(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyUp, fyne.KeyDown:
		l.List.TypedKey(&fyne.KeyEvent{Name: key})
	case fyne.KeyPageUp, fyne.KeyPageDown:
		arrow := fyne.KeyUp
		if key == fyne.KeyPageDown {
			arrow = fyne.KeyDown
		}
		for range l.page() {
			l.List.TypedKey(&fyne.KeyEvent{Name: arrow})
		}
	case fyne.KeyHome:
		l.Highlight(0)
	case fyne.KeyEnd:
		l.Highlight(l.Length() - 1)
	default:
		return false
	}
	return true
}

// page is how many rows are seen at once, but for one that stays in sight.
func (l *List) page() int {
	return max(1, int(l.Size().Height/l.rowHeight())-1)
}
