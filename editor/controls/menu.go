package controls

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Fyne draws the shortcuts of a menu with a fifth of the ink of its labels, which no theme
// can change and few people can read. So a menu is shown with its shortcuts in the labels,
// behind spaces that bring them into one column. A hair space is less than a pixel.
const (
	emSpace   = "\u2003"
	hairSpace = "\u200a"
	labelRoom = 24 // between the longest label and the column, in Fyne's units
)

// MainMenu returns a main menu as it is to be shown: the labels bear the shortcuts, which are
// heard as before. It does not change with the menu. On macOS the menu is the system's, which draws them itself.
func MainMenu(menu *fyne.MainMenu) *fyne.MainMenu {
	if runtime.GOOS == "darwin" {
		return menu
	}
	shown := &fyne.MainMenu{}
	for _, m := range menu.Items {
		shown.Items = append(shown.Items, withShortcuts(m))
	}
	return shown
}

// withShortcuts returns a menu, and those below it, whose labels bear the shortcuts.
func withShortcuts(menu *fyne.Menu) *fyne.Menu {
	shown := &fyne.Menu{Label: menu.Label}
	column := shortcutColumn(menu)
	for _, item := range menu.Items {
		other := *item
		if s, ok := item.Shortcut.(fyne.KeyboardShortcut); ok {
			other.Label = withShortcut(item.Label, ShortcutText(s), column)
			other.Shortcut = heardOnly{s}
		}
		if item.ChildMenu != nil {
			other.ChildMenu = withShortcuts(item.ChildMenu)
		}
		shown.Items = append(shown.Items, &other)
	}
	return shown
}

// heardOnly is a shortcut that is heard, and not drawn.
type heardOnly struct{ fyne.Shortcut }

// shortcutColumn is where the shortcuts of a menu begin: behind all labels that have one.
func shortcutColumn(menu *fyne.Menu) (x float32) {
	for _, item := range menu.Items {
		if item.Shortcut != nil {
			x = max(x, textWidth(item.Label)+labelRoom)
		}
	}
	return x
}

// withShortcut puts a shortcut behind a label, into the column at x.
func withShortcut(label, keys string, x float32) string {
	for _, space := range []string{emSpace, hairSpace} {
		gap, width := x-textWidth(label), textWidth(space)
		label += strings.Repeat(space, max(0, int(gap/width)))
	}
	return label + keys
}

func textWidth(text string) float32 {
	return fyne.MeasureText(text, theme.TextSize(), fyne.TextStyle{}).Width
}

// ShortcutText writes a shortcut as keyboards do.
func ShortcutText(s fyne.KeyboardShortcut) string {
	var names []string
	for _, m := range []struct {
		modifier fyne.KeyModifier
		name     string
	}{{fyne.KeyModifierControl, "Ctrl"}, {fyne.KeyModifierSuper, "Cmd"}, {fyne.KeyModifierAlt, "Alt"}, {fyne.KeyModifierShift, "Shift"}} {
		if s.Mod()&m.modifier != 0 {
			names = append(names, m.name)
		}
	}
	key := s.Key()
	switch key { // Fyne calls them as X11 does
	case fyne.KeyPageUp:
		key = "PageUp"
	case fyne.KeyPageDown:
		key = "PageDown"
	}
	return strings.Join(append(names, string(key)), "+")
}
