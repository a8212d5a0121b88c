package searching

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"communique/app/window/completion"
	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/find"
	"communique/editor/grammar"
	"communique/editor/register"
)

// Substitute asks for a person, a place or an organisation and for another to put in its
// place in every case, and shows each hit before and after.
func Substitute(p Params) {
	if _, ok := p.Text.Release(); !ok {
		p.Tell(translations.Text("nothing-open"), false)
		return
	}
	p.ask(subjects{kind: kinds[0], old: p.Text.Selected()}, p.Base.Text("substitute-help"))
}

// kinds of subjects that are replaced by another of their kind, as they are listed.
var kinds = []grammar.Kind{grammar.Person, grammar.Place, grammar.Organisation}

// subjects are what is replaced by another in every case, and that.
type subjects struct {
	kind      grammar.Kind
	old, with string
}

// ask asks for subjects, beginning with those that are likely, and says something of it.
func (p Params) ask(likely subjects, told string) {
	var names []string
	for _, k := range kinds {
		names = append(names, p.Base.Text("substitute-"+string(k)))
	}
	kind := likely.kind
	offered := func(typed string, limit int) []register.Hit { return p.Names(kind, typed, limit) }
	old, with := completion.NewField(p.Keys, false, offered), completion.NewField(p.Keys, false, offered)
	for _, f := range []*completion.Field{old, with} {
		f.Refocus = func() { p.Do(func() { p.Canvas.Focus(f.Entry) }) }
	}
	choose := p.Keys.NewSelect(names, nil)
	choose.SetSelectedIndex(slices.Index(kinds, kind))
	choose.OnChanged = func(string) { kind = kinds[choose.SelectedIndex()] }
	old.Set(likely.old)
	old.Entry.SelectAll() // what is typed stands in its place
	with.Set(likely.with)
	form := controls.NewForm()
	form.Add(p.Base.Text("substitute-kind"), choose)
	form.AddBeside(p.Base.Text("substitute-old"), old.Entry, old.Object())
	form.AddBeside(p.Base.Text("substitute-new"), with.Entry, with.Object())
	body := controls.Border(form.Object(), screen.Wrapped(told), nil, nil, nil)
	d := p.Dialogs.New(p.Base.Text("menu-substitute"), body, p.Base.Text("button-cancel"))
	propose := func() {
		before, after := strings.TrimSpace(old.Entry.Text), strings.TrimSpace(with.Entry.Text)
		switch {
		case before == "":
			p.Canvas.Focus(old.Entry)
		case after == "":
			p.Canvas.Focus(with.Entry)
		default:
			d.Close()
			p.substitute(subjects{kind: kind, old: before, with: after})
		}
	}
	old.OnNext, with.OnNext = propose, propose // the first leads to the second while that is empty
	d.Yes(p.Base.Text("substitute-find"), nil, propose)
	d.Show(fyne.NewSize(640, 420), old.Entry)
}

// substitute finds, away from the UI goroutine, what would be put. Where that is nothing it asks
// again, for what was typed there may have a slip.
func (p Params) substitute(s subjects) {
	r, ok := p.Text.Release()
	if !ok {
		return
	}
	known, house, day := p.Known(), p.House(), p.Today()
	if !r.Date.IsZero() {
		day = r.Date
	}
	var changes []find.Change
	var looks []find.Look
	p.Load(func(context.Context) error {
		substitution := find.NewSubstitution(house, day, find.Named(s.kind, s.old, known), find.Named(s.kind, s.with, known))
		changes = substitution.Changes(r.Passages())
		looks = substitution.Looks(r.Passages(), changes)
		return nil
	}, func() {
		if len(changes) == 0 {
			p.ask(s, p.Base.Text("substitute-none", map[string]any{"Name": s.old})+"\n"+p.Base.Text("substitute-help"))
			return
		}
		p.showProposals(p.Base.Text("menu-substitute"), r, changes, looks, p.apply)
	})
}
