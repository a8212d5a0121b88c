package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Entry is what a person types into. Shift selects only while it is really held,
// Tab leads on also from many lines, and the keys that end a dialog work.
type Entry struct {
	widget.Entry
	heard
	// OnKey is offered each key first and reports whether it took it.
	OnKey func(key fyne.KeyName) bool
	// OnRune is offered each sign first and reports whether it took it.
	OnRune func(r rune) bool
	// OnFocus and OnLeave hear that the keyboard came, and that it went.
	OnFocus, OnLeave func()
	// asked says that the clipboard was asked for its words, which come before whatever was typed since: behind.
	asked  bool
	behind []func()
}

// NewEntry returns an entry of one line.
func (k *Keyboard) NewEntry() *Entry {
	e := &Entry{}
	e.Extend(k, e)
	return e
}

// NewText returns an entry of several lines, of which so many are seen.
func (k *Keyboard) NewText(rows int) *Entry {
	e := &Entry{}
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.SetMinRowsVisible(rows)
	e.Extend(k, e)
	return e
}

// Extend makes the entry part of self, the widget that is built on it.
func (e *Entry) Extend(k *Keyboard, self fyne.Widget) {
	e.keys, e.self = k, self
	e.border = func() bool { return true } // over the words, which Fyne scrolls over its own
	e.AlwaysShowValidationError = true     // or a tick stays at what is no more right, as long as it is typed
	e.ExtendBaseWidget(self)
}

// IsEntry reports whether a control is an Entry, or built on one.
func IsEntry(f fyne.Focusable) bool {
	_, is := f.(interface{ align(fyne.KeyModifier) })
	return is
}

// Name is what the entry is called.
func (e *Entry) Name() string { return e.named(e.PlaceHolder) }

// AcceptsTab leaves the tab key to moving between controls.
func (e *Entry) AcceptsTab() bool { return false }

// SelectEnd selects the last letters of the text, so that what is typed next stands in their place.
func (e *Entry) SelectEnd(letters int) {
	e.CaretToEnd()
	e.align(fyne.KeyModifierShift)
	for range letters {
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	}
	e.align(0)
}

// align makes the entry believe what is held. It keeps a flag of its own for
// Shift, which stays up where a dialog took the keyboard before the key was let
// go: the next arrow would select, and the next letter replace.
func (e *Entry) align(held fyne.KeyModifier) {
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	if held&fyne.KeyModifierShift != 0 {
		e.Entry.KeyDown(shift)
	} else {
		e.Entry.KeyUp(shift)
	}
}

// KeyDown passes on that a key was pressed.
func (e *Entry) KeyDown(key *fyne.KeyEvent) {
	e.heard.KeyDown(key)
	e.align(e.keys.params.Held())
}

// KeyUp passes on that a key was let go.
func (e *Entry) KeyUp(key *fyne.KeyEvent) {
	e.heard.KeyUp(key)
	e.align(e.keys.params.Held())
}

// FocusGained tells that the keyboard came here.
func (e *Entry) FocusGained() {
	e.align(e.keys.params.Held())
	e.Entry.FocusGained()
	e.arrived()
	if e.OnFocus != nil {
		e.OnFocus()
	}
}

// FocusLost tells that the keyboard went elsewhere.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	e.focus(false)
	if e.OnLeave != nil {
		e.OnLeave()
	}
}

// CreateRenderer draws the entry in its frame.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer { return e.around(e.Entry.CreateRenderer()) }

// TypedKey offers the key, and writes or moves where nobody takes it. Enter is
// the text's own in several lines, and where OnSubmitted hears it; PageDown and
// PageUp, which have nothing to turn in one line, scroll the dialog around it.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	if e.Fresh(key.Name) {
		e.inOrder(func() { e.typedKey(key) })
	}
}

func (e *Entry) typedKey(key *fyne.KeyEvent) {
	own := isEnter(key.Name) && (e.MultiLine || e.OnSubmitted != nil)
	switch {
	case e.OnKey != nil && e.OnKey(key.Name):
	case !own && e.keys.answer(key):
	case !e.MultiLine && (key.Name == fyne.KeyPageDown || key.Name == fyne.KeyPageUp):
		e.keys.rest(key)
	default:
		e.Entry.TypedKey(key)
	}
}

// TypedRune offers the sign, and writes it where nobody takes it.
func (e *Entry) TypedRune(r rune) {
	if r == ' ' && !e.Fresh(fyne.KeySpace) {
		return
	}
	e.inOrder(func() {
		if e.OnRune == nil || !e.OnRune(r) {
			e.Entry.TypedRune(r)
		}
	})
}

// TypedShortcut does what works everywhere and leaves the rest to Fyne.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	e.inOrder(func() {
		switch _, pastes := s.(*fyne.ShortcutPaste); {
		case e.keys.shortcut(s):
		case pastes && e.keys.params.Words != nil:
			e.asked = true
			e.keys.params.Words(e.paste)
		default:
			e.Entry.TypedShortcut(s)
		}
	})
}

// inOrder does what was typed with what is held now, behind the words that the clipboard was asked for.
func (e *Entry) inOrder(do func()) {
	held := e.keys.params.Held()
	aligned := func() {
		e.align(held)
		do()
	}
	if e.asked {
		e.behind = append(e.behind, aligned)
	} else {
		aligned()
	}
}

// paste writes what the clipboard had, and does what was typed meanwhile.
func (e *Entry) paste(words string) {
	e.asked = false
	if words != "" {
		e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: said(words)})
	}
	for len(e.behind) > 0 && !e.asked {
		next := e.behind[0]
		e.behind = e.behind[1:]
		next()
	}
}

// said is a clipboard that has these words.
type said string

// Content is Fyne's.
func (s said) Content() string { return string(s) }

// SetContent is Fyne's; nothing is copied here.
func (s said) SetContent(string) {}

// MouseDown puts the caret where the pointer is.
func (e *Entry) MouseDown(m *desktop.MouseEvent) {
	e.align(m.Modifier)
	e.Entry.MouseDown(m)
}

// MouseUp ends what MouseDown began.
func (e *Entry) MouseUp(m *desktop.MouseEvent) {
	e.align(m.Modifier)
	e.Entry.MouseUp(m)
}

// DoubleTapped selects a word.
func (e *Entry) DoubleTapped(p *fyne.PointEvent) {
	e.align(e.keys.params.Held())
	e.Entry.DoubleTapped(p)
}

// TappedSecondary shows the menu for cutting, copying and pasting.
func (e *Entry) TappedSecondary(p *fyne.PointEvent) {
	e.keys.PopUp(func() { e.Entry.TappedSecondary(p) })
}

// SelectAll selects the whole text, so that whatever is typed or pasted next, or was asked to be pasted, stands in its place.
func (e *Entry) SelectAll() { e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// CaretToEnd moves the caret behind the text; only the entry knows its rows.
func (e *Entry) CaretToEnd() {
	e.align(0)
	for row := -1; row != e.CursorRow; {
		row = e.CursorRow
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
}
