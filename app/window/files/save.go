package files

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"fyne.io/fyne/v2"

	"communique/app/settings"
	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/controls"
)

// Write writes what is saved to a path. It is called away from the UI goroutine,
// and returns an error that is fs.ErrExist where something is there already that it
// was not told to replace.
type Write func(path string, replace bool) error

// Option is a line of the dialog below folder and name.
type Option struct {
	Label   string
	Control fyne.CanvasObject
}

// Save asks for folder and name, and writes there; a file that is there already is
// replaced only after a yes.
func (f *Files) Save(title, name string, write Write, options ...Option) *screen.Dialog {
	p := f.params
	folder := p.Entry(cmp.Or(p.Last(settings.ForExport), p.Documents))
	f.standing(folder)
	browse := p.Keys.NewButton(p.Text("export-browse"), nil, func() {
		f.ChooseFolder(settings.ForExport, p.Text("chooser-folder-export"), folder.SetText)
	})
	base := p.Entry(name)
	form := controls.NewForm()
	form.AddBeside(p.Text("export-folder"), folder, controls.Border(nil, nil, nil, browse, folder))
	form.Add(p.Text("export-name"), base)
	for _, o := range options {
		form.Add(o.Label, o.Control)
	}
	d := p.Dialogs.New(title, form.Object(), p.Text("button-cancel"))
	d.Yes(p.Text("export-confirm"), nil, func() {
		d.Close()
		dir, name := folder.Text, filepath.Base(base.Text)
		if filepath.IsAbs(base.Text) { // a whole path was typed or pasted for the name
			dir = filepath.Dir(base.Text)
		}
		p.Remember(settings.ForExport, dir)
		f.write(filepath.Join(dir, name), false, write)
	})
	d.Show(fyne.NewSize(640, 0), base)
	return d
}

func (f *Files) write(path string, replace bool, write Write) {
	p := f.params
	p.Go(func() {
		err := write(path, replace)
		p.Do(func() {
			switch {
			case err == nil:
				p.Tell(translations.Text("export-done", map[string]any{"Path": path}), false)
			case errors.Is(err, fs.ErrExist):
				f.askReplace(path, write)
			default:
				p.Fail(fmt.Errorf("export: %w", err))
			}
		})
	})
}

func (f *Files) askReplace(path string, write Write) {
	p := f.params
	question := p.Text("replace-question", map[string]any{"Path": path})
	p.AskLate(p.Text("replace-title"), question, p.Text("replace-confirm"), func() {
		f.write(path, true, write)
	}, func() {
		p.Tell(translations.Text("replace-not", map[string]any{"Path": path}), false)
	})
}

// standing puts the documents in a field that names a folder which is gone.
func (f *Files) standing(folder *controls.Entry) {
	p, named := f.params, folder.Text
	p.Go(func() {
		there := settings.Standing(named, p.Documents)
		p.Do(func() {
			if folder.Text == named { // the person has not typed another
				folder.SetText(there)
			}
		})
	})
}
