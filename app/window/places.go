package window

import (
	"context"

	"communique/app/window/background"
	"communique/app/window/places"
)

// newPlaces returns where the person was in the releases.
func (w *Window) newPlaces() *places.Places {
	return places.New(places.Params{
		Known: w.params.Places, Save: w.params.SavePlaces, Write: w.writes.Do, Here: w.here, Rest: restDelay, Do: w.params.Do,
	})
}

// here is the release on the screen, and where the person is in it.
func (w *Window) here() (places.Here, bool) {
	if w.doc == nil {
		return places.Here{}, false
	}
	return places.Here{UUID: w.doc.begun.UUID, ID: w.shown(), At: w.pane.Place()}, true
}

// reopen shows the release that was on the screen when the program was left, unless another
// copy has it now, or the program died since.
func (w *Window) reopen() {
	uuid, id, known := w.places.Shown()
	if !known || id == 0 || !w.settings.Welcomed || len(w.params.Reports) > 0 {
		return
	}
	o := &opening{id: id, asked: w.asks()}
	w.openings.Ask(background.Question{
		Work: func(ctx context.Context) error { return o.read(ctx, w.claims, w.params.Store) },
		Answer: func(err error) {
			if err != nil || !o.held || o.release.UUID != uuid || !o.entry.Trashed.IsZero() {
				o.giveUp(w.claims)
				return
			}
			w.opened(o, nil)
		},
		Dropped: func() { o.giveUp(w.claims) },
	})
}
