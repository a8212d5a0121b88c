package window

import (
	"context"
	"runtime/debug"
	"slices"
	"time"

	"communique/app/window/preview"
	"communique/editor/proof"
	"communique/editor/release"
)

// analysing is how far the window is with the pages and the checks of the draft.
type analysing struct {
	asked bool // an answer is under way
	again bool // the draft, or the pages' size, is another since it was asked for
	// checking says that the checks are wanted too, or under way; checkAgain that they
	// are wanted of what the draft is by now.
	checking, checkAgain bool
	// typing says that the draft was changed a moment ago; ready is what its pages are by
	// then, nil where they are shown. pagesDue says that they are asked for in a moment.
	typing   bool
	ready    *preview.Analysis
	pagesDue bool
	// tidying is the wait for a rest long enough to give memory back; nil before the first.
	tidying *time.Timer
	// unlisted says that the library has another text than the list of it shows.
	unlisted bool
	asking   int // how often the draft had been changed when it was asked
}

// follow has the pages follow a change of the draft within a moment, and the checks when
// the typing pauses. Nobody reads along at every key, and to lay all pages out for each
// would cost more than the key. Pages that are ready are shown together with the next
// change, or in the pause: each change of what is seen draws all of the window anew, and a
// key does that by itself.
func (w *Window) follow() {
	w.typing = true
	if w.ready != nil {
		w.preview.Show(*w.ready)
		w.ready = nil
	}
	if !w.pagesDue {
		w.pagesDue = true
		w.after(pagesDelay, w.lookAlong)
	}
	w.analysisTimer.After(analysisDelay, w.analyse)
}

// lookAlong asks for the pages while the typing goes on; in a pause analyse has done so.
func (w *Window) lookAlong() {
	if w.pagesDue = false; w.typing {
		w.look(false)
	}
}

// analyse asks for the preview, the findings and the counts of the draft.
// What was saved during the typing is told now, too.
func (w *Window) analyse() {
	w.typing = false
	w.showSaved()
	if w.unlisted {
		w.reload()
	}
	w.look(true)
}

// reload shows in the list what the library has by now, once the typing pauses.
func (w *Window) reload() {
	if w.unlisted = w.typing; !w.typing {
		w.library.Reload()
	}
}

// look asks how the draft's pages look and, where checked is set, for all the rest that is
// shown beside it. What is asked for while an answer is under way is asked when that has
// come: of a long text, a copy for each key would cost more than the key.
func (w *Window) look(checked bool) {
	if w.doc == nil || w.office == nil { // it is asked again when there is
		return
	}
	w.checking = w.checking || checked
	if w.asked {
		w.again, w.checkAgain = true, w.checkAgain || checked
		return
	}
	w.asked, w.again, w.checkAgain, w.asking = true, false, false, w.doc.changes
	first, last := w.preview.InSight()
	w.analyst.Ask(preview.Question{
		Release: w.doc.session.Release(), Office: *w.office, Checked: w.checking, Checks: w.checks(),
		Scale: w.preview.Scale(w.win.Canvas().Scale()), First: first, Last: last,
	})
}

// repaint has the pages painted in their new size, or others that came into sight, once
// it stays at that. Checks that are under way are not lost over it.
func (w *Window) repaint() {
	w.sizeTimer.After(sizeDelay, func() { w.look(w.checking) })
}

func (w *Window) analysed(a preview.Analysis) {
	w.asked = false
	w.showOnePage()
	if w.doc == nil {
		return
	}
	if w.typing && !a.Checked {
		w.ready = &a
	} else {
		w.ready = nil
		w.preview.Show(a)
	}
	if a.Checked {
		w.checking = w.checkAgain
		w.showChecked(a)
		w.tidy()
	}
	if w.again {
		w.look(w.checkAgain)
	}
}

// tidy gives back what was needed for a moment, once nothing has been checked for a
// while: a window lies in memory all day, and half of what it has then is spare.
func (w *Window) tidy() {
	if w.tidying == nil {
		w.tidying = time.AfterFunc(restDelay, debug.FreeOSMemory)
		return
	}
	w.tidying.Reset(restDelay)
}

func (w *Window) showChecked(a preview.Analysis) {
	w.lost = a.Lost
	w.pane.ShowFindings(a.Findings)
	w.inspector.ShowFindings(a.Findings)
	w.dialogs.Settle()
	w.pane.ShowCounts(a.Words, a.Characters)
	if w.lookup.Index() != nil { // else names and spelling were not checked
		w.doc.checked = checked{at: w.asking, findings: len(proof.Open(a.Findings))}
		w.noteChecked()
	}
}

// noteChecked keeps beside the release how many findings its text has, and shows that in
// the list, where the library has the very text that was checked.
func (w *Window) noteChecked() {
	doc := w.doc
	if doc == nil || doc.reading || doc.checked.at != doc.keptAt {
		return
	}
	id, revision := doc.Place()
	now := noted{revision, doc.checked.findings}
	if waits, _ := w.saver.State(doc); waits || id == 0 || now == doc.noted {
		return
	}
	doc.noted = now
	w.library.ShowChecked(id, now.revision, now.findings)
	w.params.Go(func() {
		// Without it the list shows no number the next time: nobody has to be told.
		_ = w.params.Store.NoteChecked(context.Background(), id, now.revision, now.findings)
	})
}

// checks are what the checks know beside the release.
func (w *Window) checks() proof.Params {
	return proof.Params{
		Lost: w.lost, Now: w.params.Now(), Typography: w.settings.Typography, Registers: w.lookup.Known(),
		Levels: w.settings.Checks.Levels, Accepted: w.settings.Checks.Accepted, More: w.lookup.Misspelt(),
	}
}

// check checks a release at once, for a question that cannot wait.
func (w *Window) check(r release.Release) []proof.Finding { return proof.Check(r, w.checks()) }

// acceptEverywhere accepts what a check finds in all of the office's releases.
func (w *Window) acceptEverywhere(a release.Accepted) {
	if slices.Contains(w.settings.Checks.Accepted, a) {
		return
	}
	w.settings.Checks.Accepted = append(slices.Clone(w.settings.Checks.Accepted), a)
	w.keepSettings()
	w.analyse()
}

// withdrawEverywhere takes that back.
func (w *Window) withdrawEverywhere(a release.Accepted) {
	if !slices.Contains(w.settings.Checks.Accepted, a) {
		return
	}
	w.settings.Checks.Accepted = slices.DeleteFunc(slices.Clone(w.settings.Checks.Accepted), func(b release.Accepted) bool { return a == b })
	w.keepSettings()
	w.analyse()
}
