package window

import (
	"communique/app/window/exporting"
	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/proof"
	"communique/editor/release"
	"communique/export"
)

// exportingParams are what lets releases leave the office.
func (w *Window) exportingParams() exporting.Params {
	doc := w.doc
	var findings []proof.Finding
	place := func() (id, revision int64) { return 0, 0 }
	if doc != nil {
		place = doc.Place
		if doc.checked.at == doc.changes {
			findings = doc.checked.findings
		}
	}
	return exporting.Params{
		Base: w.base, Files: w.files, Store: w.params.Store, Now: w.params.Now, For: w.wholeIn, ForPackage: w.wholePackage,
		Save: func() { w.save() }, Flush: w.saver.Flush, Place: place, Checks: w.checks(), Findings: findings,
		AskOf:      func(ask func() *screen.Dialog) { w.askToLeave(doc, ask) },
		ToFindings: w.toFindings, ToFindingsOf: w.toFindingsOf,
		Despite: func(found map[int64][]release.Accepted, against []screen.Line, goOn func()) {
			w.despite(doc, found, against, goOn)
		},
	}
}

// withRelease returns the command that does something with the release on the screen.
func (w *Window) withRelease(do func(p exporting.Params, r release.Release)) func() {
	return func() {
		if w.doc == nil {
			w.tell(translations.Text("nothing-open"), false)
			return
		}
		do(w.exportingParams(), w.doc.session.Release())
	}
}

// exportAs returns the command that writes the release on the screen in a form.
func (w *Window) exportAs(f export.Form) func() {
	return w.withRelease(func(p exporting.Params, r release.Release) {
		w.save()
		exporting.Export(p, f, r)
	})
}

// packRelease writes the release on the screen in all the forms the office sends out.
func (w *Window) packRelease() {
	w.withRelease(func(p exporting.Params, r release.Release) {
		w.save()
		exporting.Pack(p, r)
	})()
}

// exportSelected writes a package of each of the releases.
func (w *Window) exportSelected(ids []int64) {
	exporting.PackMany(w.exportingParams(), ids, func() { w.library.ClearSelection() })
}

// print hands the release on the screen to the program that knows the printers.
func (w *Window) print() {
	w.withRelease(func(p exporting.Params, r release.Release) {
		exporting.Print(p, &w.copies, w.params.OpenFile, r)
	})()
}

// exportLibrary writes the whole library as folders of files.
func (w *Window) exportLibrary() {
	exporting.Library(w.exportingParams(), w.params.Store, w.library.Count())
}
