package window

import (
	"slices"

	"communique/editor/grammar"
	"communique/editor/moment"
	"communique/editor/release"
	"communique/editor/template"
)

// placeField is the field that every shipped template has its place from.
const placeField = "place"

// left is called when the caret leaves a field after a change: a date or a place that was
// changed there is changed wherever the template has put it, and the draft is
// saved.
func (w *Window) left() {
	if w.doc != nil && !w.doc.reading {
		w.followDateAndPlace()
	}
	w.save()
}

// followDateAndPlace takes the draft's own date and place over into the
// template's fields, so that lead and headline follow.
func (w *Window) followDateAndPlace() {
	r := w.doc.session.Release()
	values := template.Values(r)
	if r.Template == "" || len(values) == 0 || keepsDate(r) && r.Place == values[placeField].Text {
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
	w.followTemplate(t, r, values)
}

// followTemplate fills the fields whose date or place the draft has otherwise.
func (w *Window) followTemplate(t template.Template, r release.Release, values map[string]template.Value) {
	made, err := t.Fill(w.templateOffice(), values)
	if err != nil {
		return
	}
	dated := !made.Release.Date.IsZero() && !r.Date.IsZero() && made.Release.Date != r.Date
	placed := values[placeField].Text != "" && r.Place != "" && r.Place != made.Release.Place
	before := r.Clone()
	if dated {
		before.Date = made.Release.Date
		values[t.DateField()] = template.Value{Text: moment.FormatDate(r.Date)}
	}
	if placed {
		before.Place = made.Release.Place
		values[placeField] = template.Value{Text: r.Place}
	}
	if followed, _, err := t.Follow(w.templateOffice(), before, values); err == nil && (dated || placed) {
		w.doc.session.Replace(followed.Release)
	}
}

// templateOffice is what the office brings to a template.
func (w *Window) templateOffice() template.Office {
	return template.Office{House: w.settings.House, Registers: w.registers, Today: release.DateOf(w.params.Now())}
}

// keepsDate reports whether the draft's date is one of those in its fields.
func keepsDate(r release.Release) bool {
	return slices.ContainsFunc(r.Values, func(v release.Value) bool {
		d, ok := grammar.ParseDate(v.Text)
		return ok && d == r.Date
	})
}
