package sqlite

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/app/library"
)

func TestBackUpAndRestore(t *testing.T) {
	l, c := clocked(t)
	e := save(t, l, headed("Встреча", "2024-09-11"))
	if err := l.NoteChecked(ctx, e.ID, e.Revision, 3); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "Копия № 1's.db")
	if err := l.BackUp(ctx, path); err != nil {
		t.Fatal(err)
	}
	var occupied *library.OccupiedError
	if err := l.BackUp(ctx, path); !errors.As(err, &occupied) || errors.Is(err, os.ErrExist) {
		t.Errorf("an existing file was taken: %v", err)
	}
	resave(t, l, e, "после копии")
	save(t, l, headed("Новый", "2024-09-12"))
	other := open(t, l.path) // a second window sees the restored state too
	c.at = c.at.Add(time.Hour)
	before, err := l.RestoreBackup(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range []*Library{l, other} {
		if got := headlines(list(t, l, "")); got != "Встреча" {
			t.Errorf("got %s", got)
		}
		if got := headlines(list(t, l, "встречи")); got != "Встреча" {
			t.Errorf("search: %s", got)
		}
		if _, now, err := l.Get(ctx, e.ID); err != nil || now.Findings != 3 || now.Revision <= e.Revision {
			t.Errorf("%d findings of revision %d, %v", now.Findings, now.Revision, err)
		}
	}
	if _, err := l.RestoreBackup(ctx, before); err != nil {
		t.Fatal(err)
	}
	if got := headlines(list(t, l, "")); got != "Новый Встреча" {
		t.Errorf("what was there before the restore: %s", got)
	}
	if problems, err := l.Verify(ctx, nil); err != nil || len(problems) > 0 {
		t.Errorf("%v, %v", problems, err)
	}
}

func TestNoDamagedBackupIsRestored(t *testing.T) {
	l := fresh(t)
	save(t, l, headed("Встреча", "2024-09-11"))
	path := filepath.Join(t.TempDir(), "backup.db")
	if err := l.BackUp(ctx, path); err != nil {
		t.Fatal(err)
	}
	damage(t, path, "Встреча", "Встречь")
	if _, err := l.RestoreBackup(ctx, path); err == nil {
		t.Error("a damaged backup was restored")
	}
	if _, err := l.RestoreBackup(ctx, filepath.Join(t.TempDir(), "нет.db")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v", err)
	}
	if got := headlines(list(t, l, "")); got != "Встреча" {
		t.Errorf("got %s", got)
	}
}

