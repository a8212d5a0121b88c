// Package filling fills a template: into a new release, or anew into a draft that
// was made from it.
package filling

import (
	"slices"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/background"
	"communique/app/window/completion"
	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/grammar"
	"communique/editor/naming"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/snippet"
	"communique/editor/template"
	"communique/editor/words"
)

// Params are what a template is filled with.
type Params struct {
	screen.Base
	Now func() time.Time
	// Organisation is what the office is called.
	Organisation string
	// Office is what the office brings to a template: its usage, and its registers as
	// they are now.
	Office func() template.Office
	// Find finds entries of the registers by any form of what was typed; ShowCard opens
	// the card of what a text names, and done hears the name under which it was kept.
	Find     func(kind grammar.Kind, typed string, limit int) []register.Hit
	ShowCard func(kind grammar.Kind, text string, done func(name string))
	// Named hands over what texts at hand name, when they are read; it may never.
	Named func(take func([]Source))
	// Learn adds cards to the registers.
	Learn func(cards register.Registers)
	// Propose tells something with a button for what may be done next.
	Propose func(text, name translations.Sentence, way func()) screen.Told
}

// Source is a text at hand, and what it names.
type Source struct {
	Told  string // where that is from: «в открытом релизе»
	Found []naming.Found
}

// Draft is a release that was made from a template and follows it.
type Draft struct {
	Release func() release.Release
	// Replace puts a text in its place, where it is still on the screen and may be
	// written on.
	Replace func(release.Release)
}

// New shows the templates, the fields of the chosen one, and the text as it grows.
// create takes the release.
func New(p Params, set template.Set, create func(release.Release)) {
	f := newForm(p)
	f.set, f.create = set, create
	f.choose()
	f.focusFirst()
}

// Change shows the fields of the template that a draft came from, and what becomes
// of the draft when they change.
func Change(p Params, t template.Template, d Draft) {
	f := newForm(p)
	r := d.Release()
	f.draft, f.follows, f.values = d, &r, template.Values(r)
	f.fill(t)
	f.open(f.Text("fields-title", map[string]any{"Template": t.Title}), f.Text("fields-apply"), nil)
	f.focusFirst()
}

// Piece is a snippet on its way into a release.
type Piece struct {
	Snippet  snippet.Snippet
	Language string       // of the release
	Day      release.Date // its day, on which people have their posts
	Put      func(blocks []release.Block)
}

// Insert asks for what a snippet leaves open, and puts it into the release. One that leaves
// nothing open goes in at once.
func Insert(p Params, piece Piece) {
	piece.Snippet = piece.Snippet.For(piece.Language)
	t := piece.Snippet.Template()
	t.Language = piece.Language
	if len(t.Fields) == 0 {
		filled, err := piece.fill(p.Office(), nil)
		if err != nil {
			p.Fail(err)
			return
		}
		piece.Put(filled.Release.Blocks)
		return
	}
	f := newForm(p)
	f.piece = &piece
	f.fill(t)
	f.open(piece.Snippet.Title, f.Text("insert-confirm"), nil)
	f.focusFirst()
}

func newForm(p Params) *form {
	f := &form{Params: p, preview: p.NewProse(), guesses: screen.Wrapped(""), edited: screen.Wrapped(""), fields: newRows()}
	f.growing, f.starting = background.New(p.Go, p.Do), background.New(p.Go, p.Do)
	f.guesses.Importance = widget.WarningImportance
	f.guesses.Hide()
	f.edited.Hide()
	p.Named(func(sources []Source) {
		f.sources = sources
		for _, field := range f.names {
			if f.Canvas.Focused() == fyne.Focusable(field.Entry) {
				field.Offer()
			}
		}
	})
	return f
}

// form is the dialog in which a template is filled.
type form struct {
	Params
	set       template.Set
	templates []template.Template
	template  template.Template
	values    map[string]template.Value
	fields    *rows
	preview   *screen.Prose
	guesses   *controls.Wrapped
	create    func(release.Release) // takes the new release
	draft     Draft
	follows   *release.Release  // the draft that follows the fields; nil for a new one
	edited    *controls.Wrapped // which of its parts follow no more
	piece     *Piece            // the snippet that is filled; nil for a template
	choice    *controls.Select
	dialog    *screen.Dialog
	inputs    []*controls.Entry   // in the order of the fields
	names     []*completion.Field // of the fields that offer some
	sources   []Source
	first     *controls.Entry // the first that is empty
	yes       *controls.Button
	growing   *background.Questions
	starting  *background.Questions
	one       sync.Mutex // held by what is being made
}

// choose shows the dialog with the languages and templates to choose from.
func (f *form) choose() {
	all := f.set.Languages()
	var names []string
	for _, language := range all {
		names = append(names, f.Words.LanguageName(language))
	}
	languages := f.Keys.NewSelect(names, nil)
	languages.SetName(f.Text("field-language"))
	languages.OnChanged = func(string) { f.offer(all[languages.SelectedIndex()]) }
	f.choice = f.Keys.NewSelect(nil, func(string) {
		if i := f.choice.SelectedIndex(); i >= 0 {
			f.fill(f.templates[i])
		}
	})
	f.choice.SetName(f.Text("new-template"))
	languages.SetSelectedIndex(max(0, slices.Index(all, f.Words.Language)))
	f.open(f.Text("new-title"), f.Text("new-create"), container.NewVBox(languages, f.choice, widget.NewSeparator()))
}

