package window

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
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/grammar"
	"communique/editor/intake"
	"communique/editor/template"
	"communique/export"
	"communique/export/text"
)

// templatesDialog lists the templates of both languages.
type templatesDialog struct {
	window    *Window
	templates []template.Template
	list      *controls.List
	chosen    int
	dialog    *screen.Dialog
}

// showTemplates opens the list of templates.
func (w *Window) showTemplates() {
	d := &templatesDialog{window: w}
	d.list = w.keys.NewList(func() int { return len(d.templates) }, func() fyne.CanvasObject {
		label := widget.NewLabel("")
		label.Truncation = fyne.TextTruncateEllipsis
		return label
	}, func(i widget.ListItemID, o fyne.CanvasObject) {
		t := d.templates[i]
		o.(*widget.Label).SetText(t.Title + " · " + w.text("language-"+t.Language))
	})
	d.list.OnSelected = func(i widget.ListItemID) { d.chosen = i }
	d.list.SetName(w.text("templates-title"))
	button := func(name string, icon fyne.Resource, do func()) *controls.Button {
		return w.keys.NewButton(w.text(name), icon, do)
	}
	actions := container.NewVBox(
		button("templates-duplicate", theme.ContentCopyIcon(), func() { d.edit(d.copied(d.current())) }),
		button("templates-restore", theme.ContentUndoIcon(), d.restore),
		widget.NewSeparator(),
		button("registers-import", theme.FolderOpenIcon(), d.bringIn),
		button("registers-export", theme.DocumentSaveIcon(), d.writeOut),
	)
	d.dialog = w.dialogs.New(w.text("templates-title"), controls.Border(nil, nil, nil, actions, d.list), w.text("button-close"))
	d.dialog.Yes(w.text("templates-edit"), theme.DocumentCreateIcon(), func() { d.edit(d.current()) })
	if d.load() {
		d.dialog.Show(fyne.NewSize(680, 560), d.list)
	}
}

// load reads the templates anew and reports whether it could.
func (d *templatesDialog) load() bool {
	set, err := d.window.params.Templates()
	if err != nil {
		d.window.fail(err)
		return false
	}
	d.templates = nil
	for _, language := range translations.Languages() {
		d.templates = append(d.templates, set.In(language)...)
	}
	d.list.Refresh()
	d.list.Select(min(max(d.chosen, 0), len(d.templates)-1))
	return true
}

func (d *templatesDialog) current() template.Template { return d.templates[d.chosen] }

// copied is a template under a name that is free.
func (d *templatesDialog) copied(t template.Template) template.Template {
	base := t.Name
	for n := 2; d.has(t); n++ {
		t.Name = base + "-" + strconv.Itoa(n)
	}
	t.Title += " " + d.window.text("templates-copy")
	return t
}

func (d *templatesDialog) has(t template.Template) bool {
	for _, other := range d.templates {
		if other.Name == t.Name && other.Language == t.Language {
			return true
		}
	}
	return false
}

// edit shows a template as its file has it, beside the text it makes of
// sample values. What is not right is told with its line.
func (d *templatesDialog) edit(t template.Template) {
	w := d.window
	data, err := t.Encode()
	if err != nil {
		w.fail(err)
		return
	}
	source := w.keys.NewText(3)
	source.Wrapping, source.TextStyle.Monospace = fyne.TextWrapOff, true
	source.SetName(t.Title)
	preview, fault := screen.Wrapped(""), screen.Wrapped("")
	fault.Importance = widget.DangerImportance
	editing := w.dialogs.New(t.Title, container.NewHSplit(source, container.NewVScroll(container.NewVBox(fault, preview))), w.text("button-cancel"))
	keep := editing.Yes(w.text("card-keep"), theme.ConfirmIcon(), func() {
		parsed, err := template.Parse([]byte(source.Text))
		if err == nil {
			err = w.params.SaveTemplate(parsed)
		}
		if err != nil {
			w.fail(err)
			return
		}
		editing.Close()
		d.load()
	})
	source.OnChanged = func(typed string) {
		made, err := sample(w.settings.House, typed)
		fault.Hidden = err == nil
		if err != nil {
			fault.SetText(w.words.Error(err))
			keep.Disable()
			return
		}
		preview.SetText(made)
		keep.Enable()
	}
	source.SetText(string(data))
	editing.Show(w.win.Canvas().Size(), source)
}

// sample is the text that a template's file makes of sample values, in the
// words of the house.
func sample(house grammar.House, source string) (string, error) {
	t, err := template.Parse([]byte(source))
	if err != nil {
		return "", err
	}
	filled, err := t.Fill(template.Office{House: house}, t.Sample())
	return text.Website(filled.Release), err
}

// restore puts the office's own template aside, after asking.
func (d *templatesDialog) restore() {
	w, t := d.window, d.current()
	w.base.Ask(w.text("templates-restore"), w.text("templates-restore-question", map[string]any{"Template": t.Title}), w.text("templates-restore"), widget.HighImportance, func() {
		if err := w.params.DropTemplate(t); err != nil {
			w.fail(err)
			return
		}
		d.load()
	})
}

func (d *templatesDialog) bringIn() {
	w := d.window
	w.files.ChooseFile(files.Request{For: settings.ForTemplates, Title: w.text("templates-import"), Kind: "chooser-templates", Endings: []string{template.Ending}}, func(path string) {
		w.base.Work(func(context.Context) error {
			data, err := intake.ReadFile(path)
			if err != nil {
				return err
			}
			t, err := template.Parse(bytes.TrimPrefix(data, []byte("\ufeff")))
			if err != nil {
				return err
			}
			return w.params.SaveTemplate(t)
		}, func() { d.load() })
	})
}

func (d *templatesDialog) writeOut() {
	w, t := d.window, d.current()
	w.files.Save(w.text("templates-export"), filepath.Base(t.Name)+template.Ending, func(path string, replace bool) error {
		data, err := t.Encode()
		if err != nil {
			return err
		}
		return export.Write(path, data, replace)
	})
}
