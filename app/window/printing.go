package window

import (
	"net/url"
	"os"
	"path/filepath"

	"communique/export"
	"communique/export/file"
)

// print opens the PDF in the system's own viewer, which knows the printers. The
// file lies in a folder that only this person can read and that goes with the
// window.
func (w *Window) print() {
	if w.doc == nil {
		w.tell(w.text("nothing-open"), false)
		return
	}
	r, office := w.doc.session.Release(), w.office()
	w.warn(r, func() {
		dir, err := w.printFolder()
		if err != nil {
			w.fail(err)
			return
		}
		path := filepath.Join(dir, file.Name(r)+export.PDF.Ending())
		go func() {
			printed, err := export.NewPress(office).Print(export.PDF, r)
			if err == nil {
				err = export.Write(path, printed.Data, true)
			}
			w.params.Do(func() {
				if err == nil {
					err = w.params.App.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)})
				}
				if err != nil {
					w.fail(err)
					return
				}
				w.tell(w.text("printing"), false)
			})
		}()
	})
}

func (w *Window) printFolder() (string, error) {
	if w.printed != "" {
		return w.printed, nil
	}
	dir, err := os.MkdirTemp("", "communique-print-")
	w.printed = dir
	return dir, err
}

// forgetPrinted removes what was printed: a draft must not stay behind.
func (w *Window) forgetPrinted() {
	if w.printed != "" {
		_ = os.RemoveAll(w.printed) // a viewer may hold it open
	}
}
