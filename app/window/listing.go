package window

import (
	"context"

	"communique/app/library"
	"communique/app/window/background"
)

// firstShown is how many releases are on the screen before the rest is counted.
const firstShown = 100

// reload searches the library anew, away from the UI goroutine: the first
// releases are shown at once, then all of them.
func (w *Window) reload() {
	q := w.query()
	w.searching = true
	var r results
	var entries []library.Entry
	w.searches.Ask(background.Question{
		Work: func(ctx context.Context) error {
			positions, err := w.params.Store.Find(ctx, q, firstShown)
			if err == nil {
				entries, err = w.params.Store.Entries(ctx, positions)
			}
			r = newResults(q, positions)
			return err
		},
		Answer: func(err error) {
			w.searching = false
			if w.list(r, entries, err) && len(r.positions) == firstShown {
				w.reloadAll(q)
			}
		},
	})
}

// query is what the search asks for, as it is typed.
func (w *Window) query() library.Query {
	q := library.ParseQuery(w.library.search.Text, true, library.NamesIn(func(name string) string { return w.text(name) }))
	q.Sort = w.library.order
	return q
}

// reloadAll shows the rest of what a search has found.
func (w *Window) reloadAll(q library.Query) {
	var r results
	w.searches.Add(background.Question{
		Work: func(ctx context.Context) error {
			positions, err := w.params.Store.Find(ctx, q, 0)
			r = newResults(q, positions)
			return err
		},
		Answer: func(err error) { w.list(r, nil, err) },
	})
}

func (w *Window) list(r results, entries []library.Entry, err error) bool {
	if err != nil {
		w.fail(err)
		return false
	}
	w.fetches.Drop() // the rows ask anew
	w.library.show(r, entries, w.shown())
	return true
}

// fetch reads what a list needs to show.
func (w *Window) fetch(positions []library.Position) {
	var entries []library.Entry
	w.fetches.Add(background.Question{
		Work: func(ctx context.Context) (err error) {
			entries, err = w.params.Store.Entries(ctx, positions)
			return err
		},
		Answer: func(err error) {
			if err != nil {
				w.fail(err)
				return
			}
			w.library.list.fetched(entries)
		},
	})
}

// enter opens the first release that the search finds. While the search is under
// way that is not the first on the screen.
func (w *Window) enter() {
	asked := w.asks()
	if !w.searching {
		if id := w.library.first(); id != 0 {
			w.openFrom(id, asked, w.library.list.results.query)
		}
		return
	}
	q := w.query()
	var found []library.Position
	w.openings.Ask(background.Question{
		Work: func(ctx context.Context) (err error) {
			found, err = w.params.Store.Find(ctx, q, 1)
			return err
		},
		Answer: func(err error) {
			switch {
			case err != nil:
				w.fail(err)
			case len(found) > 0:
				w.openFrom(found[0].ID(), asked, q)
			}
		},
	})
}
