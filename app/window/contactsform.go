package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/settings"
	"communique/editor/controls"
	"communique/editor/intake"
	"communique/editor/release"
)

// contactsForm edits the footers, one of which is the default.
type contactsForm struct {
	window *Window
	forms  []*contactForm
	rows   *fyne.Container
	object fyne.CanvasObject
}

func newContactsForm(w *Window, contacts []settings.Contact) *contactsForm {
	f := &contactsForm{window: w, rows: container.NewVBox()}
	add := w.keys.NewButton(w.text("contact-add"), theme.ContentAddIcon(), func() { w.win.Canvas().Focus(f.add(settings.Contact{}).post) })
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
	form := newContactForm(f.window, c)
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
	remove := f.window.keys.NewButton(f.window.text("contact-remove"), theme.DeleteIcon(), nil)
	row := container.NewVBox(form.object, container.NewHBox(form.isDefault, layout.NewSpacer(), remove), widget.NewSeparator())
	remove.OnTapped = func() {
		f.forms = slices.DeleteFunc(f.forms, func(other *contactForm) bool { return other == form })
		f.rows.Remove(row)
		f.window.dialogs.Settle()
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
	window                                *Window
	title                                 string // the form does not show it
	post, organisation, name, email, site *controls.Entry
	phones                                *controls.Entry
	isDefault                             *controls.Check
	object                                fyne.CanvasObject
}

func newContactForm(w *Window, c settings.Contact) *contactForm {
	f := &contactForm{
		window: w, title: c.Title, post: w.base.Entry(c.Post), organisation: w.base.Entry(c.Organisation), name: w.base.Entry(c.Name),
		email: w.base.Entry(c.Email), site: w.base.Entry(c.Site), phones: w.keys.NewText(2),
		isDefault: w.keys.NewCheck(w.text("contact-default"), nil),
	}
	f.isDefault.SetChecked(c.Default)
	f.phones.PlaceHolder = w.text("contact-phones-hint")
	f.phones.SetText(f.phoneLines(c.Phones))
	rows := controls.NewForm()
	rows.Add(w.text("contact-post"), f.post)
	rows.Add(w.text("contact-organisation"), f.organisation)
	rows.Add(w.text("contact-name"), f.name)
	rows.Add(w.text("contact-phones"), f.phones)
	rows.Add(w.text("contact-email"), f.email)
	rows.Add(w.text("contact-site"), f.site)
	f.object = rows.Object()
	return f
}

func (f *contactForm) phoneLines(phones []release.PhoneNumber) string {
	var lines []string
	for _, p := range phones {
		lines = append(lines, intake.PhoneLine(p, f.window.text("phone-"+string(p.Kind))))
	}
	return strings.Join(lines, "\n")
}

func (f *contactForm) value() settings.Contact {
	return settings.Contact{
		Title: f.title, Post: f.post.Text, Organisation: f.organisation.Text, Name: f.name.Text, Email: f.email.Text,
		Site: f.site.Text, Phones: intake.ReadPhoneList(f.phones.Text), Default: f.isDefault.Checked,
	}
}
