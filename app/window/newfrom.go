package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/editor/draft"
	"communique/editor/grammar"
	"communique/editor/release"
	"communique/editor/template"
	"communique/export/text"
)

// newFromTemplate shows the templates, the chosen one's fields, and the text
// as it grows.
func (w *Window) newFromTemplate() {
	set, err := w.params.Templates()
	if err != nil {
		w.fail(err)
		return
	}
	n := &newRelease{window: w, set: set, preview: widget.NewLabel(""), form: container.NewVBox()}
	n.preview.Wrapping = fyne.TextWrapWord
	n.show()
}

// newRelease is the dialog in which a template is filled.
type newRelease struct {
	window    *Window
	set       template.Set
	templates []template.Template
	template  template.Template
	values    map[string]template.Value
	form      *fyne.Container
	preview   *widget.Label
	choice    *widget.Select
	dialog    *dialog.CustomDialog
	create    *widget.Button
	first     fyne.Focusable
}

func (n *newRelease) show() {
	w := n.window
	languages := widget.NewRadioGroup([]string{w.text("language-ru"), w.text("language-en")}, func(name string) {
		lang := "ru"
		if name == w.text("language-en") {
			lang = "en"
		}
		n.offer(lang)
	})
	languages.Horizontal, languages.Required = true, true
	n.choice = widget.NewSelect(nil, func(string) {
		if i := n.choice.SelectedIndex(); i >= 0 {
			n.fill(n.templates[i])
		}
	})
	languages.SetSelected(w.text("language-" + w.words.Language))
	n.create = widget.NewButtonWithIcon(w.text("new-create"), theme.ConfirmIcon(), n.start)
	n.create.Importance = widget.HighImportance
	cancel := widget.NewButtonWithIcon(w.text("button-cancel"), theme.CancelIcon(), func() { n.dialog.Hide() })
	left := container.NewBorder(container.NewVBox(languages, n.choice, widget.NewSeparator()), nil, nil, nil,
		container.NewVScroll(container.NewPadded(n.form)))
	right := container.NewBorder(widget.NewLabelWithStyle(w.text("new-preview"), fyne.TextAlignLeading, fyne.TextStyle{Bold: true}),
		nil, nil, nil, container.NewVScroll(n.preview))
	split := container.NewHSplit(left, right)
	n.dialog = dialog.NewCustomWithoutButtons(w.text("new-title"), split, w.win)
	n.dialog.SetButtons([]fyne.CanvasObject{cancel, n.create})
	size := w.win.Canvas().Size()
	n.dialog.Resize(fyne.NewSize(min(size.Width-60, 1000), min(size.Height-60, 680)))
	n.dialog.Show()
	n.focusFirst()
}

func (n *newRelease) offer(language string) {
	n.templates = n.set.In(language)
	var titles []string
	for _, t := range n.templates {
		titles = append(titles, t.Title)
	}
	n.choice.SetOptions(titles)
	if len(titles) > 0 {
		n.choice.SetSelectedIndex(0)
	}
}

// fill shows the fields of a template; what was typed for fields of the same
// name stays.
func (n *newRelease) fill(t template.Template) {
	n.template = t
	old := n.values
	n.values = map[string]template.Value{}
	n.first = nil
	n.form.RemoveAll()
	for _, f := range t.Fields {
		value := old[f.Name]
		if value.Text == "" {
			value = template.Value{Text: n.proposed(f)}
		}
		n.values[f.Name] = value
		n.form.Add(n.field(f))
	}
	n.form.Refresh()
	n.grow()
	if n.dialog != nil {
		n.focusFirst()
	}
}

func (n *newRelease) focusFirst() {
	if n.first != nil {
		n.window.win.Canvas().Focus(n.first)
	}
}

// proposed is what stands in a field before anybody typed: today, the
// organisation of the settings, or the template's own default.
func (n *newRelease) proposed(f template.Field) string {
	switch {
	case f.Default != "":
		return f.Default
	case f.Kind == template.Date && f.Name == "date":
		return draft.FormatDate(release.DateOf(n.window.params.Now()))
	case f.Name == "organisation":
		return n.window.settings.Organisation.Name
	default:
		return ""
	}
}

