package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestReducedMotion: what controls ask of the app says whether they may move, and all else is Fyne's.
func TestReducedMotion(t *testing.T) {
	inner := test.NewTempApp(t)
	c := withMotion(inner)
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
