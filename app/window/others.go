package window

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"time"

	"communique/app/library"
	"communique/app/window/background"
	"communique/app/window/backups"
)

// othersEvery is how often is asked what others have done.
const othersEvery = 2 * time.Second

// watchOthers keeps the list true to what other copies of the program, and commands, do, and
// tells what they do to the release on the screen, the library's file and its folder.
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
				w.tellLost(err)
				if err == nil {
					w.tellCopies(copies)
				}
				if len(changed) > 0 {
					w.reload()
				}
				w.heldStill(held)
				w.tellShared()
				w.watchOthers()
			},
		})
	})
}

// tellLost says that the library's file is not the one that was opened, once, and takes that
// back when it is again. Other trouble is told by whatever needs the library.
func (w *Window) tellLost(err error) {
	var lost *library.LostFileError
	switch told := w.lostFile; {
	case err == nil:
		w.lostFile = ""
	case errors.As(err, &lost) && lost.Reason != told:
		w.lostFile = lost.Reason
		w.tell(w.words.Error(err), true)
	}
}

// tellCopies says that copies of the library lie beside it which were changed elsewhere, when one
// has come, and takes that back when one has gone. What is being told of trouble comes first.
func (w *Window) tellCopies(paths []string) {
	absent := func(from []string) func(path string) bool {
		return func(path string) bool { return !slices.Contains(from, path) }
	}
	if told := w.toldCopies; slices.ContainsFunc(told, absent(paths)) {
		w.toldCopies = slices.DeleteFunc(slices.Clone(told), absent(paths))
		if w.notice.Text() == w.aboutCopies(told) {
			w.toldCopies = nil // what is left is told anew
			w.tell("", false)
		}
	}
	if !slices.ContainsFunc(paths, absent(w.toldCopies)) || w.notice.Text() != "" && w.notice.Troubled() {
		return
	}
	w.toldCopies = paths
	w.notice.Propose(w.aboutCopies(paths), w.text("merge-one"), w.keeping(backups.Params.ShowCopies))
	w.dialogs.Settle()
}

// aboutCopies says that copies lie beside the library.
func (w *Window) aboutCopies(paths []string) string {
	var names []string
	for _, path := range paths {
		names = append(names, filepath.Base(path))
	}
	return w.words.Error(&library.ConflictedCopiesError{Paths: names})
}

// findShared finds out whether the library lies in a folder which other computers have too.
func (w *Window) findShared() {
	keeper := w.params.Keeper
	if keeper == nil {
		return
	}
	w.params.Go(func() {
		sharing := keeper.Sharing()
		w.params.Do(func() { w.sharing = sharing; w.tellShared() })
	})
}

// tellShared says so, once for each library, as soon as nothing else is asked.
func (w *Window) tellShared() {
	path := w.params.LibraryPath
	if w.sharing.IsSafe() || slices.Contains(w.settings.SharedLibraries, path) || w.win.Canvas().Overlays().Top() != nil {
		return
	}
	w.settings.SharedLibraries = append(slices.Clone(w.settings.SharedLibraries), path)
	w.keepSettings()
	w.backups().TellShared(w.sharing)
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
