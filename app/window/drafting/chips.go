package drafting

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"communique/editor/controls"
	"communique/editor/draft"
	"communique/editor/release"
)

// chipped are the fields that stand above the text, in their order.
func chipped() []release.Field {
	return []release.Field{release.DateField, release.PlaceField, release.KindField, release.StatusField, release.EmbargoField}
}

// chips show the fields that a release cannot do without above its text; each leads
// to where the field is changed.
type chips struct {
	params  Params
	buttons map[release.Field]*controls.Button
	row     *fyne.Container
}

func newChips(params Params) *chips {
	c := &chips{params: params, buttons: map[release.Field]*controls.Button{}, row: container.New(layout.NewRowWrapLayout())}
	for _, name := range chipped() {
		b := params.Keys.NewButton("", nil, func() { params.Inspect(name) })
		c.buttons[name] = b
		c.row.Add(b)
	}
	return c
}

// show tells a field's value; a field that is empty, or cannot be read, is told by its
// name.
func (c *chips) show(s *draft.Session, name release.Field) {
	b := c.buttons[name]
	if b == nil {
		return
	}
	text, value := c.params.Words.Text, s.Text(name)
	b.Importance = widget.MediumImportance
	switch {
	case s.Problem(name) != nil:
		b.Importance = widget.DangerImportance
	case value == "":
		b.Importance = widget.LowImportance
		value = text("chip-" + string(name))
	case name == release.KindField, name == release.StatusField:
		value = text(string(name) + "-" + value)
	case name == release.DateField:
		value = s.Release().DateInWords()
	}
	b.SetName(text("field-"+string(name)) + ": " + value)
	b.SetText(value)
}

func (c *chips) showAll(s *draft.Session) {
	for name := range c.buttons {
		c.show(s, name)
	}
	c.row.Refresh()
}
