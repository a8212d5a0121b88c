package window

import (
	"context"
	"testing"
	"time"

	"communique/app/library"
)

// carer is the library's keeper, which counts the days it is cared for.
type carer struct {
	*shelf
	days int
}

func (c *carer) Daily(context.Context) (library.Care, error) {
	c.days++
	return library.Care{}, nil
}

// TestTheDailyCareGoesOn while the window stays open: once for each day, whatever the clock did
// meanwhile.
func TestTheDailyCareGoesOn(t *testing.T) {
	s := newStage(t, settled, "Встреча")
	c := &carer{shelf: s.shelf}
	at := clockTime()
	s.params.Keeper, s.params.Now = c, func() time.Time { return at }
	s.caredFor = ""
	for day := 1; day <= 30; day++ {
		for range 3 {
			s.careDaily()
			at = at.Add(7 * time.Hour)
		}
		at = at.Add(3 * time.Hour)
		s.wait("the care", func() bool { return c.days == day })
	}
	before := c.days
	at = at.Add(240 * time.Hour) // the computer slept
	s.wait("the care after a sleep, by the window's own timer", func() bool { return c.days == before+1 })
}