// open shows the dialog: the fields under head on the left, the text as it
// grows on the right.
func (f *form) open(title, create string, head fyne.CanvasObject) {
	left := controls.Border(head, nil, nil, nil, container.NewVScroll(container.NewPadded(f.fields.object)))
	right := controls.Border(widget.NewLabelWithStyle(f.Text("new-preview"), fyne.TextAlignLeading, fyne.TextStyle{Bold: true}),
		container.NewVBox(f.edited, f.guesses), nil, nil, f.preview)
	f.dialog = f.Dialogs.New(title, container.NewHSplit(left, right), f.Text("button-cancel"))
	f.yes = f.dialog.Yes(create, theme.ConfirmIcon(), f.start)
	f.dialog.OnClosed(f.starting.Drop)
	f.dialog.AskBeforeLoss(f.Base, f.entered)
	f.dialog.Show(f.size(), nil)
}

// size is what a form of several fields has room for; a snippet asks for few.
func (f *form) size() fyne.Size {
	if f.piece != nil {
		return fyne.NewSize(860, 480)
	}
	return fyne.NewSize(1000, 680)
}

func (f *form) offer(language string) {
	f.templates = f.set.In(language)
	var titles []string
	for _, t := range f.templates {
		titles = append(titles, t.Title)
	}
	f.choice.SetOptions(titles)
	if len(titles) > 0 {
		f.choice.SetSelectedIndex(0)
	}
}

// fill shows the fields of a template; what was typed for fields of the same
// name stays.
func (f *form) fill(t template.Template) {
	f.template = t
	old := f.values
	f.values = map[string]template.Value{}
	f.first, f.inputs, f.names = nil, nil, nil
	var rows []row
	for _, field := range t.Fields {
		value := old[field.Name]
		if value.Text == "" && f.follows == nil {
			value = template.Value{Text: f.proposed(field)}
		}
		f.values[field.Name] = value
		rows = append(rows, f.row(field))
	}
	f.fields.set(rows)
	f.grow()
}

func (f *form) focusFirst() {
	if f.follows != nil && len(f.inputs) > 0 {
		f.first = f.inputs[0]
	}
	if f.first != nil {
		f.Canvas.Focus(f.first)
	}
}

// kinds are the registers that know the names of a kind of field.
var kinds = map[template.FieldKind]grammar.Kind{
	template.Person: grammar.Person, template.People: grammar.Person, template.Place: grammar.Place, template.Organisation: grammar.Organisation,
}

// input is what a field is typed into, and the button that opens the card of what it names;
// the button is nil where there is no card.
func (f *form) input(field template.Field) (fyne.CanvasObject, fyne.CanvasObject) {
	if field.Kind == template.Choice {
		choice := f.Keys.NewSelect(field.Options, func(text string) { f.put(field, text) })
		choice.SetName(field.Label)
		choice.PlaceHolder = f.Text("new-hint-choice")
		choice.SetSelected(f.values[field.Name].Text)
		return choice, nil
	}
	kind, named := kinds[field.Kind]
	find := func(string, int) []register.Hit { return nil }
	if named {
		find = func(typed string, limit int) []register.Hit { return f.Find(kind, typed, limit) }
	}
	input := completion.NewField(f.Keys, field.Kind == template.People, find)
	input.Offers = func(typed string) []completion.Offer { return f.offers(field.Kind, typed) }
	input.Refocus = func() { f.Do(func() { f.Canvas.Focus(input.Entry) }) }
	f.names = append(f.names, input)
	input.Set(f.values[field.Name].Text)
	input.Entry.SetName(field.Label)
	hint := field.Hint
	if hint == "" && field.Kind != template.Text {
		hint = f.Text("new-hint-" + string(field.Kind))
	}
	input.Entry.SetPlaceHolder(hint)
	at := len(f.inputs)
	f.inputs = append(f.inputs, input.Entry)
	input.OnNext = func() { f.next(at) }
	input.Entry.OnLeave = input.Hide
	if f.first == nil && input.Entry.Text == "" {
		f.first = input.Entry
	}
	if cases := f.template.Cases(field.Name); field.Kind == template.Text && len(cases) > 0 && f.declines() {
		line := newCaseLine(f, field, cases)
		line.show()
		input.OnTyped = func(text string) { f.put(field, text); line.forget(); line.show() }
		return container.NewVBox(input.Object(), line.object), nil
	}
	if !named || field.Kind == template.People {
		input.OnTyped = func(text string) { f.put(field, text) }
		return input.Object(), nil
	}
	forms := newFormsLine(f, field, kind, func(name string) { input.Set(name); f.put(field, name) })
	forms.show(input.Entry.Text)
	input.OnTyped = func(text string) { f.put(field, text); forms.show(text); forms.setHidden(input.Offering()) }
	input.Entry.OnLeave = func() { input.Hide(); forms.setHidden(false) }
	return container.NewVBox(input.Object(), forms.label), forms.card
}

// offers are what the texts at hand name of the kind of a field, in which words begin as
// those that are typed.
func (f *form) offers(kind template.FieldKind, typed string) []completion.Offer {
	if kind == template.People {
		kind = template.Person
	}
	var all []completion.Offer
	for _, guesses := range []bool{false, true} {
		for _, s := range f.sources {
			for _, found := range s.Found {
				if found.Kind != kind || found.Guess != guesses || !words.Begin(found.Text, typed) {
					continue
				}
				told := s.Told
				if found.Guess {
					told = f.Text("new-named-guess", map[string]any{"Told": told})
				}
				if !slices.ContainsFunc(all, func(o completion.Offer) bool { return o.Text == found.Text }) {
					all = append(all, completion.Offer{Text: found.Text, Told: told})
				}
			}
		}
	}
	return all
}

// next goes to the field after one; after the last the release is made.
func (f *form) next(at int) {
	if at+1 == len(f.inputs) {
		f.start()
		return
	}
	f.Canvas.Focus(f.inputs[at+1])
}
