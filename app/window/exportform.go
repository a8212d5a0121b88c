package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"communique/app/settings"
	"communique/editor/controls"
	"communique/export"
	"communique/export/mail"
	"communique/export/style"
)

// exportForm edits how releases leave the office.
type exportForm struct {
	styles []string // by the place in the choice
	style  *controls.Select
	forms  []*controls.Check // in the order of export.Forms
	mail   settings.Mail     // what the form does not show is kept
	from   *controls.Entry
	to     *controls.Entry
	html   *controls.Check
	object fyne.CanvasObject
}

func newExportForm(w *Window, e settings.Export) *exportForm {
	f := &exportForm{mail: e.Mail, from: w.base.Entry(e.Mail.From), to: w.keys.NewText(4), html: w.keys.NewCheck(w.text("settings-mail-html"), nil)}
	f.to.SetText(e.Mail.To)
	f.to.SetPlaceHolder(w.text("settings-mail-hint"))
	f.html.SetChecked(e.Mail.HTML)
	for _, list := range []*controls.Entry{f.from, f.to} {
		list.Validator = func(addresses string) error {
			_, err := mail.ParseRecipients(addresses)
			return err
		}
	}
	f.chooseStyle(w, e.Style)
	chosen := w.settings.PackageForms()
	checks := container.NewGridWithColumns(2)
	for _, form := range export.Forms() {
		check := w.keys.NewCheck(w.text("form-"+string(form)), nil)
		check.SetChecked(slices.Contains(chosen, form))
		f.forms = append(f.forms, check)
		checks.Add(check)
	}
	rows := controls.NewForm()
	rows.Add(w.text("settings-style"), f.style)
	rows.Add(w.text("settings-package"), checks)
	rows.Add(w.text("settings-mail-from"), f.from)
	rows.Add(w.text("settings-mail-to"), f.to)
	rows.Add("", f.html)
	f.object = rows.Object()
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
	f.style = w.keys.NewSelect(titles, nil)
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
