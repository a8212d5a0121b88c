package window

import (
	"context"
	"fmt"
	"reflect"
	"time"

	"communique/app/library"
	"communique/app/window/background"
	"communique/editor/draft"
)

// claimAgain is how often a release that another copy of the program edits is
// asked for.
const claimAgain = 2 * time.Second

// heldError says that another copy of the program edits a release.
type heldError struct {
	Release string // what a person knows it by
	Holder  library.Holder
}

func (e *heldError) Error() string {
	return fmt.Sprintf("%s is being edited by %s on %s", e.Release, e.Holder.User, e.Holder.Host)
}

// Fact names the error for the translations.
func (e *heldError) Fact() (string, map[string]any) {
	return "held", map[string]any{"Release": e.Release, "User": e.Holder.User, "Host": e.Holder.Host}
}

// held tells who has the release on the screen, and waits for it to be free.
func (w *Window) held(doc *document) {
	w.tell(w.text("held-by", map[string]any{"User": doc.holder.User, "Host": doc.holder.Host}), true)
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
		w.tell(w.text("nothing-open"), false)
		return nil
	case w.doc.reading:
		w.held(w.doc)
		return nil
	}
	return w.doc
}

// claim asks for a release that another has had. When it is free it is read
// anew: whoever had it will have changed it.
func (w *Window) claim(doc *document) {
	id, _ := doc.Place()
	o := &opening{id: id}
	w.waiting.Ask(background.Question{
		Work: func(ctx context.Context) error { return o.read(ctx, w.claims, w.params.Store) },
		Answer: func(err error) {
			switch {
			case err != nil:
				o.giveUp(w.claims)
				w.fail(err)
			case !o.held:
				o.end(w.claims)
				doc.holder = o.holder
				w.held(doc)
			default:
				w.freed(doc, o)
				o.end(w.claims)
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
	w.tell(w.text("held-no-more"), false)
}
