// Package exporting lets releases leave the office: as files, packed in all forms,
// on paper and by the clipboard. It says first what speaks against it.
package exporting

import (
	"context"
	"time"

	"communique/app/library"
	"communique/app/settings"
	"communique/app/window/files"
	"communique/app/window/screen"
	"communique/editor/proof"
	"communique/editor/release"
	"communique/export"
	"communique/export/file"
	"communique/export/fingerprint"
)

// Store is what exporting needs of the library.
type Store interface {
	Get(ctx context.Context, id int64) (release.Release, library.Entry, error)
	Find(ctx context.Context, q library.Query, limit int) ([]library.Position, error)
	Entries(ctx context.Context, positions []library.Position) ([]library.Entry, error)
}

// Files asks where to write.
type Files interface {
	Save(title, name string, write files.Write, options ...files.Option) *screen.Dialog
	ChooseFolder(kind settings.FolderKind, title string, chosen func(dir string))
}

// OnScreen stands for the ID of the release on the screen, which may have none yet.
const OnScreen int64 = 0

// Params are what exporting needs.
type Params struct {
	screen.Base
	Files Files
	Store Store
	Now   func() time.Time
	// For goes on where a form can leave the office as it should, and says why where it
	// cannot; ForPackage does so for the forms that the office packs.
	For        func(form export.Form, goOn func(export.Office))
	ForPackage func(goOn func(office export.Office, forms []export.Form))
	// Save hands the draft on the screen to be saved; Flush, which is called away from
	// the UI goroutine, waits until that is done.
	Save  func()
	Flush func() error
	// Place returns where the library has the draft on the screen, 0 if it has not.
	Place func() (id, revision int64)
	// AskOf asks about the release that was on the screen, which goes on only while that is there.
	AskOf func(ask func() *screen.Dialog)
	// ToFindings leads to what the checks found in it, and ToFindingsOf to what they found in
	// another release.
	ToFindings   func()
	ToFindingsOf func(id int64)
	// Despite asks who lets issued releases leave in spite of what is against it, and why,
	// keeps both with them, and goes on. found are the findings of each release, by its ID, or
	// by OnScreen alone.
	Despite func(found map[int64][]release.Accepted, against []screen.Line, goOn func())
	// Checks are what the checks know beside the release on the screen.
	Checks proof.Params
	// Findings are what they found in that release as it stands; nil where they have not seen it so.
	Findings []proof.Finding
}

// Export asks where a release is to be written to in a form, after naming what the
// checks would stop.
func Export(p Params, f export.Form, r release.Release) {
	p.For(f, func(office export.Office) {
		p.warnOfForms([]export.Form{f}, office, r, func() { p.ask(&order{form: f, release: r, office: office}) })
	})
}

// ask asks for what a form leaves open, and where to write it.
func (p Params) ask(o *order) {
	switch o.form {
	case export.Text:
		p.save(o, p.textOptions(&o.office.Text)...)
	case export.PDF:
		p.save(o, p.translationChoice(o)).OnClosed(p.Loading.Drop)
	default:
		p.save(o)
	}
}

// order is an export that is being asked for.
type order struct {
	form        export.Form
	release     release.Release
	office      export.Office
	translation int64 // the release that follows in the PDF; 0 for none
}

// savedLast returns when the text that is on its way out was saved last: now, where the library
// does not have that text. It is called away from the UI goroutine.
func (p Params) savedLast(leaving release.Release) time.Time {
	if err := p.Flush(); err != nil {
		return p.Now()
	}
	id, _ := p.Place()
	kept, entry, err := p.Store.Get(context.Background(), id)
	if err != nil || fingerprint.Hash(kept) != fingerprint.Hash(leaving) {
		return p.Now()
	}
	return entry.Saved
}

// save writes a release where the person says.
func (p Params) save(o *order, options ...files.Option) *screen.Dialog {
	return p.Files.Save(p.Text("export-"+string(o.form)+"-title"), file.Name(o.release)+o.form.Ending(), func(path string, replace bool) error {
		var translations []release.Release
		if o.translation != 0 {
			r, _, err := p.Store.Get(context.Background(), o.translation)
			if err != nil {
				return err
			}
			translations = append(translations, r)
		}
		o.office.Saved = p.savedLast
		printed, err := export.NewPress(o.office).Print(o.form, o.release, translations...)
		if err != nil {
			return err
		}
		return export.Write(path, printed.Data, replace)
	}, options...)
}
