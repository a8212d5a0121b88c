// Package importing reads files and folders into the library, and says of each what
// became of it.
package importing

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"communique/app/archive"
	"communique/app/library"
	"communique/app/settings"
	"communique/app/window/files"
	"communique/app/window/screen"
	"communique/editor/controls"
	"communique/editor/release"
)

// Store is what importing needs of the library.
type Store interface {
	archive.Store
	Get(ctx context.Context, id int64) (release.Release, library.Entry, error)
}

// Files asks what to read.
type Files interface {
	ChooseFiles(r files.Request, chosen func(paths []string))
	ChooseFolder(kind settings.FolderKind, title string, chosen func(dir string))
}

// Params are what importing needs.
type Params struct {
	screen.Base
	Files Files
	Store Store
	// Save hands the draft on the screen to be saved; Flush, which is called away from
	// the UI goroutine, waits until that is done.
	Save  func()
	Flush func() error
	// Reload lists the library anew. Open opens a release, Restore takes one out of the
	// trash and opens it.
	Reload        func()
	Open, Restore func(id int64)
	// Bring takes in what the library has with other words, away from the UI goroutine,
	// and returns the release that has these words now.
	Bring func(ctx context.Context, d archive.Differing, as archive.Bringing) (id int64, err error)
	// Offer tells something with a button that leads on.
	Offer func(text, name string, way func())
	// Propose tells something with a button for what may be done next.
	Propose func(text, name string, way func())
	// Settable reports, away from the UI goroutine, whether typography would change a
	// release; Typeset does that to the one that was opened.
	Settable func(r release.Release) bool
	Typeset  func(id int64)
}

// ChooseFiles lets a person choose files to read releases from.
func ChooseFiles(p Params) {
	p.Files.ChooseFiles(files.Request{For: settings.ForImport, Title: p.Text("import-title"), Kind: "chooser-releases", Endings: archive.Endings()}, func(paths []string) { Import(p, paths) })
}

// ChooseFolder brings a folder of old releases into the library.
func ChooseFolder(p Params) {
	p.Files.ChooseFolder(settings.ForImportFolder, p.Text("import-folder-title"), func(dir string) { Import(p, []string{dir}) })
}

// Result is what came of an import.
type Result struct {
	Report  archive.Report
	Err     error // of the library, which ended it
	Only    int64 // the release to open: the only new, or else the only known one; 0 for none
	Trashed bool  // that one lies in the trash
	Raw     bool  // typography would change it
}

// Import reads files and folders into the library, whatever of it that does
// not have it yet.
func Import(p Params, paths []string) {
	p.Save()
	var got Result
	p.Progress(p.Text("import-title"), func(ctx context.Context, tell func(done, of int)) error {
		_ = p.Flush() // trouble is reported by saved
		got.Report, got.Err = archive.Import(ctx, p.Store, paths, tell)
		if got.Only = got.Report.Only(); got.Only != 0 {
			r, e, err := p.Store.Get(ctx, got.Only)
			got.Trashed = err == nil && !e.Trashed.IsZero()
			got.Raw = err == nil && p.Settable(r)
		}
		return nil
	}, func(stopped bool) {
		if stopped {
			got.Err = nil // the person knows
		}
		p.Reload()
		p.show(got)
	})
}

// show opens a release that came alone, and tells of all else file by file.
func (p Params) show(got Result) {
	if got.Err == nil && len(got.Report) == 1 && got.Only != 0 {
		p.openOnly(got)
		return
	}
	ShowReport(p, got)
}

// openOnly opens the release that came, where there is one.
func (p Params) openOnly(got Result) {
	fresh, _, _ := got.Report.Count()
	switch {
	case got.Only == 0:
		return
	case got.Trashed:
		p.offerRestoring(got.Only)
		return
	case fresh == 0:
		p.Tell(p.Text("import-was-known"), false)
	case got.Raw:
		p.Propose(p.Words.Plural("import-done", fresh), p.Text("menu-typeset"), func() { p.Typeset(got.Only) })
	default:
		p.Tell(p.Words.Plural("import-done", fresh), false)
	}
	p.Open(got.Only)
}

// ShowReport says of each file that was imported what became of it; those that
// could not be read come first, and the one that is selected is told whole.
func ShowReport(p Params, got Result) {
	var order []archive.File
	for _, status := range archive.Statuses() {
		for _, f := range got.Report {
			if f.Status == status {
				order = append(order, f)
			}
		}
	}
	whole := widget.NewLabel("")
	whole.Wrapping = fyne.TextWrapBreak
	list := p.Keys.NewList(func() int { return len(order) }, func() fyne.CanvasObject {
		l := widget.NewLabel("")
		l.Truncation = fyne.TextTruncateEllipsis
		return l
	}, func(i widget.ListItemID, o fyne.CanvasObject) {
		label := o.(*widget.Label)
		label.Importance = widget.MediumImportance
		if order[i].Err != nil {
			label.Importance = widget.DangerImportance
		}
		label.SetText(strings.ReplaceAll(p.fate(filepath.Base(order[i].Path), order[i]), "\n", " ")) // a row has one line
	})
	list.SetName(p.Text("import-title"))
	list.OnSelected = func(i widget.ListItemID) { whole.SetText(p.fate(order[i].Path, order[i])) }
	d := p.Dialogs.New(p.Text("import-title"), controls.Border(screen.Wrapped(p.sum(got)), whole, nil, nil, list), p.Text("button-close"))
	if differing := got.Report.Differing(); len(differing) > 0 {
		for _, as := range archive.Bringings() {
			d.Button(p.Text("import-as-"+string(as)), nil, func() {
				d.Close()
				p.bring(differing, as)
			})
		}
	}
	d.OnNo(func() {
		d.Close()
		p.openOnly(got)
	})
	if len(order) > 0 {
		list.Select(0)
	}
	d.Show(fyne.NewSize(680, 460), list)
}

// fate says what became of a file.
func (p Params) fate(name string, f archive.File) string {
	line := fmt.Sprintf("%s — %s", name, p.Text("import-"+string(f.Status)))
	if f.Trashed > 0 || slices.ContainsFunc(f.Differing, func(d archive.Differing) bool { return d.Trashed }) {
		line += ", " + p.Text("import-known-trashed")
	}
	if f.Err != nil {
		line += ": " + p.Words.Error(f.Err)
	}
	return line
}

// sum counts the files of an import, and says what ended it.
func (p Params) sum(got Result) string {
	fresh, known, failed := got.Report.Count()
	text := p.Text("import-report", map[string]any{"New": fresh, "Known": known, "Failed": failed, "Skipped": got.Report.Files(archive.Skipped)})
	if left := got.Report.Files(archive.Left); left > 0 {
		text += " " + p.Text("import-left-count", map[string]any{"Left": left})
	}
	if differing := len(got.Report.Differing()); differing > 0 {
		text += " " + p.Text("import-differing-count", map[string]any{"Count": differing})
	}
	if got.Err != nil {
		text += "\n" + p.Words.Error(got.Err)
	}
	return text
}
