// Package controls are the entries, buttons, choices and lists a person works
// with: Fyne's own, each with a name, and all heard by one Keyboard. Fyne hands a
// key to the object with the focus alone, so whatever has to work everywhere
// (Escape, Ctrl+Enter, the keys of commands under a Russian layout) works only
// where every object that can have the focus passes it on.
package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Control is an object that a person reaches with Tab.
type Control interface {
	fyne.CanvasObject
	fyne.Focusable
	desktop.Keyable
	// Name is what the control is called, in the interface's language.
	Name() string
}

// Combination is a key with the modifiers that are held.
type Combination struct {
	Key      fyne.KeyName
	Modifier fyne.KeyModifier
}

// Params are what a Keyboard needs.
type Params struct {
	Canvas fyne.Canvas
	// Held returns the modifiers that are held now. What a control remembers of
	// them is wrong after a dialog took the keyboard, and with it the release of
	// the key.
	Held func() fyne.KeyModifier
	// Physical returns the key that a Latin keyboard has at a scancode: a digit or
	// a sign; KeyUnknown for the others, letters among them.
	Physical func(scancode int) fyne.KeyName
	// Words takes the words that lie on the clipboard, and hands them over when the program that has them answers, or ""
	// where it does not. Without it Fyne asks itself, and waits for that program as long as it takes.
	Words func(take func(words string))
	// Menu returns the commands with their shortcuts.
	Menu func() *fyne.MainMenu
	// Also are further keys of commands, each with the shortcut it stands for.
	Also map[Combination]Combination
}

// Keyboard hears the keys of all controls of a window. It is used on the UI
// goroutine only.
type Keyboard struct {
	params Params
	// OnAnswer hears Enter and Ctrl+Enter (yes) and Escape (no) where no control
	// took them, and reports whether somebody was asked.
	OnAnswer func(yes bool) bool
	// OnFocus hears which control the keyboard came to.
	OnFocus func(fyne.CanvasObject)
	// OnPage hears PageDown (1) and PageUp (-1) where no control took them.
	OnPage func(by float32)

	pressed   press
	presses   int // how many keys went down
	menu      openMenu
	shortcuts map[Combination]func() bool
}

// press is the key that went down last, and what was on top of the window then.
type press struct {
	key fyne.KeyName
	top fyne.CanvasObject
}

// openMenu is the menu that was shown last, and what is on top of the window while it is open.
type openMenu struct {
	keys fyne.Focusable
	top  fyne.CanvasObject
}

// NewKeyboard returns the keyboard of a window.
func NewKeyboard(params Params) *Keyboard {
	k := &Keyboard{
		params: params, OnAnswer: func(bool) bool { return false }, OnFocus: func(fyne.CanvasObject) {}, OnPage: func(float32) {},
		shortcuts: map[Combination]func() bool{},
	}
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter} {
		k.AddShortcut(Combination{key, fyne.KeyModifierShortcutDefault}, func() bool { return k.OnAnswer(true) })
	}
	params.Canvas.SetOnTypedKey(func(key *fyne.KeyEvent) {
		if !k.passToMenu(key) {
			k.answer(key)
		}
	})
	if c, ok := params.Canvas.(desktop.Canvas); ok { // while nothing has the focus
		c.SetOnKeyDown(k.down)
		c.SetOnKeyUp(k.up)
	}
	return k
}

// Held returns the modifiers that are held now.
func (k *Keyboard) Held() fyne.KeyModifier { return k.params.Held() }

// AddShortcut has a combination heard that no menu has, whatever has the focus.
// do reports whether it meant anything.
func (k *Keyboard) AddShortcut(c Combination, do func() bool) {
	k.shortcuts[c] = do
	k.params.Canvas.AddShortcut(&desktop.CustomShortcut{KeyName: c.Key, Modifier: c.Modifier}, func(fyne.Shortcut) { do() })
}

// down hears that a key was pressed, before the control does. A command whose
// shortcut the layout hides is done here: Ctrl+, comes without a name while the
// Russian layout is on, and Ctrl+/ as Ctrl+.
func (k *Keyboard) down(key *fyne.KeyEvent) {
	k.presses++
	k.pressed = press{key.Name, k.params.Canvas.Overlays().Top()}
	typed := Combination{key.Name, k.params.Held()}
	if do := k.command(typed); do != nil {
		if typed.Modifier&^fyne.KeyModifierShift == 0 { // F4: the driver looks for commands of Ctrl and Alt alone
			do()
		}
		return
	}
	meant, ok := k.params.Also[typed]
	if !ok && !isLetter(key.Name) && typed.Modifier&^fyne.KeyModifierShift != 0 {
		meant = Combination{k.params.Physical(key.Physical.ScanCode), typed.Modifier}
	}
	if do := k.command(meant); do != nil {
		do()
	}
}

// Presses counts the keys that went down, modifiers among them. Where the count
// is what it was, the person has typed nothing since.
func (k *Keyboard) Presses() int { return k.presses }

// up hears that a key was let go. The driver opens the menu bar when Alt is, also
// behind a dialog, where nobody could leave it: it is closed again.
func (k *Keyboard) up(key *fyne.KeyEvent) {
	if key.Name == k.pressed.key {
		k.pressed = press{}
	}
	if key.Name == desktop.KeyAltLeft || key.Name == desktop.KeyAltRight {
		k.closeMenuBehind()
	}
}

