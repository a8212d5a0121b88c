package app

import (
	"runtime"
	"sync/atomic"

	"fyne.io/fyne/v2"
)

// motionApp is an app whose controls do not move where motion is reduced: Fyne reads it from a file of
// its own, and cannot be told otherwise.
type motionApp struct {
	fyne.App
	reduced *atomic.Bool
}

// withMotion makes an app the one that controls ask. On macOS it is not: there Fyne takes what
// it is answered for its own type when the system's colours change.
func withMotion(a fyne.App) motionApp {
	c := motionApp{a, &atomic.Bool{}}
	if runtime.GOOS != "darwin" {
		fyne.SetCurrentApp(c)
	}
	return c
}

// Settings are those of the app, which say whether anything moves.
func (c motionApp) Settings() fyne.Settings { return motionSettings{c.App.Settings(), c.reduced} }

type motionSettings struct {
	fyne.Settings
	reduced *atomic.Bool
}

// ShowAnimations reports whether controls may move.
func (s motionSettings) ShowAnimations() bool {
	return !s.reduced.Load() && s.Settings.ShowAnimations()
}
