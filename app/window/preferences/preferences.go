// Package preferences shows the settings of the office and of the interface: in a
// dialog, and the first time, on a page that asks for what every release needs.
package preferences

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"communique/app/settings"
	"communique/app/update"
	"communique/app/window/files"
	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/export/logo"
	"communique/export/style"
)

// Params are what the settings are shown with.
type Params struct {
	screen.Base
	Files Files
	// Styles lists the house styles; Style reads one.
	Styles func() ([]string, error)
	Style  func(name string) (style.Style, error)
}

// Files asks which file to read.
type Files interface {
	ChooseFile(r files.Request, chosen func(path string))
}

// Show lets a person change the settings: the organisation, the contacts, what leaves
// and how, the usage, the interface. save takes them as they are wanted.
func Show(p Params, now settings.Settings, save func(wanted settings.Settings)) *screen.Dialog {
	owner := controls.NewForm()
	organisation := newOrganisationForm(p, now.Organisation, owner)
	contacts := newContactsForm(p, now.Contacts)
	exports := newExportForm(p, now)
	house := newHouseForm(p, now.House, now.Typography)
	language, languageValue := p.choice("language-", now.Language, append([]string{""}, translations.Languages()...))
	contrast, contrastValue := p.choice("settings-contrast-", now.Contrast, settings.Contrasts())
	motion, motionValue := p.choice("settings-motion-", now.Motion, settings.Motions())
	look := controls.NewForm()
	look.Add(p.Text("settings-language"), language)
	look.Add(p.Text("settings-contrast"), contrast)
	look.Add(p.Text("settings-motion"), motion)
	updates := p.Entry(now.Updates.From)
	updates.SetPlaceHolder(p.Text("settings-updates-hint"))
	updates.Validator = properUpdates
	look.Add(p.Text("settings-updates"), updates)
	tab := func(name string, form fyne.CanvasObject) *controls.Tab {
		return &controls.Tab{Name: p.Text(name), Content: container.NewVScroll(container.NewPadded(form))}
	}
	mailed, shown := tab("settings-export", exports.object), tab("settings-interface", look.Object())
	tabs := p.Keys.NewTabs(tab("settings-organisation", owner.Object()), tab("settings-contacts", contacts.object), mailed, tab("settings-house", house.object), shown)
	d := p.Dialogs.New(p.Text("settings-title"), tabs.Object(), p.Text("button-cancel"))
	d.Tabs(tabs)
	d.Yes(p.Text("button-save"), theme.ConfirmIcon(), func() {
		wanted := now.Settled("organisation", "contacts", "export", "house", "typography", "language", "contrast", "motion", "updates") // the person has looked at them
		wanted.Organisation = organisation.value()
		wanted.Contacts = contacts.value()
		wanted.Export = exports.value()
		wanted.House, wanted.Typography = house.value()
		wanted.Language, wanted.Contrast, wanted.Motion = languageValue(), contrastValue(), motionValue()
		wanted.Updates.From = strings.TrimSpace(updates.Text)
		wanted.Welcomed = true
		if _, err := wanted.Mailing(); err != nil { // nobody can write there
			tabs.Select(mailed)
			p.Fail(err)
			return
		}
		if err := properUpdates(updates.Text); err != nil { // nothing is found there
			tabs.Select(shown)
			p.Fail(err)
			return
		}
		d.Close()
		save(wanted)
	})
	d.AskBeforeLoss(p.Base, func() (entered []string) {
		for _, t := range tabs.All() {
			entered = append(entered, controls.Entered(t.Content)...)
		}
		return entered
	})
	d.Show(fyne.NewSize(680, 560), nil)
	return d
}

// properUpdates says what is wrong with where newer versions are to be found.
func properUpdates(from string) error {
	if from = strings.TrimSpace(from); from == "" || update.IsValid(from) {
		return nil
	}
	return &update.AddressError{Address: from}
}

// choice offers values by their words, which are called prefix and the value; the first, "",
// is the system's own.
func (p Params) choice(prefix, now string, values []string) (choice *controls.Select, value func() string) {
	names := []string{p.Text("settings-as-system")}
	for _, v := range values[1:] {
		names = append(names, p.Text(prefix+v))
	}
	choice = p.Keys.NewSelect(names, nil)
	choice.SetSelectedIndex(max(0, slices.Index(values, now)))
	return choice, func() string { return values[max(choice.SelectedIndex(), 0)] }
}

// organisationForm edits the letterhead's owner.
type organisationForm struct {
	name, site, address, boilerplate, logo *controls.Entry
}

// newOrganisationForm adds its fields to rows.
func newOrganisationForm(p Params, o settings.Organisation, rows *controls.Form) *organisationForm {
	f := &organisationForm{
		name: p.Entry(o.Name), site: p.Entry(o.Site), address: p.Entry(o.Address), logo: p.Entry(o.Logo),
		boilerplate: p.Keys.NewText(4),
	}
	f.boilerplate.SetText(o.Boilerplate)
	browse := p.Keys.NewIconButton(p.Text("organisation-logo-choose"), theme.FolderOpenIcon(), func() {
		p.Files.ChooseFile(files.Request{For: settings.ForLogo, Title: p.Text("chooser-logo"), Kind: "chooser-pictures", Endings: logo.Endings()}, f.logo.SetText)
	})
	rows.Add(p.Text("organisation-name"), f.name)
	rows.Add(p.Text("organisation-site"), f.site)
	rows.Add(p.Text("organisation-address"), f.address)
	rows.AddBeside(p.Text("organisation-logo"), f.logo, controls.Border(nil, nil, nil, browse, f.logo))
	rows.Add(p.Text("organisation-boilerplate"), f.boilerplate)
	return f
}

func (f *organisationForm) value() settings.Organisation {
	return settings.Organisation{
		Name: f.name.Text, Site: f.site.Text, Address: f.address.Text, Logo: f.logo.Text,
		Boilerplate: f.boilerplate.Text,
	}
}
