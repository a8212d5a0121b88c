package window

import (
	"runtime"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"communique/app/window/inspector"
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

// ticked reports whether the bar shows an item with a tick.
func (s *stage) ticked(name string) bool {
	found := false
	for _, menu := range s.win.MainMenu().Items {
		each(menu, func(item *fyne.MenuItem) {
			found = found || item.Checked && strings.HasPrefix(item.Label, s.text(name))
		})
	}
	return found
}

// TestTheMenuTicksWhatIsSo: what the bar ticks follows the release on the screen, the panes and
// the settings, whatever has changed them.
func TestTheMenuTicksWhatIsSo(t *testing.T) {
	s := inUse(t, "ru")
	all := []string{"menu-one-page", "menu-library-pane", "menu-inspector", "menu-only-text", "menu-text-sans", "menu-light", "menu-dark", "menu-system-theme"}
	expect := func(step string, want ...string) {
		t.Helper()
		s.wait(step, func() bool {
			var got []string
			for _, name := range all {
				if s.ticked(name) {
					got = append(got, name)
				}
			}
			return slices.Equal(got, want)
		})
	}
	expect("at first", "menu-library-pane", "menu-inspector", "menu-system-theme")
	s.command("menu-one-page")
	s.command("menu-dark")
	expect("one page, dark", "menu-one-page", "menu-library-pane", "menu-inspector", "menu-dark")
	s.command("menu-only-text")
	s.command("menu-text-sans")
	expect("the text alone", "menu-one-page", "menu-only-text", "menu-text-sans", "menu-dark")
	s.command("menu-only-text")
	s.command("menu-library-pane")
	s.command("menu-light")
	expect("without the library", "menu-one-page", "menu-inspector", "menu-text-sans", "menu-light")
	s.command("menu-system-theme")
	s.win.Resize(fyne.NewSize(1000, 700))
	expect("narrow", "menu-one-page", "menu-only-text", "menu-text-sans", "menu-system-theme")
	s.inspector.Show(inspector.TextTab)
	expect("another tab", "menu-one-page", "menu-inspector", "menu-text-sans", "menu-system-theme")
	s.settings.Theme = "dark" // in the dialog of the settings, or by another window
	s.rebuild()
	expect("settings", "menu-one-page", "menu-inspector", "menu-text-sans", "menu-dark")
}
