package window

import (
	"communique/app/window/searching"
	"communique/editor/find"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
)

// newSearch makes the bar that finds and replaces in the text.
func (w *Window) newSearch() *searching.Bar { return searching.NewBar(w.searchParams()) }

// find opens the bar over the text, which is brought to the front.
func (w *Window) find(replace bool) {
	w.uncover()
	w.search.Open(replace)
}

func (w *Window) searchParams() searching.Params {
	return searching.Params{
		Base: w.base, Text: searched{w}, House: func() grammar.House { return w.settings.House },
		Known: func() register.Registers { return w.registers }, Names: w.lookup.Find, Shown: func() { w.pane.Relayout() },
		Today: func() release.Date { return release.DateOf(w.params.Now()) },
	}
}

// substitute puts a person, a place or an organisation in the place of another.
func (w *Window) substitute() { searching.Substitute(w.searchParams()) }

// searched is the text on the screen, as the search knows it.
type searched struct{ w *Window }

func (s searched) Release() (release.Release, bool) {
	if s.w.doc == nil {
		return release.Release{}, false
	}
	return s.w.doc.session.Release(), true
}

func (s searched) ReadOnly() bool { return s.w.doc == nil || s.w.doc.reading }

func (s searched) Replace(changes []find.Change) error {
	session := s.w.doc.session
	return session.Apply(find.Transaction(session.Document(), changes))
}

func (s searched) Caret() release.Position { return s.w.pane.Caret() }

func (s searched) Start() release.Position { return s.w.pane.SelectionStart() }

func (s searched) Mark(hits []find.Hit, at int) { s.w.pane.MarkHits(hits, at) }

func (s searched) Selected() string { return s.w.pane.Selected() }

func (s searched) Focus() { s.w.pane.FocusText() }
