package window

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

// showShortcuts lists every command that has a key, as the menu has it.
func (w *Window) showShortcuts() {
	rows := container.New(layout.NewFormLayout())
	for _, menu := range w.win.MainMenu().Items {
		addShortcuts(rows, menu)
	}
	content := container.NewVBox(rows, screen.Wrapped(w.text("help-dialogs")), screen.Wrapped(w.text("help-marks")))
	w.dialogs.New(w.text("help-title"), content, w.text("button-close")).Show(fyne.NewSize(560, 560), nil)
}

func addShortcuts(rows *fyne.Container, menu *fyne.Menu) {
	for _, item := range menu.Items {
		if item.Shortcut != nil {
			rows.Add(widget.NewLabelWithStyle(keys(item.Shortcut), fyne.TextAlignLeading, fyne.TextStyle{Bold: true}))
			rows.Add(widget.NewLabel(item.Label))
		}
		if item.ChildMenu != nil {
			addShortcuts(rows, item.ChildMenu)
		}
	}
}

// keys writes a shortcut as keyboards do.
func keys(s fyne.Shortcut) string {
	key, modifier := fyne.KeyName(""), control
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

func (w *Window) showAbout() {
	label := screen.Wrapped(w.text("about-text", map[string]any{"Version": w.params.Version}))
	icon := widget.NewIcon(theme.InfoIcon())
	if own := w.params.App.Icon(); own != nil {
		icon.SetResource(own)
	}
	content := controls.Border(nil, nil, container.NewVBox(container.NewGridWrap(fyne.NewSize(64, 64), icon)), nil, label)
	d := w.dialogs.New(w.text("about-title"), content, w.text("button-close"))
	d.Button(w.text("licences-show"), nil, w.showLicences)
	d.Show(fyne.NewSize(480, 0), nil)
}
