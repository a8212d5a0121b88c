package preferences

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"communique/app/settings"
	"communique/assets/translations"
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

func newExportForm(p Params, now settings.Settings) *exportForm {
	e := now.Export
	f := &exportForm{mail: e.Mail, from: p.Entry(e.Mail.From), to: p.Keys.NewText(4), html: p.Keys.NewCheck(p.Text("settings-mail-html"), nil)}
	f.to.SetText(e.Mail.To)
	f.to.SetPlaceHolder(p.Text("settings-mail-hint"))
	f.html.SetChecked(e.Mail.HTML)
	for _, list := range []*controls.Entry{f.from, f.to} {
		list.Validator = func(addresses string) error {
			_, err := mail.ParseRecipients(addresses)
			return err
		}
	}
	f.chooseStyle(p, e.Style)
	chosen := now.PackageForms()
	checks := container.NewGridWithColumns(2)
	for _, form := range export.Forms() {
		check := p.Keys.NewCheck(p.Text("form-"+string(form)), nil)
		check.SetChecked(slices.Contains(chosen, form))
		f.forms = append(f.forms, check)
		checks.Add(check)
	}
	rows := controls.NewForm()
	rows.Add(p.Text("settings-style"), f.style)
	rows.Add(p.Text("settings-package"), checks)
	rows.Add(p.Text("settings-mail-from"), f.from)
	rows.Add(p.Text("settings-mail-to"), f.to)
	rows.Add("", f.html)
	f.object = rows.Object()
	return f
}

// chooseStyle offers the house styles by their titles; one that cannot be read is
// offered by its name, so that choosing it tells what is wrong.
func (f *exportForm) chooseStyle(p Params, chosen string) {
	names, err := p.Styles()
	if err != nil {
		p.Tell(translations.Error(err), true)
	}
	f.styles = names
	titles := make([]string, len(names))
	for i, name := range names {
		titles[i] = name
		if s, err := p.Style(name); err == nil && s.Title[p.Words.Language] != "" {
			titles[i] = s.Title[p.Words.Language]
		}
	}
	f.style = p.Keys.NewSelect(titles, nil)
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
