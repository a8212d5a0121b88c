package app

import (
	"runtime"
	"sync/atomic"

	"fyne.io/fyne/v2"
)

// calm is an app whose controls keep still where that is wished: Fyne reads it from a file of
// its own, and cannot be told otherwise.
type calm struct {
	fyne.App
	still *atomic.Bool
}

// calmed makes an app the one that controls ask. On macOS it is not: there Fyne takes what
// it is answered for its own type when the system's colours change.
func calmed(a fyne.App) calm {
	c := calm{a, &atomic.Bool{}}
	if runtime.GOOS != "darwin" {
		fyne.SetCurrentApp(c)
	}
	return c
}

// Settings are those of the app, which say whether anything moves.
func (c calm) Settings() fyne.Settings { return calmSettings{c.App.Settings(), c.still} }

type calmSettings struct {
	fyne.Settings
	still *atomic.Bool
}

// ShowAnimations reports whether controls may move.
func (s calmSettings) ShowAnimations() bool { return !s.still.Load() && s.Settings.ShowAnimations() }
