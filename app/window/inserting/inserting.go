// Package inserting puts a person, a post, a place, an organisation or a date into the
// text, in the case that a digit names, and pieces of text that the office keeps.
package inserting

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/completion"
	"communique/app/window/screen"
	"communique/editor/controls"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/snippet"
	"communique/editor/words"
)

// Params are what the dialog needs.
type Params struct {
	screen.Base
	// Find finds in the registers by what is typed of a name.
	Find func(typed string, limit int) []register.Hit
	// InWords writes a day as the release has it.
	InWords func(release.Date) string
	Now     func() time.Time
	// Snippets hands over the office's own pieces, and Recent the names of those who were named
	// lately, when they are read; it may never.
	Snippets func(take func(snippet.Set))
	Recent   func(take func(names []string))
	// Preview is a snippet's text, as it stands until what it asks for is given.
	Preview func(snippet.Snippet) release.Release
	// Put puts words into the text, where the caret was; PutSnippet a snippet.
	Put        func(words string)
	PutSnippet func(snippet.Snippet)
}

type insertion struct {
	Params
	pieces snippet.Set
	recent []string
	names  *completion.Field
	found  map[string]snippet.Snippet // those that are offered, by what they are offered as
	forms  *fyne.Container
	body   *fyne.Container
	none   *controls.Wrapped // that nothing of what is typed is known
	done   bool
	dialog *screen.Dialog
}

// Show asks for a name.
func Show(p Params) {
	in := &insertion{Params: p, forms: container.NewStack(), none: screen.Wrapped(p.Text("registers-none-found"))}
	in.names = completion.NewField(in.Keys, false, in.find)
	in.names.Entry.SetPlaceHolder(in.Text("insert-hint"))
	in.names.Entry.OnRune = in.digit
	in.names.Begin = in.begin
	in.names.OnHighlighted = in.show
	in.names.Refocus = func() {
		in.Do(func() {
			if !in.done {
				in.Canvas.Focus(in.names.Entry)
			}
		})
	}
	in.names.OnTapped = func() {
		if _, ok := in.snippet(); ok { // it has no forms to choose from
			in.take(0)
		}
	}
	take := in.names.Entry.OnKey
	in.names.Entry.OnKey = func(key fyne.KeyName) bool {
		switch key {
		case fyne.KeyEscape: // the names are all there is: they are left with the dialog
			return false
		case fyne.KeyReturn, fyne.KeyEnter:
			return in.take(0) // as it is called
		}
		return take(key)
	}
	help := screen.Wrapped(in.Text("insert-help"))
	help.Importance = widget.LowImportance
	in.body = controls.Border(in.names.Object(), help, nil, nil, in.forms)
	in.dialog = in.Dialogs.New(in.Text("insert-title"), in.body, in.Text("button-close"))
	in.dialog.Yes(in.Text("insert-confirm"), nil, func() { in.take(0) })
	in.dialog.Show(fyne.NewSize(620, 560), in.names.Entry)
	in.Snippets(func(pieces snippet.Set) { in.pieces = pieces; in.names.Offer() })
	in.Recent(func(names []string) { in.recent = names; in.names.Offer() })
}

// begin is what is offered before anything is typed: who was named lately, each with their post,
// and the office's pieces.
func (in *insertion) begin(limit int) []register.Hit {
	snippets := in.snippets("")
	var all []register.Hit
	for _, name := range in.recent {
		for _, hit := range in.Find(name, limit) {
			if hit.Text() == name && len(all)+len(snippets) < limit {
				all = append(all, full(hit))
				break
			}
		}
	}
	return append(all, snippets...)
}

// full is somebody by post and name.
func full(hit register.Hit) register.Hit {
	if hit.Post == "" {
		return hit
	}
	held := grammar.Declension{Forms: hit.PostForms}.Followed(grammar.Declension{Kind: hit.Kind, Forms: hit.Forms})
	return register.Hit{Kind: held.Kind, Name: held.Phrase, Forms: held.Forms, Guess: hit.Guess}
}

