package window

import (
	"path/filepath"

	"communique/editor/release"
	"communique/export"
	"communique/export/file"
)

// print opens the PDF in the system's own viewer, which knows the printers. The
// file lies in a folder that only this person can read and that goes with the
// window. That something is on the screen is not known, and so not said; that
// nothing takes the file is told.
func (w *Window) print() {
	if w.doc == nil {
		w.tell(w.text("nothing-open"), false)
		return
	}
	r := w.doc.session.Release()
	w.wholeIn(export.PDF, func(office export.Office) {
		w.warn(r, func() { w.printCopy(office, r) })
	})
}

func (w *Window) printCopy(office export.Office, r release.Release) {
	dir, err := w.copies.Folder()
	if err != nil {
		w.fail(err)
		return
	}
	path := filepath.Join(dir, file.Name(r)+export.PDF.Ending())
	w.params.Go(func() {
		printed, err := export.NewPress(office).Print(export.PDF, r)
		if err == nil {
			err = export.Write(path, printed.Data, true)
		}
		if err == nil {
			w.params.Do(func() { w.tell(w.text("printing", map[string]any{"Path": path}), false) })
			err = w.params.OpenFile(path)
		}
		if err != nil {
			w.params.Do(func() {
				w.tell("", false) // it goes nowhere
				w.fail(err)
			})
		}
	})
}
