package releases

import (
	"context"

	"communique/app/library"
	"communique/app/window/background"
	"communique/assets/translations"
	"communique/editor/release"
)

// Store is what a Pane needs of the library.
type Store interface {
	Find(ctx context.Context, q library.Query, limit int) ([]library.Position, error)
	Nearest(ctx context.Context, q library.Query) ([]library.Near, error)
	Entries(ctx context.Context, positions []library.Position) ([]library.Entry, error)
	Get(ctx context.Context, id int64) (release.Release, library.Entry, error)
}

// firstShown is how many releases are on the screen before the rest is counted.
const firstShown = 100

// Reload searches the library anew, away from the UI goroutine: the first releases
// are shown at once, then all of them.
func (p *Pane) Reload() {
	q, typed := p.TypedQuery(), p.search.Text
	p.searching = true
	var r results
	var entries []library.Entry
	p.searches.Ask(background.Question{
		Work: func(ctx context.Context) error {
			positions, err := p.params.Store.Find(ctx, q, firstShown)
			if err == nil {
				entries, err = p.params.Store.Entries(ctx, positions)
			}
			r = newResults(q, typed, positions)
			if err == nil && len(positions) == 0 {
				r.near, err = p.params.Store.Nearest(ctx, q)
			}
			return err
		},
		Answer: func(err error) {
			p.searching = false
			if p.found(r, entries, err) && len(r.positions) == firstShown {
				p.reloadAll(q, typed)
			}
		},
	})
}

// reloadAll shows the rest of what a search has found.
func (p *Pane) reloadAll(q library.Query, typed string) {
	var r results
	p.searches.Add(background.Question{
		Work: func(ctx context.Context) error {
			positions, err := p.params.Store.Find(ctx, q, 0)
			r = newResults(q, typed, positions)
			return err
		},
		Answer: func(err error) { p.found(r, nil, err) },
	})
}

func (p *Pane) found(r results, entries []library.Entry, err error) bool {
	if err != nil {
		p.unread(err)
		return false
	}
	p.told.Withdraw()
	p.fetches.Drop() // the rows ask anew
	p.show(r, entries)
	return true
}

// TypedQuery is what the search asks for, as it is typed.
func (p *Pane) TypedQuery() library.Query {
	q := library.ParseQuery(p.search.Text, true, library.NamesIn(func(name string) string { return p.params.Text(name) }))
	q.Sort = p.order
	return q
}

// ListedQuery is what the releases that are listed were found by.
func (p *Pane) ListedQuery() library.Query { return p.list.Rows.query }

// Searching reports whether what is listed is not what the search asks for yet.
func (p *Pane) Searching() bool { return p.searching }

// fetch reads what the list needs to show.
func (p *Pane) fetch(positions []library.Position) {
	var entries []library.Entry
	p.fetches.Add(background.Question{
		Work: func(ctx context.Context) (err error) {
			entries, err = p.params.Store.Entries(ctx, positions)
			return err
		},
		Answer: func(err error) {
			if err != nil {
				p.unread(err)
				return
			}
			p.list.fetched(entries)
		},
	})
}

// unread tells, in a line, why the releases cannot be listed: they are searched after each save,
// and a dialog would take the keys of the person who writes.
func (p *Pane) unread(err error) { p.told.Replace(p.params.Tell(translations.Error(err), true)) }
