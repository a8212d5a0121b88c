package window

import (
	"communique/editor/release"
	"communique/editor/template"
)

// left is called when the caret leaves a field after a change: a date or a place that was
// changed there is changed wherever the template has put it, and the draft is
// saved.
func (w *Window) left() {
	if w.doc != nil && !w.doc.reading {
		w.followMoved()
	}
	w.save()
}

// followMoved has the draft follow its date and place.
func (w *Window) followMoved() {
	r := w.doc.session.Release()
	if !template.Moved(r) {
		return
	}
	set, err := w.params.Templates()
	if err != nil {
		return // it is told when templates are asked for
	}
	t, err := set.Find(r.Template, r.Language)
	if err != nil {
		return
	}
	if followed, moved := t.FollowMoved(w.templateOffice(), r); moved {
		w.doc.session.Replace(followed)
	}
}

// templateOffice is what the office brings to a template.
func (w *Window) templateOffice() template.Office {
	return template.Office{House: w.settings.House, Registers: w.registers, Today: release.DateOf(w.params.Now()), Language: w.words.Language}
}
