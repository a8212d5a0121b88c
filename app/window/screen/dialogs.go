// Package screen holds what the window's screens share. Its base of all dialogs
// gives the keyboard to the first field, answers yes to Ctrl+Enter and no to
// Escape from wherever the keyboard is, scrolls what the window has no room for,
// and gives the keyboard back when it is done.
package screen

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"communique/editor/controls"
)

// Params are what Dialogs need.
type Params struct {
	Canvas fyne.Canvas
	Keys   *controls.Keyboard
	// Home gives the keyboard to a sensible place of the window, where what had it
	// is gone.
	Home func()
	// Turn turns the tabs that the keyboard is in, where no dialog is open, and reports whether
	// there are any; Ctrl+Tab does it. nil where a window has no tabs.
	Turn func(by int) bool
}

// Dialogs shows the dialogs of a window, one over another. It is used on the UI
// goroutine only.
type Dialogs struct {
	params Params
	open   []*Dialog
}

// NewDialogs returns the dialogs of a window; there is one for each Keyboard.
func NewDialogs(params Params) *Dialogs {
	d := &Dialogs{params: params}
	params.Keys.OnAnswer = d.answer
	params.Keys.OnFocus = d.reveal
	params.Keys.OnPage = d.page
	for modifier, by := range map[fyne.KeyModifier]int{0: 1, fyne.KeyModifierShift: -1} {
		d.params.Keys.AddShortcut(controls.Combination{Key: fyne.KeyTab, Modifier: fyne.KeyModifierControl | modifier},
			func() bool { return d.Turn(by) || d.top() == nil && d.params.Turn != nil && d.params.Turn(by) })
	}
	return d
}

// top is the dialog that has the keyboard; nil where there is none, or where a
// menu hangs over it.
func (d *Dialogs) top() *Dialog {
	if len(d.open) == 0 || d.open[len(d.open)-1].overlay != d.params.Canvas.Overlays().Top() {
		return nil
	}
	return d.open[len(d.open)-1]
}

// answer is what the Keyboard asks for.
func (d *Dialogs) answer(yes bool) bool {
	top := d.top()
	if top == nil {
		return false
	}
	switch {
	case yes && top.yes == nil:
		return true
	case yes:
		top.yes.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	default:
		top.no()
	}
	return true
}

// root is what the keyboard moves in.
func (d *Dialogs) root() fyne.CanvasObject {
	if top := d.top(); top != nil {
		return top.frame
	}
	return d.params.Canvas.Content()
}

func (d *Dialogs) reveal(control fyne.CanvasObject) { controls.Reveal(d.root(), control) }

func (d *Dialogs) page(by float32) {
	if top := d.top(); top != nil {
		controls.Page(top.frame, by)
	}
}

// Turn turns the tabs of the dialog on top, and reports whether there are any.
func (d *Dialogs) Turn(by int) bool {
	top := d.top()
	if top == nil || top.tabs == nil {
		return false
	}
	top.tabs.Turn(by)
	return true
}

// Settle gives the keyboard a place where the one it had is on the screen no
// more: what is typed must not go to an object that nobody sees. A menu, and
// whatever else is not of the window's own, keeps it.
func (d *Dialogs) Settle() {
	c := d.params.Canvas
	top := d.top()
	if top == nil && c.Overlays().Top() != nil {
		return
	}
	if focused := c.Focused(); focused != nil {
		if own, ok := focused.(controls.Control); !ok || controls.Seen(d.root(), own) {
			return
		}
	}
	c.Unfocus()
	if top != nil {
		c.FocusNext()
	} else {
		d.params.Home()
	}
}

// Dialog is a question, a form or a list over the window.
type Dialog struct {
	owner   *Dialogs
	frame   *fyne.Container
	popUp   *widget.PopUp
	overlay fyne.CanvasObject // what the canvas shows of it
	buttons *fyne.Container
	yes     *controls.Button
	no      func()
	tabs    *controls.Tabs
	closed  bool
	gone    func() // hears that it was closed; nil for nobody
	wished  fyne.Size
}

// New makes a dialog. No text tells with what button it is left, Escape does the
// same; further buttons stand beside it in the order in which they are added.
func (d *Dialogs) New(title string, content fyne.CanvasObject, no string) *Dialog {
	made := &Dialog{owner: d, buttons: container.New(buttonsLayout{})}
	made.no = made.Close
	made.yes = made.Button(no, nil, func() { made.no() })
	made.frame = newFrame(title, content, made.buttons)
	made.popUp = widget.NewModalPopUp(made.frame, d.params.Canvas)
	return made
}

// Button adds a button.
func (d *Dialog) Button(text string, icon fyne.Resource, tapped func()) *controls.Button {
	b := d.owner.params.Keys.NewButton(text, icon, tapped)
	d.buttons.Add(b)
	return b
}

// Yes adds the button that stands for yes: Ctrl+Enter presses it, and Enter where
// the key is not a text's or another button's own.
func (d *Dialog) Yes(text string, icon fyne.Resource, tapped func()) *controls.Button {
	d.yes = d.Button(text, icon, tapped).With(widget.HighImportance)
	return d.yes
}

// WithoutYes has nothing stand for yes: Ctrl+Enter, which was meant for the dialog before, does nothing.
func (d *Dialog) WithoutYes() { d.yes = nil }

// OnNo does something else than closing when the dialog is left.
func (d *Dialog) OnNo(do func()) { d.no = do }

// OnClosed has do hear that the dialog was closed, in whatever way.
func (d *Dialog) OnClosed(do func()) { d.gone = do }

// Tabs has Ctrl+Tab turn tabs, and the keyboard go to the first control of the one that is
// shown, at first and wherever it is not on the tabs themselves.
func (d *Dialog) Tabs(tabs *controls.Tabs) {
	d.tabs = tabs
	tabs.OnSelected = func() {
		if c := d.owner.params.Canvas; d.owner.top() == d && c.Focused() != fyne.Focusable(tabs) {
			c.Focus(tabs.First())
		}
	}
}

// Show brings the dialog up in a size, of which the window may have less room;
// where the height is 0, it is as high as its content. The keyboard goes to first,
// or where that is nil, to the first control.
func (d *Dialog) Show(size fyne.Size, first fyne.Focusable) {
	c := d.owner.params.Canvas
	if bar, ok := c.(interface{ DismissMenu() bool }); ok {
		bar.DismissMenu()
	}
	d.wished = size
	d.Fit()
	d.popUp.Show()
	d.overlay = c.Overlays().Top()
	c.Refresh(d.overlay) // one that comes over another by itself, not by a key, would wait for the next key to be painted
	d.owner.open = append(d.owner.open, d)
	if first == nil && d.tabs != nil {
		first = d.tabs.First()
	}
	if first != nil {
		c.Focus(first)
	}
	if c.Focused() == nil {
		c.FocusNext()
	}
}

// Fit makes the dialog as high as its content, where that has changed since it was shown
// with no height of its own.
func (d *Dialog) Fit() {
	d.popUp.Resize(fitting(d.frame, d.wished, d.owner.params.Canvas.Size()))
}

// Close takes the dialog away. One that another has come over goes with that:
// Fyne would take away both, and with them what the upper one tells. A dialog
// is closed once.
func (d *Dialog) Close() {
	if d.closed {
		return
	}
	d.closed = true
	if d.gone != nil {
		d.gone()
	}
	all := &d.owner.open
	for n := len(*all); n > 0 && (*all)[n-1].closed; n-- {
		(*all)[n-1].popUp.Hide()
		*all = (*all)[:n-1]
	}
	d.owner.Settle()
}