func (n *newRelease) field(f template.Field) fyne.CanvasObject {
	label := f.Label
	if f.Required {
		label += " *"
	}
	box := container.NewVBox(widget.NewLabelWithStyle(label, fyne.TextAlignLeading, fyne.TextStyle{Bold: true}))
	cases := map[grammar.Case]*widget.Entry{}
	box.Add(n.input(f, cases))
	for _, c := range n.template.Cases(f.Name) {
		if c == grammar.Nominative {
			continue
		}
		entry := widget.NewEntry()
		entry.PlaceHolder = n.window.text("new-case-" + string(c))
		entry.SetText(n.values[f.Name].Forms[c])
		entry.OnChanged = func(text string) { n.setForm(f.Name, c, text) }
		entry.OnSubmitted = func(string) { n.start() }
		cases[c] = entry
		box.Add(container.NewBorder(nil, nil, n.caseLabel(c), nil, entry))
	}
	n.recall(f, cases)
	return box
}

func (n *newRelease) caseLabel(c grammar.Case) fyne.CanvasObject {
	label := widget.NewLabel(n.window.text("case-" + string(c)))
	label.Importance = widget.LowImportance
	return label
}

func (n *newRelease) input(f template.Field, cases map[grammar.Case]*widget.Entry) fyne.CanvasObject {
	if f.Kind == template.Choice {
		choice := widget.NewSelect(f.Options, func(text string) { n.put(f, text, nil) })
		choice.SetSelected(n.values[f.Name].Text)
		return choice
	}
	entry, object := n.entry(f.Kind)
	entry.SetText(n.values[f.Name].Text)
	entry.PlaceHolder = f.Hint
	if entry.PlaceHolder == "" && f.Kind != template.Text {
		entry.PlaceHolder = n.window.text("new-hint-" + string(f.Kind))
	}
	entry.OnChanged = func(text string) { n.put(f, text, cases) }
	entry.OnSubmitted = func(string) { n.start() }
	if n.first == nil && entry.Text == "" {
		n.first = object.(fyne.Focusable)
	}
	return object
}

// entry returns an entry that offers the names of the settings, where there
// are any for this kind of field.
func (n *newRelease) entry(kind template.FieldKind) (*widget.Entry, fyne.CanvasObject) {
	names := n.known(kind)
	if len(names) == 0 {
		plain := widget.NewEntry()
		return plain, plain
	}
	choice := widget.NewSelectEntry(names)
	return &choice.Entry, choice
}

// known lists the names the settings can decline.
func (n *newRelease) known(kind template.FieldKind) []string {
	var names []string
	for _, known := range n.window.settings.Register(kind) {
		names = append(names, known.Name)
	}
	return names
}

// put takes what was typed; a name of the settings brings its forms along.
func (n *newRelease) put(f template.Field, text string, cases map[grammar.Case]*widget.Entry) {
	value := n.values[f.Name]
	value.Text = text
	n.values[f.Name] = value
	n.recall(f, cases)
	n.grow()
}

func (n *newRelease) recall(f template.Field, cases map[grammar.Case]*widget.Entry) {
	for _, known := range n.window.settings.Register(f.Kind) {
		if known.Name != n.values[f.Name].Text {
			continue
		}
		for c, entry := range cases {
			if form := known.Forms[c]; form != "" {
				entry.SetText(form)
			}
		}
	}
}

func (n *newRelease) setForm(name string, c grammar.Case, text string) {
	value := n.values[name]
	forms := grammar.Forms{c: text}
	for other, form := range value.Forms {
		if other != c {
			forms[other] = form
		}
	}
	if text == "" {
		delete(forms, c)
	}
	value.Forms = forms
	n.values[name] = value
	n.grow()
}

// grow shows the text as the values make it now.
func (n *newRelease) grow() {
	r, err := n.template.Fill(n.values)
	if err != nil {
		n.preview.SetText(n.window.words.Error(err))
		return
	}
	n.preview.SetText(text.Website(r))
}

func (n *newRelease) start() {
	r, err := n.template.Fill(n.values)
	if err != nil {
		n.window.fail(err)
		return
	}
	n.dialog.Hide()
	if n.window.settings.Learn(n.template, n.values) {
		n.window.keepSettings()
	}
	n.window.start(n.window.settings.Furnish(r))
}
