package app

import (
	"runtime"
	"slices"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"communique/editor/controls"
)

// motionApp is an app whose controls do not move where motion is reduced: Fyne reads it from a file of
// its own, and cannot be told otherwise. While an entry has the keyboard nothing moves either: its
// caret would fade for as long as it is there, and every frame of that draws the whole window anew.
type motionApp struct {
	fyne.App
	reduced *atomic.Bool
	leave   func() // ends the program
}

// withMotion makes an app the one that controls ask. On macOS it is not: there Fyne takes what
// it is answered for its own type when the system's colours change.
func withMotion(a fyne.App, leave func()) motionApp {
	c := motionApp{a, &atomic.Bool{}, leave}
	if runtime.GOOS != "darwin" {
		fyne.SetCurrentApp(c)
	}
	return c
}

// Quit ends the program, on the UI goroutine. Fyne's own way waits for an event whose function its
// loop may have dropped a moment before, and then for ever: no window, and a program that has the
// library.
func (c motionApp) Quit() { c.leave() }

// Settings are those of the app, which say whether anything moves.
func (c motionApp) Settings() fyne.Settings { return motionSettings{c.App.Settings(), c} }

type motionSettings struct {
	fyne.Settings
	app motionApp
}

// ShowAnimations reports whether controls may move.
func (s motionSettings) ShowAnimations() bool {
	return !s.app.reduced.Load() && !s.app.inEntry() && s.Settings.ShowAnimations()
}

// inEntry reports whether an entry has the keyboard in one of the windows.
func (c motionApp) inEntry() bool {
	return slices.ContainsFunc(c.Driver().AllWindows(), func(w fyne.Window) bool { return controls.IsEntry(w.Canvas().Focused()) })
}
