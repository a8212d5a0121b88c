package window

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/grammar"
	"communique/editor/moment"
	"communique/editor/register"
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
	n := newForm(w)
	n.set = set
	n.show()
}

// showFields shows the fields of the template the release came from, and what
// becomes of the release when they change.
func (w *Window) showFields() {
	if w.doc == nil || w.doc.reading {
		w.tell(w.text("nothing-open"), false)
		return
	}
	r := w.doc.session.Release()
	set, err := w.params.Templates()
	if err != nil {
		w.fail(err)
		return
	}
	t, err := set.Find(r.Template, r.Language)
	if r.Template == "" || err != nil {
		w.tell(w.text("fields-no-template"), true)
		return
	}
	n := newForm(w)
	n.follows, n.values = &r, template.Values(r)
	n.fill(t)
	n.open(w.text("fields-title", map[string]any{"Template": t.Title}), w.text("fields-apply"), nil)
	n.focusFirst()
}

func newForm(w *Window) *newRelease {
	n := &newRelease{window: w, doc: w.doc, preview: screen.Wrapped(""), guesses: screen.Wrapped(""), edited: screen.Wrapped(""), form: container.NewVBox()}
	n.guesses.Importance = widget.WarningImportance
	n.guesses.Hide()
	n.edited.Hide()
	return n
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
	guesses   *widget.Label
	doc       *document        // on the screen when the dialog was opened
	follows   *release.Release // the draft that follows the fields; nil for a new one
	edited    *widget.Label    // which of its parts follow no more
	choice    *controls.Select
	dialog    *screen.Dialog
	inputs    []*controls.Entry // in the order of the fields
	first     *controls.Entry   // the first that is empty
}

func (n *newRelease) show() {
	w := n.window
	var names []string
	for _, language := range translations.Languages() {
		names = append(names, w.text("language-"+language))
	}
	languages := w.keys.NewSelect(names, nil)
	languages.SetName(w.text("field-language"))
	languages.OnChanged = func(string) { n.offer(translations.Languages()[languages.SelectedIndex()]) }
	n.choice = w.keys.NewSelect(nil, func(string) {
		if i := n.choice.SelectedIndex(); i >= 0 {
			n.fill(n.templates[i])
		}
	})
	n.choice.SetName(w.text("new-template"))
	languages.SetSelected(w.text("language-" + w.words.Language))
	n.open(w.text("new-title"), w.text("new-create"), container.NewVBox(languages, n.choice, widget.NewSeparator()))
	n.focusFirst()
}

// open shows the dialog: the fields under head on the left, the text as it
// grows on the right.
func (n *newRelease) open(title, create string, head fyne.CanvasObject) {
	w := n.window
	left := controls.Border(head, nil, nil, nil, container.NewVScroll(container.NewPadded(n.form)))
	right := controls.Border(widget.NewLabelWithStyle(w.text("new-preview"), fyne.TextAlignLeading, fyne.TextStyle{Bold: true}),
		container.NewVBox(n.edited, n.guesses), nil, nil, container.NewVScroll(n.preview))
	n.dialog = w.dialogs.New(title, container.NewHSplit(left, right), w.text("button-cancel"))
	n.dialog.Yes(create, theme.ConfirmIcon(), n.start)
	n.dialog.Show(fyne.NewSize(1000, 680), nil)
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
	n.first, n.inputs = nil, nil
	n.form.RemoveAll()
	for _, f := range t.Fields {
		value := old[f.Name]
		if value.Text == "" && n.follows == nil {
			value = template.Value{Text: n.proposed(f)}
		}
		n.values[f.Name] = value
		n.form.Add(n.field(f))
	}
	n.form.Refresh()
	n.grow()
}

func (n *newRelease) focusFirst() {
	if n.follows != nil && len(n.inputs) > 0 {
		n.first = n.inputs[0]
	}
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
	case f.Kind == template.Date && f.Name == n.template.DateField():
		return moment.FormatDate(release.DateOf(n.window.params.Now()))
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
	return container.NewVBox(widget.NewLabelWithStyle(label, fyne.TextAlignLeading, fyne.TextStyle{Bold: true}), n.input(f))
}

// kinds are the registers that know the names of a kind of field.
var kinds = map[template.FieldKind]grammar.Kind{
	template.Person: grammar.Person, template.People: grammar.Person, template.Place: grammar.Place, template.Organisation: grammar.Organisation,
}

