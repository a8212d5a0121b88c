package window

import (
	"fyne.io/fyne/v2/widget"

	"communique/app/chooser"
	"communique/app/settings"
	"communique/app/window/files"
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

// newFiles returns what asks for files to read and to write, in the words of now.
func (w *Window) newFiles() *files.Files {
	return files.New(files.Params{
		Base: w.base, Chooser: w.chooser, Documents: w.params.Documents,
		Last:     func(kind settings.FolderKind) string { return w.settings.LastFolder(kind) },
		Remember: func(kind settings.FolderKind, dir string) { w.settings.RememberFolder(kind, dir) },
	})
}
