package exporting

import (
	"path/filepath"

	"communique/app/viewer"
	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/release"
	"communique/export"
	"communique/export/file"
)

// Print opens the PDF in the system's own viewer, which knows the printers. The file
// is one of copies: only this person can read it, and it goes with the window. open is
// called away from the UI goroutine. That something is on the screen is not known, and
// so not said; that nothing takes the file is told.
func Print(p Params, copies *viewer.Copies, open func(path string) error, r release.Release) {
	p.For(export.PDF, func(office export.Office) {
		p.warnOfForms([]export.Form{export.PDF}, office, r, func() { p.printCopy(copies, open, office, r) })
	})
}

func (p Params) printCopy(copies *viewer.Copies, open func(path string) error, office export.Office, r release.Release) {
	dir, err := copies.Folder()
	if err != nil {
		p.Fail(err)
		return
	}
	path := filepath.Join(dir, file.Name(r)+export.PDF.Ending())
	var told screen.Told
	p.Go(func() {
		printed, err := export.NewPress(office).Print(export.PDF, r)
		if err == nil {
			err = export.Write(path, printed.Data, true)
		}
		if err == nil {
			p.Do(func() { told = p.Tell(translations.Text("printing", map[string]any{"Path": path}), false) })
			if err = open(path); err != nil {
				err = &viewer.CopyError{Path: path, Cause: err}
			}
		}
		if err != nil {
			p.Do(func() {
				told.Withdraw() // it goes nowhere
				p.Fail(err)
			})
		}
	})
}
