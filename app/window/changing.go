package window

import (
	"context"

	"communique/app/window/changing"
	"communique/app/window/tagging"
	"communique/assets/translations"
	"communique/editor/draft"
	"communique/editor/release"
)

// changing changes releases of the library in the background.
func (w *Window) changing() changing.Params {
	return changing.Params{Store: w.params.Store, Claims: w.claims, Draft: w.draftOf, Now: w.params.Now, Do: w.params.Do}
}

// draftOf is the draft of a release that is in the window's hands, if there is one.
func (w *Window) draftOf(id int64) (changing.Draft, bool) {
	doc := w.document(id)
	if doc == nil {
		return changing.Draft{}, false
	}
	d := changing.Draft{
		Session: doc.session, Save: func() { w.saveDocument(doc) },
		Replace: func(r release.Release) { w.replace(doc, func(s *draft.Session) { s.Replace(r) }) },
	}
	if doc.reading {
		d.Holder = &doc.holder
	}
	return d, true
}

// tagSelected asks for a tag and gives it to releases.
func (w *Window) tagSelected(ids []int64) {
	if w.isWritable() {
		tagging.Ask(w.taggingParams(), ids)
	}
}

// taggingParams are what gives tags to releases.
func (w *Window) taggingParams() tagging.Params {
	return tagging.Params{Base: w.base, Change: w.change}
}

// setStatus gives releases a status, and tells how many had another.
func (w *Window) setStatus(ids []int64, status release.Status) {
	changed, checks := 0, w.checks()
	w.toEach(ids, func(ctx context.Context, id int64) error {
		set, err := w.changing().SetStatus(ctx, id, status, checks)
		if set {
			changed++
		}
		return err
	}, func(int) {
		if changed > 0 {
			w.tell(translations.Plural("status-set", changed), false)
		}
	})
}

// change changes releases that nobody else edits.
func (w *Window) change(ids []int64, with func(*draft.Session) bool, done func(count int)) {
	w.toEach(ids, func(ctx context.Context, id int64) error { return w.changing().Change(ctx, id, with) }, done)
}

// toEach does something to releases, one after the other, when every draft is on the disk. What
// goes wrong with one does not stop the others, and is told in the end.
func (w *Window) toEach(ids []int64, do func(ctx context.Context, id int64) error, done func(count int)) {
	if !w.isWritable() {
		return
	}
	w.save()
	w.library.ClearSelection()
	w.params.Go(func() {
		_ = w.saver.Flush() // trouble is told by saved, and its text waits on
		var trouble []error
		for _, id := range ids {
			if err := do(context.Background(), id); err != nil {
				trouble = append(trouble, err)
			}
		}
		w.params.Do(func() {
			done(len(ids) - len(trouble))
			w.library.Reload()
			if len(trouble) > 0 {
				w.fail(trouble...)
			}
		})
	})
}
