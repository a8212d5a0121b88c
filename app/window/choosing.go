package window

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/widget"

	"communique/app/chooser"
	"communique/app/chooser/system"
	"communique/app/settings"
	"communique/assets/translations"
)

// newChooser returns what asks for files and folders.
func (w *Window) newChooser() *chooser.Chooser {
	return chooser.New(chooser.Params{
		Window: w.win, Dialogs: w.dialogs, Keys: w.keys, Words: func() *translations.Words { return w.words }, Ask: w.params.Ask, Go: w.params.Go, Do: w.params.Do, Busy: w.chooserBusy,
		Start: func(last string) string { return settings.Standing(last, w.params.Documents) },
	})
}

// chooserBusy tells that the system's chooser is open, and offers a way on where
// nobody can see it.
func (w *Window) chooserBusy() (taken func()) {
	return w.base.Ask(w.text("chooser-open-title"), w.text("chooser-open-question"), w.text("chooser-own"), widget.HighImportance, w.chooser.UseOwn).Close
}

// chooseFiles lets a person choose files to read. reads names their kind in the
// translations, endings how they end.
func (w *Window) chooseFiles(kind settings.FolderKind, title, reads string, endings []string, several bool, chosen func(paths []string)) {
	kinds := system.Filter{Name: w.text(reads, map[string]any{"Endings": "*" + strings.Join(endings, ", *")}), Endings: endings}
	w.chooser.Choose(chooser.Request{
		Title: title, Confirm: w.text("chooser-choose"), Several: several, Last: w.settings.LastFolder(kind),
		Filters: []system.Filter{kinds, {Name: w.text("chooser-all")}},
		Chosen: func(paths []string) {
			w.settings.RememberFolder(kind, filepath.Dir(paths[0]))
			chosen(paths)
		},
	})
}

// chooseFile lets a person choose one file to read.
func (w *Window) chooseFile(kind settings.FolderKind, title, reads string, endings []string, chosen func(path string)) {
	w.chooseFiles(kind, title, reads, endings, false, func(paths []string) { chosen(paths[0]) })
}

// chooseFolder lets a person choose a folder.
func (w *Window) chooseFolder(kind settings.FolderKind, title string, chosen func(dir string)) {
	w.chooser.Choose(chooser.Request{
		Title: title, Confirm: w.text("chooser-choose"), Folder: true, Last: w.settings.LastFolder(kind),
		Chosen: func(paths []string) {
			w.settings.RememberFolder(kind, paths[0])
			chosen(paths[0])
		},
	})
}
