package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"communique/app/settings"
	"communique/app/window/files"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/export/logo"
)

// showSettings lets a person change the organisation, the contacts and the
// interface.
func (w *Window) showSettings() {
	base := w.settings // what others write meanwhile stays
	organisation := newOrganisationForm(w, w.settings.Organisation)
	contacts := newContactsForm(w, w.settings.Contacts)
	exports := newExportForm(w, w.settings.Export)
	house := newHouseForm(w, w.settings.House)
	language, languageValue := w.languageChoice()
	look := controls.NewForm()
	look.Add(w.text("settings-language"), language)
	mailed := container.NewTabItem(w.text("settings-export"), container.NewVScroll(container.NewPadded(exports.object)))
	tabs := container.NewAppTabs(
		container.NewTabItem(w.text("settings-organisation"), container.NewVScroll(container.NewPadded(organisation.object))),
		container.NewTabItem(w.text("settings-contacts"), container.NewVScroll(container.NewPadded(contacts.object))),
		mailed,
		container.NewTabItem(w.text("settings-house"), container.NewVScroll(container.NewPadded(house.object))),
		container.NewTabItem(w.text("settings-interface"), container.NewPadded(look.Object())),
	)
	d := w.dialogs.New(w.text("settings-title"), tabs, w.text("button-cancel"))
	d.Tabs(tabs)
	d.Yes(w.text("button-save"), theme.ConfirmIcon(), func() {
		wanted := base.Settled("organisation", "contacts", "export", "house", "language") // the person has looked at them
		wanted.Organisation = organisation.value()
		wanted.Contacts = contacts.value()
		wanted.Export = exports.value()
		wanted.House = house.value()
		wanted.Language = languageValue()
		wanted.Welcomed = true
		if _, err := wanted.Mailing(); err != nil { // nobody can write there
			tabs.Select(mailed)
			w.fail(err)
			return
		}
		d.Close()
		w.settings, _ = settings.Merge(base, wanted, w.settings)
		w.keepSettings()
		w.rebuild()
	})
	d.Show(fyne.NewSize(680, 560), nil)
}

// languageChoice offers the interface's languages and the system's own.
func (w *Window) languageChoice() (choice *controls.Select, value func() string) {
	values := append([]string{""}, translations.Languages()...)
	names := []string{w.text("settings-language-system")}
	for _, v := range values[1:] {
		names = append(names, w.text("language-"+v))
	}
	choice = w.keys.NewSelect(names, nil)
	for i, v := range values {
		if v == w.settings.Language {
			choice.SetSelectedIndex(i)
		}
	}
	return choice, func() string { return values[max(choice.SelectedIndex(), 0)] }
}

// organisationForm edits the letterhead's owner.
type organisationForm struct {
	name, site, address, boilerplate, logo *controls.Entry
	object                                 fyne.CanvasObject
}

func newOrganisationForm(w *Window, o settings.Organisation) *organisationForm {
	f := &organisationForm{
		name: w.base.Entry(o.Name), site: w.base.Entry(o.Site), address: w.base.Entry(o.Address), logo: w.base.Entry(o.Logo),
		boilerplate: w.keys.NewText(4),
	}
	f.boilerplate.SetText(o.Boilerplate)
	browse := w.keys.NewIconButton(w.text("organisation-logo-choose"), theme.FolderOpenIcon(), func() {
		w.files.ChooseFile(files.Request{For: settings.ForLogo, Title: w.text("chooser-logo"), Kind: "chooser-pictures", Endings: logo.Endings()}, f.logo.SetText)
	})
	rows := controls.NewForm()
	rows.Add(w.text("organisation-name"), f.name)
	rows.Add(w.text("organisation-site"), f.site)
	rows.Add(w.text("organisation-address"), f.address)
	rows.AddBeside(w.text("organisation-logo"), f.logo, controls.Border(nil, nil, nil, browse, f.logo))
	rows.Add(w.text("organisation-boilerplate"), f.boilerplate)
	f.object = rows.Object()
	return f
}

func (f *organisationForm) value() settings.Organisation {
	return settings.Organisation{
		Name: f.name.Text, Site: f.site.Text, Address: f.address.Text, Logo: f.logo.Text,
		Boilerplate: f.boilerplate.Text,
	}
}
