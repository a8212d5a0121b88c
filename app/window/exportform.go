package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"communique/app/settings"
	"communique/export"
	"communique/export/mail"
	"communique/export/style"
)

// exportForm edits how releases leave the office.
type exportForm struct {
	styles []string // by the place in the choice
	style  *widget.Select
	forms  []*widget.Check // in the order of export.Forms
	mail   settings.Mail   // what the form does not show is kept
	from   *widget.Entry
	to     *widget.Entry
	html   *widget.Check
	object fyne.CanvasObject
}

func newExportForm(w *Window, e settings.Export) *exportForm {
	f := &exportForm{mail: e.Mail, from: entryWith(e.Mail.From), to: widget.NewMultiLineEntry(), html: widget.NewCheck(w.text("settings-mail-html"), nil)}
	f.to.SetText(e.Mail.To)
	f.to.SetMinRowsVisible(4)
	f.to.SetPlaceHolder(w.text("settings-mail-hint"))
	f.html.SetChecked(e.Mail.HTML)
	for _, list := range []*widget.Entry{f.from, f.to} {
		list.Validator = func(addresses string) error {
			_, err := mail.ParseRecipients(addresses)
			return err
		}
	}
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
		widget.NewLabel(w.text("settings-package")), checks,
		widget.NewLabel(w.text("settings-mail-from")), f.from,
		widget.NewLabel(w.text("settings-mail-to")), f.to,
		widget.NewLabel(""), f.html)
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
	f.mail.From, f.mail.To, f.mail.HTML = f.from.Text, f.to.Text, f.html.Checked
	e.Mail = f.mail
	return e
}
