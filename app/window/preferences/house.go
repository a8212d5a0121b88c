package preferences

import (
	"slices"

	"fyne.io/fyne/v2"

	"communique/editor/controls"
	"communique/editor/grammar"
	"communique/editor/release"
	"communique/editor/typography"
)

// houseForm edits how the office writes, and sets its texts, where good usage differs.
type houseForm struct {
	Params
	house  grammar.House // what the form does not show is kept
	set    typography.House
	rows   *controls.Form
	object fyne.CanvasObject
}

func newHouseForm(p Params, house grammar.House, set typography.House) *houseForm {
	f := &houseForm{Params: p, house: house, set: set, rows: controls.NewForm()}
	addUsage(f, "women-in-l", grammar.UsagesOfWomenInL(), &f.house.WomenInL)
	addUsage(f, "places-in-o", grammar.UsagesOfPlacesInO(), &f.house.PlacesInO)
	addUsage(f, "zoda", grammar.UsagesOfZoda(), &f.house.Zoda)
	addUsage(f, "yo", grammar.UsagesOfYo(), &f.house.Yo)
	addUsage(f, "english", release.UsagesOfEnglish(), &f.house.English)
	addUsage(f, "dash", typography.UsagesOfDash(), &f.set.Dash)
	addUsage(f, "initials", typography.UsagesOfInitials(), &f.set.Initials)
	addUsage(f, "as-typed", typography.UsagesOfAsTyped(), &f.set.AsTyped)
	f.object = f.rows.Object()
	return f
}

// addUsage offers the usages of one kind; their words are "house-NAME" and
// "house-NAME-USAGE".
func addUsage[U ~string](f *houseForm, name string, usages []U, value *U) {
	var names []string
	for _, usage := range usages {
		names = append(names, f.Text("house-"+name+"-"+string(usage)))
	}
	choice := f.Keys.NewSelect(names, nil)
	choice.SetSelectedIndex(max(0, slices.Index(usages, *value)))
	choice.OnChanged = func(string) { *value = usages[max(0, choice.SelectedIndex())] }
	f.rows.Add(f.Text("house-"+name), choice)
}

func (f *houseForm) value() (grammar.House, typography.House) { return f.house, f.set }
