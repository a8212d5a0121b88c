package window

import (
	"communique/app/window/caption"
	"communique/app/window/changing"
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
	switch {
	case w.doc != doc: // the person went on to another
	case doc.reading && !w.isWritable(): // nobody has it
	case doc.reading:
		w.fail(&changing.HeldError{Release: caption.Name(old), Holder: doc.holder})
	default:
		w.replace(doc, func(s *draft.Session) { s.Replace(old) })
		w.tell(translations.Text("history-restored"), false)
	}
}
