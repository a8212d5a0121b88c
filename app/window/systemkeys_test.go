package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"communique/app/settings"
)

// TestKeysOfASystem: no two commands have one shortcut, on any system, and on macOS none has
// one of the system's.
func TestKeysOfASystem(t *testing.T) {
	s := newStage(t, settings.Settings{})
	for _, system := range []string{"linux", "windows", "darwin"} {
		who := map[shortcut]string{}
		var walk func(items []*fyne.MenuItem)
		walk = func(items []*fyne.MenuItem) {
			for _, item := range items {
				if item.ChildMenu != nil {
					walk(item.ChildMenu.Items)
				}
				own, is := item.Shortcut.(*desktop.CustomShortcut)
				if !is {
					continue
				}
				at := shortcut{own.KeyName, own.Modifier}.on(system)
				if other, taken := who[at]; taken {
					t.Errorf("%s: %v is of %q and of %q", system, at, other, item.Label)
				}
				who[at] = item.Label
			}
		}
		for _, menu := range s.menu().Items {
			walk(menu.Items)
		}
		for at := range taken {
			if name, is := who[at]; is && system == "darwin" {
				t.Errorf("%q has %v, which is the system's", name, at)
			}
			if _, is := who[at]; !is && system != "darwin" {
				t.Errorf("%s: nothing has %v", system, at)
			}
		}
	}
}
