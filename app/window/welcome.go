package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/settings"
)

// welcomePage asks, the first time, for what every release needs: whose it is
// and whom journalists may call. It can be skipped.
func (w *Window) welcomePage() fyne.CanvasObject {
	head := widget.NewLabelWithStyle(w.text("welcome-title"), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	head.SizeName = theme.SizeNameHeadingText
	hint := widget.NewLabel(w.text("welcome-hint"))
	hint.Wrapping = fyne.TextWrapWord
	organisation := newOrganisationForm(w, w.settings.Organisation)
	w.welcome = organisation.name
	contact := newContactForm(w, settings.Contact{Default: true})
	done := w.keys.NewButton(w.text("welcome-done"), theme.ConfirmIcon(), func() {
		w.settings.Organisation = organisation.value()
		if c := contact.value(); !c.IsBlank() {
			w.settings.Contacts = []settings.Contact{c}
		}
		w.welcomed()
	})
	done.Importance = widget.HighImportance
	skip := w.keys.NewButton(w.text("welcome-skip"), nil, w.welcomed)
	part := func(name string) fyne.CanvasObject {
		return widget.NewLabelWithStyle(w.text(name), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	}
	return container.NewVScroll(container.New(pageLayout{}, container.NewVBox(
		head, hint,
		part("settings-organisation"), organisation.object,
		part("welcome-contact"), contact.object,
		container.NewHBox(layout.NewSpacer(), skip, done),
	)))
}

func (w *Window) welcomed() {
	w.settings.Welcomed = true
	w.keepSettings()
	w.readOffice()
	w.showMiddle()
}
