package window

import (
	"communique/app/window/help"
	"communique/app/window/updates"
)

// showShortcuts lists the keys of the menu.
func (w *Window) showShortcuts() { help.Shortcuts(w.base, w.commands) }

// showAbout tells which program this is.
func (w *Window) showAbout() { help.About(w.base, w.params.Version, w.params.App.Icon()) }

// updates tells of newer versions.
func (w *Window) updates() updates.Params {
	return updates.Params{
		Base: w.base, From: w.settings.Updates.From, Version: w.params.Version, Kinds: w.params.Packages, Downloads: w.params.Downloads,
		Propose: w.notice.Propose, OpenFile: w.openFile,
	}
}

// checkUpdates looks for a newer version.
func (w *Window) checkUpdates() { w.updates().Check() }
