// Package help tells of the program: its keys, its version, and the terms of what it is
// made of.
package help

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/editor/controls"
)

// Shortcuts lists every command of a menu that has a key.
func Shortcuts(b screen.Base, of *fyne.MainMenu) {
	rows := container.New(layout.NewFormLayout())
	for _, menu := range of.Items {
		addShortcuts(rows, menu)
	}
	content := container.NewVBox(rows, screen.Wrapped(b.Text("help-dialogs")), screen.Wrapped(b.Text("help-marks")))
	b.Dialogs.New(b.Text("help-title"), content, b.Text("button-close")).Show(fyne.NewSize(560, 560), nil)
}

func addShortcuts(rows *fyne.Container, menu *fyne.Menu) {
	for _, item := range menu.Items {
		if item.Shortcut != nil {
			rows.Add(widget.NewLabelWithStyle(Keys(item.Shortcut), fyne.TextAlignLeading, fyne.TextStyle{Bold: true}))
			rows.Add(widget.NewLabel(item.Label))
		}
		if item.ChildMenu != nil {
			addShortcuts(rows, item.ChildMenu)
		}
	}
}

// Keys writes a shortcut as keyboards do.
func Keys(s fyne.Shortcut) string {
	key, modifier := fyne.KeyName(""), fyne.KeyModifierShortcutDefault
	switch s := s.(type) {
	case *desktop.CustomShortcut:
		key, modifier = s.KeyName, s.Modifier
	case *fyne.ShortcutUndo:
		key = fyne.KeyZ
	case *fyne.ShortcutRedo:
		key = fyne.KeyY
	}
	var names []string
	for _, m := range []struct {
		modifier fyne.KeyModifier
		name     string
	}{{fyne.KeyModifierControl, "Ctrl"}, {fyne.KeyModifierSuper, "Cmd"}, {fyne.KeyModifierAlt, "Alt"}, {fyne.KeyModifierShift, "Shift"}} {
		if modifier&m.modifier != 0 {
			names = append(names, m.name)
		}
	}
	switch key { // Fyne calls them as X11 does
	case fyne.KeyPageUp:
		key = "PageUp"
	case fyne.KeyPageDown:
		key = "PageDown"
	}
	return strings.Join(append(names, string(key)), "+")
}

// About tells which program this is, and shows its licences.
func About(b screen.Base, version string, logo fyne.Resource) {
	label := screen.Wrapped(b.Text("about-text", map[string]any{"Version": version}))
	icon := widget.NewIcon(theme.InfoIcon())
	if logo != nil {
		icon.SetResource(logo)
	}
	content := controls.Border(nil, nil, container.NewVBox(container.NewGridWrap(fyne.NewSize(64, 64), icon)), nil, label)
	d := b.Dialogs.New(b.Text("about-title"), content, b.Text("button-close"))
	d.Button(b.Text("licences-show"), nil, func() { Licences(b) })
	d.Show(fyne.NewSize(480, 0), nil)
}
