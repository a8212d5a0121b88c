package sqlite

import (
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
			daily(t, l, c, 1)
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
	c.at = c.at.Add(longestRest + aDay)
	for day := 1; day <= trustedDays; day++ {
		daily(t, l, c, 1)
		trashed, err := l.Trashed(ctx)
		if err != nil || len(trashed) == 0 != (day == trustedDays) {
			t.Errorf("day %d: %v, %v", day, trashed, err)
		}
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
