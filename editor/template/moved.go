package template

import (
	"slices"

	"communique/editor/grammar"
	"communique/editor/moment"
	"communique/editor/release"
)

// placeField is the field that every shipped template has its place from.
const placeField = "place"

// Moved reports whether a release that came from a template may have another date or place than
// was filled in.
func Moved(r release.Release) bool {
	return r.Template != "" && len(r.Values) > 0 && (!keepsDate(r) || r.Place != Values(r)[placeField].Text)
}

// keepsDate reports whether the release's date is one of those in its fields.
func keepsDate(r release.Release) bool {
	return slices.ContainsFunc(r.Values, func(v release.Value) bool {
		d, ok := grammar.ParseDate(v.Text)
		return ok && d == r.Date
	})
}

// FollowMoved fills the date and the place that the release has by now into the fields they came
// from, so that whatever the template has put them in follows, as with Follow. moved is false
// where they are as they were filled in, or where the template cannot be filled.
func (t Template) FollowMoved(office Office, r release.Release) (followed release.Release, moved bool) {
	values := Values(r)
	made, err := t.Fill(office, values)
	if err != nil {
		return r, false
	}
	dated := !made.Release.Date.IsZero() && !r.Date.IsZero() && made.Release.Date != r.Date
	placed := values[placeField].Text != "" && r.Place != "" && r.Place != made.Release.Place
	if !dated && !placed {
		return r, false
	}
	before := r.Clone()
	if dated {
		before.Date = made.Release.Date
		values[t.DateField()] = Value{Text: moment.FormatDate(r.Date)}
	}
	if placed {
		before.Place = made.Release.Place
		values[placeField] = Value{Text: r.Place}
	}
	filled, _, err := t.Follow(office, before, values)
	return filled.Release, err == nil
}
