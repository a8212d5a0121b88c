package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"communique/app/settings"
	"communique/export"
	"communique/export/style"
)

// exportForm edits how releases leave the office.
type exportForm struct {
	styles []string // by the place in the choice
	style  *widget.Select
	forms  []*widget.Check // in the order of export.Forms
	object fyne.CanvasObject
}

func newExportForm(w *Window, e settings.Export) *exportForm {
	f := &exportForm{}
	f.chooseStyle(w, e.Style)
	chosen := w.settings.PackageForms()
	checks := container.NewGridWithColumns(2)
	for _, form := range export.Forms() {
		check := widget.NewCheck(w.text("form-"+string(form)), nil)
		check.SetChecked(slices.Contains(chosen, form))
		f.forms = append(f.forms, check)
		checks.Add(check)
	}
	f.object = container.New(layout.NewFormLayout(),
		widget.NewLabel(w.text("settings-style")), f.style,
		widget.NewLabel(w.text("settings-package")), checks)
	return f
}

// chooseStyle offers the house styles by their titles; one that cannot be read is
// offered by its name, so that choosing it tells what is wrong.
func (f *exportForm) chooseStyle(w *Window, chosen string) {
	names, err := w.params.Styles()
	if err != nil {
		w.tell(w.words.Error(err), true)
	}
	f.styles = names
	titles := make([]string, len(names))
	for i, name := range names {
		titles[i] = name
		if s, err := w.params.Style(name); err == nil && s.Title[w.words.Language] != "" {
			titles[i] = s.Title[w.words.Language]
		}
	}
	f.style = widget.NewSelect(titles, nil)
	if chosen == "" {
		chosen = style.Plain
	}
	f.style.SetSelectedIndex(slices.Index(names, chosen))
}

func (f *exportForm) value() settings.Export {
	var e settings.Export
	if i := f.style.SelectedIndex(); i >= 0 && f.styles[i] != style.Plain {
		e.Style = f.styles[i]
	}
	for i, form := range export.Forms() {
		if f.forms[i].Checked {
			e.Package = append(e.Package, string(form))
		}
	}
	return e
}
