package controls_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"communique/editor/controls"
)

// TestWordsComeBeforeWhatIsTypedSince: the clipboard answers late, and what was typed meanwhile is typed behind its words.
func TestWordsComeBeforeWhatIsTypedSince(t *testing.T) {
	type step struct {
		text  string
		key   fyne.KeyName
		paste bool
	}
	for name, c := range map[string]struct {
		steps   []step
		answers []string
		want    string
		yes     int // how often the dialog was answered with yes
	}{
		"letters":            {[]step{{text: "а"}, {paste: true}, {text: "в"}}, []string{"б"}, "абв", 0},
		"Enter":              {[]step{{paste: true}, {key: fyne.KeyReturn}}, []string{"б"}, "б", 1},
		"a key that moves":   {[]step{{paste: true}, {key: fyne.KeyHome}, {text: "а"}}, []string{"б"}, "аб", 0},
		"a key that deletes": {[]step{{paste: true}, {key: fyne.KeyBackspace}}, []string{"аб"}, "а", 0},
		"another paste":      {[]step{{paste: true}, {text: "2"}, {paste: true}, {text: "4"}}, []string{"1", "3"}, "1234", 0},
		"no answer":          {[]step{{paste: true}, {text: "б"}}, []string{""}, "б", 0},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			var asked []func(string)
			keys := controls.NewKeyboard(controls.Params{
				Canvas: b.window.Canvas(), Held: func() fyne.KeyModifier { return b.Held }, Menu: b.window.MainMenu,
				Physical: func(int) fyne.KeyName { return fyne.KeyUnknown },
				Words:    func(take func(string)) { asked = append(asked, take) },
			})
			yes := 0
			e := keys.NewEntry()
			keys.OnAnswer = func(bool) bool {
				yes++
				if e.Text != c.want {
					t.Errorf("answered while it has %q", e.Text)
				}
				return true
			}
			b.put(e)
			for _, s := range c.steps {
				for _, r := range s.text {
					e.TypedRune(r)
				}
				if s.key != "" {
					e.TypedKey(&fyne.KeyEvent{Name: s.key})
				}
				if s.paste {
					e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
				}
			}
			for i, words := range c.answers {
				if len(asked) != i+1 {
					t.Fatalf("asked %d times before answer %d", len(asked), i)
				}
				asked[i](words)
			}
			if e.Text != c.want || yes != c.yes {
				t.Errorf("has %q, want %q; answered %d times", e.Text, c.want, yes)
			}
		})
	}
}

// TestPastedOverWhatIsSelectedMeanwhile: a text that came into the entry, and was selected, after the clipboard was asked, is
// replaced: a path that the chooser found while somebody pasted another.
func TestPastedOverWhatIsSelectedMeanwhile(t *testing.T) {
	b := newBench(t)
	var answer func(string)
	keys := controls.NewKeyboard(controls.Params{
		Canvas: b.window.Canvas(), Held: func() fyne.KeyModifier { return b.Held }, Menu: b.window.MainMenu,
		Physical: func(int) fyne.KeyName { return fyne.KeyUnknown }, Words: func(take func(string)) { answer = take },
	})
	e := keys.NewEntry()
	b.put(e)
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
	e.SetText("/home/press")
	e.SelectAll()
	answer("/srv/table.csv")
	if e.Text != "/srv/table.csv" {
		t.Errorf("has %q", e.Text)
	}
}
