package window

import (
	"communique/app/window/history"
	"communique/assets/translations"
	"communique/editor/draft"
	"communique/editor/release"
)

// showHistory shows the versions of the release on the screen.
func (w *Window) showHistory() {
	if w.doc == nil {
		w.tell(translations.Text("nothing-open"), false)
		return
	}
	w.save()
	doc := w.doc
	history.Show(history.Params{Base: w.base, Store: w.params.Store, Flush: w.saver.Flush}, history.Draft{
		ID:      func() int64 { id, _ := doc.Place(); return id },
		Release: func() release.Release { return doc.session.Release() },
		Shown:   func() bool { return w.doc == doc },
		Restore: func(old release.Release) { w.restoreVersion(doc, old) },
	})
}

// restoreVersion makes an older text the draft's own.
func (w *Window) restoreVersion(doc *document, old release.Release) {
	if w.doc != doc || !w.isFree(doc) { // the person went on to another, or somebody else has it
		return
	}
	w.replace(doc, func(s *draft.Session) { s.Replace(old) })
	w.tell(translations.Text("history-restored"), false)
}
