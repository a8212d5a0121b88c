package window

import (
	"context"

	"communique/app/window/background"
	"communique/app/window/places"
)

// newPlaces returns where the person was in the releases.
func (w *Window) newPlaces() *places.Places {
	return places.New(places.Params{
		Known: w.params.Places, Save: w.params.SavePlaces, Write: w.writes.Do, Here: w.here, Delay: placesDelay, Do: w.params.Do,
	})
}

// here is the release on the screen, and where the person is in it.
func (w *Window) here() (places.Here, bool) {
	if w.doc == nil {
		return places.Here{}, false
	}
	return places.Here{UUID: w.doc.begun.UUID, ID: w.shown(), At: w.pane.Place()}, true
}

// reopen shows the release that was on the screen of a window that was killed, or else when the
// program was left: the first that is still there and that no other copy has. What a program
// may have died of by a fault is not shown.
func (w *Window) reopen() {
	ended := w.places.Ended()
	if len(ended) == 0 || !w.settings.Welcomed {
		return
	}
	asked := w.asks()
	var found *opening // nil for none
	w.openings.Ask(background.Question{
		Work: func(ctx context.Context) error {
			for _, place := range ended {
				o := &opening{id: place.ID, asked: asked}
				if o.readAgain(ctx, w, place.UUID) {
					found = o
					return nil
				}
				o.giveUp(w.claims)
			}
			return nil
		},
		Answer: func(error) {
			if found == nil {
				return
			}
			if w.places.Taken(found.release.UUID); len(w.params.Reports) > 0 {
				found.giveUp(w.claims)
				return
			}
			w.opened(found, nil)
		},
		Dropped: func() {
			if found != nil {
				found.giveUp(w.claims)
			}
		},
	})
}

// readAgain reads a release that was on a screen before, and reports whether it is to be there again.
func (o *opening) readAgain(ctx context.Context, w *Window, uuid string) bool {
	if o.read(ctx, w) != nil {
		return false
	}
	return (o.held || w.params.Store.Unwritable() != nil) && o.release.UUID == uuid && o.entry.Trashed.IsZero()
}
