package library

import (
	"time"

	"communique/editor/release"
)

// Position is where a release stands when releases are in the order of their
// days: the day in the upper bits, the id below, so that a larger Position is
// newer. The index of words is kept in this order, which is why the newest
// matches come first without sorting. A release without a date stands at the
// day it was made.
type Position int64

// idBits leave room for four billion releases under each day.
const idBits = 32

// yearOne is the first day that a date can have, in days from 1970.
const yearOne = -719162

func positionOf(d release.Date, created time.Time, id int64) Position {
	if d.IsZero() {
		d = release.DateOf(created.UTC())
	}
	return firstOf(d) + Position(id)
}

// firstOf is before every release of the day and after those of the day before.
func firstOf(d release.Date) Position {
	day := time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Unix()/(24*60*60) - yearOne
	return Position(day << idBits)
}

// ID returns the release's id.
func (p Position) ID() int64 { return int64(p) & (1<<idBits - 1) }

// Day returns the day under which the release is listed.
func (p Position) Day() release.Date {
	days := int64(p)>>idBits + yearOne
	return release.DateOf(time.Unix(days*24*60*60, 0).UTC())
}
