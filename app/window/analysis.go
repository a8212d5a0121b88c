package window

import (
	"context"
	"slices"

	"communique/app/window/background"
	"communique/app/window/preview"
	"communique/app/window/releases"
	"communique/editor/proof"
	"communique/editor/release"
	"communique/export"
)

// newFollower returns what has pages and checks follow the draft.
func (w *Window) newFollower() *preview.Follower {
	return preview.NewFollower(preview.FollowerParams{
		Question: w.question, Paused: w.paused, Checked: w.showChecked,
		Answered: func() bool {
			w.showTicks()
			return w.doc != nil
		},
		Show: func(a preview.Analysis) { w.preview.Show(a) },
		Tidy: w.params.Tidy, Go: w.params.Go, Do: w.params.Do,
	})
}

// question is what is to be known of the draft on the screen; false while the office is not
// read.
func (w *Window) question() (preview.Question, bool) {
	if w.doc == nil || w.office == nil {
		return preview.Question{}, false
	}
	first, last := w.preview.InSight()
	return preview.Question{
		Release: w.doc.session.Release(), Changes: w.doc.changes, Office: *w.office, Checks: w.checks(),
		Scale: w.preview.Scale(w.win.Canvas().Scale()), First: first, Last: last,
	}, true
}

// paused tells what was saved during the typing.
func (w *Window) paused() {
	w.showSaved()
	if w.unlisted {
		w.reload()
	}
}

// reload shows in the list what the library has by now, once the typing pauses.
func (w *Window) reload() {
	if w.unlisted = w.follower.Typing(); !w.unlisted {
		w.library.Reload()
	}
}

func (w *Window) showChecked(a preview.Analysis) {
	shown := a.Findings
	if !w.doc.left && w.doc.session.Release().IsBlank() {
		shown = calm(shown)
	}
	w.pane.ShowFindings(shown)
	w.inspector.ShowFindings(shown)
	w.dialogs.Settle()
	if a.Changes == w.doc.changes && len(proof.Blocking(a.Findings)) == 0 {
		w.told.blocked.Withdraw()
	}
	w.pane.ShowCounts(a.Words, a.Characters)
	if w.lookup.Index() != nil { // else names and spelling were not checked
		w.doc.checked = checked{at: a.Changes, findings: append([]proof.Finding{}, a.Findings...)}
		w.noteChecked()
		w.reachFindings()
	}
}

// calm has findings look like hints: nobody has to be alarmed by what a release lacks that they have
// not begun to write. Nothing of it leaves unasked all the same.
func calm(found []proof.Finding) []proof.Finding {
	found = slices.Clone(found)
	for i := range found {
		found[i].Level = proof.Hints
	}
	return found
}

// noteChecked shows in the list how many findings the release's text has, where the library has
// the very text that was checked, and keeps that beside it. Of a release that is only read, who
// writes it keeps it.
func (w *Window) noteChecked() {
	doc := w.doc
	if doc == nil || doc.checked.at != doc.keptAt {
		return
	}
	id, revision := doc.Place()
	now := noted{revision, proof.Count(proof.Open(doc.checked.findings))}
	if waits, _ := w.saver.State(doc); waits || id == 0 {
		return
	}
	w.library.ShowChecked(id, now.revision, now.findings)
	if doc.reading || now == doc.noted {
		return
	}
	doc.noted = now
	w.params.Go(func() {
		// Without it the list shows no number the next time: nobody has to be told.
		_ = w.params.Store.NoteChecked(context.Background(), id, now.revision, now.findings)
	})
}

// checks are what the checks know beside the release.
func (w *Window) checks() proof.Params {
	return proof.Params{
		Lost: w.preview.Last().Lost, Now: w.params.Now(), Typography: w.settings.Typography, Registers: w.lookup.Known(),
		Levels: w.settings.Checks.Levels, Accepted: w.settings.Checks.Accepted, More: w.lookup.Misspelt(),
	}
}

// counting returns what counts the findings of a release that is not on the screen; nil
// while names and spelling cannot be checked.
func (w *Window) counting() releases.Counting {
	if w.lookup.Index() == nil {
		return nil
	}
	checks, store := w.checks(), w.params.Store
	return func(r release.Release) int {
		checks := checks
		checks.Lost = export.Lost(r, func(hash string) ([]byte, error) { return store.Picture(context.Background(), hash) })
		return proof.Count(proof.Open(proof.Check(r, checks)))
	}
}

// check checks a release at once, for a question that cannot wait.
func (w *Window) check(r release.Release) []proof.Finding { return proof.Check(r, w.checks()) }

// mend makes all repairs of the draft that are certain, away from the UI goroutine. Where somebody has written on
// meanwhile, they are made anew.
func (w *Window) mend(then func(proof.Mended)) {
	doc, at, r, checks := w.doc, w.doc.changes, w.doc.session.Release(), w.checks()
	var mended proof.Mended
	w.repairs.Ask(background.Question{
		Work: func(context.Context) error {
			checker := proof.NewChecker()
			mended = proof.Mend(r, func(r release.Release) []proof.Finding { return checker.Check(r, checks) })
			return nil
		},
		Answer: func(error) {
			switch {
			case doc != w.doc:
			case at != doc.changes:
				w.mend(then)
			default:
				then(mended)
			}
		},
	})
}

// checkAgain checks what is on the screen anew: what the checks know has changed.
func (w *Window) checkAgain() {
	w.follower.Analyse()
	w.library.CheckAgain()
}

// acceptEverywhere accepts what a check finds in all of the office's releases.
func (w *Window) acceptEverywhere(a release.Accepted) {
	if slices.Contains(w.settings.Checks.Accepted, a) {
		return
	}
	w.settings.Checks.Accepted = append(slices.Clone(w.settings.Checks.Accepted), a)
	w.keepSettings()
	w.checkAgain()
}

// withdrawEverywhere takes that back.
func (w *Window) withdrawEverywhere(a release.Accepted) {
	if !slices.Contains(w.settings.Checks.Accepted, a) {
		return
	}
	w.settings.Checks.Accepted = slices.DeleteFunc(slices.Clone(w.settings.Checks.Accepted), func(b release.Accepted) bool { return a == b })
	w.keepSettings()
	w.checkAgain()
}
