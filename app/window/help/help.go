// Package help tells of the program: its keys, its version, and the terms of what it is
// made of.
package help

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
		if s, ok := item.Shortcut.(fyne.KeyboardShortcut); ok {
			rows.Add(widget.NewLabel(controls.ShortcutText(s)))
			rows.Add(widget.NewLabel(item.Label))
		}
		if item.ChildMenu != nil {
			addShortcuts(rows, item.ChildMenu)
		}
	}
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
