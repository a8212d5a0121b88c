package window

import (
	"context"
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"communique/app/archive"
	"communique/app/settings"
	"communique/app/window/files"
	"communique/app/window/screen"
	"communique/editor/controls"
)

// importFiles lets a person choose files to read releases from.
func (w *Window) importFiles() {
	w.files.ChooseFiles(files.Request{For: settings.ForImport, Title: w.text("import-title"), Kind: "chooser-releases", Endings: archive.Endings()}, w.importPaths)
}

// importFolder brings a folder of old releases into the library.
func (w *Window) importFolder() {
	w.files.ChooseFolder(settings.ForImportFolder, w.text("import-folder-title"), func(dir string) { w.importPaths([]string{dir}) })
}

// dropped imports what was dropped on the window.
func (w *Window) dropped(_ fyne.Position, uris []fyne.URI) {
	var paths []string
	for _, uri := range uris {
		paths = append(paths, uri.Path())
	}
	w.importPaths(paths)
}

// imported is what came of an import.
type imported struct {
	report  archive.Report
	err     error // of the library, which ended it
	only    int64 // the release to open: the only new, or else the only known one; 0 for none
	trashed bool  // that one lies in the trash
}

// importPaths reads files and folders into the library, whatever of it that does
// not have it yet.
func (w *Window) importPaths(paths []string) {
	w.save()
	var got imported
	w.base.Progress(w.text("import-title"), func(ctx context.Context, tell func(done, of int)) error {
		_ = w.saver.flush() // trouble is reported by saved
		got.report, got.err = archive.Import(ctx, w.params.Store, paths, tell)
		if got.only = got.report.Only(); got.only != 0 {
			_, e, err := w.params.Store.Get(ctx, got.only)
			got.trashed = err == nil && !e.Trashed.IsZero()
		}
		return nil
	}, func(stopped bool) {
		if stopped {
			got.err = nil // the person knows
		}
		w.library.Reload()
		w.showImported(got)
	})
}

// showImported opens a release that came alone, and tells of all else file by file.
func (w *Window) showImported(got imported) {
	if got.err == nil && len(got.report) == 1 && got.only != 0 {
		w.openImported(got)
		return
	}
	w.showReport(got)
}

// openImported opens the release that came, where there is one.
func (w *Window) openImported(got imported) {
	fresh, _, _ := got.report.Count()
	switch {
	case got.only == 0:
		return
	case got.trashed:
		w.notice.Offer(w.text("import-in-trash"), w.text("trash-restore"), func() {
			w.tell("", false)
			w.restore(got.only)
		})
		return
	case fresh == 0:
		w.tell(w.text("import-was-known"), false)
	default:
		w.tell(w.words.Plural("import-done", fresh), false)
	}
	w.open(got.only)
}

// showReport says of each file that was imported what became of it; those that
// could not be read come first, and the one that is selected is told whole.
func (w *Window) showReport(got imported) {
	var order []archive.File
	for _, status := range archive.Statuses() {
		for _, f := range got.report {
			if f.Status == status {
				order = append(order, f)
			}
		}
	}
	whole := widget.NewLabel("")
	whole.Wrapping = fyne.TextWrapBreak
	list := w.keys.NewList(func() int { return len(order) }, func() fyne.CanvasObject {
		l := widget.NewLabel("")
		l.Truncation = fyne.TextTruncateEllipsis
		return l
	}, func(i widget.ListItemID, o fyne.CanvasObject) {
		label := o.(*widget.Label)
		label.Importance = widget.MediumImportance
		if order[i].Err != nil {
			label.Importance = widget.DangerImportance
		}
		label.SetText(w.fate(filepath.Base(order[i].Path), order[i]))
	})
	list.SetName(w.text("import-title"))
	list.OnSelected = func(i widget.ListItemID) { whole.SetText(w.fate(order[i].Path, order[i])) }
	d := w.dialogs.New(w.text("import-title"), controls.Border(screen.Wrapped(w.sum(got)), whole, nil, nil, list), w.text("button-close"))
	d.OnNo(func() {
		d.Close()
		w.openImported(got)
	})
	if len(order) > 0 {
		list.Select(0)
	}
	d.Show(fyne.NewSize(680, 460), list)
}

// fate says what became of a file.
func (w *Window) fate(name string, f archive.File) string {
	line := fmt.Sprintf("%s — %s", name, w.text("import-"+string(f.Status)))
	if f.Trashed > 0 {
		line += ", " + w.text("import-known-trashed")
	}
	if f.Err != nil {
		line += ": " + w.words.Error(f.Err)
	}
	return line
}

// sum counts the files of an import, and says what ended it.
func (w *Window) sum(got imported) string {
	fresh, known, failed := got.report.Count()
	text := w.text("import-report", map[string]any{"New": fresh, "Known": known, "Failed": failed, "Skipped": got.report.Files(archive.Skipped)})
	if left := got.report.Files(archive.Left); left > 0 {
		text += " " + w.text("import-left-count", map[string]any{"Left": left})
	}
	if got.err != nil {
		text += "\n" + w.words.Error(got.err)
	}
	return text
}
