package release

import (
	"fmt"
	"strings"
	"time"
	_ "time/tzdata" // an embargo's zone must be known on Windows and on bare systems too
)

// Date is a day of the calendar without a time or a zone. The zero Date means
// that no date is given.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf returns the day t falls on in t's own location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// NewDate returns the date, or false where the calendar has no such day.
func NewDate(year int, month time.Month, day int) (Date, bool) {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	d := Date{year, month, day}
	if year < 1 || year > 9999 || DateOf(t) != d {
		return Date{}, false
	}
	return d, true
}

// IsZero reports whether no date is given.
func (d Date) IsZero() bool { return d == Date{} }

// Compare returns -1, 0 or +1 as d is before, on or after e.
func (d Date) Compare(e Date) int {
	return strings.Compare(d.String(), e.String())
}

// Time returns midnight UTC of the day, for computing with weekdays and spans.
func (d Date) Time() time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

// String returns the ISO 8601 form YYYY-MM-DD, or "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// MarshalText gives String's form.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// Fits shows how a day is written.
func (Date) Fits() string { return "2026-09-11" }

// UnmarshalText takes exactly YYYY-MM-DD or nothing.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	t, err := time.Parse(time.DateOnly, string(text))
	if err != nil || t.Year() < 1 {
		return &ValueError{Field: "date", Value: string(text)}
	}
	*d = DateOf(t)
	return nil
}

// Embargo is the instant before which a release must not be published, with
// the zone in which the office stated it. The zero Embargo means none.
type Embargo struct {
	// At is the instant to the minute, in Zone where Zone is given.
	At time.Time
	// Zone is the IANA name ("Asia/Bishkek"); empty where only an offset is known.
	Zone string
}

// ClockError says that a zone's clocks show a time of a day never, or twice,
// because they are changed then.
type ClockError struct {
	Date         Date
	Hour, Minute int
	Zone         string
	Times        int // 0 or 2
}

func (e *ClockError) Error() string { return e.Unwrap().Error() }

// Unwrap is the value that is none.
func (e *ClockError) Unwrap() error {
	return &ValueError{Field: "embargo", Value: fmt.Sprintf("%s %02d:%02d %s", e.Date, e.Hour, e.Minute, e.Zone)}
}

// NewEmbargo returns the embargo at a wall-clock time in an IANA zone. A zone or a
// time that there is not is a *ValueError; where it is for a change of clocks, a
// *ClockError around one.
func NewEmbargo(d Date, hour, minute int, zone string) (Embargo, error) {
	loc, err := time.LoadLocation(zone)
	if err != nil || zone == "" || zone == "Local" {
		return Embargo{}, &ValueError{Field: "embargo", Value: zone}
	}
	var found []time.Time
	utc := time.Date(d.Year, d.Month, d.Day, hour, minute, 0, 0, time.UTC)
	for _, near := range []time.Duration{-24 * time.Hour, 24 * time.Hour} { // before and after a change
		_, offset := utc.Add(near).In(loc).Zone()
		at := utc.Add(-time.Duration(offset) * time.Second).In(loc)
		shows := at.Hour() == hour && at.Minute() == minute && DateOf(at) == d
		if shows && (len(found) == 0 || !found[0].Equal(at)) {
			found = append(found, at)
		}
	}
	if len(found) != 1 {
		return Embargo{}, &ClockError{d, hour, minute, zone, len(found)}
	}
	return Embargo{At: found[0], Zone: zone}, nil
}

// IsZero reports whether there is no embargo.
func (e Embargo) IsZero() bool { return e.At.IsZero() }

// String returns the RFC 9557 form, RFC 3339 with the zone's name in brackets
// ("2024-09-11T12:00:00+06:00[Asia/Bishkek]"), or "" where there is none.
func (e Embargo) String() string {
	if e.IsZero() {
		return ""
	}
	s := e.At.Format(time.RFC3339)
	if e.Zone != "" {
		s += "[" + e.Zone + "]"
	}
	return s
}

// MarshalText gives String's form.
func (e Embargo) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// Fits shows how an embargo is written.
func (Embargo) Fits() string {
	return "2026-09-12T10:00:00+06:00, 2026-09-12T10:00:00+06:00[Asia/Bishkek]"
}

// UnmarshalText takes String's form. An offset that the named zone does not
// have at that instant is refused: which of the two is meant cannot be known.
func (e *Embargo) UnmarshalText(text []byte) error {
	*e = Embargo{}
	if len(text) == 0 {
		return nil
	}
	s, zone, named := strings.Cut(string(text), "[")
	at, err := time.Parse(time.RFC3339, s)
	if err != nil || at.Year() < 1 || at.IsZero() {
		return &ValueError{Field: "embargo", Value: string(text)}
	}
	if !named {
		*e = Embargo{At: at}
		return nil
	}
	zone, closed := strings.CutSuffix(zone, "]")
	loc, err := time.LoadLocation(zone)
	if !closed || err != nil || zone == "" || zone == "Local" || at.In(loc).Format(time.RFC3339) != s {
		return &ValueError{Field: "embargo", Value: string(text)}
	}
	*e = Embargo{At: at.In(loc), Zone: zone}
	return nil
}
