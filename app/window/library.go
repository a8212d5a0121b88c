package window

import (
	"context"

	"communique/app/library"
	"communique/app/settings"
	"communique/app/window/background"
	"communique/app/window/releases"
)

// newLibrary makes the pane that lists the releases of the library.
func (w *Window) newLibrary() *releases.Pane {
	return releases.New(releases.Params{
		Base: w.base, Store: w.params.Store, Searches: w.settings.Searches, Now: w.params.Now, Modifier: w.params.Modifier, Counting: w.counting,
		Shown: w.shown, Open: w.openBeside, Edit: w.open, OpenFirst: w.openFirst, New: w.newFromTemplate, Import: w.importFiles,
		Place: releases.Place{Order: library.Order(w.settings.Window.ListOrder), First: w.settings.Window.ListFirst},
		SaveSearches: func(searches []settings.Search) {
			w.settings.Searches = searches
			w.keepSettings()
		},
		Actions: releases.Actions{
			Export: w.exportSelected, Tag: w.tagSelected, Digest: w.digest, Trash: w.trashSelected,
			SetStatus: w.setStatus, NewFrom: w.newFrom, Duplicate: w.duplicateOf,
		},
	})
}

// openFirst opens the first release that the search finds. While the search is
// under way that is not the first on the screen.
func (w *Window) openFirst() {
	asked := w.asks()
	if !w.library.Searching() {
		if id := w.library.First(); id != 0 {
			w.openFrom(id, asked, w.library.ListedQuery())
		}
		return
	}
	q := w.library.TypedQuery()
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

// selected are the releases that are selected in the list, or the one on the
// screen.
func (w *Window) selected() []int64 {
	if ids := w.library.Selected(); len(ids) > 0 {
		return ids
	}
	if id := w.shown(); id != 0 {
		return []int64{id}
	}
	return nil
}
