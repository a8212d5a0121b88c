package window

import (
	"context"
	"sync/atomic"
	"testing"
	"time"

	"communique/app/library"
)

// carer is the library's keeper, which counts the days it is cared for.
type carer struct {
	*shelf
	days atomic.Int32
}

func (c *carer) Daily(context.Context) (library.Care, error) {
	c.days.Add(1)
	return library.Care{}, nil
}

// TestTheDailyCareGoesOn while the window stays open: once for each day of UTC, whatever the
// clock did meanwhile.
func TestTheDailyCareGoesOn(t *testing.T) {
	s := newStage(t, settled, "Встреча")
	c := &carer{shelf: s.shelf}
	at := time.Date(2026, time.November, 1, 1, 0, 0, 0, time.UTC)
	s.params.Keeper, s.params.Now = c, func() time.Time { return at }
	s.caredFor = ""
	for day := int32(1); day <= 30; day++ {
		for range 3 { // at one, eight and fifteen o'clock
			s.careDaily()
			at = at.Add(7 * time.Hour)
		}
		s.wait("the care", func() bool { return c.days.Load() == day })
		at = at.Add(3 * time.Hour)
	}
	at = at.Add(240 * time.Hour) // the computer slept
	s.wait("the care after a sleep, by the window's own timer", func() bool { return c.days.Load() == 31 })
}
