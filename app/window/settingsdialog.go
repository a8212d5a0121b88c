package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/settings"
	"communique/assets/translations"
)

// showSettings lets a person change the organisation, the contacts and the
// interface.
func (w *Window) showSettings() {
	organisation := newOrganisationForm(w, w.settings.Organisation)
	contacts := newContactsForm(w, w.settings.Contacts)
	exports := newExportForm(w, w.settings.Export)
	language, languageValue := w.languageChoice()
	tabs := container.NewAppTabs(
		container.NewTabItem(w.text("settings-organisation"), container.NewVScroll(container.NewPadded(organisation.object))),
		container.NewTabItem(w.text("settings-contacts"), container.NewVScroll(container.NewPadded(contacts.object))),
		container.NewTabItem(w.text("settings-export"), container.NewVScroll(container.NewPadded(exports.object))),
		container.NewTabItem(w.text("settings-interface"), container.NewPadded(container.New(layout.NewFormLayout(),
			widget.NewLabel(w.text("settings-language")), language))),
	)
	d := dialog.NewCustomConfirm(w.text("settings-title"), w.text("button-save"), w.text("button-cancel"), tabs, func(yes bool) {
		if !yes {
			return
		}
		w.settings.Organisation = organisation.value()
		w.settings.Contacts = contacts.value()
		w.keepExport(exports.value())
		w.settings.Language = languageValue()
		w.settings.Welcomed = true
		w.keepSettings()
		w.rebuild()
	}, w.win)
	d.Resize(fyne.NewSize(680, 560))
	d.Show()
}

// keepExport takes over how releases leave the office. Addresses that nobody can
// write to are told, and the old ones stay.
func (w *Window) keepExport(e settings.Export) {
	old := w.settings.Export.Mail
	w.settings.Export = e
	if _, err := w.settings.Mailing(); err != nil {
		w.settings.Export.Mail = old
		w.fail(err)
	}
}

// languageChoice offers the interface's languages and the system's own.
func (w *Window) languageChoice() (choice *widget.Select, value func() string) {
	values := append([]string{""}, translations.Languages()...)
	names := []string{w.text("settings-language-system")}
	for _, v := range values[1:] {
		names = append(names, w.text("language-"+v))
	}
	choice = widget.NewSelect(names, nil)
	for i, v := range values {
		if v == w.settings.Language {
			choice.SetSelectedIndex(i)
		}
	}
	return choice, func() string { return values[max(choice.SelectedIndex(), 0)] }
}

// organisationForm edits the letterhead's owner.
type organisationForm struct {
	name, site, address, boilerplate, logo *widget.Entry
	object                                 fyne.CanvasObject
}

func newOrganisationForm(w *Window, o settings.Organisation) *organisationForm {
	f := &organisationForm{
		name: entryWith(o.Name), site: entryWith(o.Site), address: entryWith(o.Address), logo: entryWith(o.Logo),
		boilerplate: widget.NewMultiLineEntry(),
	}
	f.boilerplate.SetText(o.Boilerplate)
	f.boilerplate.Wrapping = fyne.TextWrapWord
	f.boilerplate.SetMinRowsVisible(4)
	browse := widget.NewButtonWithIcon("", theme.FolderOpenIcon(), func() {
		d := dialog.NewFileOpen(func(reader fyne.URIReadCloser, err error) {
			if err == nil && reader != nil {
				f.logo.SetText(reader.URI().Path())
				_ = reader.Close() // only the name is wanted
			}
		}, w.win)
		d.SetFilter(storage.NewExtensionFileFilter([]string{".png", ".jpg", ".jpeg", ".svg"}))
		d.Show()
	})
	f.object = container.New(layout.NewFormLayout(),
		widget.NewLabel(w.text("organisation-name")), f.name,
		widget.NewLabel(w.text("organisation-site")), f.site,
		widget.NewLabel(w.text("organisation-address")), f.address,
		widget.NewLabel(w.text("organisation-logo")), container.NewBorder(nil, nil, nil, browse, f.logo),
		widget.NewLabel(w.text("organisation-boilerplate")), f.boilerplate)
	return f
}

func (f *organisationForm) value() settings.Organisation {
	return settings.Organisation{
		Name: f.name.Text, Site: f.site.Text, Address: f.address.Text, Logo: f.logo.Text,
		Boilerplate: f.boilerplate.Text,
	}
}

func entryWith(text string) *widget.Entry {
	e := widget.NewEntry()
	e.SetText(text)
	return e
}
