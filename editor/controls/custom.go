package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Custom is the base of a control that draws itself and has keys of its own.
type Custom struct {
	widget.BaseWidget
	heard
}

// Extend makes the base part of self, the widget that is built on it.
func (c *Custom) Extend(k *Keyboard, self fyne.Widget) {
	c.keys, c.self = k, self
	c.ExtendBaseWidget(self)
}

// Name is what the control is called.
func (c *Custom) Name() string { return c.named("") }

// Canvas is the window's.
func (c *Custom) Canvas() fyne.Canvas { return c.keys.params.Canvas }

// Held returns the modifiers that are held now.
func (c *Custom) Held() fyne.KeyModifier { return c.keys.params.Held() }

// FocusGained tells that the keyboard came here.
func (c *Custom) FocusGained() { c.arrived() }

// FocusLost hears that the keyboard went elsewhere.
func (c *Custom) FocusLost() {}

// TypedKey takes a key that the control has no use for.
func (c *Custom) TypedKey(key *fyne.KeyEvent) { c.keys.rest(key) }

// TypedRune takes a sign that the control has no use for.
func (c *Custom) TypedRune(rune) {}
