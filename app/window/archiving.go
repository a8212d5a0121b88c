package window

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"communique/app/archive"
	"communique/app/window/parts"
	"communique/editor/controls"
)

// askFolder lets a person choose a folder.
func (w *Window) askFolder(chosen func(dir string)) {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err != nil {
			w.fail(err)
		} else if folder != nil {
			chosen(folder.Path())
		}
	}, w.win)
	d.Resize(fyne.NewSize(820, 560))
	d.Show()
}

// importFolder brings a folder of old releases into the library.
func (w *Window) importFolder() {
	w.askFolder(func(dir string) { w.importArchive([]string{dir}) })
}

func (w *Window) importArchive(paths []string) {
	w.save()
	var report archive.Report
	w.progress(w.text("import-title"), func(ctx context.Context, tell func(done, of int)) (err error) {
		report, err = archive.Import(ctx, w.params.Store, paths, tell)
		return err
	}, func(bool) {
		w.reload()
		w.showReport(report)
	})
}

// showReport says of each file that was imported what became of it; those that
// could not be read come first.
func (w *Window) showReport(report archive.Report) {
	fresh, known, failed := report.Count()
	var order []archive.File
	for _, status := range []archive.Status{archive.Failed, archive.Skipped, archive.Known, archive.Imported} {
		for _, f := range report {
			if f.Status == status {
				order = append(order, f)
			}
		}
	}
	list := w.keys.NewList(func() int { return len(order) }, func() fyne.CanvasObject {
		l := widget.NewLabel("")
		l.Truncation = fyne.TextTruncateEllipsis
		return l
	}, func(i widget.ListItemID, o fyne.CanvasObject) {
		f, label := order[i], o.(*widget.Label)
		line := fmt.Sprintf("%s — %s", filepath.Base(f.Path), w.text("import-"+string(f.Status)))
		label.Importance = widget.MediumImportance
		if f.Err != nil {
			label.Importance = widget.DangerImportance
			line += ": " + w.words.Error(f.Err)
		}
		label.SetText(line)
	})
	list.SetName(w.text("import-title"))
	head := parts.Wrapped(w.text("import-report", map[string]any{"New": fresh, "Known": known, "Failed": failed}))
	d := w.dialogs.New(w.text("import-title"), controls.Border(head, nil, nil, nil, list), w.text("button-close"))
	d.Show(fyne.NewSize(680, 460), list)
}

// exportLibrary writes the whole library as folders of TOML and text.
func (w *Window) exportLibrary() {
	w.askFolder(func(dir string) {
		dir = filepath.Join(dir, "communique-"+w.params.Now().Format("2006-01-02-150405"))
		count := 0
		w.progress(w.text("archive-title"), func(ctx context.Context, tell func(done, of int)) (err error) {
			count, err = archive.Export(ctx, w.params.Store, dir, func(n int) { tell(n, len(w.library.list.results.positions)) })
			return err
		}, func(bool) { w.tell(w.text("archive-done", map[string]any{"Count": count, "Dir": dir}), false) })
	})
}

// archives reports whether paths are better imported as an archive: a folder,
// or a ZIP file.
func archives(paths []string) bool {
	for _, path := range paths {
		if isFolder(path) || strings.EqualFold(filepath.Ext(path), ".zip") {
			return true
		}
	}
	return false
}