// damage changes bytes of a file in every place where they stand.
func damage(t *testing.T, path, old, now string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), old) {
		t.Fatalf("%s is not in %s", old, path)
	}
	if err := os.WriteFile(path, []byte(strings.ReplaceAll(string(data), old, now)), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestKeptDays(t *testing.T) {
	var days []time.Time
	for day := time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC); !day.After(time.Date(2024, 9, 11, 0, 0, 0, 0, time.UTC)); day = day.AddDate(0, 0, 1) {
		days = append(days, day)
	}
	var kept []string
	for day := range keptDays(days) {
		kept = append(kept, day.Format("01-02"))
	}
	slices.Sort(kept)
	want := "01-31 02-29 03-31 04-30 05-31 06-30 07-31 08-25 08-31 09-01 09-05 09-06 09-07 09-08 09-09 09-10 09-11 10-31 11-30 12-31"
	if got := strings.Join(kept, " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestDailyBackups(t *testing.T) {
	l, c := clocked(t)
	save(t, l, headed("Встреча", "2024-09-11"))
	for range 30 {
		for range 2 {
			if err := l.BackUpDaily(ctx); err != nil {
				t.Fatal(err)
			}
		}
		c.at = c.at.Add(24 * time.Hour)
	}
	backups, err := l.Backups()
	if err != nil || len(backups) != 10 || backups[0].Bytes == 0 {
		t.Errorf("%d backups, %v", len(backups), err)
	}
	do(t, l, `UPDATE release SET text = text || ' '`)
	var damaged *library.DamagedBackupError
	if err := l.BackUpDaily(ctx); !errors.As(err, &damaged) {
		t.Errorf("a backup with a damaged text: %v", err)
	}
	if backups, err := l.Backups(); err != nil || len(backups) != 11 {
		t.Errorf("after a bad one there are %d, %v", len(backups), err)
	}
}

func TestRecover(t *testing.T) {
	l, c := clocked(t)
	path := l.path
	var entries []library.Entry
	for n := range 40 {
		r := longRelease(n)
		r.Headline = fmt.Sprintf("Релиз-%03d", n)
		entries = append(entries, save(t, l, r))
	}
	if err := l.BackUpDaily(ctx); err != nil {
		t.Fatal(err)
	}
	c.at = c.at.Add(time.Hour)
	resave(t, l, entries[3], "исправлено после копии")
	late := save(t, l, headed("Позже копии", "2025-01-01"))
	if err := l.Close(); err != nil { // puts the log into the file
		t.Fatal(err)
	}
	overwrite(t, path, 3)
	fresh, r, err := Recover(ctx, Params{Path: path, Now: c.now})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = fresh.Close() }()
	if _, err := os.Stat(r.Damaged); err != nil || r.Backup.Path == "" || r.Salvaged == 0 {
		t.Errorf("got %+v, %v", r, err)
	}
	if got, _, err := fresh.Get(ctx, entries[3].ID); err != nil || got.Lead != "исправлено после копии" {
		t.Errorf("the correction: %q, %v", got.Lead, err)
	}
	if got, _, err := fresh.Get(ctx, late.ID); err != nil || got.Headline != "Позже копии" {
		t.Errorf("the newest release: %q, %v", got.Headline, err)
	}
	if got := list(t, fresh, ""); len(got) != 41 {
		t.Errorf("%d releases, %+v", len(got), r)
	}
	if problems, err := fresh.Verify(ctx, nil); err != nil || len(problems) > 0 {
		t.Errorf("%v, %v", problems, err)
	}
}

