package draft

import (
	"fmt"
	"strings"

	"communique/editor/grammar"
	"communique/editor/release"
)

// Field names a part of the release that a person edits as text.
type Field string

// The fields. Text is lead and body together, in FormatText's form; Contacts,
// Repairs and All have no text and appear in a Change only.
const (
	Headline    Field = "headline"
	Subheadline Field = "subheadline"
	Date        Field = "date"
	Place       Field = "place"
	Text        Field = "text"
	Kind        Field = "kind"
	Status      Field = "status"
	Language    Field = "language"
	Number      Field = "number"
	Tags        Field = "tags"
	Embargo     Field = "embargo"
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

// FieldError says that a field's text is no value of its kind.
type FieldError struct {
	Field Field
	Value string
}

func (e *FieldError) Error() string { return fmt.Sprintf("%s: not understood: %q", e.Field, e.Value) }

// Fact names the error for the translations; each field has a sentence that
// shows what would fit.
func (e *FieldError) Fact() (string, map[string]any) {
	return "draft-" + string(e.Field), map[string]any{"Value": e.Value}
}

func fieldTexts(r release.Release) map[Field]string {
	return map[Field]string{
		Headline: r.Headline, Subheadline: r.Subheadline, Place: r.Place, Number: r.Number,
		Boilerplate: r.Boilerplate, Notes: r.Notes, Language: r.Language,
		Kind: string(r.Kind), Status: string(r.Status),
		Date: FormatDate(r.Date), Embargo: FormatEmbargo(r.Embargo),
		Tags: strings.Join(r.Tags, ", "), Text: FormatText(r.Lead, r.Blocks),
	}
}

// write puts a field's text into r; Text is left to the session, which parses
// it once a change.
func (f Field) write(text string, r *release.Release) error {
	if plain := f.plain(r); plain != nil {
		*plain = text
		return nil
	}
	switch f {
	case Kind:
		r.Kind = release.Kind(text)
	case Status:
		r.Status = release.Status(text)
	case Tags:
		r.Tags = parseTags(text)
	case Date:
		return f.writeDate(text, r)
	case Embargo:
		e, err := ParseEmbargo(text)
		if err != nil {
			return err
		}
		r.Embargo = e
	}
	return nil
}

func (f Field) plain(r *release.Release) *string {
	return map[Field]*string{
		Headline: &r.Headline, Subheadline: &r.Subheadline, Place: &r.Place, Number: &r.Number,
		Boilerplate: &r.Boilerplate, Notes: &r.Notes, Language: &r.Language,
	}[f]
}

func (f Field) writeDate(text string, r *release.Release) error {
	if strings.TrimSpace(text) == "" {
		r.Date = release.Date{}
		return nil
	}
	d, ok := grammar.ParseDate(text)
	if !ok {
		return &FieldError{f, text}
	}
	r.Date = d
	return nil
}

func parseTags(text string) []string {
	var tags []string
	for tag := range strings.SplitSeq(text, ",") {
		if tag = strings.TrimSpace(tag); tag != "" {
			tags = append(tags, tag)
		}
	}
	return tags
}

// FormatDate shows a date as people type it: 11.09.2024, or "" for none.
func FormatDate(d release.Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%02d.%02d.%04d", d.Day, d.Month, d.Year)
}

// FormatEmbargo shows an embargo as ParseEmbargo reads it:
// "11.09.2024 12:00 Asia/Bishkek", or "" for none.
func FormatEmbargo(e release.Embargo) string {
	if e.IsZero() {
		return ""
	}
	zone := e.Zone
	if zone == "" {
		zone = e.At.Format("-07:00")
	}
	return FormatDate(release.DateOf(e.At)) + e.At.Format(" 15:04 ") + zone
}

// ParseEmbargo reads a date, a time and a zone: an IANA name ("Asia/Bishkek")
// or an offset from UTC ("+06:00"). A time without its zone is refused: real
// embargoes were broken by a zone somebody assumed.
func ParseEmbargo(text string) (release.Embargo, error) {
	if strings.TrimSpace(text) == "" {
		return release.Embargo{}, nil
	}
	bad := &FieldError{Embargo, text}
	words := strings.Fields(text)
	if len(words) < 3 {
		return release.Embargo{}, bad
	}
	zone, clock := words[len(words)-1], words[len(words)-2]
	day, ok := grammar.ParseDate(strings.Join(words[:len(words)-2], " "))
	hour, minute, timed := parseClock(clock)
	if !ok || !timed {
		return release.Embargo{}, bad
	}
	if zone[0] == '+' || zone[0] == '-' {
		var e release.Embargo
		iso := fmt.Sprintf("%sT%02d:%02d:00%s", day, hour, minute, zone)
		if err := e.UnmarshalText([]byte(iso)); err != nil {
			return release.Embargo{}, bad
		}
		return e, nil
	}
	e, err := release.NewEmbargo(day, hour, minute, zone)
	if err != nil {
		return release.Embargo{}, bad
	}
	return e, nil
}

func parseClock(text string) (hour, minute int, ok bool) {
	if n, err := fmt.Sscanf(text, "%d:%d", &hour, &minute); n != 2 || err != nil {
		return 0, 0, false
	}
	return hour, minute, hour >= 0 && hour < 24 && minute >= 0 && minute < 60
}
