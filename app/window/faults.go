package window

import (
	"communique/app/crash"
	"communique/app/window/faults"
)

// tellFault says that the program ended by a fault of its own the last time.
func (w *Window) tellFault(r crash.Report) {
	faults.Tell(faults.Params{Base: w.base, Told: w.params.Told, OpenFile: w.openFile}, r)
}

// openFile opens a file or a folder in the system's own program.
func (w *Window) openFile(path string) {
	w.params.Go(func() {
		if err := w.params.OpenFile(path); err != nil {
			w.params.Do(func() { w.fail(err) })
		}
	})
}
