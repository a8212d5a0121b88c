package preferences

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/settings"
	"communique/editor/controls"
)

// Welcome asks, the first time, for what every release needs: whose it is and whom
// journalists may call. done takes the answers, of which the contact may be blank;
// skip is called by who gives none. It returns the page, its first field, and what tells
// the answers as they stand, for who goes on without pressing either.
func Welcome(p Params, now settings.Organisation, done func(settings.Organisation, settings.Contact), skip func()) (
	page fyne.CanvasObject, first fyne.Focusable, typed func() (settings.Organisation, settings.Contact),
) {
	head := widget.NewLabelWithStyle(p.Text("welcome-title"), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	head.SizeName = theme.SizeNameHeadingText
	hint := widget.NewLabel(p.Text("welcome-hint"))
	hint.Wrapping = fyne.TextWrapWord
	rows := controls.NewForm() // of both, so that their fields stand below one another
	rows.AddPart(p.Text("settings-organisation"))
	organisation := newOrganisationForm(p, now, rows)
	rows.AddPart(p.Text("welcome-contact"))
	contact := newContactForm(p, settings.Contact{Default: true}, rows)
	typed = func() (settings.Organisation, settings.Contact) { return organisation.value(), contact.value() }
	finish := p.Keys.NewButton(p.Text("welcome-done"), theme.ConfirmIcon(), func() { done(typed()) }).With(widget.HighImportance)
	pass := p.Keys.NewButton(p.Text("welcome-skip"), nil, skip)
	return container.NewVScroll(container.New(pageLayout{}, container.NewVBox(
		head, hint, rows.Object(),
		container.NewHBox(layout.NewSpacer(), pass, finish),
	))), organisation.name, typed
}

// pageLayout sets one object in the middle, no wider than lines are read well.
type pageLayout struct{}

const (
	pageMaxWidth = 760
	pageMargin   = 24
)

func (pageLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(2*pageMargin, 2*pageMargin)
}

func (pageLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width-2*pageMargin, pageMaxWidth)
	objects[0].Move(fyne.NewPos((size.Width-width)/2, pageMargin))
	objects[0].Resize(fyne.NewSize(width, size.Height-2*pageMargin))
}