// find looks for dates, in the registers, and for snippets. Somebody with a post is offered
// with it, by name, and as the post alone.
func (in *insertion) find(typed string, limit int) []register.Hit {
	all, snippets := in.dates(typed), in.snippets(typed)
	for _, hit := range in.Find(typed, limit) {
		if hit.Post == "" {
			all = append(all, hit)
			continue
		}
		whole, post := full(hit), hit
		post.Name, post.Post, post.Forms = hit.Post, "", hit.PostForms
		hit.Post = ""
		all = append(all, whole, hit, post)
	}
	return append(all[:min(limit-len(snippets), len(all))], snippets...)
}

// mostSnippets leaves rows for names that begin alike.
const mostSnippets = 3

func (in *insertion) snippets(typed string) []register.Hit {
	in.found = map[string]snippet.Snippet{}
	var all []register.Hit
	for _, s := range in.pieces.Begin(typed) {
		if len(all) == mostSnippets {
			break
		}
		hit := register.Hit{Name: in.Text("insert-snippet", map[string]any{"Title": s.Title})}
		if _, twice := in.found[hit.Name]; !twice {
			in.found[hit.Name] = s
			all = append(all, hit)
		}
	}
	return all
}

// snippet is the one that is highlighted.
func (in *insertion) snippet() (snippet.Snippet, bool) {
	hit, ok := in.names.Highlighted()
	s, found := in.found[hit.Name]
	return s, ok && found && hit.Forms == nil
}

// dates reads what was typed as a date, or as the beginning of a word for a
// day near today.
func (in *insertion) dates(typed string) []register.Hit {
	today := in.Now()
	var all []register.Hit
	add := func(d release.Date) {
		forms, written := grammar.Forms{}, in.InWords(d)
		for _, c := range grammar.Cases() {
			forms[c] = written
		}
		all = append(all, register.Hit{Name: written, Forms: forms})
	}
	if d, ok := grammar.ParseDate(typed); ok {
		add(d)
	}
	for _, day := range []struct {
		name string
		from int // today, in days
	}{{"insert-today", 0}, {"insert-tomorrow", 1}, {"insert-yesterday", -1}} {
		if strings.HasPrefix(words.Fold(in.Text(day.name)), words.Fold(typed)) {
			add(release.DateOf(today.AddDate(0, 0, day.from)))
		}
	}
	return all
}

// show lists the forms of the highlighted name with their digits.
func (in *insertion) show() {
	defer in.body.Refresh() // the rows above are more or fewer now
	in.forms.RemoveAll()
	hit, ok := in.names.Highlighted()
	if s, found := in.snippet(); found {
		prose := in.NewProse()
		prose.Set(in.Preview(s))
		in.forms.Add(prose)
		return
	}
	if !ok {
		if in.names.Entry.Text != "" {
			in.forms.Add(in.none)
		}
		return
	}
	rows := container.New(layout.NewFormLayout())
	for i, c := range grammar.Cases() {
		key := widget.NewLabel(strconv.Itoa(i+1) + "  " + in.Text("case-"+string(c)))
		form := in.Keys.NewButton(hit.Forms[c], nil, func() { in.put(hit.Forms[c]) })
		form.Alignment, form.Importance = widget.ButtonAlignLeading, widget.LowImportance
		rows.Add(key)
		rows.Add(form)
	}
	note := screen.Wrapped(in.Text("new-guess"))
	note.Importance = widget.WarningImportance
	note.Hidden = !hit.Guess
	in.forms.Add(container.NewVScroll(container.NewVBox(note, rows)))
}

// digit inserts the form of that number; where nothing is found, or a date is
// being typed, digits are signs like others.
func (in *insertion) digit(r rune) bool {
	if _, ok := in.snippet(); ok || r < '1' || r > '6' || strings.ContainsAny(in.names.Entry.Text, "0123456789") {
		return false
	}
	return in.take(int(r - '1'))
}

// take inserts a form of the highlighted name by its place in the order of cases.
func (in *insertion) take(form int) bool {
	if s, ok := in.snippet(); ok {
		in.close()
		in.PutSnippet(s)
		return true
	}
	hit, ok := in.names.Highlighted()
	if ok {
		in.put(hit.Forms[grammar.Cases()[form]])
	}
	return ok
}

func (in *insertion) close() {
	in.done = true
	in.dialog.Close()
}

func (in *insertion) put(text string) {
	in.close()
	in.Put(text)
}
