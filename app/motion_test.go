package app

import (
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"communique/app/library/sqlite"
	"communique/editor/controls"
)

// TestReducedMotion: what controls ask of the app says whether they may move, and all else is Fyne's.
func TestReducedMotion(t *testing.T) {
	inner := test.NewTempApp(t)
	c := withMotion(inner, nil)
	for _, still := range []bool{false, true, false} {
		c.reduced.Store(still)
		if fyne.CurrentApp().Settings().ShowAnimations() == still {
			t.Errorf("still is %v: it moves all the same, or never", still)
		}
	}
	if c.Driver() != inner.Driver() || fyne.CurrentApp().Settings().Scale() != inner.Settings().Scale() {
		t.Error("it is another app")
	}
}

// TestTheCaretOfAnEntryStands: while an entry has the keyboard, or what is built on one, nothing moves.
func TestTheCaretOfAnEntryStands(t *testing.T) {
	withMotion(test.NewTempApp(t), nil)
	w := test.NewTempWindow(t, nil)
	keys := controls.NewKeyboard(controls.Params{Canvas: w.Canvas(), Menu: w.MainMenu, Held: func() fyne.KeyModifier { return 0 }, Physical: func(int) fyne.KeyName { return fyne.KeyUnknown }})
	entry, button, built := keys.NewEntry(), keys.NewButton("", nil, func() {}), &struct{ controls.Entry }{}
	built.Extend(keys, built)
	w.SetContent(container.NewVBox(entry, button, built))
	for _, c := range []struct {
		focused fyne.Focusable
		moves   bool
	}{{nil, true}, {entry, false}, {button, true}, {built, false}} {
		w.Canvas().Unfocus()
		if c.focused != nil {
			w.Canvas().Focus(c.focused)
		}
		if moves := fyne.CurrentApp().Settings().ShowAnimations(); moves != c.moves {
			t.Errorf("with %T things move: %v", c.focused, moves)
		}
	}
}

// TestQuitEndsTheProgram with its status, after it has let go of the library.
func TestQuitEndsTheProgram(t *testing.T) {
	store, err := sqlite.Open(sqlite.Params{Path: filepath.Join(t.TempDir(), "library.db"), Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	status := -1
	p := &program{status: 3, opened: opened{store: store}}
	p.exit = func(s int) {
		status = s
		if _, err := store.History(t.Context(), 1); err == nil {
			t.Error("it has the library")
		}
	}
	p.app = withMotion(test.NewTempApp(t), p.leave)
	p.app.Quit()
	if status != 3 {
		t.Errorf("status %d", status)
	}
}
