package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The places of keys on an X11 keyboard, whatever its layout calls them.
const (
	commaPlace  = "59"
	slashPlace  = "61"
	equalPlace  = "21"
	letterPlace = "38" // a, ф
)

// shown is the text of the only release.
func (d *desktop) shown() string { return string(d.communique("show", "1")) }

// TestJourneyNoKeyStaysDown leaves dialogs that took the keyboard while Shift was
// held: the next arrow selects nothing, and the next letter replaces nothing.
func TestJourneyNoKeyStaysDown(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	d.open()
	d.dialog("ctrl+n")
	d.keys("ctrl+Return") // the first template as it is
	d.wait("a draft in the library", func() bool { return len(d.list()) == 1 })
	d.keys("ctrl+t", "ctrl+Home")
	d.write("Начало ")
	d.wait("the text", func() bool { return strings.Contains(d.shown(), "Начало ") })
	for _, dialog := range []string{"ctrl+shift+f", "ctrl+shift+e", "ctrl+shift+p"} {
		before := d.shown()
		d.keys("ctrl+t", "ctrl+Home")
		d.dialog(dialog)
		d.leaveAll()
		d.keys("Down")
		d.write("Ъ")
		d.wait("the letter after "+dialog, func() bool { return strings.Count(d.shown(), "Ъ") == strings.Count(before, "Ъ")+1 })
		if got := d.shown(); len(got) != len(before)+len("Ъ") {
			t.Errorf("%s: text was replaced:\n%s\nwas\n%s", dialog, got, before)
		}
	}
}

// TestJourneyRussianLayout opens what the Russian layout hides the keys of, with
// every dialog left by Escape and the keyboard back in the text. Alt opens no menu
// behind a dialog.
func TestJourneyRussianLayout(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	d.open()
	d.keys("ctrl+shift+n")
	d.write("Заголовок")
	d.keys("ctrl+t")
	d.wait("the release", func() bool { return len(d.list()) == 1 })
	if _, err := d.tool("setxkbmap", "-layout", "ru,us"); err != nil {
		t.Fatal(err)
	}
	letters := 0
	typed := func(after string) {
		t.Helper()
		letters++
		d.keys(letterPlace)
		d.wait("the letter after "+after, func() bool { return strings.Contains(d.shown(), strings.Repeat("ф", letters)) })
	}
	typed("the change of layout")
	for _, key := range []string{"ctrl+" + commaPlace, "ctrl+" + slashPlace, "F1"} {
		d.dialog(key)
		d.keys("Alt_L", "Tab") // no menu opens, and Tab stays inside
		d.leaveAll()
		typed(key)
	}
	before := d.dot(1200, 720) // below the page
	d.keys("ctrl+"+equalPlace, "ctrl+"+equalPlace)
	d.wait("the larger page", func() bool { return d.dot(1200, 720) != before })
	typed("Ctrl+=")
}

// TestJourneyTab presses Tab where it meant another control once: in a paragraph, and in a
// list. What is typed behind it is in the text, and F6 leads out of that and back.
func TestJourneyTab(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	d.open()
	d.keys("ctrl+shift+n")
	d.write("Заголовок")
	d.keys("Tab", "Tab")
	d.write("Начало")
	d.keys("Tab")
	d.write(" и конец.")
	d.keys("Return")
	d.write("* один")
	d.keys("Return", "Tab")
	d.write("два")
	d.keys("Return", "Tab", "Tab") // the second goes no further, and says so
	d.write("три")
	d.keys("Return", "Return") // a level out
	d.write("четыре")
	d.look("tab-in-a-list")
	d.keys("Return", "BackSpace", "shift+Tab", "F6", "shift+F6")
	d.write("Абзац")
	d.keys("shift+F6", "F6")
	d.write(".")
	d.wait("what was typed behind Tab", func() bool {
		if len(d.list()) != 1 {
			return false
		}
		r := d.stored()
		return r.Headline == "Заголовок" && r.Lead == "Начало и конец." && len(r.Blocks) == 2 &&
			r.Blocks[0].Text == "один\n\tдва\n\t\tтри\n\tчетыре" && r.Blocks[1].Text == "Абзац."
	})
}

// TestJourneyTabs turns the tabs of the settings in each way a hand knows: by Ctrl+PageUp, by
// Ctrl+Tab, and by End on the tabs themselves; what is typed then stands in the field of that tab.
func TestJourneyTabs(t *testing.T) {
	for name, keys := range map[string][]string{
		"page":   {"ctrl+Prior", "Tab", "Tab", "Tab"},
		"tab":    {"ctrl+Tab", "ctrl+Tab", "ctrl+Tab", "ctrl+Tab", "Tab", "Tab", "Tab"},
		"arrows": {"shift+Tab", "End", "Left", "Right", "Tab", "Tab", "Tab", "Tab"},
	} {
		d := newDesktop(t)
		d.settle()
		window := d.open()
		d.keys("ctrl+comma")
		d.keys(keys...)
		d.write("https://updates.example/" + name)
		d.keys("ctrl+Return")
		d.wait("the settings", func() bool {
			data, err := os.ReadFile(filepath.Join(d.home, "config", "communique", "settings.toml"))
			return err == nil && strings.Contains(string(data), "updates.example/"+name)
		})
		if code := d.leaves(window); code != 0 {
			t.Errorf("%s: the window ended with %d", name, code)
		}
	}
}

// TestJourneyAGuessIsConfirmed makes a card whose forms are a guess, and takes them as they stand: they are kept as
// what somebody has looked at.
func TestJourneyAGuessIsConfirmed(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	window := d.open()
	d.keys("ctrl+shift+p", "Tab", "Tab", "space") // over the list, to a new card
	d.write("Юрий Кравец")
	d.look("card-guessed")
	d.tabs(18) // over what else a card says, to the button below the forms
	d.keys("space")
	d.look("card-confirmed")
	d.keys("ctrl+Return")
	d.wait("the forms on the card", func() bool {
		return strings.Contains(string(d.communique("people", "export")), "Юрия Кравца")
	})
	d.keys("Escape")
	if code := d.leaves(window); code != 0 {
		t.Errorf("the window ended with %d", code)
	}
}