func (n *newRelease) input(f template.Field) fyne.CanvasObject {
	if f.Kind == template.Choice {
		choice := n.window.keys.NewSelect(f.Options, func(text string) { n.put(f, text) })
		choice.SetName(f.Label)
		choice.SetSelected(n.values[f.Name].Text)
		return choice
	}
	kind, named := kinds[f.Kind]
	find := func(string, int) []register.Hit { return nil }
	if named {
		find = func(typed string, limit int) []register.Hit { return n.window.suggestions(kind, typed, limit) }
	}
	s := newSuggester(n.window.keys, f.Kind == template.People, find)
	s.set(n.values[f.Name].Text)
	s.entry.SetName(f.Label)
	s.entry.PlaceHolder = f.Hint
	if s.entry.PlaceHolder == "" && f.Kind != template.Text {
		s.entry.PlaceHolder = n.window.text("new-hint-" + string(f.Kind))
	}
	at := len(n.inputs)
	n.inputs = append(n.inputs, s.entry)
	s.onNext = func() { n.next(at) }
	s.entry.OnLeave = s.hide
	if n.first == nil && s.entry.Text == "" {
		n.first = s.entry
	}
	if cases := n.template.Cases(f.Name); f.Kind == template.Text && len(cases) > 0 && n.template.Language == "ru" {
		line := newCaseLine(n, f, cases)
		line.show()
		s.typed = func(text string) { n.put(f, text); line.forget(); line.show() }
		return container.NewVBox(s.object(), line.object)
	}
	if !named || f.Kind == template.People {
		s.typed = func(text string) { n.put(f, text) }
		return s.object()
	}
	forms := newFormsLine(n.window, kind, func(name string) { s.set(name); n.put(f, name) })
	forms.show(s.entry.Text)
	s.typed = func(text string) { n.put(f, text); forms.show(text); forms.setHidden(len(s.hits) > 0) }
	return container.NewVBox(s.object(), forms.object)
}

// next goes to the field after one; after the last the release is made.
func (n *newRelease) next(at int) {
	if at+1 == len(n.inputs) {
		n.start()
		return
	}
	n.window.win.Canvas().Focus(n.inputs[at+1])
}

// put takes what was typed.
func (n *newRelease) put(f template.Field, text string) {
	n.values[f.Name] = template.Value{Text: text}
	n.grow()
}

// grow shows the text as the values make it now.
func (n *newRelease) grow() {
	filled, edited, err := n.make()
	n.guesses.Hide()
	if err != nil {
		n.preview.SetText(n.window.words.Error(err))
		return
	}
	n.preview.SetText(text.Website(filled.Release))
	n.tellEdited(edited)
	var guesses []string
	for _, g := range filled.Guesses {
		guesses = append(guesses, "«"+g.Form+"»")
	}
	if len(guesses) > 0 {
		n.guesses.SetText(n.window.text("new-guesses") + " " + strings.Join(guesses, ", "))
		n.guesses.Show()
	}
}

// make fills the template, anew or in the draft that follows it.
func (n *newRelease) make() (template.Filled, []template.Part, error) {
	if n.follows != nil {
		return n.template.Follow(n.window.bringing(), *n.follows, n.values)
	}
	filled, err := n.template.Fill(n.window.bringing(), n.values)
	return filled, nil, err
}

// tellEdited names the parts of the draft that follow the fields no more.
func (n *newRelease) tellEdited(parts []template.Part) {
	var names []string
	for _, p := range parts {
		name := n.window.text("follow-" + p.Name)
		if p.Block > 0 {
			name += " " + strconv.Itoa(p.Block)
		}
		names = append(names, name)
	}
	n.edited.Hidden = len(names) == 0
	n.edited.SetText(n.window.text("fields-edited", map[string]any{"Parts": strings.Join(names, ", ")}))
}

func (n *newRelease) start() {
	if n.follows != nil { // it may have been changed behind the dialog
		*n.follows = n.doc.session.Release()
	}
	filled, _, err := n.make()
	if err != nil {
		n.window.fail(err)
		return
	}
	n.dialog.Close()
	n.learn()
	if n.follows == nil {
		n.window.start(n.window.settings.Furnish(filled.Release))
	} else if n.window.doc == n.doc && !n.doc.reading {
		n.doc.session.Replace(filled.Release)
	}
}

// learn keeps whom and what the fields name and the registers do not know, so
// that they are offered the next time.
func (n *newRelease) learn() {
	w := n.window
	learned := n.template.Learn(n.values, w.registers)
	if learned.Count() == 0 {
		return
	}
	var names []string
	for _, hit := range learned.Preview(w.settings.House, release.DateOf(w.params.Now())) {
		names = append(names, hit.Text())
	}
	w.keepRegisters(w.registers.Add(learned), func() {})
	w.tell(w.text("new-learned", map[string]any{"Names": strings.Join(names, ", ")}), false)
}
