package sqlite

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"communique/app/library"
)

const aDay = 24 * time.Hour

// daily does the daily care on so many days, the first being today.
func daily(t *testing.T, l *Library, c *clock, days int) {
	t.Helper()
	for range days {
		if care, err := l.Daily(ctx); err != nil || len(care.Problems) > 0 {
			t.Fatal(care, err)
		}
		c.at = c.at.Add(aDay)
	}
}

// A folder may be called by what a pattern reads as its own.
func TestDailyBackupsInAnyFolder(t *testing.T) {
	for _, name := range []string{"[архив", "архив [2024]", "что?", "*", "[!a]"} {
		c := &clock{now()}
		l, err := Open(Params{Path: filepath.Join(t.TempDir(), name, "library.db"), Now: c.now})
		if err != nil {
			t.Fatal(err)
		}
		daily(t, l, c, 30)
		if backups, err := l.Backups(); err != nil || len(backups) != 10 {
			t.Errorf("%s: %d backups, %v", name, len(backups), err)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// A clock that is years away removes no backup and empties no trash; when it is right again,
// the care goes on.
func TestAWrongClockThrowsNothingAway(t *testing.T) {
	for _, wrong := range []string{"2020-01-01", "2099-12-28"} {
		t.Run(wrong, func(t *testing.T) {
			l, c := clocked(t)
			e := save(t, l, headed("Встреча", "2024-09-11"))
			daily(t, l, c, 30)
			if err := l.Trash(ctx, e.ID); err != nil {
				t.Fatal(err)
			}
			before, right := strings.Fields(files(t, l.BackupFolder())), c.at
			at, err := time.Parse(time.DateOnly, wrong)
			if err != nil {
				t.Fatal(err)
			}
			c.at = at
			daily(t, l, c, 3)
			after := files(t, l.BackupFolder())
			for _, name := range before {
				if !strings.Contains(after, name) {
					t.Errorf("%s is gone", name)
				}
			}
			if trashed, err := l.Trashed(ctx); err != nil || len(trashed) != 1 {
				t.Errorf("the trash: %v, %v", trashed, err)
			}
			c.at = right
			daily(t, l, c, 30)
			if newest := "library-" + c.at.Add(-aDay).UTC().Format(time.DateOnly) + ".db"; !strings.Contains(files(t, l.BackupFolder()), newest) {
				t.Errorf("%s is gone", newest)
			}
			if wrong[:4] == "2099" && !strings.Contains(files(t, l.BackupFolder()), "library-2099-12-28.db") {
				t.Error("a backup of days to come is gone")
			}
			c.at = c.at.Add(library.TrashLife)
			daily(t, l, c, trustedDays)
			if trashed, err := l.Trashed(ctx); err != nil || len(trashed) != 0 {
				t.Errorf("the trash is never emptied: %v, %v", trashed, err)
			}
		})
	}
}

// After a long rest the clock is believed when it has gone on for a week.
func TestAClockIsBelievedAgain(t *testing.T) {
	l, c := clocked(t)
	e := save(t, l, headed("Встреча", "2024-09-11"))
	if err := l.Trash(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	c.at = c.at.Add(library.TrashLife + longestRest)
	for day := 1; day <= trustedDays; day++ {
		daily(t, l, c, 1)
		trashed, err := l.Trashed(ctx)
		if err != nil || len(trashed) == 0 != (day == trustedDays) {
			t.Errorf("day %d: %v, %v", day, trashed, err)
		}
	}
}

// Days on which something was thrown away are days of use too.
func TestDaysOfTheTrash(t *testing.T) {
	l, c := clocked(t)
	for n := range trustedDays {
		save(t, l, headed(fmt.Sprint("Встреча ", n), "2024-09-11"))
	}
	for id := range int64(trustedDays) {
		c.at = c.at.Add(longestRest - aDay)
		if err := l.Trash(ctx, id+1); err != nil {
			t.Fatal(err)
		}
	}
	if believed, err := l.believesClock(ctx); err != nil || !believed {
		t.Errorf("the clock is believed: %t, %v", believed, err)
	}
}

// What went to the trash while the clock was years behind has not lain there for years.
func TestTrashedWhileTheClockWasBehind(t *testing.T) {
	l, c := clocked(t)
	e := save(t, l, headed("Встреча", "2024-09-11"))
	right := c.at
	c.at = right.AddDate(-4, 0, 0)
	if err := l.Trash(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	c.at = right
	daily(t, l, c, 10)
	if trashed, err := l.Trashed(ctx); err != nil || len(trashed) != 1 {
		t.Errorf("%v, %v", trashed, err)
	}
}

// TestTheClockThrownAbout: a clock that is wrong for some days, by an hour or by seventy years, and
// right again, erases nothing that has not lain in the trash for as long as that keeps, takes no
// backup's place but a wrong day's, and loses no version.
func TestTheClockThrownAbout(t *testing.T) {
	wrong := []func(time.Time) time.Time{
		func(at time.Time) time.Time { return at.AddDate(2020-at.Year(), 0, 0) },
		func(at time.Time) time.Time { return at.AddDate(2099-at.Year(), 0, 0) },
		func(at time.Time) time.Time { return at.AddDate(0, 4, 0) }, // one figure of the month
		func(at time.Time) time.Time { return at.AddDate(0, -4, 0) },
		func(at time.Time) time.Time { return at.AddDate(1, 0, 0) },
		func(at time.Time) time.Time { return at.Add(-time.Hour) }, // out of summer time
		func(at time.Time) time.Time { return at.Add(time.Hour) },
		func(at time.Time) time.Time { return at.Add(-25 * time.Hour) },
	}
	for seed := range uint64(2) {
		random := rand.New(rand.NewPCG(seed, 7))
		l, c := clocked(t)
		exactly := func(at time.Time) time.Time { return at }
		real, shown, right := c.at, exactly, false
		spells := random.Perm(len(wrong)) // each once
		since := map[int64]time.Time{}    // when it was thrown away in truth
		versions := map[int64]int{}
		live := make([]library.Entry, 10) // of which no wrong clock writes all
		for i := range live {
			live[i] = save(t, l, headed(fmt.Sprint("Встреча ", i), "2024-09-11"))
		}
		left := 0
		for day := range 140 {
			if left--; left < 0 {
				right = !right
				if shown, left = exactly, trustedDays+random.IntN(9); !right && len(spells) > 0 {
					shown, left, spells = wrong[spells[0]], random.IntN(trustedDays-1), spells[1:]
				}
			}
			real = real.Add(aDay)
			c.at = shown(real)
			e := &live[day%len(live)]
			before := e.Revision
			if *e = resave(t, l, *e, fmt.Sprint("день ", day)); e.Revision != before+1 {
				t.Fatalf("seed %d, day %d: revision %d after %d", seed, day, e.Revision, before)
			}
			versions[e.ID]++
			if day%9 == 0 {
				thrown := save(t, l, headed(fmt.Sprint("Лишний ", day), "2024-09-11"))
				if err := l.Trash(ctx, thrown.ID); err != nil {
					t.Fatal(err)
				}
				since[thrown.ID] = real
			}
			care, err := l.Daily(ctx)
			if err != nil || len(care.Problems) > 0 || !l.backedUpToday() {
				t.Fatalf("seed %d, day %d: %v, %v", seed, day, care, err)
			}
			there := map[int64]bool{}
			trashed, err := l.Trashed(ctx)
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range trashed {
				there[e.ID] = true
			}
			for id, since := range since {
				if lain := real.Sub(since); !there[id] && lain < library.TrashLife-aDay {
					t.Fatalf("seed %d, day %d, the clock says %v: what lay in the trash for %v was erased", seed, day, c.at, lain)
				}
			}
		}
		for id, count := range versions {
			past, err := l.History(ctx, id)
			if err != nil || len(past) != count+1 {
				t.Errorf("seed %d: %d versions of %d, %v", seed, len(past), count+1, err)
			}
			for _, v := range past {
				if _, err := l.Version(ctx, id, v.Number); err != nil {
					t.Errorf("seed %d: %v", seed, err)
				}
			}
		}
		c.at = real
		for _, e := range live {
			resave(t, l, e, "по верным часам")
		}
		daily(t, l, c, 9)
		backups, err := l.Backups()
		if err != nil {
			t.Fatal(err)
		}
		if best, err := newestGood(ctx, backups); err != nil || best.Path == "" {
			t.Errorf("seed %d: no good backup, %v", seed, err)
		}
		c.at = c.at.Add(library.TrashLife).AddDate(0, 4, 0) // also of what was saved by a clock so far ahead
		daily(t, l, c, trustedDays)
		if trashed, err := l.Trashed(ctx); err != nil || len(trashed) != 0 {
			t.Errorf("seed %d, the clock says %v: the trash is never emptied: %+v, %v", seed, c.at, trashed, err)
		}
	}
}
