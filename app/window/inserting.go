package window

import (
	"communique/app/window/inserting"
	"communique/editor/register"
	"communique/editor/release"
)

// showInsert asks for a name or a date; what it inserts goes where the caret was.
func (w *Window) showInsert() {
	if w.doc == nil {
		w.tell(w.text("nothing-open"), false)
		return
	}
	doc := w.doc
	inserting.Show(inserting.Params{
		Base: w.base, Now: w.params.Now,
		Find: func(typed string, limit int) []register.Hit { return w.suggestions("", typed, limit) },
		InWords: func(d release.Date) string {
			r := doc.session.Release()
			r.Date = d
			return r.DateInWords()
		},
		Put: func(words string) {
			if w.doc == doc {
				w.pane.Insert(words)
			}
		},
	})
}
