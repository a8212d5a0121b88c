package window

import (
	"context"
	"reflect"
	"time"

	"fyne.io/fyne/v2/widget"

	"communique/app/library"
	"communique/editor/draft"
	"communique/editor/proof"
	"communique/editor/release"
)

// firstShown is how many releases are on the screen before the rest is counted.
const firstShown = 100

// reload searches the library anew, away from the UI goroutine: the first
// releases are shown at once, then all of them. An answer to a search that
// another has overtaken is dropped.
func (w *Window) reload() {
	number := w.searches.Add(1)
	q := library.ParseQuery(w.library.search.Text, true, library.NamesIn(func(name string) string { return w.text(name) }))
	q.Sort = w.library.order
	show := func(positions []library.Position, entries []library.Entry, err error) {
		r := newResults(q, positions)
		w.params.Do(func() {
			switch {
			case w.searches.Load() != number:
			case err != nil:
				w.fail(err)
			default:
				w.library.show(r, entries, w.shown())
			}
		})
	}
	go func() {
		ctx := context.Background()
		positions, err := w.params.Store.Find(ctx, q, firstShown)
		var entries []library.Entry
		if err == nil {
			entries, err = w.params.Store.Entries(ctx, positions)
		}
		show(positions, entries, err)
		if err == nil && len(positions) == firstShown && w.searches.Load() == number {
			positions, err = w.params.Store.Find(ctx, q, 0)
			show(positions, nil, err)
		}
	}()
}

// fetch reads what a list needs to show.
func (w *Window) fetch(positions []library.Position) {
	var entries []library.Entry
	w.work(func(ctx context.Context) (err error) {
		entries, err = w.params.Store.Entries(ctx, positions)
		return err
	}, func() { w.library.list.fetched(entries) })
}

// open brings a release of the library into the drafting pane, after the one
// there is handed to the saver.
func (w *Window) open(id int64) {
	if w.shown() == id {
		w.pane.FocusText()
		return
	}
	w.save()
	go func() {
		// A text of the same release may still wait: what is opened must hold it.
		_ = w.saver.flush() // trouble is reported by saved
		r, entry, err := w.params.Store.Get(context.Background(), id)
		w.params.Do(func() {
			if err != nil {
				w.fail(err)
				return
			}
			doc := w.newDocument(r)
			doc.settle(entry)
			doc.saved = r
			w.preview.highlight(w.library.list.results.query)
			w.present(doc)
			w.showSavedAt(entry.Saved)
			w.pane.ShowHits(w.library.list.results.query.Spans)
		})
	}()
}

// shown returns the id of the release on the screen, 0 while the library has none.
func (w *Window) shown() int64 {
	if w.doc == nil {
		return 0
	}
	id, _ := w.doc.place()
	return id
}

func (w *Window) newDocument(r release.Release) *document {
	return &document{session: draft.NewSession(r, w.params.Now)}
}

// start opens a new release that the library does not have yet.
func (w *Window) start(r release.Release) {
	w.save()
	w.present(w.newDocument(r))
	if !r.IsBlank() {
		w.save()
	}
}

// present shows a document in the drafting pane.
func (w *Window) present(doc *document) {
	w.leave()
	w.doc = doc
	w.library.list.current(w.shown())
	w.showMiddle()
	w.pane.SetReadOnly(false)
	w.claim(doc)
}

func (w *Window) newBlank() {
	r := release.New(w.words.Language)
	r.Date = release.DateOf(w.params.Now())
	w.start(w.settings.Furnish(r))
}

// changed hears of each change of the draft. The draft is saved a moment after
// the first change, also while the typing goes on; its pages follow at once, and
// it is checked when the typing pauses.
func (w *Window) changed() {
	w.pane.ShowSaved("", false)
	if !w.saveDue {
		w.saveDue = true
		w.after(nil, saveDelay, func() {
			w.saveDue = false
			w.save()
		})
	}
	w.look(false)
	w.analysisTimer = w.after(w.analysisTimer, analysisDelay, w.analyse)
}

// after calls f on the UI goroutine when d has passed without another call.
func (w *Window) after(timer *time.Timer, d time.Duration, f func()) *time.Timer {
	if timer != nil {
		timer.Stop()
	}
	return time.AfterFunc(d, func() { w.params.Do(f) })
}