// overwrite fills pages in the middle of a file with rubbish.
func overwrite(t *testing.T, path string, pages int) {
	t.Helper()
	const page = 4096
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	middle := info.Size() / page / 2 * page
	if _, err := f.WriteAt([]byte(strings.Repeat("\x5a", pages*page)), middle); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestRecoverWithoutABackup(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	if err := os.WriteFile(path, []byte(strings.Repeat("rubbish ", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	var nothing *library.NothingReadError
	if _, _, err := Recover(ctx, Params{Path: path, Now: now, Existing: true}); !errors.As(err, &nothing) {
		t.Fatal(err)
	}
	if got := files(t, filepath.Dir(path)); got != "library.db" {
		t.Errorf("left: %s", got)
	}
	if data, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(data), "rubbish") {
		t.Errorf("the file was not left as it was: %v", err)
	}
}

// TestExisting makes no library where one was put and is gone.
func TestExisting(t *testing.T) {
	path := filepath.Join(t.TempDir(), "usb", "library.db")
	var absent *library.AbsentError
	if _, err := Open(Params{Path: path, Now: now, Existing: true}); !errors.As(err, &absent) || absent.Path != path || absent.Connected {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(filepath.Dir(path)); !errors.Is(err, os.ErrNotExist) {
		t.Error("its folder was made")
	}
	if l, err := Open(Params{Path: path, Now: now}); err != nil || l.Close() != nil {
		t.Errorf("a new one: %v", err)
	}
	if l, err := Open(Params{Path: path, Now: now, Existing: true}); err != nil || l.Close() != nil {
		t.Errorf("the one that is there: %v", err)
	}
	if _, err := Open(Params{Path: filepath.Join(filepath.Dir(path), "librery.db"), Now: now, Existing: true}); !errors.As(err, &absent) || !absent.Connected {
		t.Errorf("a name that is mistyped: %v", err)
	}
}

// TestALargeBackupIsRestored: more than SQLite keeps in the log, so that the file is written while the backup
// takes its place; today's layout and an older one.
func TestALargeBackupIsRestored(t *testing.T) {
	for _, older := range []bool{false, true} {
		l, backup := fresh(t), filepath.Join(t.TempDir(), "backup.db")
		saveMany(t, l, "Прежний", 3)
		const ballast = `CREATE TABLE ballast (x); INSERT INTO ballast VALUES (randomblob(8000000))`
		if older {
			backup = old(t, len(migrations)-1)
			run(t, backup, ballast)
		} else {
			do(t, l, ballast)
			if err := l.BackUp(ctx, backup); err != nil {
				t.Fatal(err)
			}
		}
		e := save(t, l, headed("Новый", "2024-09-12"))
		if _, err := l.RestoreBackup(ctx, backup); err != nil {
			t.Fatalf("older %t: %v", older, err)
		}
		if got := headlines(list(t, l, "")); got == "" || strings.Contains(got, "Новый") {
			t.Errorf("there are %s", got)
		}
		if after := save(t, l, headed("После", "2024-09-13")); after.ID <= e.ID {
			t.Errorf("the id %d is given again", after.ID)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
		l = open(t, l.path)
		if problems, err := l.Verify(ctx, nil); err != nil || len(problems) > 0 || l.PutAside() != "" || !strings.Contains(headlines(list(t, l, "")), "После") {
			t.Errorf("%v, %v, put aside %q", problems, err, l.PutAside())
		}
	}
}

// TestARestoreIsToldBefore: the log says that a backup is about to take the library's place, before it does.
func TestARestoreIsToldBefore(t *testing.T) {
	l, backup := fresh(t), filepath.Join(t.TempDir(), "backup.db")
	e := save(t, l, headed("Встреча", "2024-09-11"))
	if err := l.BackUp(ctx, backup); err != nil {
		t.Fatal(err)
	}
	resave(t, l, e, "после копии")
	before, err := l.given(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.RestoreBackup(ctx, backup); err != nil {
		t.Fatal(err)
	}
	const told = 2 // that it is about to, and that it has
	if after, err := l.given(ctx); err != nil || after.change != before.change+told {
		t.Errorf("changes: %d before, %d after, %v", before.change, after.change, err)
	}
}

// TestABackupThatHasGivenMore: an id that was given in the backup is not given again, though its release was erased there.
func TestABackupThatHasGivenMore(t *testing.T) {
	l, other, backup := fresh(t), fresh(t), filepath.Join(t.TempDir(), "backup.db")
	save(t, l, headed("Встреча", "2024-09-11"))
	saveMany(t, other, "Релиз", 5)
	gone := save(t, other, headed("Стёрт", "2024-09-11"))
	if err := errors.Join(other.Trash(ctx, gone.ID), other.Erase(ctx, gone.ID), other.BackUp(ctx, backup)); err != nil {
		t.Fatal(err)
	}
	if _, err := l.RestoreBackup(ctx, backup); err != nil {
		t.Fatal(err)
	}
	if e := save(t, l, headed("Следующий", "2024-09-12")); e.ID <= gone.ID {
		t.Errorf("the id %d is given again", e.ID)
	}
}

// TestWhatADamagedLibraryHasGiven: the id of a release that nobody can read, too.
func TestWhatADamagedLibraryHasGiven(t *testing.T) {
	l := fresh(t)
	saveMany(t, l, "Релиз", 3)
	e := save(t, l, headed("Последний", "2024-09-12"))
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	damage(t, l.path, "Последний", "Последняя")
	if n, err := givenIn(ctx, l.path); err != nil || n.release != e.ID {
		t.Errorf("%+v, %v; the last was %d", n, err, e.ID)
	}
}
