package sqlite

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"communique/app/library"
)

// files lists what lies in a folder; none where the folder is not there.
func files(t testing.TB, dir string) string {
	t.Helper()
	names, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	var all []string
	for _, name := range names {
		all = append(all, name.Name())
	}
	return strings.Join(all, " ")
}

// called off is a context that ends every question to SQLite.
func calledOff() context.Context {
	stopped, stop := context.WithCancel(ctx)
	stop()
	return stopped
}

// A backup that fails leaves nothing that looks like one, and what was there
// stays whole.
func TestABackupThatFailsLeavesNothing(t *testing.T) {
	for name, tt := range map[string]struct {
		ctx     context.Context
		arrange func(t *testing.T, dir string)
		left    string
	}{
		"SQLite gives up":          {calledOff(), func(*testing.T, string) {}, ""},
		"SQLite, over an old part": {calledOff(), func(t *testing.T, dir string) { writeFile(t, filepath.Join(dir, "b.db.part"), "old") }, "b.db.part"},
		"a file of the name":       {ctx, func(t *testing.T, dir string) { writeFile(t, filepath.Join(dir, "b.db"), "mine") }, "b.db"},
		"a broken link":            {ctx, func(t *testing.T, dir string) { link(t, filepath.Join(dir, "none"), filepath.Join(dir, "b.db")) }, "b.db"},
	} {
		t.Run(name, func(t *testing.T) {
			l := fresh(t)
			save(t, l, headed("Встреча", "2024-09-11"))
			dir := filepath.Join(t.TempDir(), "backups")
			if err := os.Mkdir(dir, 0o700); err != nil {
				t.Fatal(err)
			}
			tt.arrange(t, dir)
			path := filepath.Join(dir, "b.db")
			if err := l.BackUp(tt.ctx, path); err == nil {
				t.Error("no error")
			}
			if got := files(t, dir); got != tt.left {
				t.Errorf("left: %s", got)
			}
			if data, err := os.ReadFile(path); err == nil && string(data) != "mine" {
				t.Errorf("the file there became %q", data)
			}
		})
	}
	l := fresh(t)
	file := filepath.Join(t.TempDir(), "file")
	writeFile(t, file, "mine")
	if err := l.BackUp(ctx, filepath.Join(file, "b.db")); err == nil {
		t.Error("a file was taken for a folder")
	}
}

// meddled is a context by way of which something is done while others wait.
type meddled struct {
	context.Context
	do func()
}

func (m meddled) Done() <-chan struct{} {
	m.do()
	return m.Context.Done()
}

// TestABackupWhoseNameIsTaken: what gets the backup's name while that is written stays as it is; it is told, and of the
// backup nothing is left.
func TestABackupWhoseNameIsTaken(t *testing.T) {
	l := fresh(t)
	save(t, l, headed("Встреча", "2024-09-11"))
	dir := t.TempDir()
	path := filepath.Join(dir, "b.db")
	taken := meddled{ctx, func() {
		if files(t, dir) != "" {
			writeFile(t, path, "mine")
		}
	}}
	var occupied *library.OccupiedError
	if err := l.BackUp(taken, path); !errors.As(err, &occupied) || occupied.Path != path {
		t.Errorf("told: %v", err)
	}
	if text, err := os.ReadFile(path); string(text) != "mine" || files(t, dir) != "b.db" {
		t.Errorf("%v, left: %s, with %d bytes", err, files(t, dir), len(text))
	}
}

