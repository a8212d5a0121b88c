package sqlite

import (
	"crypto/sha256"
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

// TestMigration opens a library of the first layout.
func TestMigration(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	l := open(t, path)
	old := headed("Старая встреча", "2020-02-02")
	text, err := old.Encode()
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(text)
	for _, s := range []string{`DROP TABLE unpaired`, `DROP TABLE unindexed`, `DROP TABLE unrenewed`, `DROP TABLE change`, `DROP TABLE request`, `DROP TABLE checked`, `DROP TABLE shown`, `DROP TABLE picture_file`, `DROP TABLE picture`, `DROP TABLE words`, `DROP TABLE vocabulary`, `DROP TABLE version`, `DROP TABLE release`, `PRAGMA user_version = 1`} {
		if _, err := l.db.ExecContext(ctx, s); err != nil {
			t.Fatal(err)
		}
	}
	tx, err := l.db.BeginTx(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := migrations[0](ctx, &transaction{Tx: tx}); err != nil {
		t.Fatal(err)
	}
	for _, trashed := range []any{nil, 5} {
		if _, err := tx.ExecContext(ctx, `INSERT INTO release (revision, headline, place, lead, day, status, kind, language, created, saved, trashed, folded, text, checksum)
			VALUES (4, 'Старая встреча', '', '', '2020-02-02', 'draft', 'news', 'ru', 1000, 1000, ?, '', ?, ?)`, trashed, string(text), sum[:]); err != nil {
			t.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	l = open(t, path)
	found := list(t, l, "встречи год:2020")
	if len(found) != 1 || found[0].Revision != 4 {
		t.Errorf("got %+v", found)
	}
	if backups, err := l.Backups(); err != nil || len(backups) != 1 || !strings.Contains(backups[0].Path, fmt.Sprintf("before-version-%d", len(migrations))) {
		t.Errorf("no backup before: %v, %v", backups, err)
	}
	e := resave(t, l, found[0], "новый лид")
	if got := leads(t, l, e.ID); !strings.HasPrefix(got, "новый лид Лид: Старая") {
		t.Errorf("got %s", got)
	}
	if trashed, err := l.Trashed(ctx); err != nil || len(trashed) != 1 {
		t.Errorf("got %v, %v", trashed, err)
	}
}

func TestDesk(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	one, two := open(t, path), open(t, path)
	claim := func(l *Library, id int64) bool {
		holder, ok, err := l.Claim(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		if !ok && holder.PID != os.Getpid() {
			t.Errorf("held by %+v", holder)
		}
		return ok
	}
	for i, tt := range []struct {
		by   *Library
		id   int64
		want bool
	}{{one, 1, true}, {one, 1, true}, {two, 1, false}, {two, 2, true}} {
		if claim(tt.by, tt.id) != tt.want {
			t.Errorf("claim %d: want %v", i, tt.want)
		}
	}
	one.Leave(1)
	if !claim(two, 1) {
		t.Error("what was left cannot be taken")
	}
	if err := two.Close(); err != nil {
		t.Fatal(err)
	}
	if !claim(one, 2) {
		t.Error("a closed library holds on")
	}
}

// TestWhatIsBroughtIntoTheTrash lies there since when it says, and is kept as long as what went
// there the day it was brought, also when the library is made anew of what can be read of it.
func TestWhatIsBroughtIntoTheTrash(t *testing.T) {
	l, c := clocked(t)
	since := c.at.AddDate(-2, 0, 0).Truncate(time.Millisecond)
	past := library.Past{Version: library.Version{Saved: since.Add(-time.Hour)}, Text: []byte(encoded(t, headed("Давно", "2022-09-11")))}
	lies := func(when string, want int) {
		t.Helper()
		trashed, err := l.Trashed(ctx)
		if err != nil || len(trashed) != want || want == 1 && !trashed[0].Trashed.Equal(since) {
			t.Errorf("%s: %+v, %v", when, trashed, err)
		}
	}
	care := func(after time.Duration) {
		t.Helper()
		c.at = c.at.Add(after)
		if err := l.eraseOld(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := l.SaveWithHistory(ctx, []library.Archived{{Past: []library.Past{past}, Trashed: since}}); err != nil {
		t.Fatal(err)
	}
	save(t, l, headed("Сегодня", "2024-09-11"))
	care(time.Minute)
	lies("the same day", 1)
	care(library.TrashLife - time.Hour)
	lies("nearly ninety days later", 1)
	damaged := filepath.Join(t.TempDir(), "damaged.db")
	if err := l.copyPages(ctx, damaged); err != nil {
		t.Fatal(err)
	}
	whole := l
	var err error
	if l, err = rebuild(ctx, Params{Path: filepath.Join(t.TempDir(), "anew.db"), Now: c.now}, damaged, nil, &library.Recovery{}); err != nil {
		t.Fatal(err)
	}
	anew := l
	defer func() { _ = anew.Close() }()
	care(time.Minute)
	lies("made anew", 1)
	care(2 * time.Hour)
	lies("made anew, ninety days later", 0)
	l = whole
	care(0)
	lies("ninety days later", 0)
}

func TestTheTrashIsKeptForNinetyDays(t *testing.T) {
	l, c := clocked(t)
	e := save(t, l, headed("Встреча", "2024-09-11"))
	kept := save(t, l, headed("Позже", "2024-09-11"))
	resave(t, l, e, "вторая версия")
	if err := l.Trash(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	c.at = c.at.Add(library.TrashLife - time.Hour)
	if err := l.Trash(ctx, kept.ID); err != nil {
		t.Fatal(err)
	}
	if err := l.eraseOld(ctx); err != nil {
		t.Fatal(err)
	}
	if trashed, _ := l.Trashed(ctx); len(trashed) != 2 {
		t.Errorf("erased too early: %v", trashed)
	}
	c.at = c.at.Add(2 * time.Hour)
	if err := l.eraseOld(ctx); err != nil {
		t.Fatal(err)
	}
	if got, _ := l.Trashed(ctx); headlines(got) != "Позже" {
		t.Errorf("got %v", got)
	}
	var versions int
	if err := l.db.QueryRowContext(ctx, `SELECT count(*) FROM version`).Scan(&versions); err != nil || versions != 0 {
		t.Errorf("%d versions of what is gone, %v", versions, err)
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
