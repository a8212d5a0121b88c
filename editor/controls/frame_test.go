package controls

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// TestTheFrame shows where the keyboard is, and what can be pressed.
func TestTheFrame(t *testing.T) {
	test.NewTempApp(t)
	win := test.NewTempWindow(t, nil)
	keys := NewKeyboard(Params{Canvas: win.Canvas(), Menu: win.MainMenu, Held: func() fyne.KeyModifier { return 0 }, Physical: func(int) fyne.KeyName { return fyne.KeyUnknown }})
	button, quiet, filled := keys.NewButton("a", nil, nil), keys.NewButton("b", nil, nil).With(widget.LowImportance), keys.NewButton("c", nil, nil).With(widget.HighImportance)
	choice, check, entry, link := keys.NewSelect([]string{"d"}, nil), keys.NewCheck("e", nil), keys.NewEntry(), keys.NewLink("f", nil)
	list := keys.NewList(func() int { return 1 }, func() fyne.CanvasObject { return widget.NewLabel("") }, func(int, fyne.CanvasObject) {})
	for name, c := range map[string]struct {
		control  Control
		frame    *frame
		bordered bool
	}{
		"a button": {button, &button.frame, true}, "a quiet button": {quiet, &quiet.frame, false}, "a filled button": {filled, &filled.frame, false},
		"a choice": {choice, &choice.frame, true}, "a box": {check, &check.frame, false}, "an entry": {entry, &entry.frame, true},
		"a link": {link, &link.frame, false}, "a list": {list, &list.frame, false},
	} {
		t.Run(name, func(t *testing.T) {
			win.SetContent(c.control)
			win.Resize(fyne.NewSize(200, 100))
			if c.frame.line.Hidden == c.bordered || c.frame.line.StrokeWidth != 1 && c.bordered {
				t.Errorf("without the keyboard: hidden %v, %v wide", c.frame.line.Hidden, c.frame.line.StrokeWidth)
			}
			win.Canvas().Focus(c.control)
			if c.frame.line.Hidden || c.frame.line.StrokeWidth != ringWidth || c.control != filled && c.frame.line.Size() != c.control.Size() {
				t.Errorf("with the keyboard: hidden %v, %v wide, %v of %v", c.frame.line.Hidden, c.frame.line.StrokeWidth, c.frame.line.Size(), c.control.Size())
			}
			c.control.Refresh()
			if c.frame.line.StrokeWidth != ringWidth {
				t.Error("the ring goes with a refresh")
			}
			win.Canvas().Unfocus()
			if c.frame.line.Hidden == c.bordered {
				t.Errorf("after the keyboard went: hidden %v", c.frame.line.Hidden)
			}
		})
	}
}

// TestALinkHasOneRing: Fyne's own, around its words, is never drawn.
func TestALinkHasOneRing(t *testing.T) {
	test.NewTempApp(t)
	win := test.NewTempWindow(t, nil)
	keys := NewKeyboard(Params{Canvas: win.Canvas(), Menu: win.MainMenu, Held: func() fyne.KeyModifier { return 0 }, Physical: func(int) fyne.KeyName { return fyne.KeyUnknown }})
	l := keys.NewLink("a", nil)
	win.SetContent(l)
	win.Canvas().Focus(l)
	l.Refresh()
	rings := 0
	for _, o := range test.WidgetRenderer(l).Objects() {
		if r, ok := o.(*canvas.Rectangle); ok && r.Visible() && r.StrokeWidth > 0 {
			rings++
		}
	}
	if rings != 1 {
		t.Errorf("%d rings", rings)
	}
}

// TestTheRingOnAFilledButton is in another colour than the ground that it stands on.
func TestTheRingOnAFilledButton(t *testing.T) {
	test.NewTempApp(t)
	win := test.NewTempWindow(t, nil)
	keys := NewKeyboard(Params{Canvas: win.Canvas(), Menu: win.MainMenu, Held: func() fyne.KeyModifier { return 0 }, Physical: func(int) fyne.KeyName { return fyne.KeyUnknown }})
	b := keys.NewButton("a", nil, nil).With(widget.HighImportance)
	win.SetContent(b)
	win.Resize(fyne.NewSize(200, 100))
	win.Canvas().Focus(b)
	line, size := b.line, b.Size()
	if line.StrokeColor == theme.Color(theme.ColorNamePrimary) {
		t.Error("the ring has the colour of the ground")
	}
	if end := line.Position().AddXY(line.Size().Width, line.Size().Height); line.Position().X <= 0 || line.Position().Y <= 0 || end.X >= size.Width || end.Y >= size.Height {
		t.Errorf("the ring is at %v, %v large, on a button of %v", line.Position(), line.Size(), size)
	}
	b.With(widget.MediumImportance).Refresh()
	if line.StrokeColor != theme.Color(theme.ColorNamePrimary) || line.Size() != size || line.Position() != (fyne.Position{}) {
		t.Errorf("no longer filled: at %v, %v large", line.Position(), line.Size())
	}
}

// TestFunctionKeysAreCommands presses keys that the driver looks for no command of.
func TestFunctionKeysAreCommands(t *testing.T) {
	test.NewTempApp(t)
	win := test.NewTempWindow(t, nil)
	done := map[string]int{}
	item := func(name string, key fyne.KeyName, modifier fyne.KeyModifier) *fyne.MenuItem {
		i := fyne.NewMenuItem(name, func() { done[name]++ })
		i.Shortcut = &desktop.CustomShortcut{KeyName: key, Modifier: modifier}
		return i
	}
	menu := fyne.NewMainMenu(fyne.NewMenu("m", item("F9", fyne.KeyF9, 0), item("Shift+F9", fyne.KeyF9, fyne.KeyModifierShift), item("Ctrl+B", fyne.KeyB, fyne.KeyModifierControl)))
	var held fyne.KeyModifier
	keys := NewKeyboard(Params{Canvas: win.Canvas(), Menu: func() *fyne.MainMenu { return menu }, Held: func() fyne.KeyModifier { return held }, Physical: func(int) fyne.KeyName { return fyne.KeyUnknown }})
	button := keys.NewButton("a", nil, nil)
	win.SetContent(button)
	press := func(key fyne.KeyName, modifier fyne.KeyModifier) {
		held = modifier
		button.KeyDown(&fyne.KeyEvent{Name: key})
		button.KeyUp(&fyne.KeyEvent{Name: key})
	}
	press(fyne.KeyF9, 0)
	press(fyne.KeyF9, fyne.KeyModifierShift)
	press(fyne.KeyF9, fyne.KeyModifierControl)
	press(fyne.KeyB, fyne.KeyModifierControl) // the driver does it
	if done["F9"] != 1 || done["Shift+F9"] != 1 || done["Ctrl+B"] != 0 {
		t.Errorf("done: %v", done)
	}
}
