package preferences

import (
	"slices"
	"strings"

	"communique/editor/intake/contact"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/settings"
	"communique/editor/controls"
	"communique/editor/release"
)

// contactsForm edits the footers, one of which is the default.
type contactsForm struct {
	Params
	forms  []*contactForm
	rows   *fyne.Container
	object fyne.CanvasObject
}

func newContactsForm(p Params, contacts []settings.Contact) *contactsForm {
	f := &contactsForm{Params: p, rows: container.NewVBox()}
	add := p.Keys.NewButton(p.Text("contact-add"), theme.ContentAddIcon(), func() { p.Canvas.Focus(f.add(settings.Contact{}).post) })
	f.object = container.NewVBox(f.rows, add)
	for _, c := range contacts {
		f.add(c)
	}
	if len(contacts) == 0 {
		f.add(settings.Contact{Default: true})
	}
	return f
}

func (f *contactsForm) add(c settings.Contact) *contactForm {
	rows := controls.NewForm()
	form := newContactForm(f.Params, c, rows)
	form.isDefault.OnChanged = func(on bool) {
		if !on {
			return
		}
		for _, other := range f.forms {
			if other != form {
				other.isDefault.SetChecked(false)
			}
		}
	}
	remove := f.Keys.NewButton(f.Text("contact-remove"), theme.DeleteIcon(), nil)
	row := container.NewVBox(rows.Object(), container.NewHBox(form.isDefault, layout.NewSpacer(), remove), widget.NewSeparator())
	remove.OnTapped = func() {
		f.forms = slices.DeleteFunc(f.forms, func(other *contactForm) bool { return other == form })
		f.rows.Remove(row)
		f.Dialogs.Settle()
	}
	f.forms = append(f.forms, form)
	f.rows.Add(row)
	return form
}

// value returns the contacts that hold anything, with one default among them.
func (f *contactsForm) value() []settings.Contact {
	var contacts []settings.Contact
	chosen := false
	for _, form := range f.forms {
		c := form.value()
		if c.IsBlank() {
			continue
		}
		chosen = chosen || c.Default
		contacts = append(contacts, c)
	}
	if len(contacts) > 0 && !chosen {
		contacts[0].Default = true
	}
	return contacts
}

// contactForm edits one contact. Phones are typed as intake reads them.
type contactForm struct {
	Params
	title                                 string // the form does not show it
	post, organisation, name, email, site *controls.Entry
	phones                                *controls.Entry
	isDefault                             *controls.Check
}

// newContactForm adds its fields to rows, but for whether it is the default.
func newContactForm(p Params, c settings.Contact, rows *controls.Form) *contactForm {
	f := &contactForm{
		Params: p, title: c.Title, post: p.Entry(c.Post), organisation: p.Entry(c.Organisation), name: p.Entry(c.Name),
		email: p.Entry(c.Email), site: p.Entry(c.Site), phones: p.Keys.NewText(2),
		isDefault: p.Keys.NewCheck(p.Text("contact-default"), nil),
	}
	f.isDefault.SetChecked(c.Default)
	f.post.SetPlaceHolder(p.Text("contact-post-hint"))
	f.organisation.SetPlaceHolder(p.Text("contact-organisation-hint"))
	f.phones.SetPlaceHolder(p.Text("contact-phones-hint"))
	f.phones.SetText(f.phoneLines(c.Phones))
	rows.Add(p.Text("contact-post"), f.post)
	rows.Add(p.Text("contact-organisation"), f.organisation)
	rows.Add(p.Text("contact-name"), f.name)
	rows.Add(p.Text("contact-phones"), f.phones)
	rows.Add(p.Text("contact-email"), f.email)
	rows.Add(p.Text("contact-site"), f.site)
	return f
}

func (f *contactForm) phoneLines(phones []release.PhoneNumber) string {
	var lines []string
	for _, p := range phones {
		lines = append(lines, contact.PhoneLine(p, f.Text("phone-"+string(p.Kind))))
	}
	return strings.Join(lines, "\n")
}

func (f *contactForm) value() settings.Contact {
	return settings.Contact{
		Title: f.title, Post: f.post.Text, Organisation: f.organisation.Text, Name: f.name.Text, Email: f.email.Text,
		Site: f.site.Text, Phones: contact.ReadPhoneList(f.phones.Text), Default: f.isDefault.Checked,
	}
}
