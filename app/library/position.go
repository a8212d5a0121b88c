package library

import (
	"time"

	"communique/editor/release"
)

// Position is where a release stands in a list: a handle of the store that gave it, good
// for asking that store for the Entry. What has no date stands together, as the newest.
type Position struct {
	id   int64
	days int32
}

// At returns the Position of release id under the day that is so many days after
// 1 January of the year 1.
func At(days int32, id int64) Position { return Position{id, days} }

// yearOne is 1 January of the year 1, in days from 1970.
const yearOne = -719162

// undated is where releases without a date stand: later than any day of four digits.
const undated = 1<<22 - 1

// DaysTo returns how many days after 1 January of the year 1 a day is; of no date, a number
// after those of all days.
func DaysTo(d release.Date) int32 {
	if d.IsZero() {
		return undated
	}
	days := time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Unix()/(24*60*60) - yearOne
	return int32(days) //nolint:gosec // four digits of years
}

// ID returns the release's id.
func (p Position) ID() int64 { return p.id }

// Day returns the day under which the release is listed; none where it has none.
func (p Position) Day() release.Date {
	if p.days == undated {
		return release.Date{}
	}
	return release.DateOf(time.Unix((int64(p.days)+yearOne)*24*60*60, 0).UTC())
}
