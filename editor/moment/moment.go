// Package moment reads the day of a release and its embargo as people write them,
// and writes them as it reads them. What is not certain is not read: a wrong
// embargo is worse than none, and people can be asked.
package moment

import (
	"fmt"
	"strings"
	"time"

	"communique/editor/grammar"
	"communique/editor/release"
)

// Error says what a text lacks to be a value of its field.
type Error struct {
	Field  release.Field // DateField or EmbargoField
	Text   string
	Reason Reason
	// Read is what of an embargo was understood, in the form to go on with
	// ("11.09.2027 12:00"); Words is what was not.
	Read, Words string
}

// Reason tells one kind of unread text from another.
type Reason string

// The reasons. NoTime is also an hour without minutes, midnight, and 12 with am or pm,
// which some take for noon and some for midnight. Skipped and Twice are hours of
// a night in which clocks are changed.
const (
	NoDay   Reason = "day"
	NoYear  Reason = "year" // the day, in Words, is said without one
	NoTime  Reason = "time"
	NoZone  Reason = "zone"
	Season  Reason = "season" // the zone is named by a clock that it does not keep then
	Skipped Reason = "skipped"
	Twice   Reason = "twice"
	Unclear Reason = "words"
)

func (e *Error) Error() string {
	return fmt.Sprintf("%s: %q is not understood: %s %s", e.Field, e.Text, e.Reason, e.Words)
}

// Fact names the error for the translations.
func (e *Error) Fact() (string, map[string]any) {
	name := "unread-" + string(e.Field)
	if e.Field == release.EmbargoField {
		name += "-" + string(e.Reason)
	}
	return name, map[string]any{"Text": e.Text, "Read": e.Read, "Words": e.Words}
}

// readLayout is the form that Read has of a day and a time.
const readLayout = "02.01.2006 15:04"

// In is what the clocks of a zone show beside UTC, "+03:00", at the time of an embargo that lacks nothing but a zone: Read, a space and this are
// one. A time that they never show, or twice, is none of theirs.
func (e *Error) In(zone *time.Location) (offset string, ok bool) {
	at, err := time.ParseInLocation(readLayout, e.Read, zone)
	if e.Reason != NoZone || err != nil || at.Format(readLayout) != e.Read {
		return "", false
	}
	for _, beside := range []time.Duration{-time.Hour, -time.Hour / 2, time.Hour / 2, time.Hour} {
		if at.Add(beside).Format(readLayout) == e.Read {
			return "", false
		}
	}
	return at.Format("-07:00"), true
}

// Problem says why text is no value of a release's field; nil where it is one, and
// for fields whose value is the text itself. Its error is an *Error.
func Problem(field release.Field, text string) error {
	var err error
	switch field {
	case release.DateField:
		_, err = Date(text)
	case release.EmbargoField:
		_, err = Embargo(text)
	}
	return err
}

// Date reads a day in any form that grammar.ParseDate knows; white space alone is no date.
// Its error is an *Error.
func Date(text string) (release.Date, error) {
	if strings.TrimSpace(text) == "" {
		return release.Date{}, nil
	}
	d, ok := grammar.ParseDate(text)
	if !ok {
		return release.Date{}, &Error{Field: release.DateField, Text: text, Reason: NoDay}
	}
	return d, nil
}

// FormatDate shows a date as people type it: 11.09.2024, or "" for none.
func FormatDate(d release.Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%02d.%02d.%04d", d.Day, d.Month, d.Year)
}

// FormatEmbargo shows an embargo as Embargo reads it: "11.09.2024 12:00
// Asia/Bishkek", or "" for none. An hour that the zone's clocks show twice has its
// offset beside the zone.
func FormatEmbargo(e release.Embargo) string {
	if e.IsZero() {
		return ""
	}
	day, hour, minute := release.DateOf(e.At), e.At.Hour(), e.At.Minute()
	at := wall(day, hour, minute)
	if _, err := release.NewEmbargo(day, hour, minute, e.Zone); e.Zone != "" && err == nil {
		return at + " " + e.Zone
	}
	return strings.TrimSpace(at + e.At.Format(" -07:00 ") + e.Zone)
}

func wall(d release.Date, hour, minute int) string {
	return fmt.Sprintf("%s %02d:%02d", FormatDate(d), hour, minute)
}
