package filling

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/background"
	"communique/app/window/screen"
	"communique/editor/controls"
	"communique/editor/grammar"
	"communique/editor/template"
)

// formsLine says below a name how the text has it, where its language has cases, and has what
// opens its card.
type formsLine struct {
	form  *form
	field template.Field
	text  string
	label *controls.Wrapped
	card  *controls.Button
	asked *background.Questions
}

func newFormsLine(form *form, f template.Field, kind grammar.Kind, renamed func(name string)) *formsLine {
	l := &formsLine{form: form, field: f, label: screen.Wrapped(""), asked: background.New(form.Go, form.Do)}
	icon := theme.DocumentIcon()
	if kind == grammar.Person {
		icon = theme.AccountIcon()
	}
	l.card = form.Keys.NewButton("", icon, func() {
		form.ShowCard(kind, l.text, func(name string) { renamed(name); l.show(name) })
	}).With(widget.LowImportance)
	l.card.SetName(form.Text("new-card") + " " + f.Label)
	l.setHidden(true)
	return l
}

// show tells the forms of the text, which is that of the field.
func (l *formsLine) show(text string) {
	l.text = strings.TrimSpace(text)
	l.setHidden(false)
	if l.text == "" || !l.form.declines() {
		l.asked.Drop()
		l.tell(nil)
		return
	}
	l.form.inText(l.asked, l.field, []grammar.Case{grammar.Genitive, grammar.Dative, grammar.Instrumental}, l.tell)
}

func (l *formsLine) tell(forms []inText) {
	var all []string
	l.label.Importance = widget.LowImportance
	prefix := ""
	for _, f := range forms {
		if all = append(all, f.form); !f.sure {
			l.label.Importance, prefix = widget.WarningImportance, l.form.Text("new-guess")+" "
		}
	}
	l.label.SetText(prefix + strings.Join(all, " · "))
}

// setHidden spares the eye forms of a name that is still being typed.
func (l *formsLine) setHidden(hidden bool) {
	hidden = hidden || l.text == ""
	l.label.Hidden, l.card.Hidden = hidden || !l.form.declines(), hidden
	l.label.Refresh()
	l.card.Refresh()
}

// declines reports whether the language of the text has cases.
func (f *form) declines() bool { return f.template.Language == "ru" }

// caseLine says below a topic how the text has it, case by case, and asks for
// the form where that is not certain.
type caseLine struct {
	form    *form
	field   template.Field
	cases   []grammar.Case
	labels  []*controls.Wrapped
	entries []*controls.Entry
	object  *fyne.Container
	asked   *background.Questions
}

func newCaseLine(form *form, f template.Field, cases []grammar.Case) *caseLine {
	l := &caseLine{form: form, field: f, cases: cases, object: container.NewVBox(), asked: background.New(form.Go, form.Do)}
	for _, c := range cases {
		label, entry := screen.Wrapped(""), form.Keys.NewEntry()
		entry.SetName(f.Label + ", " + form.Text("case-"+string(c)))
		entry.SetText(form.values[f.Name].Forms[c])
		entry.OnChanged = func(form string) { l.correct(c, form) }
		label.Hide() // until there is something to tell
		entry.Hide()
		l.labels, l.entries = append(l.labels, label), append(l.entries, entry)
		l.object.Add(label)
		l.object.Add(entry)
	}
	return l
}

// show tells the forms of what is typed now.
func (l *caseLine) show() { l.form.inText(l.asked, l.field, l.cases, l.tell) }

func (l *caseLine) tell(forms []inText) {
	f := l.form
	said := strings.TrimSpace(f.values[l.field.Name].Text) != ""
	for i, c := range l.cases {
		form, sure := forms[i].form, forms[i].sure
		label, entry := l.labels[i], l.entries[i]
		label.Importance = widget.LowImportance
		text := f.Text("case-"+string(c)) + ": " + shortened(form)
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

// shortened is a form as far as it tells which one is meant: a whole paragraph that was pasted into a field would cover the preview.
func shortened(form string) string {
	const most = 120 // letters
	if letters := []rune(form); len(letters) > most {
		return string(letters[:most-1]) + "…"
	}
	return form
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
