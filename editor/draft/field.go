package draft

import (
	"slices"

	"communique/editor/moment"
	"communique/editor/plain"
	"communique/editor/release"
)

// All stands, in a Change, for any of the fields.
const All release.Field = "all"

// fields lists the fields that are set as texts.
func fields() []release.Field {
	return []release.Field{
		release.HeadlineField, release.SubheadlineField, release.DateField, release.PlaceField, release.LeadField, release.KindField, release.StatusField, release.LanguageField,
		release.NumberField, release.TagsField, release.EmbargoField, release.BoilerplateField, release.NotesField,
	}
}

// rawTexts are the texts a release shows in the fields that are no texts of the
// document, what cannot be read as it was typed.
func rawTexts(r release.Release) map[release.Field]string {
	texts := map[release.Field]string{
		release.KindField: string(r.Kind), release.StatusField: string(r.Status), release.LanguageField: r.Language,
		release.DateField: moment.FormatDate(r.Date), release.EmbargoField: moment.FormatEmbargo(r.Embargo),
		release.PlaceField: r.Place, release.NumberField: r.Number, release.TagsField: formatTags(r.Tags),
	}
	for _, u := range r.Unread {
		texts[u.Field] = u.Text
	}
	return texts
}

// write puts a field's text into r. What cannot be read leaves the field without
// a value and stays with r as it was typed.
func write(f release.Field, text string, r *release.Release) {
	switch f {
	case release.PlaceField:
		r.Place = text
	case release.NumberField:
		r.Number = text
	case release.KindField:
		r.Kind = release.Kind(text)
	case release.StatusField:
		r.Status = release.Status(text)
	case release.LanguageField:
		r.Language = text
	case release.TagsField:
		r.Tags = parseTags(text)
	case release.DateField:
		var err error
		r.Date, err = moment.Date(text)
		keepUnread(f, text, err, r)
	case release.EmbargoField:
		var err error
		r.Embargo, err = moment.Embargo(text)
		keepUnread(f, text, err, r)
	}
}

func keepUnread(f release.Field, text string, problem error, r *release.Release) {
	r.Unread = slices.DeleteFunc(r.Unread, func(u release.Unread) bool { return u.Field == f })
	if problem != nil {
		r.Unread = append(r.Unread, release.Unread{Field: f, Text: text})
	}
	if len(r.Unread) == 0 {
		r.Unread = nil
	}
}

// takes reports whether a text may stand in a field. What is chosen from a list
// must be of it; everything else takes what a person types.
func takes(f release.Field, text string) bool {
	switch f {
	case release.KindField:
		return slices.Contains(release.Kinds(), release.Kind(text))
	case release.StatusField:
		return slices.Contains(release.Statuses(), release.Status(text))
	case release.LanguageField:
		return text != ""
	default:
		return slices.Contains(fields(), f)
	}
}

// clean makes plain text of what was typed or pasted into a field. A field of one line
// joins what was several.
func clean(f release.Field, text string) string {
	switch f {
	case release.LeadField, release.NotesField, release.BoilerplateField:
		return plain.Lines(text)
	default:
		return plain.Line(text)
	}
}
