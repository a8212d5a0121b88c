package start

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/controls/controlstest"
)

// TestUpdatingIsTold: how far it is, and a way out that costs nothing.
func TestUpdatingIsTold(t *testing.T) {
	for _, language := range translations.Languages() {
		words, err := translations.New(language)
		if err != nil {
			t.Fatal(err)
		}
		quit := 0
		w := NewUpdating(Params{
			App: test.NewTempApp(t), Words: words, Quit: func() { quit++ }, Do: func(f func()) { f() },
			Modifier: func() fyne.KeyModifier { return 0 }, Physical: func(int) fyne.KeyName { return fyne.KeyUnknown },
		})
		w.Show()
		told := func() string {
			var all []string
			for _, o := range controlstest.Objects(w.win.Content()) {
				if label, ok := controlstest.Label(o); ok {
					all = append(all, label.Text)
				}
				switch o := o.(type) {
				case *controls.Button:
					all = append(all, o.Text)
				case *widget.ProgressBar:
					all = append(all, "▭")
				}
			}
			return strings.Join(all, "\n")
		}
		if got := told(); !strings.HasPrefix(got, strings.Join([]string{words.Text("start-updating"), words.Text("start-updating-why"), "▭", words.Text("start-updating-copy")}, "\n")) || !strings.Contains(got, words.Text("start-updating-copy")) || !strings.Contains(got, words.Text("start-updating-quit")) || strings.Contains(got, "⟦") {
			t.Errorf("%s: at first:\n%s", language, got)
		}
		w.Progress(2500, 10000)
		if got := told(); !strings.Contains(got, "2500") || !strings.Contains(got, "10000") || w.bar.Value != 0.25 {
			t.Errorf("%s: a quarter, %v:\n%s", language, w.bar.Value, got)
		}
		w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if quit != 2 {
			t.Errorf("%s: asked to quit %d times, by Escape and by its button", language, quit)
		}
		closed := false
		w.win.SetOnClosed(func() { closed = true })
		if w.Close(); !closed {
			t.Errorf("%s: the window stays", language)
		}
	}
}
