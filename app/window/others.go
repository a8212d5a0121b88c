package window

import (
	"context"
	"errors"
	"time"

	"communique/app/library"
	"communique/app/window/background"
)

// othersEvery is how often is asked what others have done.
const othersEvery = 2 * time.Second

// watchOthers keeps the list true to what other copies of the program, and commands, do.
func (w *Window) watchOthers() {
	w.othersTimer.After(othersEvery, func() {
		w.careDaily()
		store := w.params.Store
		var changed []library.Change
		w.others.Ask(background.Question{
			Work: func(ctx context.Context) (err error) {
				changed, err = store.Changes(ctx)
				return err
			},
			Answer: func(err error) {
				var lost *library.LostFileError
				switch told := w.lostFile; {
				case err == nil:
					w.lostFile = ""
					if len(changed) > 0 {
						w.reload()
					}
				case errors.As(err, &lost) && lost.Reason != told: // other trouble is told by whatever needs the library
					w.lostFile = lost.Reason
					w.tell(w.words.Error(err), true)
				}
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
	if w.params.Keeper != nil {
		w.backups().Daily()
	}
}