func writeFile(t testing.TB, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func link(t testing.TB, target, path string) {
	t.Helper()
	if err := os.Symlink(target, path); err != nil {
		t.Skip("this system makes no links:", err)
	}
}

// TestABackupBesideAPart: what an interrupted backup, or one that another program writes, has left is in nobody's way;
// others cannot read a backup.
func TestABackupBesideAPart(t *testing.T) {
	l := fresh(t)
	save(t, l, headed("Встреча", "2024-09-11"))
	path := filepath.Join(t.TempDir(), "a", "b", "c.db")
	writeFile(t, path+".part", "half")
	writeFile(t, filepath.Join(filepath.Dir(path), "c-2.db.part", "x"), "")
	if err := l.BackUp(ctx, path); err != nil {
		t.Fatal(err)
	}
	if got, want := files(t, filepath.Dir(path)), "c-2.db.part c.db c.db.part"; got != want {
		t.Errorf("left: %s", got)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if got := list(t, open(t, path), "встреча"); headlines(got) != "Встреча" {
		t.Errorf("it holds %v", got)
	}
}

func TestSpareNames(t *testing.T) {
	l := fresh(t)
	want := filepath.Join(filepath.Dir(l.path), "backups", "before-restore-2024-09-11-140200")
	for _, end := range []string{".db", "-2.db", "-3.db"} {
		got := l.spareName("before-restore")
		if got != want+end {
			t.Errorf("got %s, want %s", got, want+end)
		}
		writeFile(t, got, "")
	}
}

// What lies beside the backups in their folder is none of them.
func TestBackupsAreNewestFirst(t *testing.T) {
	l := fresh(t)
	if all, err := l.Backups(); err != nil || len(all) != 0 || HasBackups(l.path) {
		t.Errorf("without a folder: %v, %v", all, err)
	}
	dir := l.BackupFolder()
	writeFile(t, filepath.Join(dir, "b.db.part"), "x")
	writeFile(t, filepath.Join(dir, "notes.txt"), "x")
	writeFile(t, filepath.Join(dir, "folder.db", "x"), "x")
	if HasBackups(l.path) {
		t.Error("what is no backup counts as one")
	}
	for i, name := range []string{"b.db", "a.db", "c.db"} {
		path := filepath.Join(dir, name)
		writeFile(t, path, strings.Repeat("x", i+1))
		made := now().Add(time.Duration(i) * time.Hour)
		if err := os.Chtimes(path, made, made); err != nil {
			t.Fatal(err)
		}
	}
	link(t, filepath.Join(dir, "a.db"), filepath.Join(dir, "link.db"))
	all, err := l.Backups()
	if err != nil || len(all) != 3 || !HasBackups(l.path) {
		t.Fatalf("%+v, %v", all, err)
	}
	for i, name := range []string{"c.db", "a.db", "b.db"} {
		if all[i].Path != filepath.Join(dir, name) || all[i].Bytes != int64(3-i) || !all[i].Made.Equal(now().Add(time.Duration(2-i)*time.Hour)) {
			t.Errorf("%d is %+v", i, all[i])
		}
	}
	other := fresh(t)
	writeFile(t, other.BackupFolder(), "a file")
	if _, err := other.Backups(); err == nil {
		t.Error("a file was listed as a folder")
	}
}

// Only the days' own copies are cleared away.
func TestDailyBackupsClearTheirOwnOnly(t *testing.T) {
	l, c := clocked(t)
	save(t, l, headed("Встреча", "2024-09-11"))
	for _, name := range []string{"library-2019-02-30.db", "library-копия.db", "before-restore-2019-01-01-000000.db", "2019-01-01.db", "library-2019-01-01.txt"} {
		writeFile(t, filepath.Join(l.BackupFolder(), name), "x")
	}
	for range 9 {
		c.at = c.at.Add(24 * time.Hour)
		if err := l.BackUpDaily(ctx); err != nil {
			t.Fatal(err)
		}
	}
	want := "2019-01-01.db before-restore-2019-01-01-000000.db library-2019-01-01.txt library-2019-02-30.db " +
		"library-2024-09-14.db library-2024-09-15.db library-2024-09-16.db library-2024-09-17.db library-2024-09-18.db library-2024-09-19.db library-2024-09-20.db library-копия.db"
	got := files(t, l.BackupFolder())
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	c.at = c.at.Add(24 * time.Hour)
	if err := l.BackUpDaily(calledOff()); err == nil || files(t, l.BackupFolder()) != got {
		t.Errorf("a backup that failed cleared others away: %v", err)
	}
}

// The daily care of a damaged library backs up what is good, into a copy of its own, and throws
// nothing away.
func TestADamagedLibraryIsBackedUpPartly(t *testing.T) {
	l, c := clocked(t)
	e, old := save(t, l, headed("Встреча", "2024-09-11")), save(t, l, headed("Старый", ""))
	if err := l.Trash(ctx, old.ID); err != nil {
		t.Fatal(err)
	}
	good := save(t, l, headed("Цел", ""))
	c.at = c.at.Add(library.TrashLife + time.Hour)
	do(t, l, `UPDATE release SET text = text || ' ' WHERE id = 1`)
	care, err := l.Daily(ctx)
	if err != nil || len(care.Problems) != 1 || care.Problems[0].ID != e.ID || !care.Partial || care.Backup == "" {
		t.Fatalf("%+v, %v", care, err)
	}
	if trashed, err := l.Trashed(ctx); err != nil || len(trashed) != 1 || files(t, l.BackupFolder()) != "partial-2024-12-10.db" {
		t.Errorf("%v, %v, backups %s", trashed, err, files(t, l.BackupFolder()))
	}
	if err := verifyFile(ctx, care.Backup); err != nil {
		t.Error(err)
	}
	copied := filepath.Join(t.TempDir(), "library.db")
	if err := copyFile(care.Backup, copied); err != nil {
		t.Fatal(err)
	}
	if got := open(t, copied); headlines(list(t, got, "")) != "Цел" {
		t.Errorf("in the copy: %s, not %s", headlines(list(t, got, "")), good.Headline)
	}
	if care, err := l.Daily(ctx); err != nil || len(care.Problems) != 1 || care.Backup != "" {
		t.Errorf("the same day again: %+v, %v", care, err)
	}
	do(t, l, `UPDATE release SET text = substr(text, 1, length(text) - 1) WHERE id = 1`)
	if care, err := l.Daily(ctx); err != nil || len(care.Problems) != 0 || files(t, l.BackupFolder()) != "library-2024-12-10.db partial-2024-12-10.db" {
		t.Errorf("%+v, %v, backups %s", care, err, files(t, l.BackupFolder()))
	}
	do(t, l, `UPDATE release SET headline = 'Встречь' WHERE id = 1`)
	if care, err := l.Daily(ctx); err != nil || len(care.Problems) != 0 {
		t.Errorf("the same day again: %+v, %v", care, err)
	}
	if _, err := l.Daily(calledOff()); err != nil {
		t.Errorf("there was nothing to do: %v", err)
	}
	do(t, l, `UPDATE release SET headline = 'Встреча' WHERE id = 1`)
	c.at = c.at.Add(aDay)
	daily(t, l, c, trustedDays)
	if trashed, err := l.Trashed(ctx); err != nil || len(trashed) != 0 {
		t.Errorf("not erased: %v, %v", trashed, err)
	}
	c.at = c.at.Add(24 * time.Hour)
	if _, err := l.Daily(calledOff()); err == nil {
		t.Error("what could not be looked at is called whole")
	}
}

// TestOldPartialBackupsGo: of what was good of a damaged library a week of copies is kept, the newest.
func TestOldPartialBackupsGo(t *testing.T) {
	l, c := clocked(t)
	save(t, l, headed("Встреча", "2024-09-11"))
	save(t, l, headed("Цел", ""))
	do(t, l, `UPDATE release SET text = text || ' ' WHERE id = 1`)
	first := ""
	for day := range keptPartial + 2 {
		care, err := l.Daily(ctx)
		if err != nil || care.Backup == "" {
			t.Fatalf("%+v, %v", care, err)
		}
		if day == 2 { // the two before it go
			first = care.Backup
		}
		c.at = c.at.Add(aDay)
	}
	kept := strings.Fields(files(t, l.BackupFolder()))
	if len(kept) != keptPartial || kept[0] != filepath.Base(first) {
		t.Errorf("kept are %v, the first of them should be %s", kept, filepath.Base(first))
	}
}

// TestCopiesAreTheirOwnersAlone, as the library is.
func TestCopiesAreTheirOwnersAlone(t *testing.T) {
	if os.PathSeparator != '/' {
		return // the folder's rights hold there
	}
	l, dir := fresh(t), t.TempDir()
	save(t, l, headed("Встреча", "2024-09-11"))
	pages, copied := filepath.Join(dir, "pages.db"), filepath.Join(dir, "copied.db")
	if err := errors.Join(l.copyPages(ctx, pages), copyFile(pages, copied)); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{l.path, pages, copied} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", path, info.Mode(), err)
		}
	}
}
