package window

import (
	"context"
	"time"

	"communique/app/library"
	"communique/app/window/background"
)

// othersEvery is how often is asked what others have done.
const othersEvery = 2 * time.Second

// watchOthers keeps the list, the registers and the settings true to what other copies of the
// program, and commands, do, and tells what they do to the release on the screen, the library's
// file and its folder.
func (w *Window) watchOthers() {
	w.othersTimer.After(othersEvery, func() {
		w.careDaily()
		store, keeper := w.params.Store, w.params.Keeper
		var changed []library.Change
		var copies []string
		held := w.holding()
		w.others.Ask(background.Question{
			Work: func(ctx context.Context) (err error) {
				if changed, err = store.Changes(ctx); err != nil {
					return err
				}
				if keeper != nil {
					copies, _ = keeper.ConflictedCopies() // a folder that cannot be looked into is told by what needs it
				}
				held.ask(ctx, w.claims, store)
				return nil
			},
			Answer: func(err error) {
				w.watch.Found(err, copies)
				if len(changed) > 0 {
					w.reload()
				}
				w.heldStill(held)
				w.holdAgain()
				w.lookAgain()
				w.watchOthers()
			},
		})
	})
}

// careDaily does the library's daily care, and looks for a newer version, when a day has begun: a window may stay open for weeks,
// and the computer sleep meanwhile. Days are UTC's, as those of the backups are.
func (w *Window) careDaily() {
	today := w.params.Now().UTC().Format(time.DateOnly)
	if today == w.caredFor {
		return
	}
	w.caredFor = today
	w.updates().Daily()
	if w.params.Keeper != nil && w.params.Store.Unwritable() == nil {
		w.backups().Daily()
	}
}
