package window

import "communique/app/window/backups"

// backups looks after the library.
func (w *Window) backups() backups.Params {
	return backups.Params{
		Base: w.base, Store: w.params.Store, Files: w.files, Now: w.params.Now, Path: w.params.LibraryPath,
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
