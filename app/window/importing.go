package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"communique/app/window/importing"
	"communique/editor/release"
	"communique/editor/typesetting"
	"communique/export/picture"
)

// importingParams are what reads files into the library.
func (w *Window) importingParams() importing.Params {
	set := typesetting.House(w.settings.Typography, w.settings.House)
	return importing.Params{
		Base: w.base, Files: w.files, Store: w.params.Store, Save: func() { w.save() }, Flush: w.saver.Flush,
		Reload: func() { w.library.Reload() }, Open: w.open, Restore: w.restore, Bring: w.changing().Bring, Illustrate: w.changing().Illustrate,
		Offer:    w.notice.Offer,
		Propose:  w.notice.Propose,
		Settable: func(r release.Release) bool { return len(typesetting.Release(set, r)) > 0 },
		Typeset:  w.typesetImported,
	}
}

// importFiles reads files that a person chooses.
func (w *Window) importFiles() {
	if w.isWritable() {
		importing.ChooseFiles(w.importingParams())
	}
}

// importFolder reads a folder that a person chooses.
func (w *Window) importFolder() {
	if w.isWritable() {
		importing.ChooseFolder(w.importingParams())
	}
}

// Import reads files into the library, and opens the release where there is only one: a
// person has opened them with the program. It is called once the window is shown.
func (w *Window) Import(paths []string) {
	if w.isWritable() {
		importing.Import(w.importingParams(), paths)
	}
}

// dropped takes what was dropped on the window: photographs into the release on the screen, and
// all else into the library.
func (w *Window) dropped(_ fyne.Position, uris []fyne.URI) {
	var paths []string
	texts := w.doc == nil
	for _, uri := range uris {
		paths = append(paths, uri.Path())
		texts = texts || !slices.Contains(picture.Endings(), strings.ToLower(uri.Extension()))
	}
	if texts {
		w.Import(paths)
	} else {
		w.putPictures(paths)
	}
}
