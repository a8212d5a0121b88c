// Package controlstest presses keys as Fyne's driver hands them on, for tests
// without a screen, and walks the controls that Tab leads to.
package controlstest

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"communique/editor/controls"
)

// Hands are a keyboard with the keys that are held on it.
type Hands struct {
	Window fyne.Window
	// Held are the modifiers that are down.
	Held fyne.KeyModifier
}

// modifiers are the keys behind the modifiers.
var modifiers = map[fyne.KeyName]fyne.KeyModifier{
	desktop.KeyShiftLeft: fyne.KeyModifierShift, desktop.KeyControlLeft: fyne.KeyModifierControl, desktop.KeyAltLeft: fyne.KeyModifierAlt,
}

// Down presses a key; scancode is the place on the keyboard, 0 where it does not
// matter.
func (h *Hands) Down(name fyne.KeyName, scancode int) {
	held := h.Held
	h.Held |= modifiers[name]
	key := &fyne.KeyEvent{Name: name, Physical: fyne.HardwareKey{ScanCode: scancode}}
	c := h.Window.Canvas()
	if focused, ok := c.Focused().(desktop.Keyable); ok {
		focused.KeyDown(key)
	}
	h.typed(key, held)
}

// Repeat is what a key does that is held for long.
func (h *Hands) Repeat(name fyne.KeyName) { h.typed(&fyne.KeyEvent{Name: name}, h.Held) }

// Up lets a key go.
func (h *Hands) Up(name fyne.KeyName) {
	h.Held &^= modifiers[name]
	if focused, ok := h.Window.Canvas().Focused().(desktop.Keyable); ok {
		focused.KeyUp(&fyne.KeyEvent{Name: name})
	}
}

// Press presses a key and lets it go, while modifiers are held.
func (h *Hands) Press(name fyne.KeyName, held fyne.KeyModifier) {
	before := h.Held
	h.Held |= held
	h.Down(name, 0)
	h.Up(name)
	h.Held = before
}

func (h *Hands) typed(key *fyne.KeyEvent, held fyne.KeyModifier) {
	c := h.Window.Canvas()
	if _, modifies := modifiers[key.Name]; key.Name == fyne.KeyTab && held&^fyne.KeyModifierShift == 0 {
		if tabbable, ok := c.Focused().(fyne.Tabbable); !ok || !tabbable.AcceptsTab() {
			if held == 0 {
				c.FocusNext()
			} else {
				c.FocusPrevious()
			}
			return
		}
	} else if held&^fyne.KeyModifierShift != 0 && !modifies {
		h.shortcut(&desktop.CustomShortcut{KeyName: key.Name, Modifier: held})
		return
	}
	if focused := c.Focused(); focused != nil {
		focused.TypedKey(key)
	} else if typed := c.OnTypedKey(); typed != nil {
		typed(key)
	}
	if focused := c.Focused(); focused != nil && key.Name == fyne.KeySpace { // the only sign that is a key's name too
		focused.TypedRune(' ')
	}
}

func (h *Hands) shortcut(s *desktop.CustomShortcut) {
	if menu := h.Window.MainMenu(); menu != nil {
		for _, m := range menu.Items {
			if do := controls.Command(m, s.ShortcutName()); do != nil {
				do()
				return
			}
		}
	}
	if focused, ok := h.Window.Canvas().Focused().(fyne.Shortcutable); ok {
		focused.TypedShortcut(s)
	}
}

// Stops are the objects that Tab leads to, from the first one on. The keyboard is
// left where it was.
func Stops(c fyne.Canvas) []fyne.Focusable {
	before := c.Focused()
	c.Unfocus()
	var stops []fyne.Focusable
	for c.FocusNext(); c.Focused() != nil && (len(stops) == 0 || c.Focused() != stops[0]); c.FocusNext() {
		stops = append(stops, c.Focused())
	}
	c.Unfocus()
	if before != nil {
		c.Focus(before)
	}
	return stops
}
