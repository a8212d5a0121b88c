package window

import (
	"communique/app/window/inspector"
	"communique/app/window/issuing"
	"communique/editor/proof"
	"communique/editor/release"
)

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
