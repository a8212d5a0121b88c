package snippets

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/assets/languages"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/grammar"
	"communique/editor/snippet"
	"communique/editor/template"
)

// editor is the dialog in which a snippet is written.
type editor struct {
	Params
	old      snippet.Snippet // as it is kept; of a new one what it begins with
	isNew    bool
	title    *controls.Entry
	language *controls.Select
	words    *controls.Entry
	blanks   *controls.Select
	preview  *screen.Prose
	fault    *controls.Wrapped
	keep     *controls.Button
	dialog   *screen.Dialog
	kept     func(all snippet.Set, title string)
}

// Edit shows a snippet's title and text beside what it puts into a release. kept hears
// that it was kept, with all that there are then.
func Edit(p Params, s snippet.Snippet, isNew bool, kept func(all snippet.Set, title string)) {
	e := &editor{Params: p, old: s, isNew: isNew, kept: kept, title: p.Entry(s.Title), words: p.Keys.NewText(8), preview: p.NewProse(), fault: screen.Wrapped("")}
	e.title.SetName(e.Text("snippets-name"))
	e.title.SetPlaceHolder(e.Text("snippets-name-hint"))
	e.words.SetName(e.Text("snippets-words"))
	e.words.Wrapping = fyne.TextWrapWord
	e.fault.Importance = widget.DangerImportance
	names := []string{e.Text("snippets-any-language")}
	for _, language := range languages.All() {
		names = append(names, e.Words.LanguageName(language))
	}
	e.language = e.Keys.NewSelect(names, nil)
	e.language.SetName(e.Text("field-language"))
	e.language.SetSelectedIndex(0)
	for i, language := range languages.All() {
		if language == s.Language {
			e.language.SetSelectedIndex(i + 1)
		}
	}
	e.blanks = e.Keys.NewSelect(e.blankNames(), nil)
	e.blanks.SetName(e.Text("snippets-blank"))
	e.blanks.PlaceHolder = e.Text("snippets-blank")
	e.blanks.OnChanged = func(string) { e.addBlank() }
	help := screen.Wrapped(e.Text("snippets-help"))
	help.Importance = widget.LowImportance
	left := controls.Border(container.NewVBox(e.title, e.language, e.blanks), help, nil, nil, e.words)
	right := controls.Border(e.fault, nil, nil, nil, e.preview)
	e.dialog = e.Dialogs.New(e.Text("snippets-edit-title"), container.NewHSplit(left, right), e.Text("button-cancel"))
	e.keep = e.dialog.Yes(e.Text("card-keep"), theme.ConfirmIcon(), e.save)
	e.words.SetText(s.Words())
	e.words.OnChanged = func(string) { e.show() }
	e.title.OnChanged = func(string) { e.show() }
	e.language.OnChanged = func(string) { e.show() }
	e.show()
	e.dialog.AskBeforeLoss(e.Base, func() []string { return controls.Entered(left) })
	first := e.title
	if s.Title != "" {
		first = e.words
	}
	e.dialog.Show(fyne.NewSize(960, 620), first)
}

// now is the snippet as it is written now; lost counts marks of words that are gone.
func (e *editor) now() (s snippet.Snippet, lost int) {
	s, lost = e.old.Reworded(strings.TrimSpace(e.words.Text))
	s.Title, s.Language = strings.Join(strings.Fields(e.title.Text), " "), e.chosenLanguage()
	return s, lost
}

func (e *editor) chosenLanguage() string {
	at := e.language.SelectedIndex() - 1
	switch known := languages.All(); {
	case at >= 0:
		return known[at]
	case e.old.Language != "" && !slices.Contains(known, e.old.Language):
		return e.old.Language // it stays, though no choice names it
	}
	return ""
}

// show says what the snippet will put in, or what is wrong with it.
func (e *editor) show() {
	s, lost := e.now()
	err := s.Check()
	switch {
	case err != nil && (s.Title == "" || strings.TrimSpace(e.words.Text) == ""): // it is only begun
		e.tell(e.Text("snippets-begun"), widget.LowImportance)
	case err != nil:
		e.tell(e.Words.Error(err), widget.DangerImportance)
	case lost > 0:
		e.tell(e.Words.Plural("snippets-marks-lost", lost), widget.WarningImportance)
	default:
		e.fault.Hide()
	}
	if err != nil {
		e.keep.Disable()
		e.preview.SetText("")
		return
	}
	e.keep.Enable()
	e.preview.Set(Preview(s, e.Words.Language))
}

func (e *editor) tell(text string, importance widget.Importance) {
	e.fault.Importance = importance
	e.fault.SetText(text)
	e.fault.Show()
}

func (e *editor) save() {
	s, _ := e.now()
	if s.Check() != nil {
		return // the button is off, and what is wrong is told
	}
	var all snippet.Set
	e.Work(func(context.Context) (err error) {
		all, err = e.Change(func(stored snippet.Set) (snippet.Set, error) {
			if e.isNew {
				return stored.Add(snippet.Set{s})
			}
			return stored.Exchange(e.old, s)
		})
		return err
	}, func() {
		e.dialog.Close()
		e.Tell(translations.Text("snippets-kept", map[string]any{"Title": s.Title}), false)
		e.kept(all, s.Title)
	})
}

// blank is something that a snippet can ask for.
type blank struct {
	name  string // as the text has it, without its braces
	kind  template.FieldKind
	cased grammar.Case
}

// blanks are those that are offered, as a sentence needs them.
func blanks() []blank {
	var all []blank
	for _, kind := range []template.FieldKind{template.Person, template.Organisation} {
		for _, c := range grammar.Cases() {
			name := string(kind)
			if c != grammar.Nominative {
				name += "." + string(c)
			}
			all = append(all, blank{name, kind, c})
		}
	}
	return append(all, blank{name: "place", kind: template.Place}, blank{name: "place.in", kind: "place-in"}, blank{name: "date", kind: template.Date}, blank{name: "topic", kind: template.Text})
}

// blankNames say what is asked for, and in which form it will stand.
func (e *editor) blankNames() []string {
	var names []string
	for _, b := range blanks() {
		name := e.Text("snippets-blank-" + string(b.kind))
		if b.cased != "" {
			name += " – " + e.Text("case-"+string(b.cased))
		}
		names = append(names, name)
	}
	return names
}

// addBlank writes the blank that was chosen where the caret is.
func (e *editor) addBlank() {
	at := e.blanks.SelectedIndex()
	if at < 0 {
		return
	}
	e.blanks.ClearSelected()
	e.Canvas.Focus(e.words)
	for _, r := range "{" + blanks()[at].name + "}" {
		e.words.TypedRune(r)
	}
}
