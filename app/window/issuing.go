package window

import (
	"communique/app/window/inspector"
	"communique/app/window/issuing"
	"communique/app/window/screen"
	"communique/editor/draft"
	"communique/editor/proof"
	"communique/editor/release"
)

// askOf asks about a release while it is on the screen: when another is shown, the question
// goes, and where one is already, nobody is asked.
func (w *Window) askOf(doc *document, ask func() *screen.Dialog) {
	if w.doc == doc {
		w.asked = ask()
	}
}

// despite asks who lets issued releases leave in spite of what was found, and why, keeps both
// with them, and goes on. Without ids it is about doc.
func (w *Window) despite(doc *document, ids []int64, against, codes []string, goOn func()) {
	ask := func(leave func(release.Override)) *screen.Dialog {
		return issuing.AskToLeave(issuing.Params{Base: w.base, Now: w.params.Now}, against, codes, leave)
	}
	if ids != nil {
		ask(func(o release.Override) {
			w.change(ids, func(s *draft.Session) bool { s.Override(o); return true }, func(int) { goOn() })
		})
		return
	}
	w.askOf(doc, func() *screen.Dialog {
		return ask(func(o release.Override) {
			if !doc.reading {
				doc.session.Override(o)
				w.save()
			}
			goOn()
		})
	})
}

// blocked shows what keeps the release on the screen from being issued, and asks who
// issues it all the same.
func (w *Window) blocked(found []proof.Finding) {
	name, args := found[0].Fact()
	w.tell(w.text("status-blocked", map[string]any{"Finding": w.text(name, args)}), true)
	w.inspector.Show(inspector.FindingsTab)
	doc := w.doc
	w.askOf(doc, func() *screen.Dialog {
		return issuing.Ask(issuing.Params{Base: w.base, Now: w.params.Now}, found, func(o release.Override) {
			doc.session.Override(o)
			doc.session.Set(release.StatusField, string(release.Issued))
			w.tell(w.text("override-issued"), false) // in the place of what kept it from that
		})
	})
}
