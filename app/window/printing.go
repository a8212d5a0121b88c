package window

import (
	"fmt"
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
	if w.broken(export.PDF) {
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
					if cause := w.params.App.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}); cause != nil {
						err = &viewerError{path, cause}
					}
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

// viewerError says that no program of the system opens the PDF at Path.
type viewerError struct {
	Path  string
	Cause error
}

func (e *viewerError) Error() string { return fmt.Sprintf("open %s: %v", e.Path, e.Cause) }

func (e *viewerError) Unwrap() error { return e.Cause }

// Fact names the error for the translations.
func (e *viewerError) Fact() (string, map[string]any) {
	return "viewer", map[string]any{"Path": e.Path}
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
