package draft

import (
	"slices"
	"strings"

	"communique/editor/moment"
	"communique/editor/plain"
	"communique/editor/release"
)

// Field names a part of the release that a person edits as text.
type Field string

// The fields. Text is lead and body together, in FormatText's form; Contacts,
// Repairs and All have no text and appear in a Change only.
const (
	Headline    Field = "headline"
	Subheadline Field = "subheadline"
	Date        Field = release.DateField
	Place       Field = "place"
	Text        Field = "text"
	Kind        Field = "kind"
	Status      Field = "status"
	Language    Field = "language"
	Number      Field = "number"
	Tags        Field = "tags"
	Embargo     Field = release.EmbargoField
	Boilerplate Field = "boilerplate"
	Notes       Field = "notes"
	Contacts    Field = "contacts"
	Repairs     Field = "repairs"
	All         Field = "all" // in a Change: any of them
)

// Fields lists the fields that have a text.
func Fields() []Field {
	return []Field{
		Headline, Subheadline, Date, Place, Text, Kind, Status, Language, Number, Tags,
		Embargo, Boilerplate, Notes,
	}
}

// Problem says why text is no value of the field; nil where it is one. Its error is
// a *moment.Error.
func (f Field) Problem(text string) error { return moment.Problem(string(f), text) }

// fieldTexts are the texts a release shows in its fields, what cannot be read as
// it was typed.
func fieldTexts(r release.Release) map[Field]string {
	texts := map[Field]string{
		Kind: string(r.Kind), Status: string(r.Status), Language: r.Language,
		Date: moment.FormatDate(r.Date), Embargo: moment.FormatEmbargo(r.Embargo),
		Tags: formatTags(r.Tags), Text: FormatText(r.Lead, r.Blocks),
	}
	for _, f := range Fields() {
		if own := f.plain(&r); own != nil {
			texts[f] = *own
		}
	}
	for _, u := range r.Unread {
		texts[Field(u.Field)] = u.Text
	}
	return texts
}

// write puts a field's text into r; Text is left to the session, which parses
// it once a change. What cannot be read leaves the field without a value and
// stays with r as it was typed.
func (f Field) write(text string, r *release.Release) {
	if own := f.plain(r); own != nil {
		*own = text
		return
	}
	switch f {
	case Kind:
		r.Kind = release.Kind(text)
	case Status:
		r.Status = release.Status(text)
	case Language:
		r.Language = text
	case Tags:
		r.Tags = parseTags(text)
	case Date:
		var err error
		r.Date, err = moment.Date(text)
		f.keepUnread(text, err, r)
	case Embargo:
		var err error
		r.Embargo, err = moment.Embargo(text)
		f.keepUnread(text, err, r)
	}
}

func (f Field) keepUnread(text string, problem error, r *release.Release) {
	r.Unread = slices.DeleteFunc(r.Unread, func(u release.Unread) bool { return u.Field == string(f) })
	if problem != nil {
		r.Unread = append(r.Unread, release.Unread{Field: string(f), Text: text})
	}
	if len(r.Unread) == 0 {
		r.Unread = nil
	}
}

// takes reports whether a text may stand in the field. What is chosen from a list
// must be of it; everything else takes what a person types.
func (f Field) takes(text string) bool {
	switch f {
	case Kind:
		return slices.Contains(release.Kinds(), release.Kind(text))
	case Status:
		return slices.Contains(release.Statuses(), release.Status(text))
	case Language:
		return text != ""
	default:
		return slices.Contains(Fields(), f)
	}
}

func (f Field) plain(r *release.Release) *string {
	return map[Field]*string{
		Headline: &r.Headline, Subheadline: &r.Subheadline, Place: &r.Place, Number: &r.Number,
		Boilerplate: &r.Boilerplate, Notes: &r.Notes,
	}[f]
}

// clean makes plain text of what was typed or pasted into the field. Only the text
// has paragraphs; a field of one line joins what was several.
func (f Field) clean(text string) string {
	switch f {
	case Text:
		return strings.ReplaceAll(plain.Paragraphs(text), plain.Break, LineBreak)
	case Notes, Boilerplate:
		return plain.Lines(text)
	default:
		return plain.Line(text)
	}
}

// formatTags shows tags parted by commas. A comma within a tag, and a backslash, has
// a backslash before it.
func formatTags(tags []string) string {
	shown := make([]string, len(tags))
	for i, tag := range tags {
		shown[i] = strings.NewReplacer(escape, escape+escape, ",", escape+",").Replace(tag)
	}
	return strings.Join(shown, ", ")
}

// parseTags reads what formatTags shows; what is left empty is no tag.
func parseTags(text string) []string {
	var tags []string
	var tag strings.Builder
	flush := func() {
		if t := strings.TrimSpace(tag.String()); t != "" {
			tags = append(tags, t)
		}
		tag.Reset()
	}
	escaped := false
	for _, r := range text {
		switch {
		case !escaped && r == '\\':
			escaped = true
			continue
		case !escaped && r == ',':
			flush()
			continue
		case escaped && r != ',' && r != '\\':
			tag.WriteString(escape)
		}
		tag.WriteRune(r)
		escaped = false
	}
	if escaped {
		tag.WriteString(escape)
	}
	flush()
	return tags
}
