package window

import (
	"slices"

	"communique/app/library"
	"communique/app/window/backups"
)

// keeping does something with the library's backups, or says that they are made elsewhere.
func (w *Window) keeping(do func(backups.Params)) func() {
	return func() {
		if w.params.Keeper == nil {
			w.fail(&library.KeptElsewhereError{})
			return
		}
		do(w.backups())
	}
}

// backups looks after the library.
func (w *Window) backups() backups.Params {
	return backups.Params{
		Base: w.base, Keeper: w.params.Keeper, Files: w.files, Now: w.params.Now, Path: w.params.LibraryPath,
		Save: func() { w.save() }, Flush: w.saver.Flush, SaveAgain: w.saveAgain, Count: w.library.Count, Restoring: w.openings.Drop,
		Restored: func() {
			w.close()
			w.library.Reload()
		},
		Store: w.params.Store, Take: w.changing().Take, Merged: w.merged, Import: w.Import,
		Use: func(path string) {
			w.settings.Library = path
			w.quit()
		},
		Propose: w.notice.Propose, Troubled: w.notice.Troubled,
		IsSharingKnown: func() bool { return slices.Contains(w.settings.SharedLibraries, w.params.LibraryPath) },
		KnowSharing: func() {
			w.settings.SharedLibraries = append(slices.Clone(w.settings.SharedLibraries), w.params.LibraryPath)
			w.keepSettings()
		},
	}
}

// merged shows what the library has now that another was merged into it: the release on the
// screen is read anew.
func (w *Window) merged() {
	id := w.shown()
	w.close()
	w.library.Reload()
	if id != 0 {
		w.open(id)
	}
}
