package filling

import (
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/editor/template"
)

// rows are the fields below each other: the label, what it is typed into, and at its right what opens
// the card of a name. The cards come behind all fields in the tree of objects, so that Tab leads from
// value to value, and then down the column of cards.
type rows struct {
	all    []row
	object *fyne.Container
}

type row struct {
	label, input fyne.CanvasObject
	card         fyne.CanvasObject // nil where there is none
}

func newRows() *rows {
	r := &rows{}
	r.object = container.New(r)
	return r
}

// set shows other fields.
func (r *rows) set(all []row) {
	r.all = all
	r.object.RemoveAll()
	for _, row := range all {
		r.object.Add(row.label)
		r.object.Add(row.input)
	}
	for _, row := range all {
		if row.card != nil {
			r.object.Add(row.card)
		}
	}
}

// column is how much room the cards take beside the fields.
func (r *rows) column() (width float32) {
	for _, row := range r.all {
		if row.card != nil {
			width = max(width, row.card.MinSize().Width+theme.Padding())
		}
	}
	return width
}

// MinSize is that of all fields.
func (r *rows) MinSize([]fyne.CanvasObject) (size fyne.Size) {
	cards := r.column()
	for i, row := range r.all {
		if i > 0 {
			size.Height += theme.Padding()
		}
		label, input := row.label.MinSize(), row.input.MinSize()
		size = fyne.NewSize(max(size.Width, label.Width, input.Width+cards), size.Height+label.Height+theme.Padding()+input.Height)
	}
	return size
}

// Layout gives every field its place.
func (r *rows) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	place := func(o fyne.CanvasObject, x, y, width float32) (below float32) {
		height := o.MinSize().Height
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, height))
		return y + height + theme.Padding()
	}
	cards := r.column()
	var y float32
	for _, row := range r.all {
		y = place(row.label, 0, y, size.Width)
		if row.card != nil {
			place(row.card, size.Width-cards+theme.Padding(), y, cards-theme.Padding())
		}
		y = place(row.input, 0, y, size.Width-cards)
	}
}

func (f *form) row(field template.Field) row {
	label := field.Label
	if f.piece != nil { // the snippet's own labels may be names that have a small first letter
		label = capital(label)
	}
	if field.Required {
		label += " *"
	}
	input, card := f.input(field)
	return row{widget.NewLabel(label), input, card}
}

// capital is a label with a capital letter at its beginning.
func capital(label string) string {
	first, size := utf8.DecodeRuneInString(label)
	return string(unicode.ToUpper(first)) + label[size:]
}
