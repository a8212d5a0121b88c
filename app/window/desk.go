package window

import (
	"time"

	"communique/app/library"
)

// claimAgain is how often a release that another copy of the program edits is
// asked for.
const claimAgain = 2 * time.Second

// claim takes the release on the screen for editing; where another copy of the
// program has it, it can be read until it is free.
func (w *Window) claim(doc *document) {
	id, _ := doc.place()
	if id == 0 {
		return // nobody else can know it
	}
	go func() {
		holder, ok, err := w.params.Store.Claim(id)
		w.params.Do(func() {
			switch {
			case w.doc != doc:
				if ok {
					w.params.Store.Leave(id)
				}
			case err != nil:
				w.tell(w.words.Error(err), true)
			case ok:
				w.claimed(doc)
			default:
				w.held(doc, holder)
			}
		})
	}()
}

// held shows the release of somebody else.
func (w *Window) held(doc *document, holder library.Holder) {
	if !doc.reading {
		doc.reading = true
		w.pane.SetReadOnly(true)
	}
	w.tell(w.text("held-by", map[string]any{"User": holder.User, "Host": holder.Host}), true)
	w.claimTimer = w.after(w.claimTimer, claimAgain, func() {
		if w.doc == doc {
			w.claim(doc)
		}
	})
}

// claimed lets the release be edited. After waiting for it, it is read anew:
// whoever had it will have changed it.
func (w *Window) claimed(doc *document) {
	if !doc.reading {
		return
	}
	w.tell(w.text("held-no-more"), false)
	id, _ := doc.place()
	w.reopen([]int64{id})
}

// leave puts the release on the screen away.
func (w *Window) leave() {
	if w.doc == nil {
		return
	}
	if id, _ := w.doc.place(); id != 0 && !w.doc.reading {
		w.params.Store.Leave(id)
	}
	w.doc = nil
	w.showMiddle()
}

// reopen reads the release on the screen anew where it is one of ids.
func (w *Window) reopen(ids []int64) {
	shown := w.shown()
	for _, id := range ids {
		if id == shown && id != 0 {
			w.leave()
			w.open(id)
		}
	}
}
