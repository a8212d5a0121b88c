package window

import (
	"context"
	"time"

	"communique/app/library"
	"communique/app/window/background"
)

// othersEvery is how often is asked what others have done.
const othersEvery = 2 * time.Second

// watchOthers keeps the list true to what other copies of the program, and commands, do.
func (w *Window) watchOthers() {
	w.othersTimer = w.after(w.othersTimer, othersEvery, func() {
		var changed []library.Change
		w.others.Ask(background.Question{
			Work: func(ctx context.Context) (err error) {
				changed, err = w.params.Store.Changes(ctx)
				return err
			},
			Answer: func(err error) {
				if err == nil && len(changed) > 0 { // trouble is told by whatever needs the library
					w.reload()
				}
				w.watchOthers()
			},
		})
	})
}
