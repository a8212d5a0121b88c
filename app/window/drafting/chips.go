package drafting

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"communique/editor/controls"
	"communique/editor/draft"
	"communique/editor/release"
)

// chipped are the fields that stand above the text, in their order.
func chipped() []release.Field {
	return []release.Field{release.DateField, release.PlaceField, release.KindField, release.StatusField, release.EmbargoField}
}

// chips show the fields that a release cannot do without above its text; each opens what
// the field is changed with.
type chips struct {
	params Params
	pills  map[release.Field]*controls.Pill
	row    *fyne.Container
}

func newChips(params Params, open func(release.Field)) *chips {
	c := &chips{params: params, pills: map[release.Field]*controls.Pill{}, row: container.New(&controls.PillRow{})}
	for _, name := range chipped() {
		c.pills[name] = params.Keys.NewPill(func() { open(name) })
		c.row.Add(c.pills[name])
	}
	return c
}

// show tells a field's value; a field that is empty is told by its name.
func (c *chips) show(s *draft.Session, name release.Field) {
	pill := c.pills[name]
	if pill == nil {
		return
	}
	text, value := c.params.Words.Text, s.Text(name)
	pill.Alarm = s.Problem(name) != nil
	pill.Filled = value != ""
	switch {
	case pill.Alarm:
	case value == "":
		value = text("chip-" + string(name))
	case name == release.KindField, name == release.StatusField:
		pill.Filled = false // these always have one
		value = text(string(name) + "-" + value)
	case name == release.DateField:
		value = s.Release().DateInWords()
	}
	pill.SetName(text("field-"+string(name)) + ": " + value)
	pill.Text = value
	pill.Refresh()
}

func (c *chips) showAll(s *draft.Session) {
	for name := range c.pills {
		c.show(s, name)
	}
	c.row.Refresh()
}
