package sqlite

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
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

// TestABackupThatCannotBeMoved: where the folder of a library's own cannot be made, the backups that older programs
// had it share stay, and are its own as before.
func TestABackupThatCannotBeMoved(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	for _, name := range []string{"press.db", "council.db"} {
		l, err := Open(Params{Path: at(name), Now: now})
		if err != nil {
			t.Fatal(err)
		}
		save(t, l, headed(name, "2024-09-11"))
		if err := errors.Join(l.BackUp(ctx, at("made/"+name)), l.Close()); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(os.RemoveAll(at("backups")), os.Mkdir(at("backups"), 0o700), os.Rename(at("made/press.db"), at("backups/library-2024-09-11.db"))); err != nil {
		t.Fatal(err)
	}
	writeFile(t, at("backups/press.db"), "in the way")
	writeFile(t, at("backups/press.db-backups"), "in the way")
	takeBackups(at("press.db"))
	has := func(name string) bool {
		backups, err := backupsFor(at(name))
		return err == nil && slices.ContainsFunc(backups, func(b library.Backup) bool { return b.Path == at("backups/library-2024-09-11.db") })
	}
	if !has("press.db") || has("council.db") {
		t.Error("the backup that could not be moved is not its own any more")
	}
	if err := errors.Join(os.Remove(at("backups/press.db")), os.Remove(at("backups/press.db-backups"))); err != nil {
		t.Fatal(err)
	}
	takeBackups(at("press.db"))
	if files(t, at("backups/press.db")) != "library-2024-09-11.db" || !HasBackups(at("press.db")) {
		t.Errorf("it was not moved when nothing stood in the way: %s", files(t, at("backups")))
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

// TestLibrariesSideBySide: each has backups of its own, and none is missing because another has some. Where an older
// program put a library's backups they stay.
func TestLibrariesSideBySide(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	var made []string
	for _, name := range []string{"library.db", "press.db", "Архив.db"} {
		l := open(t, at(name))
		save(t, l, headed(name, "2024-09-11"))
		care, err := l.Daily(ctx)
		if err != nil || care.Backup == "" {
			t.Fatalf("%s: %+v, %v", name, care, err)
		}
		made = append(made, care.Backup)
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	for i, end := range []string{"", "/press.db", "/Архив.db"} {
		if want := at("backups" + end + "/library-2024-09-11.db"); made[i] != filepath.FromSlash(want) {
			t.Errorf("the backup lies at %s", made[i])
		}
	}
	for i, name := range []string{"library.db", "press.db", "Архив.db"} {
		if err := os.Remove(at(name)); err != nil {
			t.Fatal(err)
		}
		var absent *library.AbsentError
		if _, err := Open(Params{Path: at(name), Now: now}); !errors.As(err, &absent) {
			t.Errorf("%s, which is gone: %v", name, err)
		}
		l, r, err := RestoreOver(ctx, Params{Path: at(name), Now: now}, "")
		if err != nil || r.Backup.Path != made[i] {
			t.Fatalf("%s: %+v, %v", name, r, err)
		}
		if got := headlines(list(t, l, "")); got != name {
			t.Errorf("%s came back as %s", name, got)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestACopyInTheFolderOfBackups has the name that the folder of the library's own backups would have: both are kept, also
// when the copy has gone.
func TestACopyInTheFolderOfBackups(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	usual := open(t, at("library.db"))
	if err := usual.BackUp(ctx, at("backups/press.db")); err != nil {
		t.Fatal(err)
	}
	l := open(t, at("press.db"))
	care, err := l.Daily(ctx)
	if err != nil || filepath.Dir(care.Backup) != at("backups/press.db-backups") {
		t.Fatalf("%+v, %v", care, err)
	}
	for range 2 {
		if backups, err := l.Backups(); err != nil || len(backups) != 1 || backups[0].Path != care.Backup {
			t.Errorf("%+v, %v", backups, err)
		}
		_ = os.Remove(at("backups/press.db")) // the second time it has gone
	}
}

func TestBackupsOfAnOlderProgram(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	l := open(t, at("press.db"))
	save(t, l, headed("Старый", "2024-09-11"))
	if err := errors.Join(l.BackUp(ctx, at("backups/library-2024-09-10.db")), os.Remove(at("backups/press.db"))); err != nil {
		t.Fatal(err)
	}
	if all, err := l.Backups(); err != nil || len(all) != 1 {
		t.Fatalf("%v, %v", all, err)
	}
	if err := errors.Join(l.Close(), open(t, at("second.db")).Close()); err != nil {
		t.Fatal(err)
	}
	if HasBackups(at("second.db")) || !HasBackups(at("press.db")) {
		t.Error("the backups are another's now")
	}
	if err := open(t, at("library.db")).Close(); err != nil { // in whose folder they lie
		t.Fatal(err)
	}
	if !HasBackups(at("press.db")) || HasBackups(at("library.db")) {
		t.Error("the backups are those of the folder's library now")
	}
	writeFile(t, at("press.db"), "damaged")
	if HasBackups(at("press.db")) || !HasBackups(at("library.db")) {
		t.Error("what may be of two is taken for the one's of another name")
	}
}

// TestOlderLibrariesThatShareBackups: older programs laid the backups of libraries side by side into one folder. Each
// takes its own when it is opened, and none is made anew of another's before.
func TestOlderLibrariesThatShareBackups(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	names := []string{"press.db", "press2.db", "Архив.db"}
	for i, name := range names {
		c := &clock{at: now().Add(time.Duration(i) * time.Minute)}
		l, err := Open(Params{Path: at(name), Now: c.now})
		if err != nil {
			t.Fatal(err)
		}
		save(t, l, headed(name, "2024-09-11"))
		if err := errors.Join(l.BackUp(ctx, at("shared/"+name)), l.Close()); err != nil {
			t.Fatal(err)
		}
	}
	share := func() {
		t.Helper()
		if err := errors.Join(os.RemoveAll(at("backups")), os.CopyFS(at("backups"), os.DirFS(at("shared")))); err != nil {
			t.Fatal(err)
		}
		for i, name := range names { // as of days one behind another, the first the newest
			made := now().Add(-time.Duration(i) * 24 * time.Hour)
			if err := os.Rename(at("backups/"+name), at("backups/library-"+made.Format(time.DateOnly)+".db")); err != nil {
				t.Fatal(err)
			}
			if err := os.Chtimes(at("backups/library-"+made.Format(time.DateOnly)+".db"), made, made); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, name := range names {
		share()
		if err := os.Rename(at(name), at("shared/away")); err != nil {
			t.Fatal(err)
		}
		var absent *library.AbsentError
		if _, err := Open(Params{Path: at(name), Now: now}); !errors.As(err, &absent) {
			t.Errorf("%s, which is gone: %v", name, err)
		}
		l, _, err := RestoreOver(ctx, Params{Path: at(name), Now: now}, "")
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got := headlines(list(t, l, "")); got != name {
			t.Errorf("%s was made anew of %s", name, got)
		}
		if err := errors.Join(l.Close(), os.Remove(at(name)), os.Rename(at("shared/away"), at(name))); err != nil {
			t.Fatal(err)
		}
	}
	share()
	if err := errors.Join(open(t, at("new.db")).Close()); err != nil || HasBackups(at("new.db")) {
		t.Errorf("a new one: %v, has backups: %v", err, HasBackups(at("new.db")))
	}
	for i, name := range names {
		l := open(t, at(name))
		backups, err := l.Backups()
		if err != nil || len(backups) != 1 || backups[0].Path != at("backups/"+name+"/library-"+now().Add(-time.Duration(i)*24*time.Hour).Format(time.DateOnly)+".db") {
			t.Errorf("%s has %v, %v", name, backups, err)
		}
		if care, err := l.Daily(ctx); err != nil || (care.Backup == "") != (i == 0) {
			t.Errorf("%s: %+v, %v", name, care, err)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestBackupsOfTwoThatWereOne: a library that was copied under another name has the same releases. The backups of both
// from before stay where they are, for either may be meant.
func TestBackupsOfTwoThatWereOne(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	l := open(t, at("press.db"))
	save(t, l, headed("Встреча", "2024-09-11"))
	err := errors.Join(l.BackUp(ctx, at("office.db")), l.BackUp(ctx, at("library-2024-09-10.db")), l.Close(), os.RemoveAll(at("backups")), os.Mkdir(at("backups"), 0o700))
	if err = errors.Join(err, os.Rename(at("library-2024-09-10.db"), at("backups/library-2024-09-10.db"))); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"press.db", "office.db"} {
		if err := open(t, at(name)).Close(); err != nil {
			t.Fatal(err)
		}
	}
	if got := files(t, at("backups")); got != "library-2024-09-10.db office.db press.db" {
		t.Errorf("there lie %s", got)
	}
}

// TestWhatIsBesideIsNoOther: copies of a library and what was put aside of it have its releases, and take no backups.
func TestWhatIsBesideIsNoOther(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	l := open(t, at("library.db"))
	save(t, l, headed("Встреча", "2024-09-11"))
	if _, err := l.Daily(ctx); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"library (1).db", "library-damaged-2024-09-11-140200.db", "Library 2.db", "copy.db"} {
		if err := l.BackUp(ctx, at(name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if !HasBackups(at("library.db")) {
		t.Error("its backups are its copies'")
	}
	if err := errors.Join(os.Remove(at("copy.db")), os.WriteFile(at("library.db"), []byte("damaged"), 0o600)); err != nil {
		t.Fatal(err)
	}
	if !HasBackups(at("library.db")) {
		t.Error("the backups of what is damaged are its copies'")
	}
}
