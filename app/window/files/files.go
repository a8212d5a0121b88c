// Package files asks a person for files and folders: those to read from, in the
// system's chooser, and those to write to, in a dialog of the window's own. Each
// choice begins where the one before it for the same purpose ended.
package files

import (
	"path/filepath"
	"strings"

	"communique/app/chooser"
	"communique/app/chooser/system"
	"communique/app/settings"
	"communique/app/window/screen"
)

// Params are what Files need.
type Params struct {
	screen.Base
	Chooser *chooser.Chooser
	// Last returns the folder that was chosen last for a purpose; Remember keeps it.
	Last     func(settings.FolderKind) string
	Remember func(kind settings.FolderKind, dir string)
	// Documents is the folder of the person's documents.
	Documents string
}

// Files asks for files and folders. It is used on the UI goroutine only.
type Files struct {
	params Params
}

// New returns what asks.
func New(params Params) *Files { return &Files{params} }

// Request is a file to be chosen.
type Request struct {
	For   settings.FolderKind
	Title string
	// Kind names the kind of the files in the translations, Endings are how they end,
	// with the dot.
	Kind    string
	Endings []string
}

// ChooseFile lets a person choose one file to read.
func (f *Files) ChooseFile(r Request, chosen func(path string)) {
	f.choose(r, false, func(paths []string) { chosen(paths[0]) })
}

// ChooseFiles lets a person choose files to read, one at least.
func (f *Files) ChooseFiles(r Request, chosen func(paths []string)) { f.choose(r, true, chosen) }

func (f *Files) choose(r Request, several bool, chosen func(paths []string)) {
	p := f.params
	kind := system.Filter{Name: p.Text(r.Kind, map[string]any{"Endings": "*" + strings.Join(r.Endings, ", *")}), Endings: r.Endings}
	p.Chooser.Choose(chooser.Request{
		Title: r.Title, Confirm: p.Text("chooser-choose"), Several: several, Last: p.Last(r.For),
		Filters: []system.Filter{kind, {Name: p.Text("chooser-all")}},
		Chosen: func(paths []string) {
			p.Remember(r.For, filepath.Dir(paths[0]))
			chosen(paths)
		},
	})
}

// ChooseFolder lets a person choose a folder.
func (f *Files) ChooseFolder(kind settings.FolderKind, title string, chosen func(dir string)) {
	p := f.params
	p.Chooser.Choose(chooser.Request{
		Title: title, Confirm: p.Text("chooser-choose"), Folder: true, Last: p.Last(kind),
		Chosen: func(paths []string) {
			p.Remember(kind, paths[0])
			chosen(paths[0])
		},
	})
}
