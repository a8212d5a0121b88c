package window

import (
	"communique/app/window/inspector"
	"communique/app/window/issuing"
	"communique/editor/draft"
	"communique/editor/proof"
	"communique/editor/release"
)

// despite asks who lets issued releases leave in spite of what was found, and why, keeps both
// with them, and goes on. Without ids it is about the release on the screen.
func (w *Window) despite(ids []int64, against, codes []string, goOn func()) {
	doc := w.doc
	issuing.AskToLeave(issuing.Params{Base: w.base, Now: w.params.Now}, against, codes, func(o release.Override) {
		switch {
		case ids != nil:
			w.change(ids, func(s *draft.Session) bool { s.Override(o); return true }, func(int) { goOn() })
		case w.doc == doc: // otherwise another release is shown meanwhile
			if !doc.reading {
				doc.session.Override(o)
				w.save()
			}
			goOn()
		}
	})
}

// blocked shows what keeps the release on the screen from being issued, and asks who
// issues it all the same.
func (w *Window) blocked(found []proof.Finding) {
	name, args := found[0].Fact()
	w.tell(w.text("status-blocked", map[string]any{"Finding": w.text(name, args)}), true)
	w.inspector.Show(inspector.FindingsTab)
	doc := w.doc
	issuing.Ask(issuing.Params{Base: w.base, Now: w.params.Now}, found, func(o release.Override) {
		if w.doc != doc { // another release is shown meanwhile
			return
		}
		doc.session.Override(o)
		doc.session.Set(release.StatusField, string(release.Issued))
		w.tell(w.text("override-issued"), false) // in the place of what kept it from that
	})
}
