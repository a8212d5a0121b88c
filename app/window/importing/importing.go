// Package importing reads files and folders into the library, and says of each what
// became of it.
package importing

import (
	"context"

	"communique/app/archive"
	"communique/app/library"
	"communique/app/settings"
	"communique/app/window/files"
	"communique/app/window/screen"
	"communique/assets/translations"
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
	Save(title, name string, write files.Write, options ...files.Option) *screen.Dialog
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
	// Illustrate puts a picture that is offered behind the text of the release beside it, away
	// from the UI goroutine.
	Illustrate func(ctx context.Context, f archive.File) error
	// Offer tells something with a button that leads on.
	Offer func(text, name translations.Sentence, way func()) screen.Told
	// Propose tells something with a button for what may be done next.
	Propose func(text, name translations.Sentence, way func()) screen.Told
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
	p.Progress(p.Text("library-import"), func(ctx context.Context, tell func(done, of int)) error {
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
	if got.Err == nil && len(got.Report)-got.Report.Files(archive.Passed) == 1 && got.Only != 0 {
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
		p.Tell(translations.Text("import-was-known"), false)
	case got.Raw:
		p.Propose(translations.Plural("import-done", fresh), translations.Text("menu-typeset"), func() { p.Typeset(got.Only) })
	default:
		p.Tell(translations.Plural("import-done", fresh), false)
	}
	p.Open(got.Only)
}
