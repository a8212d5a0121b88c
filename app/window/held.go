package window

import (
	"context"
	"reflect"
	"slices"
	"time"

	"communique/app/library"
	"communique/app/window/background"
	"communique/app/window/caption"
	"communique/app/window/changing"
	"communique/app/window/claims"
	"communique/assets/translations"
	"communique/editor/draft"
)

// claimAgain is how often a release that another copy of the program edits is
// asked for.
const claimAgain = 2 * time.Second

// held tells who has the release on the screen, and waits for it to be free.
func (w *Window) held(doc *document) {
	if !w.isWritable() {
		return
	}
	w.tellOf(doc, translations.Text("held-by", map[string]any{"User": doc.holder.User, "Host": doc.holder.Host}))
	w.waitFor(doc)
}

// waitFor asks again in a while for a release that another has.
func (w *Window) waitFor(doc *document) {
	w.claimTimer.After(claimAgain, func() {
		if w.doc == doc {
			w.claim(doc)
		}
	})
}

// writable returns the release on the screen, if there is one that may be changed; where
// not, it tells why and returns nil.
func (w *Window) writable() *document {
	switch {
	case w.doc == nil:
		w.tell(translations.Text("nothing-open"), false)
		return nil
	case w.doc.reading:
		w.held(w.doc)
		return nil
	}
	return w.doc
}

// isFree reports whether a draft may still be changed, for which something was asked in the
// meantime; where not, it fails with who has it.
func (w *Window) isFree(doc *document) bool {
	if doc.reading && w.isWritable() {
		w.fail(&changing.HeldError{Release: caption.Name(doc.session.Release()), Holder: doc.holder})
	}
	return !doc.reading
}

// claim asks for a release that another has had. When it is free it is read
// anew: whoever had it will have changed it.
func (w *Window) claim(doc *document) {
	id, _ := doc.Place()
	o := &opening{id: id}
	w.waiting.Ask(background.Question{
		Work: func(ctx context.Context) error { return o.read(ctx, w) },
		Answer: func(err error) {
			switch {
			case err != nil:
				o.giveUp(w.claims)
				w.fail(err)
			case !o.held:
				o.end()
				if known := doc.holder; known != o.holder {
					doc.holder = o.holder
					doc.withdraw()
					w.held(doc)
				} else {
					w.waitFor(doc) // the person knows
				}
			default:
				w.freed(doc, o)
				o.end()
			}
		},
		Dropped: func() { o.giveUp(w.claims) },
	})
}

// freed lets the release be edited. The person stays at the place where they
// were reading.
func (w *Window) freed(doc *document, o *opening) {
	doc.reading, doc.claimed, doc.savedAt = false, o.id, o.entry.Saved
	doc.Settle(o.entry)
	if at := w.pane.Place(); !reflect.DeepEqual(o.release, doc.kept) {
		doc.session, doc.kept = draft.NewSession(o.release, w.params.Now), o.release
		doc.changes++ // what was checked is another's text
		doc.keptAt, doc.noted = doc.changes, noted{o.entry.Revision, o.entry.Findings}
		w.pane.Open(doc.session)
		w.inspector.Open(doc.session)
		w.pane.Return(at)
	}
	w.setReadOnly(false)
	w.showSaved()
	w.follower.Analyse()
	doc.withdraw()
	w.tell(translations.Text("held-no-more"), false)
}

// stillHeld is whether the release on the screen is held still, which others may have taken.
type stillHeld struct {
	doc    *document
	id     int64 // 0: none is held
	known  bool  // the library has answered
	holder library.Holder
	ok     bool
	newer  int64 // the revision that others may have made while it was lost; 0 where it was not
}

// holding is the release that is held for the screen now.
func (w *Window) holding() *stillHeld {
	if w.doc == nil {
		return &stillHeld{}
	}
	return &stillHeld{doc: w.doc, id: w.doc.claimed}
}

// ask asks the library, away from the UI goroutine.
func (h *stillHeld) ask(ctx context.Context, c *claims.Claims, s Store) {
	if h.id == 0 {
		return
	}
	var again bool
	var err error
	if h.holder, h.ok, again, err = c.Renew(ctx, h.id); again && err == nil {
		var e library.Entry
		_, e, err = s.Get(ctx, h.id)
		h.newer = e.Revision
	}
	h.known = err == nil
}

// heldStill does what follows from the answer.
func (w *Window) heldStill(h *stillHeld) {
	if !h.known || h.doc != w.doc || h.doc.claimed != h.id {
		return // nothing is held, or nobody can tell, or the person has gone elsewhere
	}
	if !h.ok {
		w.takenOver(h.doc, h.holder)
		return
	}
	if _, revision := h.doc.Place(); h.newer > revision {
		w.saveDocument(h.doc)
		if waits, _ := w.saver.State(h.doc); !waits { // else the saver finds out, and keeps both texts
			w.readOnly(h.doc, library.Holder{})
			w.claim(h.doc)
		}
	}
}

// readOnly gives up the claim on a release on the screen, which can only be read then.
func (w *Window) readOnly(doc *document, holder library.Holder) {
	w.claims.Leave(doc.claimed)
	doc.claimed, doc.reading, doc.holder = 0, true, holder
	w.setReadOnly(true)
}

// takenOver tells that another copy of the program edits the release on the screen now. What was
// typed is handed to the library before; where the other has saved in between, it becomes a
// release of its own.
func (w *Window) takenOver(doc *document, holder library.Holder) {
	w.saveDocument(doc)
	taken := doc.claimed
	w.readOnly(doc, holder)
	w.params.Go(func() {
		err := w.saver.Flush() // trouble is told by saved
		w.params.Do(func() {
			if w.doc != doc || !doc.reading {
				return
			}
			if id, _ := doc.Place(); id != taken { // it is a copy by now, as saved has told
				w.claim(doc)
				return
			}
			w.held(doc)
			if err == nil {
				w.tellOf(doc, translations.Text("held-taken", map[string]any{"User": holder.User, "Host": holder.Host}))
			}
		})
	})
}

// tellUnheld tells once that a release could not be taken, so that others may edit it as well, until it is taken.
func (w *Window) tellUnheld(doc *document, err error) {
	if doc == w.doc && doc.unheld == nil {
		doc.unheld = w.tell(translations.Error(err), true)
	}
}

// holdAgain asks for the release on the screen where it is not held: there may be room again on the disk.
func (w *Window) holdAgain() {
	if w.doc == nil {
		return
	}
	if id, _ := w.doc.Place(); id != 0 {
		w.hold(w.doc)
	}
}

// hold takes the release of a document once the library knows it: a
// new one after its first save, a copy after a conflict.
func (w *Window) hold(doc *document) {
	id, _ := doc.Place()
	if doc.reading || id == doc.claimed || !slices.Contains(w.documents(), doc) {
		return
	}
	if doc.claimed != 0 {
		w.claims.Leave(doc.claimed)
		doc.claimed = 0
	}
	w.params.Go(func() {
		_, ok, err := w.claims.Take(context.Background(), id)
		w.params.Do(func() {
			now, _ := doc.Place()
			switch {
			case err != nil:
				w.tellUnheld(doc, err)
				return
			case !ok: // a copy of the program was quicker: the newer text will be kept beside
			case now == id && doc.claimed == 0 && slices.Contains(w.documents(), doc):
				doc.claimed = id
			default:
				w.claims.Leave(id)
			}
			doc.withdrawUnheld()
		})
	})
}
