package window

import (
	"runtime"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"communique/assets/translations"
	"communique/editor/controls"
)

// TestTheMenuShowsItsShortcuts: every command's shortcut stands in what the menu bar shows, in the
// ink of the labels: a shortcut that Fyne draws has a fifth of it.
func TestTheMenuShowsItsShortcuts(t *testing.T) {
	drawn := runtime.GOOS == "darwin" // by the system
	for _, language := range translations.Languages() {
		s := inUse(t, language)
		var labels []string
		for _, menu := range s.win.MainMenu().Items {
			each(menu, func(item *fyne.MenuItem) {
				labels = append(labels, item.Label)
				if _, is := item.Shortcut.(fyne.KeyboardShortcut); is && !drawn {
					t.Errorf("%q: Fyne draws the shortcut", item.Label)
				}
			})
		}
		at := 0
		for _, menu := range s.commands.Items {
			each(menu, func(item *fyne.MenuItem) {
				want := item.Label
				if shortcut, ok := item.Shortcut.(fyne.KeyboardShortcut); ok && !drawn {
					want += controls.ShortcutText(shortcut)
				}
				if got := strings.NewReplacer("\u2003", "", "\u200a", "").Replace(labels[at]); got != want {
					t.Errorf("the menu shows %q, not %q", got, want)
				}
				at++
			})
		}
		if at != len(labels) || at < 60 {
			t.Errorf("%d of %d commands", at, len(labels))
		}
	}
}

// TestTheMenuTicksOnePage: what the bar shows follows the release on the screen.
func TestTheMenuTicksOnePage(t *testing.T) {
	s := inUse(t, "ru")
	ticked := func() (ticks int) {
		for _, menu := range s.win.MainMenu().Items {
			each(menu, func(item *fyne.MenuItem) {
				if item.Checked {
					ticks++
				}
			})
		}
		return ticks
	}
	if n := ticked(); n != 0 {
		t.Errorf("%d ticks", n)
	}
	s.command("menu-one-page")
	s.wait("the tick", func() bool { return ticked() == 1 })
}
