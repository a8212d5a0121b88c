package sqlite

import (
	"communique/app/library"
	"communique/editor/release"
)

// position orders releases by their days: the day in the upper bits, the id below, so
// that a larger one is newer. The index of words is kept in this order, which is why
// the newest matches come first without sorting. What has no date stands before all that has.
type position int64

// idBits leave room for four billion releases under each day.
const idBits = 32

func positionOf(d release.Date, id int64) position { return firstOf(d) + position(id) }

// firstOf is before every release of the day and after those of the day before.
func firstOf(d release.Date) position { return position(library.DaysTo(d)) << idBits }

// handle is what the position is called outside.
func (p position) handle() library.Position {
	return library.At(int32(p>>idBits), p.id()) //nolint:gosec // four digits of years
}

// id is that of the release.
func (p position) id() int64 { return int64(p) & (1<<idBits - 1) }
