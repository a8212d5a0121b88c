// Package faults tells that the program ended by a fault of its own the last time.
package faults

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/crash"
	"communique/app/window/screen"
	"communique/assets/translations"
)

// Params are what a fault is told with.
type Params struct {
	screen.Base
	// Told notes that the person knows of a fault; it is called away from the UI
	// goroutine.
	Told func(crash.Report) error
	// OpenFile opens a folder in the system's own program.
	OpenFile func(path string)
}

// Tell says, once, that there was a fault, what became of the text, and where the
// report lies.
func Tell(p Params, r crash.Report) {
	said := []string{p.Text("crash-told") + "\n" + r.Path}
	if len(r.Drafts) > 0 {
		said = append(said, p.Text("crash-draft")+"\n"+strings.Join(r.Drafts, "\n"))
	}
	switch {
	case !r.Whole:
		said = append(said, p.Text("crash-unknown"))
	case len(r.Drafts) == 0:
		said = append(said, p.Text("crash-kept"))
	}
	d := p.Dialogs.New(p.Text("crash-title"), screen.Wrapped(strings.Join(said, "\n\n")), p.Text("button-close"))
	read := func() {
		d.Close()
		p.Go(func() {
			if err := p.Told(r); err != nil {
				p.Do(func() { p.Tell(translations.Error(err), true) })
			}
		})
	}
	d.OnNo(read)
	show := d.Button(p.Text("crash-show"), theme.FolderOpenIcon(), func() {
		read()
		p.OpenFile(filepath.Dir(r.Path))
	}).With(widget.HighImportance)
	d.Show(fyne.NewSize(620, 0), show)
}
