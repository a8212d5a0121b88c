package window

import (
	"context"

	"communique/app/settings"
	"communique/app/window/background"
	"communique/editor/editing"
	"communique/editor/surface"
)

// notePlace notes where the person is in the release on the screen.
func (w *Window) notePlace() {
	at := w.pane.Place()
	id, _ := w.doc.Place()
	place := settings.Place{
		UUID: w.doc.begun.UUID, ID: id, Anchor: at.Selection.Anchor, Caret: at.Selection.Caret, Top: at.Top, Above: at.Above,
	}
	w.places = w.places.With(place)
	if w.params.SavePlaces != nil {
		w.visited = append(w.visited, place)
	}
}

// returnTo goes to where the person was in a release that is on the screen now.
func (w *Window) returnTo(doc *document) {
	if p, known := w.places.Of(doc.begun.UUID); known {
		w.pane.Return(surface.Place{Selection: editing.Selection{Anchor: p.Anchor, Caret: p.Caret}, Top: p.Top, Above: p.Above})
	}
	w.keepPlacesSoon()
}

// keepPlacesSoon keeps the places when the hands have rested.
func (w *Window) keepPlacesSoon() {
	if w.params.SavePlaces != nil {
		w.placesTimer = w.after(w.placesTimer, restDelay, func() { w.keepPlaces(false) })
	}
}

// keepPlaces keeps on the disk where the person was in each release and, when the program is
// left, which is on the screen. What cannot be kept is not missed.
func (w *Window) keepPlaces(leaving bool) {
	if w.params.SavePlaces == nil {
		return
	}
	shown := ""
	if w.doc != nil {
		w.notePlace()
		if leaving {
			shown = w.doc.begun.UUID
		}
	}
	visited := w.visited
	w.visited = nil
	w.writes.Do(func() {
		_ = w.params.SavePlaces(func(p settings.Places) settings.Places {
			for _, place := range visited {
				p = p.With(place)
			}
			p.Shown = shown
			return p
		})
	})
}

// reopen shows the release that was on the screen when the program was left, unless another
// copy has it now. After a program that died nothing is shown by itself: that may have been
// the release's doing.
func (w *Window) reopen() {
	place, known := w.places.Of(w.places.Shown)
	if !known {
		return
	}
	w.keepPlaces(false) // nothing more is to be shown if this copy dies
	if place.ID == 0 || !w.settings.Welcomed || len(w.params.Reports) > 0 {
		return
	}
	o := &opening{id: place.ID, asked: w.asks()}
	w.openings.Ask(background.Question{
		Work: func(ctx context.Context) error { return o.read(ctx, w.claims, w.params.Store) },
		Answer: func(err error) {
			if err != nil || !o.held || o.release.UUID != place.UUID || !o.entry.Trashed.IsZero() {
				o.giveUp(w.claims)
				return
			}
			w.opened(o, nil)
		},
		Dropped: func() { o.giveUp(w.claims) },
	})
}
