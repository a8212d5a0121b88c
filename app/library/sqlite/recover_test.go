package sqlite

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"communique/app/library"
)

// spoiled is a library with a page of its releases gone, which opens all the same, and how
// many releases it had; the last of them is newer than the backup.
func spoiled(t *testing.T) (*Library, *clock, []library.Entry) {
	t.Helper()
	l, c := clocked(t)
	var all []library.Entry
	for n := range 40 {
		all = append(all, save(t, l, longRelease(n)))
	}
	if err := l.BackUpDaily(ctx); err != nil {
		t.Fatal(err)
	}
	c.at = c.at.Add(time.Hour)
	for i, e := range all[:30] {
		all[i] = resave(t, l, e, "исправлено")
	}
	all = append(all, save(t, l, headed("Позже копии", "2025-01-01")))
	path := l.path
	var at int
	if err := l.db.QueryRowContext(ctx, `SELECT (pageno - 1) * pgsize FROM dbstat WHERE name = 'release' AND pagetype = 'leaf' ORDER BY pageno LIMIT 1 OFFSET 3`).Scan(&at); err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	clear(data[at : at+4096])
	writeFile(t, path, string(data))
	l = open(t, path)
	l.now = c.now
	return l, c, all
}

// TestRecoverInPlace: a library that opens, and is damaged, is made anew while windows have it open.
func TestRecoverInPlace(t *testing.T) {
	l, _, all := spoiled(t)
	other := open(t, l.path)
	if problems, err := l.Verify(ctx, nil); err != nil || len(problems) == 0 {
		t.Fatalf("it is whole: %v", err)
	}
	r, err := l.Recover(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if r.Lost != 0 || r.Earlier == 0 || r.Backup.Path == "" || r.Salvaged < 25 {
		t.Errorf("%+v", r)
	}
	for _, l := range []*Library{l, other} {
		if got := list(t, l, ""); len(got) != len(all) {
			t.Errorf("%d releases of %d", len(got), len(all))
		}
	}
	if problems, err := l.Verify(ctx, nil); err != nil || len(problems) > 0 {
		t.Errorf("%v, %v", problems, err)
	}
	if changes, err := other.Changes(ctx); err != nil || len(changes) != 1 || changes[0].ID != 0 {
		t.Errorf("others hear %v, %v", changes, err)
	}
	var conflict *library.ConflictError
	stale, _, err := other.Get(ctx, all[3].ID)
	if err != nil {
		t.Fatal(err)
	}
	stale.Lead = "из другого окна"
	if _, err := other.Save(ctx, all[3].ID, all[3].Revision, stale); !errors.As(err, &conflict) {
		t.Errorf("a window that knows the revision of before: %v", err)
	}
	if e := save(t, l, headed("Новый", "")); e.ID != int64(len(all))+1 {
		t.Errorf("the next id is %d", e.ID)
	}
	if data, err := os.ReadFile(r.Damaged); err != nil || !strings.HasPrefix(string(data), "SQLite") {
		t.Errorf("the damaged file is not kept: %v", err)
	}
	if got := files(t, filepath.Dir(l.path)); strings.Contains(got, "recovering") {
		t.Errorf("left: %s", got)
	}
}

// TestABackupOverADamagedLibrary does not need the damaged one to be readable.
func TestABackupOverADamagedLibrary(t *testing.T) {
	l, c, _ := spoiled(t)
	c.at = c.at.Add(time.Hour)
	backups, err := l.Backups()
	if err != nil {
		t.Fatal(err)
	}
	before, err := l.RestoreBackup(ctx, backups[0].Path)
	if err != nil || !strings.Contains(before, "-damaged-") {
		t.Fatalf("%q, %v", before, err)
	}
	if problems, err := l.Verify(ctx, nil); err != nil || len(problems) > 0 || len(list(t, l, "")) != 40 {
		t.Errorf("%v, %v", problems, err)
	}
	if e := save(t, l, headed("Новый", "")); e.ID < 42 {
		t.Errorf("id %d is given again", e.ID)
	}
}

// TestRestoreOver puts the newest good backup, or the one that is named, over a file that cannot
// be opened.
func TestRestoreOver(t *testing.T) {
	l, c := clocked(t)
	save(t, l, headed("Встреча", "2024-09-11"))
	if err := l.BackUpDaily(ctx); err != nil {
		t.Fatal(err)
	}
	backup := l.todaysBackup()
	unreadableFile(t, l)
	for _, path := range []string{"", backup} {
		made, r, err := RestoreOver(ctx, Params{Path: l.path, Now: c.now, Existing: true}, path)
		if err != nil || r.Backup.Path != backup || headlines(list(t, made, "")) != "Встреча" {
			t.Fatalf("%+v, %v", r, err)
		}
		if _, err := os.Stat(r.Damaged); err != nil {
			t.Error(err)
		}
		unreadableFile(t, made)
	}
	damage(t, backup, "Встреча", "Встречь")
	var none *library.NoBackupError
	if _, _, err := RestoreOver(ctx, Params{Path: l.path, Now: c.now}, ""); !errors.As(err, &none) {
		t.Errorf("no good backup: %v", err)
	}
	if _, _, err := RestoreOver(ctx, Params{Path: l.path, Now: c.now}, backup); err == nil {
		t.Error("a damaged backup was put in place")
	}
	if data, err := os.ReadFile(l.path); err != nil || !strings.HasPrefix(string(data), "rubbish") {
		t.Errorf("then the file is touched: %v", err)
	}
}

// TestNoLibraryTakesThePlaceOfWhatNeverWasOne: backups that lie beside a file which neither its name nor its
// beginning tells for a library are another's.
func TestNoLibraryTakesThePlaceOfWhatNeverWasOne(t *testing.T) {
	l, c := clocked(t)
	save(t, l, headed("Встреча", "2024-09-11"))
	if err := errors.Join(l.BackUpDaily(ctx), l.Close()); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(l.path); err != nil {
		t.Fatal(err)
	}
	letter := filepath.Join(filepath.Dir(l.path), "letter.txt")
	writeFile(t, letter, "a letter")
	p := Params{Path: letter, Now: c.now}
	var nothing *library.NothingReadError
	if made, r, err := Recover(ctx, p); !errors.As(err, &nothing) {
		t.Errorf("%+v, %v", r, err)
		_ = made.Close()
	}
	var none *library.NoLibraryError
	if _, _, err := RestoreOver(ctx, p, ""); !errors.As(err, &none) {
		t.Error(err)
	}
	if data, err := os.ReadFile(letter); err != nil || string(data) != "a letter" || !strings.Contains(files(t, filepath.Dir(letter)), "letter.txt") {
		t.Errorf("%q, %v", data, err)
	}
}

// TestDamageEndsNothing: what is good is visited and verified, what is not is named.
func TestDamageEndsNothing(t *testing.T) {
	l, _, all := spoiled(t)
	visited := map[int64]bool{}
	err := l.All(ctx, func(e library.Entry, _ []library.Past) error {
		visited[e.ID] = true
		return nil
	})
	var partly *library.PartlyError
	if !errors.As(err, &partly) || len(visited) < len(all)-8 || !visited[all[40].ID] {
		t.Fatalf("%d of %d visited, %v", len(visited), len(all), err)
	}
	told := map[int64]bool{}
	for _, err := range partly.Damaged {
		var damaged *library.DamagedError
		if errors.As(err, &damaged) {
			told[damaged.ID] = true
		}
	}
	problems, err := l.Verify(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	named := map[int64]bool{}
	for _, p := range problems {
		named[p.ID] = true
	}
	for _, e := range all {
		if visited[e.ID] == told[e.ID] || told[e.ID] && !named[e.ID] {
			t.Errorf("release %d: visited %v, told %v, by a verification %v", e.ID, visited[e.ID], told[e.ID], named[e.ID])
		}
	}
}

// TestVersionsAreSalvaged: with their names, times and authors, out of the log too.
func TestVersionsAreSalvaged(t *testing.T) {
	l, c := clocked(t)
	e := save(t, l, longRelease(1))
	for n := range 40 {
		c.at = c.at.Add(2 * time.Minute)
		e = resave(t, l, e, fmt.Sprint("лид ", n))
	}
	if err := l.NameVersion(ctx, e.ID, 7, "согласовано"); err != nil {
		t.Fatal(err)
	}
	want, err := l.History(ctx, e.ID)
	if err != nil {
		t.Fatal(err)
	}
	texts := leads(t, l, e.ID)
	path := filepath.Join(t.TempDir(), "library.db")
	for _, end := range []string{"", "-wal"} { // as a computer that lost its power leaves it
		data, err := os.ReadFile(l.path + end)
		if err != nil {
			t.Fatal(err)
		}
		if end == "" {
			clear(data[:min(len(data), 4096)])
		}
		writeFile(t, path+end, string(data))
	}
	made, r, err := Recover(ctx, Params{Path: path, Now: c.now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = made.Close() })
	got, err := made.History(ctx, e.ID)
	if err != nil || fmt.Sprint(got) != fmt.Sprint(want) || leads(t, made, e.ID) != texts {
		t.Errorf("%+v\n%v\n%v, %v", r, got, want, err)
	}
	if r.Lost != 0 || r.Versions != 0 || r.Salvaged != 1 {
		t.Errorf("%+v", r)
	}
}

// TestVerifyReadsWhatNoTextTells: an index that is damaged misleads a search, and only SQLite's
// own check finds it.
func TestVerifyReadsWhatNoTextTells(t *testing.T) {
	l := fresh(t)
	for n := range 5 {
		save(t, l, longRelease(n))
	}
	var at int
	if err := l.db.QueryRowContext(ctx, `SELECT (pageno - 1) * pgsize FROM dbstat WHERE name = 'release_fingerprint' AND pagetype = 'leaf' LIMIT 1`).Scan(&at); err != nil {
		t.Fatal(err)
	}
	path := l.path
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	data[at+4096-3] ^= 1 // in one of its entries
	writeFile(t, path, string(data))
	if problems, err := open(t, path).Verify(ctx, nil); err != nil || len(problems) == 0 || problems[0].ID != 0 {
		t.Errorf("%v, %v", problems, err)
	}
}

// TestRecoverOfWhatWasGood: where there is only a copy of what was good of a damaged library, that is what
// a new one is made of, and it is named, also where nothing else can be read.
func TestRecoverOfWhatWasGood(t *testing.T) {
	for name, spoil := range map[string]func(t *testing.T, path string){
		"the text alone is damaged": func(*testing.T, string) {},
		"nothing can be read":       func(t *testing.T, path string) { writeFile(t, path, strings.Repeat("\x00", 40960)) },
	} {
		t.Run(name, func(t *testing.T) {
			l := fresh(t)
			save(t, l, headed("Встреча", "2024-09-11"))
			save(t, l, headed("Цел", ""))
			save(t, l, headed("И этот", ""))
			do(t, l, `UPDATE release SET text = text || ' ' WHERE id = 1`)
			care, err := l.Daily(ctx)
			if err := errors.Join(err, l.Close()); err != nil || !care.Partial {
				t.Fatal(care, err)
			}
			spoil(t, l.path)
			made, r, err := Recover(ctx, Params{Path: l.path, Now: now})
			if err != nil {
				t.Fatal(err)
			}
			if got := headlines(list(t, made, "")); got != "И этот Цел" && got != "Цел И этот" {
				t.Errorf("it has %s", got)
			}
			if err := made.Close(); err != nil || r.Backup.Path != care.Backup || r.Salvaged != 0 {
				t.Errorf("told is %+v, %v", r, err)
			}
		})
	}
}
