package window

import "communique/app/window/preview"

// analyse asks for the preview, the findings and the counts of the draft.
func (w *Window) analyse() { w.look(true) }

// look asks how the draft's pages look and, where checked is set, for all the
// rest that is shown beside it.
func (w *Window) look(checked bool) {
	if w.doc == nil || w.office == nil { // it is asked again when there is
		return
	}
	w.checking = w.checking || checked
	w.analyst.Ask(preview.Question{
		Release: w.doc.session.Release(), Office: *w.office, Checked: checked, Scale: w.preview.Scale(w.win.Canvas().Scale()),
	})
}

// resized has the pages painted in their new size, once it stays. Checks that
// are under way are not lost over it.
func (w *Window) resized() {
	w.sizeTimer = w.after(w.sizeTimer, sizeDelay, func() { w.look(w.checking) })
}

func (w *Window) analysed(a preview.Analysis) {
	if w.doc == nil {
		return
	}
	w.preview.Show(a)
	if a.Checked {
		w.checking = false
		w.showChecked(a)
	}
}

func (w *Window) showChecked(a preview.Analysis) {
	w.lost = a.Lost
	w.pane.ShowFindings(a.Findings, a.Repairs)
	w.dialogs.Settle()
	w.pane.ShowCounts(a.Words, a.Characters)
}
