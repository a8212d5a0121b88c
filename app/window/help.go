package window

import "communique/app/window/help"

// showShortcuts lists the keys of the menu.
func (w *Window) showShortcuts() { help.Shortcuts(w.base, w.win.MainMenu()) }

// showAbout tells which program this is.
func (w *Window) showAbout() { help.About(w.base, w.params.Version, w.params.App.Icon()) }