func (k *Keyboard) closeMenuBehind() {
	c := k.params.Canvas
	bar, ok := c.(interface{ DismissMenu() bool })
	if !ok || c.Overlays().Top() == nil {
		return
	}
	if focused := c.Focused(); bar.DismissMenu() && focused != nil {
		c.Focus(focused)
	}
}

// command returns what the menu does at a combination; nil where it has none.
func (k *Keyboard) command(typed Combination) func() {
	if typed.Key == fyne.KeyUnknown || k.params.Menu() == nil {
		return nil
	}
	name := (&desktop.CustomShortcut{KeyName: typed.Key, Modifier: typed.Modifier}).ShortcutName()
	for _, menu := range k.params.Menu().Items {
		if do := Command(menu, name); do != nil {
			return do
		}
	}
	return nil
}

// Command returns what a menu, or one below it, does at a shortcut; nil where it
// has none.
func Command(menu *fyne.Menu, shortcut string) func() {
	for _, item := range menu.Items {
		if item.Shortcut != nil && item.Shortcut.ShortcutName() == shortcut {
			return item.Action
		}
		if item.ChildMenu != nil {
			if do := Command(item.ChildMenu, shortcut); do != nil {
				return do
			}
		}
	}
	return nil
}

// stale reports whether a key went down before what is on top of the window now
// came there: a key that repeats, or the sign of a key that closed a dialog. Such
// keys answer nothing and write nothing.
func (k *Keyboard) stale(key fyne.KeyName) bool {
	return k.pressed.key == key && k.pressed.top != k.params.Canvas.Overlays().Top()
}

// PopUp shows a menu below an object. The space that chooses from it is not
// written into what has the focus afterwards.
func (k *Keyboard) PopUp(show func()) {
	k.place()
	show()
	top := k.params.Canvas.Overlays().Top()
	k.menu = openMenu{k.params.Canvas.Focused(), top}
	k.pressed = press{fyne.KeySpace, top}
}

// passToMenu gives an open menu a key that nothing had the focus for, and the focus back: a click
// on an item that cannot be chosen takes it away. It reports whether a menu is open.
func (k *Keyboard) passToMenu(key *fyne.KeyEvent) bool {
	if k.menu.top == nil || k.menu.keys == nil || k.menu.top != k.params.Canvas.Overlays().Top() {
		return false
	}
	k.params.Canvas.Focus(k.menu.keys)
	k.menu.keys.TypedKey(key)
	return true
}

// place has the canvas take in what has come since it was painted last: to Fyne such an object
// has no canvas yet, and lists nothing. Keys that were pressed ahead of the painting find it so.
func (k *Keyboard) place() {
	if c, ok := k.params.Canvas.(interface{ EnsureMinSize() bool }); ok {
		c.EnsureMinSize()
	}
}

// answer takes the keys that end a dialog, and reports whether it did.
func (k *Keyboard) answer(key *fyne.KeyEvent) bool {
	switch {
	case k.stale(key.Name):
		return true
	case key.Name == fyne.KeyEscape:
		return k.OnAnswer(false)
	case isEnter(key.Name):
		return k.OnAnswer(true)
	}
	return false
}

// rest takes what a control has no use for: the keys that end a dialog, and those
// that scroll it.
func (k *Keyboard) rest(key *fyne.KeyEvent) {
	switch {
	case k.answer(key):
	case key.Name == fyne.KeyPageDown:
		k.OnPage(1)
	case key.Name == fyne.KeyPageUp:
		k.OnPage(-1)
	}
}

// shortcut does what AddShortcut was told, and reports whether it meant anything.
func (k *Keyboard) shortcut(s fyne.Shortcut) bool {
	custom, ok := s.(*desktop.CustomShortcut)
	if !ok {
		return false
	}
	do := k.shortcuts[Combination{custom.KeyName, custom.Modifier}]
	return do != nil && do()
}

// isLetter reports whether a layout has a Latin letter at a key, which is then
// meant.
func isLetter(key fyne.KeyName) bool { return len(key) == 1 && key >= fyne.KeyA && key <= fyne.KeyZ }

func isEnter(key fyne.KeyName) bool { return key == fyne.KeyReturn || key == fyne.KeyEnter }

// heard is what every control has: its name, and the keyboard that hears it.
type heard struct {
	keys *Keyboard
	self fyne.CanvasObject // the widget that is on the screen
	name string
	frame
}

// arrived tells that the keyboard came to the control.
func (h *heard) arrived() {
	h.focus(true)
	h.keys.OnFocus(h.self)
}

// KeyDown passes on that a key was pressed.
func (h *heard) KeyDown(key *fyne.KeyEvent) { h.keys.down(key) }

// KeyUp passes on that a key was let go.
func (h *heard) KeyUp(key *fyne.KeyEvent) { h.keys.up(key) }

// TypedShortcut does what works everywhere.
func (h *heard) TypedShortcut(s fyne.Shortcut) { h.keys.shortcut(s) }

// Fresh reports whether a key that is typed went down where the keyboard is now;
// one that closed a dialog and is still held did not.
func (h *heard) Fresh(key fyne.KeyName) bool { return !h.keys.stale(key) }

// SetName tells what the control is called where no text of its own says so.
func (h *heard) SetName(name string) { h.name = name }

// named is the control's name, or the text that stands on it.
func (h *heard) named(text string) string {
	if h.name != "" {
		return h.name
	}
	return text
}
