package filling

import (
	"maps"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/editor/controls"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/template"
)

// formsLine says below a name how it is declined, and has what opens its card.
type formsLine struct {
	Params
	kind  grammar.Kind
	text  string
	label *controls.Wrapped
	card  *controls.Button
}

func newFormsLine(p Params, kind grammar.Kind, field string, renamed func(name string)) *formsLine {
	l := &formsLine{Params: p, kind: kind, label: screen.Wrapped("")}
	icon := theme.DocumentIcon()
	if kind == grammar.Person {
		icon = theme.AccountIcon()
	}
	l.card = p.Keys.NewButton("", icon, func() {
		p.ShowCard(kind, l.text, func(name string) { renamed(name); l.show(name) })
	}).With(widget.LowImportance)
	l.card.SetName(p.Text("new-card") + " " + field)
	l.setHidden(true)
	return l
}

// show declines the text as the registers or the grammar do.
func (l *formsLine) show(text string) {
	l.text = text
	d, guess := declined(l.Office(), l.kind, text)
	l.label.Importance = widget.LowImportance
	prefix := ""
	if guess {
		l.label.Importance, prefix = widget.WarningImportance, l.Text("new-guess")+" "
	}
	l.label.SetText(prefix + d[grammar.Genitive] + " · " + d[grammar.Dative] + " · " + d[grammar.Instrumental])
	l.setHidden(false)
}

// setHidden spares the eye forms of a name that is still being typed.
func (l *formsLine) setHidden(hidden bool) {
	hidden = hidden || strings.TrimSpace(l.text) == ""
	for _, o := range []fyne.CanvasObject{l.label, l.card} {
		if hidden {
			o.Hide()
		} else {
			o.Show()
		}
	}
}

// declined gives the forms of what a text names, and whether they are a guess.
func declined(office template.Office, kind grammar.Kind, text string) (grammar.Forms, bool) {
	switch kind {
	case grammar.Person:
		d := office.Registers.Declined(office.House, text)
		return d.Forms, d.Guess
	case grammar.Place:
		p, known := office.Registers.Place(text)
		if !known {
			p = register.Place{Name: text}
		}
		d := p.Declined(office.House)
		return d.Forms, d.Guess
	default:
		o, known := office.Registers.Organisation(text)
		if !known {
			o = register.Organisation{Name: text}
		}
		d := o.Declined(office.House)
		return d.Forms, d.Guess
	}
}

// caseLine says below a topic how the text has it, case by case, and asks for
// the form where that is not certain.
type caseLine struct {
	form    *form
	field   template.Field
	cases   []grammar.Case
	labels  []*controls.Wrapped
	entries []*controls.Entry
	object  *fyne.Container
}

func newCaseLine(form *form, f template.Field, cases []grammar.Case) *caseLine {
	l := &caseLine{form: form, field: f, cases: cases, object: container.NewVBox()}
	for _, c := range cases {
		label, entry := screen.Wrapped(""), form.Keys.NewEntry()
		entry.SetName(f.Label + ", " + form.Text("case-"+string(c)))
		entry.SetText(form.values[f.Name].Forms[c])
		entry.OnChanged = func(form string) { l.correct(c, form) }
		l.labels, l.entries = append(l.labels, label), append(l.entries, entry)
		l.object.Add(label)
		l.object.Add(entry)
	}
	return l
}

// show tells the forms of what is typed now.
func (l *caseLine) show() {
	f, value := l.form, l.form.values[l.field.Name]
	bare := maps.Clone(f.values)
	bare[l.field.Name] = template.Value{Text: value.Text}
	for i, c := range l.cases {
		form, sure := f.template.InText(f.Office(), bare, l.field.Name, c)
		label, entry := l.labels[i], l.entries[i]
		label.Importance = widget.LowImportance
		said := strings.TrimSpace(value.Text) != ""
		text := f.Text("case-"+string(c)) + ": " + form
		if said && !sure {
			label.Importance, text = widget.WarningImportance, f.Text("new-guess")+" "+text
		}
		label.SetText(text)
		label.Hidden = !said
		entry.SetPlaceHolder(form)
		entry.Hidden = !said || sure && entry.Text == ""
	}
	l.object.Refresh()
}

// forget drops what was corrected of a text that is another now.
func (l *caseLine) forget() {
	for _, entry := range l.entries {
		changed := entry.OnChanged
		entry.OnChanged = nil
		entry.SetText("")
		entry.OnChanged = changed
	}
}

func (l *caseLine) correct(c grammar.Case, form string) {
	value := l.form.values[l.field.Name]
	forms := grammar.Forms{}
	for i, other := range l.cases {
		if text := strings.TrimSpace(l.entries[i].Text); text != "" {
			forms[other] = text
		}
	}
	if form = strings.TrimSpace(form); form == "" {
		delete(forms, c)
	}
	value.Forms = forms
	l.form.values[l.field.Name] = value
	l.form.grow()
}
