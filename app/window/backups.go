package window

import (
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
		Save: func() { w.save() }, Flush: w.saver.Flush, Count: w.library.Count, Restoring: w.openings.Drop,
		Restored: func() {
			w.close()
			w.library.Reload()
		},
		Use: func(path string) {
			w.settings.Library = path
			w.quit()
		},
	}
}
