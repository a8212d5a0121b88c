package window

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"communique/app/library"
	"communique/editor/intake"
	"communique/editor/release"
)

// importFiles lets a person choose a file to read releases from.
func (w *Window) importFiles() {
	w.chooseFile(w.text("import-title"), w.text("import-confirm"), func(path string) { w.importPaths([]string{path}) })
}

// chooseFile lets a person choose a file to read.
func (w *Window) chooseFile(title, confirm string, chosen func(path string)) {
	d := dialog.NewFileOpen(func(reader fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			w.fail(err)
		case reader != nil:
			path := reader.URI().Path()
			_ = reader.Close() // only the name is wanted
			chosen(path)
		}
	}, w.win)
	d.SetTitleText(title)
	d.SetConfirmText(confirm)
	d.SetDismissText(w.text("button-cancel"))
	d.Resize(fyne.NewSize(820, 560))
	d.Show()
}

// dropped imports the files that were dropped on the window.
func (w *Window) dropped(_ fyne.Position, uris []fyne.URI) {
	var paths []string
	for _, uri := range uris {
		paths = append(paths, uri.Path())
	}
	if archives(paths) {
		w.importArchive(paths)
		return
	}
	w.importPaths(paths)
}

// importPaths reads files into the library, away from the UI goroutine, and
// opens the first release that came of them.
func (w *Window) importPaths(paths []string) {
	w.save()
	go func() {
		var first int64
		count := 0
		var trouble error
		for _, path := range paths {
			entries, err := w.importFile(path)
			if err != nil {
				trouble = fmt.Errorf("%s: %w", filepath.Base(path), err)
			}
			count += len(entries)
			if first == 0 && len(entries) > 0 {
				first = entries[0].ID
			}
		}
		w.params.Do(func() { w.imported(first, count, trouble) })
	}()
}

func (w *Window) imported(first int64, count int, trouble error) {
	w.reload()
	if count > 0 {
		w.tell(w.words.Plural("import-done", count), false)
		w.open(first)
	}
	if trouble != nil {
		w.fail(trouble)
	}
}

func (w *Window) importFile(path string) ([]library.Entry, error) {
	releases, err := readReleases(path)
	if err != nil {
		return nil, err
	}
	var entries []library.Entry
	for _, r := range releases {
		entry, err := w.params.Store.Save(context.Background(), 0, 0, r)
		if err != nil {
			return entries, err
		}
		entries = append(entries, entry)
	}
	return entries, nil
}

// readReleases reads a release's TOML form, or raw text through intake.
func readReleases(path string) ([]release.Release, error) {
	data, err := readChosen(path)
	if err != nil {
		return nil, err
	}
	if filepath.Ext(path) == ".toml" {
		r, err := release.Decode(data)
		return []release.Release{r}, err
	}
	return intake.Read(data)
}

// readChosen reads a file that a person chose; one that is larger than any
// text is an *intake.Error.
func readChosen(path string) ([]byte, error) {
	f, err := os.Open(path) //nolint:gosec // the person chose the file
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // only read
	data, err := io.ReadAll(io.LimitReader(f, intake.MaxBytes+1))
	if err == nil && len(data) > intake.MaxBytes {
		err = &intake.Error{Reason: "too-large", Offset: intake.MaxBytes}
	}
	return data, err
}
