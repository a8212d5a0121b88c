// Package templates shows the office's templates and edits them.
package templates

import (
	"bytes"
	"context"
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/settings"
	"communique/app/window/files"
	"communique/app/window/screen"
	"communique/editor/controls"
	"communique/editor/grammar"
	"communique/editor/intake"
	"communique/editor/template"
	"communique/export"
	"communique/export/file"
)

// Params are what the templates need.
type Params struct {
	screen.Base
	Files Files
	House func() grammar.House
	// Templates returns the shipped templates and the office's own, read anew.
	Templates func() (template.Set, error)
	// Save keeps a template as the office's own. Drop puts the office's own aside, so
	// that the shipped one is back.
	Save, Drop func(template.Template) error
}

// Files is what templates need to be read from files and written to them.
type Files interface {
	ChooseFile(r files.Request, chosen func(path string))
	Save(title, name string, write files.Write, options ...files.Option) *screen.Dialog
}

// list is the dialog with the templates of all languages.
type list struct {
	Params
	all    []template.Template
	rows   *controls.List
	chosen int
	dialog *screen.Dialog
}

// Show opens the list of templates.
func Show(p Params) {
	l := &list{Params: p}
	l.rows = l.Keys.NewList(func() int { return len(l.all) }, func() fyne.CanvasObject {
		label := widget.NewLabel("")
		label.Truncation = fyne.TextTruncateEllipsis
		return label
	}, func(i widget.ListItemID, o fyne.CanvasObject) {
		t := l.all[i]
		o.(*widget.Label).SetText(t.Title + " · " + l.Words.LanguageName(t.Language))
	})
	l.rows.OnSelected = func(i widget.ListItemID) { l.chosen = i }
	l.rows.SetName(l.Text("templates-title"))
	button := func(name string, icon fyne.Resource, do func()) *controls.Button {
		return l.Keys.NewButton(l.Text(name), icon, do)
	}
	actions := container.NewVBox(
		button("templates-duplicate", theme.ContentCopyIcon(), func() { l.edit(l.copied(l.current())) }),
		button("templates-restore", theme.ContentUndoIcon(), l.restore),
		widget.NewSeparator(),
		button("registers-import", theme.FolderOpenIcon(), l.importFile),
		button("registers-export", theme.DocumentSaveIcon(), l.exportFile),
	)
	l.dialog = l.Dialogs.New(l.Text("templates-title"), controls.Border(nil, nil, nil, actions, l.rows), l.Text("button-close"))
	l.dialog.Yes(l.Text("templates-edit"), theme.DocumentCreateIcon(), func() { l.edit(l.current()) })
	if l.load() {
		l.dialog.Show(fyne.NewSize(680, 560), l.rows)
	}
}

// load reads the templates anew and reports whether it could.
func (l *list) load() bool {
	set, err := l.Templates()
	if err != nil {
		l.Fail(err)
		return false
	}
	l.all = nil
	for _, language := range set.Languages() {
		l.all = append(l.all, set.In(language)...)
	}
	l.rows.Refresh()
	l.rows.Select(min(max(l.chosen, 0), len(l.all)-1))
	return true
}

func (l *list) current() template.Template { return l.all[l.chosen] }

func (l *list) edit(t template.Template) { Edit(l.Params, t, func() { l.load() }) }

// copied is a template under a name that is free.
func (l *list) copied(t template.Template) template.Template {
	base := t.Name
	for n := 2; l.has(t); n++ {
		t.Name = base + "-" + strconv.Itoa(n)
	}
	t.Title += " " + l.Text("templates-copy")
	return t
}

func (l *list) has(t template.Template) bool {
	for _, other := range l.all {
		if other.Name == t.Name && other.Language == t.Language {
			return true
		}
	}
	return false
}

// restore puts the office's own template aside, after asking.
func (l *list) restore() {
	t := l.current()
	l.Ask(l.Text("templates-restore"), l.Text("templates-restore-question", map[string]any{"Template": t.Title}), l.Text("templates-restore"), widget.HighImportance, func() {
		if err := l.Drop(t); err != nil {
			l.Fail(err)
			return
		}
		l.load()
	})
}

func (l *list) importFile() {
	l.Files.ChooseFile(files.Request{For: settings.ForTemplates, Title: l.Text("templates-import"), Kind: "chooser-templates", Endings: []string{template.Ending}}, func(path string) {
		l.Work(func(context.Context) error {
			var data []byte
			if err := file.Retry(func() (err error) { data, err = intake.ReadFile(path); return err }); err != nil {
				return err
			}
			t, err := template.Parse(bytes.TrimPrefix(data, []byte("\ufeff")))
			if err != nil {
				return err
			}
			return l.Save(t)
		}, func() { l.load() })
	})
}

func (l *list) exportFile() {
	t := l.current()
	l.Files.Save(l.Text("templates-export"), filepath.Base(t.Name)+template.Ending, func(path string, replace bool) error {
		data, err := t.Encode()
		if err != nil {
			return err
		}
		return export.Write(path, data, replace)
	})
}
