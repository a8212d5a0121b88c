package drafting

import (
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/completion"
	"communique/app/window/screen"
	"communique/editor/controls"
	"communique/editor/moment"
	"communique/editor/register"
	"communique/editor/release"
)

// openChip opens what a field above the text is changed with, where it stands.
func (p *Pane) openChip(name release.Field) {
	pill := p.chips.pills[name]
	under := fyne.NewPos(0, pill.Size().Height+4)
	switch values := valuesOf(name); {
	case p.session == nil:
	case p.readOnly:
		p.params.Inspect(name)
	case values != nil:
		p.params.PopUp(p.choices(name, values), under, pill)
	default:
		p.openForm(pill, under, name)
	}
}

// openDateline opens the fields that the line of place and date is made of.
func (p *Pane) openDateline(at fyne.Position) {
	if p.readOnly {
		p.params.Inspect(release.DateField)
		return
	}
	p.openForm(p.surface, at, release.PlaceField, release.DateField)
}

// valuesOf returns the values that a field is chosen from; nil where it is typed.
func valuesOf(name release.Field) (values []string) {
	switch name {
	case release.KindField:
		for _, k := range release.Kinds() {
			values = append(values, string(k))
		}
	case release.StatusField:
		for _, s := range release.Statuses() {
			values = append(values, string(s))
		}
	}
	return values
}

func (p *Pane) choices(name release.Field, values []string) *fyne.Menu {
	menu := fyne.NewMenu("")
	now := p.session.Text(name)
	for _, value := range values {
		item := fyne.NewMenuItem(p.params.Text(string(name)+"-"+value), func() { p.params.Choose(name, value) })
		item.Checked = value == now
		menu.Items = append(menu.Items, item)
	}
	return menu
}

// form is fields that are typed where they stand. The draft follows each letter, so that
// nothing is lost however the form is left; Escape takes back what was typed.
type form struct {
	pane    *Pane
	from    opener
	fields  []release.Field
	before  []string // what stood there
	entries []*controls.Entry
	fault   *controls.Wrapped
	popUp   *widget.PopUp
}

// opener is what a form was opened from, and the keyboard goes back to.
type opener interface {
	fyne.CanvasObject
	fyne.Focusable
}

// formWidth is how wide a form is, in Fyne's units.
const formWidth = 320

func (p *Pane) openForm(from opener, at fyne.Position, fields ...release.Field) {
	f := &form{pane: p, from: from, fields: fields, fault: screen.Wrapped("")}
	f.fault.Importance = widget.DangerImportance
	f.fault.Hide()
	column := container.NewVBox()
	for i, name := range fields {
		f.before = append(f.before, p.session.Text(name))
		caption := screen.Quiet()
		caption.SetText(p.params.Text("field-" + string(name)))
		column.Add(container.NewVBox(caption, f.field(i)))
	}
	column.Add(f.fault)
	f.popUp = widget.NewPopUp(container.New(layout.NewCustomPaddedLayout(4, 8, 8, 8), column), p.params.Canvas)
	f.fit()
	f.popUp.ShowAtRelativePosition(at, from)
	f.focus(0)
	if f.problem() >= 0 {
		f.tell()
	}
}

// field makes the entry of a field, with names to choose from where it is a place.
func (f *form) field(i int) fyne.CanvasObject {
	params, name := f.pane.params, f.fields[i]
	places := func(typed string, limit int) []register.Hit {
		if name != release.PlaceField {
			return nil
		}
		return params.Places(typed, limit)
	}
	field := completion.NewField(params.Keys, false, places)
	field.Set(f.before[i])
	field.Entry.SetName(params.Text("field-" + string(name)))
	field.Entry.SetPlaceHolder(params.Text("hint-" + string(name)))
	field.OnTyped = func(text string) { f.set(i, text) }
	field.OnHighlighted = f.fit
	field.OnNext = f.accept
	own := field.Entry.OnKey
	field.Entry.OnKey = func(key fyne.KeyName) bool {
		if own(key) {
			return true
		}
		if key == fyne.KeyEscape {
			f.takeBack()
			return true
		}
		return false
	}
	f.entries = append(f.entries, field.Entry)
	return field.Object()
}

// set has the draft follow what is typed, unless another is shown by now.
func (f *form) set(i int, text string) {
	if f.pane.session == nil || f.pane.readOnly {
		return
	}
	f.pane.session.Set(f.fields[i], text)
	f.fault.Hide()
	f.fit()
}

// problem returns the field that cannot be read; -1 for none.
func (f *form) problem() int {
	return slices.IndexFunc(f.fields, func(name release.Field) bool { return f.pane.session.Problem(name) != nil })
}

// tell says in words what is wrong.
func (f *form) tell() {
	at := f.problem()
	var problem *moment.Error
	if errors.As(f.pane.session.Problem(f.fields[at]), &problem) {
		name, args := problem.Fact()
		f.fault.SetText(f.pane.params.Text("finding-"+name, args))
	}
	f.fault.Show()
	f.fit()
	f.focus(at)
}

func (f *form) focus(i int) {
	f.pane.params.Canvas.Focus(f.entries[i])
	f.entries[i].SelectAll()
}

// accept closes the form where all can be read. An embargo without a zone first gets that of the office's clocks, which is told.
func (f *form) accept() {
	switch {
	case f.pane.session == nil || f.problem() < 0:
		f.close()
	case !f.zoned():
		f.tell()
	}
}

// zoned gives an embargo that lacks nothing but a zone the one of the clocks in the office, says so, and waits for another Enter or another zone.
func (f *form) zoned() bool {
	at := f.problem()
	text, offset, ok := f.pane.session.EmbargoIn(f.pane.params.Zone)
	if !ok || f.fields[at] != release.EmbargoField {
		return false
	}
	f.entries[at].SetText(text)
	f.set(at, text)
	f.fault.SetText(f.pane.params.Text("embargo-zone-taken", map[string]any{"Zone": offset}))
	f.fault.Show()
	f.fit()
	f.pane.params.Canvas.Focus(f.entries[at])
	f.entries[at].SelectEnd(len(offset)) // for another that is typed
	return true
}

// takeBack closes it with what stood there before.
func (f *form) takeBack() {
	for i := range f.fields {
		if f.pane.session != nil && f.pane.session.Text(f.fields[i]) != f.before[i] {
			f.set(i, f.before[i])
		}
	}
	f.close()
}

func (f *form) close() {
	f.popUp.Hide()
	f.pane.params.Canvas.Focus(f.from)
	f.pane.leave()
}

// fit makes the form as high as what stands in it.
func (f *form) fit() {
	if f.popUp == nil {
		return
	}
	width := min(formWidth, f.pane.params.Canvas.Size().Width-32)
	f.popUp.Resize(fyne.NewSize(width, f.popUp.MinSize().Height))
	f.popUp.Resize(fyne.NewSize(width, f.popUp.MinSize().Height)) // with the words wrapped to the width
}
