package window

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/crash"
	"communique/app/window/screen"
)

// tellFault says, once, that the program ended by a fault of its own the last
// time, what became of the text, and where the report lies.
func (w *Window) tellFault(r crash.Report) {
	kept := w.text("crash-kept")
	if len(r.Drafts) > 0 {
		kept = w.text("crash-draft") + "\n" + strings.Join(r.Drafts, "\n")
	}
	d := w.dialogs.New(w.text("crash-title"), screen.Wrapped(w.text("crash-told")+"\n"+r.Path+"\n\n"+kept), w.text("button-close"))
	read := func() {
		d.Close()
		w.params.Go(func() {
			if err := w.params.Told(r); err != nil {
				w.params.Do(func() { w.tell(w.words.Error(err), true) })
			}
		})
	}
	d.OnNo(read)
	show := d.Button(w.text("crash-show"), theme.FolderOpenIcon(), func() {
		read()
		w.openFile(filepath.Dir(r.Path))
	}).With(widget.HighImportance)
	d.Show(fyne.NewSize(620, 0), show)
}

// openFile opens a file or a folder in the system's own program.
func (w *Window) openFile(path string) {
	w.params.Go(func() {
		if err := w.params.OpenFile(path); err != nil {
			w.params.Do(func() { w.fail(err) })
		}
	})
}