// save hands the draft to the saver, where it changed since the last time.
func (w *Window) save() {
	if w.doc == nil || w.doc.reading {
		return
	}
	r := w.doc.session.Release()
	unwritten := w.doc.saved.Language == "" && r.IsBlank()
	if unwritten || reflect.DeepEqual(r, w.doc.saved) {
		return
	}
	w.doc.saved = r
	w.pane.ShowSaved(w.text("saving"), false)
	w.saver.put(w.doc, r.Clone())
}

// saved tells what came of a save.
func (w *Window) saved(o outcome) {
	if o.err != nil {
		if w.doc == o.doc {
			w.pane.ShowSaved(w.text("not-saved"), true)
		}
		w.notice.offer(w.text("not-saved-why", map[string]any{"Why": w.words.Error(o.err)}), w.text("unsaved-elsewhere"), w.saveElsewhere)
		return
	}
	if w.notice.offers() { // it went wrong before, and is well now
		w.tell("", false)
	}
	if o.copied {
		w.tell(w.text("saved-as-copy"), true)
	}
	if w.doc == o.doc {
		w.showSavedAt(o.entry.Saved)
		w.claim(o.doc)
	}
	w.reload()
}

func (w *Window) showSavedAt(at time.Time) {
	w.pane.ShowSaved(w.text("saved-at", map[string]any{"Time": at.Local().Format("15:04")}), false)
}

// analyse asks for the preview, the findings and the counts of the draft.
func (w *Window) analyse() { w.look(true) }

// look asks how the draft's pages look and, where checked is set, for all the
// rest that is shown beside it.
func (w *Window) look(checked bool) {
	if w.doc == nil {
		return
	}
	paper, _ := w.preview.sheets.paper()
	w.analyst.ask(question{
		release: w.doc.session.Release(), office: w.profile, style: w.style, checked: checked,
		scale: float64(w.win.Canvas().Scale()*w.preview.sheets.width()) / paper,
	})
}

// resized has the pages painted in their new size, once it stays.
func (w *Window) resized() {
	w.sizeTimer = w.after(w.sizeTimer, sizeDelay, func() { w.look(false) })
}

// pageWidth is A4's in points.
const pageWidth = 595.28

func (w *Window) analysed(a analysis) {
	if w.doc == nil {
		return
	}
	w.preview.show(a)
	if a.checked {
		w.pane.ShowFindings(a.findings, a.repairs)
		w.dialogs.Settle()
		w.pane.ShowCounts(a.words, a.characters)
	}
}

// newFromThis makes the release on the screen the start of another. What it
// says of people, numbers, days and places is a leftover until it is changed
// or confirmed.
func (w *Window) newFromThis() {
	if w.doc == nil {
		w.tell(w.text("nothing-open"), false)
		return
	}
	r := w.doc.session.Release()
	r.Leftovers = proof.Leftovers(r)
	r.Status, r.Number, r.Embargo, r.Repairs = release.Draft, "", release.Embargo{}, nil
	w.start(r)
}

func (w *Window) duplicate() {
	if w.doc == nil {
		return
	}
	w.save()
	doc := w.doc
	go func() {
		err := w.saver.flush()
		var entry library.Entry
		if id, _ := doc.place(); err == nil && id != 0 {
			entry, err = w.params.Store.Duplicate(context.Background(), id)
		}
		w.params.Do(func() {
			if err != nil {
				w.fail(err)
				return
			}
			w.reload()
			if entry.ID != 0 {
				w.open(entry.ID)
			}
		})
	}()
}

// trash asks, and moves what is marked, or the release on the screen, to the
// trash.
func (w *Window) trash() {
	if ids := w.library.actions.ids; len(ids) > 0 {
		w.trashMarked(ids)
		return
	}
	if w.doc == nil {
		return
	}
	w.ask(w.text("trash-title"), w.text("trash-question"), w.text("trash-confirm"), widget.DangerImportance, w.moveToTrash)
}

func (w *Window) moveToTrash() {
	w.save()
	doc := w.doc
	w.leave()
	go func() {
		err := w.saver.flush()
		if id, _ := doc.place(); err == nil && id != 0 {
			err = w.params.Store.Trash(context.Background(), id)
		}
		w.params.Do(func() {
			if err != nil {
				w.fail(err)
			} else {
				w.tell(w.text("trash-done"), false)
			}
			w.reload()
		})
	}()
}
