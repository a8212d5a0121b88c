package window

import (
	"communique/app/window/pasting"
	"communique/editor/draft"
	"communique/editor/editing"
	"communique/editor/release"
	"communique/export/html"
)

// copyPiece puts a piece of the text on the clipboard, with its kinds and marks where the
// system can hold them beside the words. Within the program it goes over whole. It reports
// whether it is there; where it is not, the person is told.
func (w *Window) copyPiece(f editing.Fragment) bool {
	r := release.New(w.words.Language)
	r.Blocks = f.Blocks()
	if _, err := w.clipboard.Put(f.Text(), html.Fragment(r)); err != nil {
		w.fail(err)
		return false
	}
	w.piece = f
	return true
}

// paste puts what lies on the clipboard where the caret is, its words alone where plain is
// on. A draft in which nobody has written takes a whole release.
func (w *Window) paste(plain bool) {
	place := w.pane.Pasting()
	if place == nil {
		return
	}
	doc := w.doc
	if doc.reading {
		w.held(doc)
		return
	}
	var whole func(release.Release) bool
	if doc.session.Release().IsBlank() {
		whole = func(r release.Release) bool {
			blank := w.doc == doc && doc.session.Release().IsBlank()
			if blank {
				w.takeWhole(r)
			}
			return blank
		}
	}
	p := w.pastingParams()
	p.AddPicture, p.Own = w.params.Store.AddPicture, w.piece
	p.PutPictures = func(paths []string) {
		if w.doc == doc {
			w.putPictures(paths)
		}
	}
	p.Paste(place, plain, whole)
}

// pastingParams are what the clipboard is read with.
func (w *Window) pastingParams() pasting.Params {
	return pasting.Params{Base: w.base, Read: w.params.ReadClipboard, Plain: w.clipboard.System.Content}
}

// takeWhole makes the draft, in which nobody has written, a release that was pasted. Undo
// takes it back.
func (w *Window) takeWhole(r release.Release) {
	now := w.doc.session.Release()
	r.UUID = now.UUID
	if r.Date == (release.Date{}) {
		r.Date = now.Date
	}
	if len(r.Contacts) == 0 {
		r.Contacts = now.Contacts
	}
	r = w.settings.WithDefaults(r)
	w.replace(w.doc, func(s *draft.Session) { s.Replace(r) })
	w.pane.FocusText()
}
