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

// ticks are the items that the bar ticks.
func (s *stage) ticks() (all []string) {
	for _, name := range []string{"menu-one-page", "menu-library-pane", "menu-inspector", "menu-only-text", "menu-text-sans", "menu-light", "menu-dark", "menu-system-theme"} {
		if s.ticked(name) {
			all = append(all, name)
		}
	}
	return all
}

// ticksAtOnce expects these and no others, before anything that was begun is done.
func (s *stage) ticksAtOnce(step string, want ...string) {
	s.t.Helper()
	if got := s.ticks(); !slices.Equal(got, want) {
		s.t.Errorf("%s: ticked are %q", step, got)
	}
}

// ticksSoon waits for these and no others.
func (s *stage) ticksSoon(step string, want ...string) {
	s.t.Helper()
	s.wait(step, func() bool { return slices.Equal(s.ticks(), want) })
}

// TestTheMenuTicksWhatIsSo: what the bar ticks follows the release on the screen, the panes and
// the settings, whatever has changed them.
func TestTheMenuTicksWhatIsSo(t *testing.T) {
	s := inUse(t, "ru")
	s.ticksAtOnce("at first", "menu-library-pane", "menu-inspector", "menu-system-theme")
	s.command("menu-one-page")
	s.ticksSoon("one page", "menu-one-page", "menu-library-pane", "menu-inspector", "menu-system-theme")
	s.command("menu-dark")
	s.ticksAtOnce("dark", "menu-one-page", "menu-library-pane", "menu-inspector", "menu-dark")
	s.command("menu-only-text")
	s.ticksAtOnce("the text alone", "menu-one-page", "menu-only-text", "menu-dark")
	s.command("menu-text-sans")
	s.ticksAtOnce("sans", "menu-one-page", "menu-only-text", "menu-text-sans", "menu-dark")
	s.command("menu-only-text")
	s.ticksAtOnce("all again", "menu-one-page", "menu-library-pane", "menu-inspector", "menu-text-sans", "menu-dark")
	s.command("menu-library-pane")
	s.ticksAtOnce("without the library", "menu-one-page", "menu-inspector", "menu-text-sans", "menu-dark")
	s.command("menu-inspector")
	s.ticksAtOnce("without the inspector", "menu-one-page", "menu-only-text", "menu-text-sans", "menu-dark")
	s.command("menu-inspector")
	s.command("menu-system-theme")
	s.ticksAtOnce("as the system", "menu-one-page", "menu-inspector", "menu-text-sans", "menu-system-theme")
	s.win.Resize(fyne.NewSize(1000, 700))
	s.ticksSoon("narrow", "menu-one-page", "menu-only-text", "menu-text-sans", "menu-system-theme")
	s.inspector.Show(inspector.TextTab)
	s.ticksAtOnce("another tab", "menu-one-page", "menu-inspector", "menu-text-sans", "menu-system-theme")
	s.inspector.ShowDocument()
	s.ticksAtOnce("the text again", "menu-one-page", "menu-only-text", "menu-text-sans", "menu-system-theme")
	s.win.Resize(fyne.NewSize(1280, 800))
	s.ticksSoon("wide", "menu-one-page", "menu-inspector", "menu-text-sans", "menu-system-theme")
	s.settings.Theme = "dark" // in the dialog of the settings, or by another window
	s.rebuild()
	s.ticksAtOnce("settings", "menu-one-page", "menu-inspector", "menu-text-sans", "menu-dark")
}

// TestTheMenuTicksWithoutARelease: there, nothing that is done to a text tells of another tick.
func TestTheMenuTicksWithoutARelease(t *testing.T) {
	s := newStage(t, settled, "Встреча")
	s.ticksAtOnce("at first", "menu-library-pane", "menu-system-theme")
	s.command("menu-dark")
	s.ticksAtOnce("dark", "menu-library-pane", "menu-dark")
	s.command("menu-text-sans")
	s.ticksAtOnce("sans", "menu-library-pane", "menu-text-sans", "menu-dark")
	s.command("menu-library-pane")
	s.ticksAtOnce("without the library", "menu-text-sans", "menu-dark")
}
