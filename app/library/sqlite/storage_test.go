package sqlite

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"communique/app/library"
	"communique/editor/release"
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
		"SQLite, over an old part": {calledOff(), func(t *testing.T, dir string) { writeFile(t, filepath.Join(dir, "b.db.part"), "old") }, ""},
		"the part is a folder":     {ctx, func(t *testing.T, dir string) { writeFile(t, filepath.Join(dir, "b.db.part", "x"), "") }, "b.db.part"},
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

// An interrupted backup's part is in nobody's way, and others cannot read a
// backup.
func TestABackupOverAnOldPart(t *testing.T) {
	l := fresh(t)
	save(t, l, headed("Встреча", "2024-09-11"))
	path := filepath.Join(t.TempDir(), "a", "b", "c.db")
	writeFile(t, path+".part", "half")
	if err := l.BackUp(ctx, path); err != nil {
		t.Fatal(err)
	}
	if got := files(t, filepath.Dir(path)); got != "c.db" {
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

// Each column that lists show is compared with the text.
func TestVerifyComparesTheListWithTheText(t *testing.T) {
	l := fresh(t)
	r := headed("Встреча", "2024-09-11")
	r.Place, r.Embargo = "Бишкек", release.Embargo{At: now(), Zone: "Etc/UTC"}
	save(t, l, r)
	var heard []int
	if problems, err := l.Verify(ctx, func(done int) { heard = append(heard, done) }); err != nil || len(problems) != 0 || fmt.Sprint(heard) != "[1]" {
		t.Fatalf("%+v, %v, heard %v", problems, err, heard)
	}
	for column, value := range map[string]string{
		"headline": "x", "place": "x", "lead": "x", "day": "2024-09-12", "status": "issued", "kind": "meeting", "language": "en", "embargo": "", "text": "x", "checksum": "x", "release_number": "x",
	} {
		tx, err := l.db.BeginTx(ctx, nil)
		if err != nil {
			t.Fatal(err)
		}
		var was []byte
		if err := tx.QueryRowContext(ctx, `SELECT `+column+` FROM release`).Scan(&was); err != nil {
			t.Fatal(err)
		}
		set := `UPDATE release SET ` + column + ` = ?` //nolint:gosec // the columns are this test's own
		if column == "checksum" {
			set = `UPDATE release SET checksum = CAST(? AS BLOB)`
		}
		if _, err := tx.ExecContext(ctx, set, value); err != nil {
			t.Fatal(err)
		}
		if err := tx.Commit(); err != nil {
			t.Fatal(err)
		}
		if problems, err := l.Verify(ctx, nil); err != nil || len(problems) != 1 || problems[0].ID != 1 {
			t.Errorf("%s: %+v, %v", column, problems, err)
		}
		var back any = string(was)
		if column == "checksum" {
			back = was
		}
		if _, err := l.db.ExecContext(ctx, `UPDATE release SET `+column+` = ?`, back); err != nil { //nolint:gosec // the columns are this test's own
			t.Fatal(err)
		}
	}
	if problems, err := l.Verify(ctx, nil); err != nil || len(problems) != 0 {
		t.Errorf("put right: %+v, %v", problems, err)
	}
}

// A restore that fails leaves everything as it was.
func TestARestoreThatFailsChangesNothing(t *testing.T) {
	l, c := clocked(t)
	save(t, l, headed("Встреча", "2024-09-11"))
	good := filepath.Join(t.TempDir(), "good.db")
	if err := l.BackUp(ctx, good); err != nil {
		t.Fatal(err)
	}
	resave(t, l, list(t, l, "")[0], "после копии")
	rubbish, empty := filepath.Join(t.TempDir(), "rubbish.db"), filepath.Join(t.TempDir(), "empty.db")
	writeFile(t, rubbish, strings.Repeat("rubbish ", 1000))
	writeFile(t, empty, "")
	damaged := filepath.Join(t.TempDir(), "damaged.db")
	if err := l.BackUp(ctx, damaged); err != nil {
		t.Fatal(err)
	}
	damage(t, damaged, "после копии", "после копия")
	for name, path := range map[string]string{"rubbish": rubbish, "an empty file": empty, "a folder": t.TempDir(), "nothing": filepath.Join(t.TempDir(), "нет.db"), "a damaged one": damaged} {
		before, err := l.RestoreBackup(ctx, path)
		if err == nil || before != "" {
			t.Errorf("%s was restored: %s", name, before)
		}
		var own *library.DamagedBackupError
		if name == "a damaged one" && (!errors.As(err, &own) || own.Path != path || own.Problems != 1) {
			t.Errorf("got %v", err)
		}
	}
	if _, err := l.RestoreBackup(calledOff(), good); err == nil {
		t.Error("what was called off was restored")
	}
	if got := list(t, l, ""); len(got) != 1 || got[0].Lead != "после копии" || files(t, l.BackupFolder()) != "" {
		t.Errorf("%+v, backups %s", got, files(t, l.BackupFolder()))
	}
	// Where the library as it is cannot be put aside, nothing is put in its place.
	writeFile(t, l.BackupFolder(), "a file")
	if _, err := l.RestoreBackup(ctx, good); err == nil || list(t, l, "")[0].Lead != "после копии" {
		t.Error("restored over what is in no backup", err)
	}
	if err := os.Remove(l.BackupFolder()); err != nil {
		t.Fatal(err)
	}
	c.at = c.at.Add(time.Minute)
	before, err := l.RestoreBackup(ctx, good)
	if err != nil || before != filepath.Join(l.BackupFolder(), "before-restore-2024-09-11-140300.db") || list(t, l, "")[0].Lead == "после копии" {
		t.Errorf("%s, %v", before, err)
	}
	if got := list(t, open(t, before), ""); len(got) != 1 || got[0].Lead != "после копии" {
		t.Errorf("put aside: %+v", got)
	}
}

// damagedLibrary closes a library after putting rubbish over its beginning, so
// that nothing of it can be read.
func unreadableFile(t *testing.T, l *Library) {
	t.Helper()
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	writeFile(t, l.path, strings.Repeat("rubbish ", 1000))
}

// The newest backup that is good is taken, not the newest.
func TestRecoverPassesDamagedBackupsBy(t *testing.T) {
	l, c := clocked(t)
	e := save(t, l, headed("Встреча", "2024-09-11"))
	for n, lead := range []string{"первый", "второй", "третий"} {
		c.at = c.at.Add(24 * time.Hour)
		e = resave(t, l, e, lead)
		if err := l.BackUpDaily(ctx); err != nil {
			t.Fatal(err)
		}
		made := now().Add(time.Duration(n) * 24 * time.Hour)
		if err := os.Chtimes(l.todaysBackup(), made, made); err != nil {
			t.Fatal(err)
		}
	}
	newest := l.todaysBackup()
	damage(t, newest, "третий", "третей")
	unreadableFile(t, l)
	made, r, err := Recover(ctx, Params{Path: l.path, Now: c.now})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = made.Close() }()
	if got, _, err := made.Get(ctx, e.ID); err != nil || got.Lead != "второй" {
		t.Errorf("got %q, %v", got.Lead, err)
	}
	want := library.Recovery{Damaged: strings.TrimSuffix(l.path, ".db") + "-damaged-2024-09-14-140200.db"}
	if r.Damaged != want.Damaged || filepath.Base(r.Backup.Path) != "library-2024-09-13.db" || r.Salvaged != 0 || r.Lost != 0 {
		t.Errorf("got %+v", r)
	}
	if data, err := os.ReadFile(newest); err != nil || len(data) == 0 {
		t.Error("a damaged backup was thrown away", err)
	}
	if got := files(t, filepath.Dir(l.path)); strings.Contains(got, ".part") {
		t.Errorf("left: %s", got)
	}
}

// What is newer in the damaged file than in the backup is taken from it, each
// under its own number; what is in the trash stays there.
func TestRecoverSalvages(t *testing.T) {
	l, c := clocked(t)
	path := l.path
	var all []library.Entry
	for n := range 6 {
		all = append(all, save(t, l, headed(fmt.Sprint("Релиз ", n), "2024-09-11")))
	}
	if err := l.BackUpDaily(ctx); err != nil {
		t.Fatal(err)
	}
	c.at = c.at.Add(time.Hour)
	changed := resave(t, l, all[0], "изменён")
	resave(t, l, changed, "изменён снова")
	gone := save(t, l, headed("Стёрт", ""))
	late := save(t, l, headed("Позже", "2025-01-01"))
	late = resave(t, l, late, "позже и снова")
	trashed := save(t, l, headed("В корзине", "2025-01-02"))
	for _, err := range []error{l.Trash(ctx, gone.ID, trashed.ID, all[1].ID), l.Erase(ctx, gone.ID)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	spoil := func(id int64) {
		if _, err := l.db.ExecContext(ctx, `UPDATE release SET text = text || ' ' WHERE id = ?`, id); err != nil {
			t.Fatal(err)
		}
	}
	lost := save(t, l, headed("Потерян", ""))
	spoil(lost.ID)
	spoil(all[2].ID) // the backup has it
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	made, r, err := Recover(ctx, Params{Path: path, Now: c.now})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = made.Close() }()
	if r.Salvaged != 3 || r.Lost != 1 || r.Backup.Path == "" {
		t.Errorf("got %+v", r)
	}
	if got := leads(t, made, all[0].ID); got != "изменён снова Лид: Релиз 0" {
		t.Errorf("the changed one: %s", got)
	}
	if r, e, err := made.Get(ctx, late.ID); err != nil || r.Lead != "позже и снова" || e.ID != late.ID || !e.Saved.Equal(late.Saved) {
		t.Errorf("the late one: %+v, %v", e, err)
	}
	if got := headlines(list(t, made, "")); got != "Позже Релиз 5 Релиз 4 Релиз 3 Релиз 2 Релиз 0" {
		t.Errorf("listed: %s", got)
	}
	if got := headlines(list(t, made, "позже снова")); got != "Позже" {
		t.Errorf("found: %s", got)
	}
	trash, err := made.Trashed(ctx)
	if err != nil || headlines(trash) != "В корзине Релиз 1" {
		t.Errorf("in the trash: %s, %v", headlines(trash), err)
	}
	var missing *library.MissingError
	if _, _, err := made.Get(ctx, gone.ID); !errors.As(err, &missing) {
		t.Errorf("what was erased came back: %v", err)
	}
	if problems, err := made.Verify(ctx, nil); err != nil || len(problems) > 0 {
		t.Errorf("%+v, %v", problems, err)
	}
}

// What the backup has newer is not written over by what the damaged file has.
func TestRecoverKeepsWhatIsNewer(t *testing.T) {
	l, c := clocked(t)
	e := save(t, l, headed("Встреча", "2024-09-11"))
	c.at = c.at.Add(time.Hour)
	e = resave(t, l, e, "новый")
	if err := l.BackUpDaily(ctx); err != nil {
		t.Fatal(err)
	}
	c.at = c.at.Add(-30 * time.Minute)
	resave(t, l, e, "старый") // by a clock that went wrong, or an older copy of the file
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	made, r, err := Recover(ctx, Params{Path: l.path, Now: c.now})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = made.Close() }()
	if got, _, err := made.Get(ctx, e.ID); err != nil || got.Lead != "новый" || r.Salvaged != 0 {
		t.Errorf("%q, %+v, %v", got.Lead, r, err)
	}
}

// A recovery that cannot go on has lost nothing: what was there lies aside.
func TestARecoveryThatFails(t *testing.T) {
	params := func(path string) Params { return Params{Path: path, Now: now} }
	if _, _, err := Recover(ctx, params(filepath.Join(t.TempDir(), "library.db"))); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("of nothing: %v", err)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "library.db")
	writeFile(t, path, "rubbish")
	writeFile(t, filepath.Join(dir, "backups"), "a file")
	_, r, err := Recover(ctx, params(path))
	if data, readErr := os.ReadFile(r.Damaged); err == nil || readErr != nil || string(data) != "rubbish" {
		t.Errorf("%v; aside lies %q, %v", err, data, readErr)
	}
	l := fresh(t)
	save(t, l, headed("Встреча", ""))
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	_, r, err = Recover(calledOff(), params(l.path))
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("called off: %v", err)
	}
	if got := list(t, open(t, r.Damaged), ""); headlines(got) != "Встреча" {
		t.Errorf("aside lie %v", got)
	}
}

// The log beside a library holds what was saved last: it moves with it.
func TestPutAsideTakesTheLogAlong(t *testing.T) {
	dir := t.TempDir()
	path, aside := filepath.Join(dir, "library.db"), filepath.Join(dir, "aside.db")
	for _, end := range []string{"", "-wal", "-shm"} {
		writeFile(t, path+end, "a"+end)
	}
	if err := putAside(path, aside); err != nil {
		t.Fatal(err)
	}
	if got := files(t, dir); got != "aside.db aside.db-shm aside.db-wal" {
		t.Errorf("got %s", got)
	}
	if err := putAside(path, aside); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("nothing was put aside: %v", err)
	}
	writeFile(t, path, "b")
	if err := putAside(path, filepath.Join(dir, "second.db")); err != nil {
		t.Errorf("without a log: %v", err)
	}
}

func TestCopyFile(t *testing.T) {
	dir := t.TempDir()
	from, to := filepath.Join(dir, "from"), filepath.Join(dir, "to")
	writeFile(t, from, "текст")
	writeFile(t, to+".part", strings.Repeat("old", 100))
	if err := copyFile(from, to); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(to); err != nil || string(data) != "текст" || files(t, dir) != "from to" {
		t.Errorf("%q, %v; %s", data, err, files(t, dir))
	}
	for name, paths := range map[string][2]string{
		"nothing": {filepath.Join(dir, "none"), to}, "a folder": {dir, to}, "into no folder": {from, filepath.Join(dir, "none", "to")},
	} {
		if err := copyFile(paths[0], paths[1]); err == nil {
			t.Errorf("%s was copied", name)
		}
	}
	if data, err := os.ReadFile(to); err != nil || string(data) != "текст" || files(t, dir) != "from to" {
		t.Errorf("after failing: %q, %v; %s", data, err, files(t, dir))
	}
}

// oldLibrary makes a library of the first layout that holds these rows.
func oldLibrary(t *testing.T, texts ...string) string {
	t.Helper()
	l := fresh(t)
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
	for n, text := range texts {
		r, _ := release.Parse([]byte(text)) // one cannot be read
		sum := sha256.Sum256([]byte(text))
		made := time.Date(2020, 1, n+1, 10, 0, 0, 0, time.UTC).UnixMilli()
		if _, err := tx.ExecContext(ctx, `INSERT INTO release (revision, headline, place, lead, day, status, kind, language, created, saved, trashed, folded, text, checksum)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?)`, n+1, r.Headline, r.Place, r.Lead, r.Date.String(),
			string(r.Status), string(r.Kind), r.Language, made, made+1000, map[bool]any{true: made}[strings.Contains(text, "корзин")], text, sum[:]); err != nil {
			t.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return l.path
}

func encoded(t *testing.T, r release.Release) string {
	t.Helper()
	text, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Everything that a save writes now is filled in for what was there before.
func TestMigrationFillsIn(t *testing.T) {
	embargoed := headed("Совет принял план дорог", "2024-09-11")
	embargoed.Lead = "Он обсудил дороги, мосты, школы и больницы."
	embargoed.Embargo = release.Embargo{At: now(), Zone: "Etc/UTC"}
	twin := embargoed
	twin.Date = release.Date{Year: 2023, Month: 1, Day: 1}
	path := oldLibrary(t, encoded(t, embargoed), encoded(t, twin), encoded(t, headed("Без даты", "")), encoded(t, headed("Из корзины", "2024-09-11")), "нечитаемый текст")
	l := open(t, path)
	got := list(t, l, "")
	if names := headlines(got); names != " Без даты Совет принял план дорог Совет принял план дорог" {
		t.Fatalf("listed: %q", names)
	}
	if !got[2].Twin || !got[3].Twin || got[2].Embargo.String() != embargoed.Embargo.String() || got[2].Revision != 1 || got[3].Revision != 2 {
		t.Errorf("got %+v", got[2:])
	}
	if found := list(t, l, "повтор:да"); len(found) != 2 {
		t.Errorf("twins: %+v", found)
	}
	if found := list(t, l, "дороги больница год:2023"); len(found) != 1 {
		t.Errorf("found %+v", found)
	}
	positions, err := l.Find(ctx, library.ParseQuery("", false, nil), 0)
	if err != nil || !positions[1].Day().IsZero() {
		t.Errorf("without a date it stands at %v, %v", positions[1].Day(), err)
	}
	if len(list(t, l, "корзины")) != 0 || len(list(t, l, "нечитаемый")) != 0 {
		t.Error("what lies in the trash or cannot be read is found")
	}
	if trashed, err := l.Trashed(ctx); err != nil || headlines(trashed) != "Из корзины" {
		t.Errorf("in the trash: %v, %v", trashed, err)
	}
	var damaged *library.DamagedError
	if _, _, err := l.Get(ctx, 5); !errors.As(err, &damaged) {
		t.Errorf("what could not be read: %v", err)
	}
	if err := l.Restore(ctx, 4); err != nil || headlines(list(t, l, "корзины")) != "Из корзины" {
		t.Error("not found after it came back", err)
	}
	versions, err := l.History(ctx, 1)
	if err != nil || len(versions) != 1 || !versions[0].Saved.Equal(time.Date(2020, 1, 1, 10, 0, 1, 0, time.UTC)) {
		t.Errorf("history %+v, %v", versions, err)
	}
	var begun int64
	if err := l.db.QueryRowContext(ctx, `SELECT begun FROM release WHERE id = 1`).Scan(&begun); err != nil || begun != versions[0].Saved.UnixMilli() {
		t.Errorf("its version began at %d, %v", begun, err)
	}
	if again := open(t, path); len(list(t, again, "")) != 5 || strings.Count(files(t, l.BackupFolder()), ".db") != 1 {
		t.Errorf("opened again: %s", files(t, l.BackupFolder()))
	}
}

// A migration that fails leaves the old file as it was, readable for the old
// program.
func TestAMigrationThatFails(t *testing.T) {
	path := oldLibrary(t, encoded(t, headed("Встреча", "2024-09-11")))
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(filepath.Dir(path), "backups"), "a file")
	if l, err := Open(Params{Path: path, Now: now}); err == nil {
		_ = l.Close()
		t.Error("migrated without a backup")
	}
	after, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file was changed: %v", err)
	}
	if err := os.Remove(filepath.Join(filepath.Dir(path), "backups")); err != nil {
		t.Fatal(err)
	}
	old, err := openReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	_ = old.Close()
	blocked := oldLibrary(t, encoded(t, headed("Встреча", "2024-09-11")))
	l := &Library{path: blocked, now: now}
	if l.db, err = sql.Open("sqlite", source(blocked)); err != nil {
		t.Fatal(err)
	}
	if _, err := l.db.ExecContext(ctx, `CREATE TABLE unpaired (word TEXT)`); err != nil { // in the migration's way
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if l, err := Open(Params{Path: blocked, Now: now}); err == nil {
		_ = l.Close()
		t.Fatal("migrated half")
	}
	if l.db, err = sql.Open("sqlite", source(blocked)); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.db.Close() }()
	var version, folded int
	if err := l.db.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&version); err != nil || version != 1 {
		t.Errorf("version %d, %v", version, err)
	}
	if err := l.db.QueryRowContext(ctx, `SELECT count(folded) FROM release`).Scan(&folded); err != nil || folded != 1 {
		t.Errorf("the old table is changed: %d, %v", folded, err)
	}
}

// A difference that does not fit is refused, and never builds more than it may.
func TestDifferencesThatDoNotFit(t *testing.T) {
	base := []byte("стороны обсудили план")
	good := difference([]byte("стороны приняли план"), base)
	if len(good) > 24 {
		t.Errorf("a word costs %d bytes", len(good))
	}
	for name, delta := range map[string][]byte{
		"nothing": {}, "an unknown form": {2, 0, 0}, "no lengths": {0}, "one length": {0, 2}, "a negative head": {0, 1, 0}, "a negative tail": {0, 0, 1},
		"a head beyond": {0, 0x80, 0x01, 0}, "a tail beyond": {0, 0, 0x80, 0x01}, "head and tail beyond": {0, 44, 44}, "a length that does not end": {0, 0xff}, "no deflate": {1, 0, 0, 0xff, 0xff},
	} {
		if text, err := apply(delta, base); !errors.Is(err, errDelta) || text != nil {
			t.Errorf("%s: %q, %v", name, text, err)
		}
	}
	for name, tt := range map[string]struct{ text, base string }{
		"the same": {"аб", "аб"}, "nothing from something": {"", "аб"}, "something from nothing": {"аб", ""}, "both nothing": {"", ""},
		"longer at the end": {"абв", "аб"}, "longer at the start": {"ваб", "аб"}, "in the middle": {"авб", "аб"}, "shorter": {"аб", "авб"}, "doubled": {"аа", "а"}, "halved": {"а", "аа"},
		"many times": {strings.Repeat("аб", 500), "аб"}, "all of it": {"совсем другое", "текст"},
	} {
		delta := difference([]byte(tt.text), []byte(tt.base))
		back, err := apply(delta, []byte(tt.base))
		if err != nil || string(back) != tt.text || len(delta) > len(tt.text)+5 {
			t.Errorf("%s: %d bytes make %q, %v", name, len(delta), back, err)
		}
	}
	if base[0] != []byte("стороны обсудили план")[0] || !bytes.Equal(base, []byte("стороны обсудили план")) {
		t.Error("the base was written to")
	}
}

// Troubles of the disk are told by name, whatever was being done.
func TestTroublesOfTheDisk(t *testing.T) {
	l, other := fresh(t), (*Library)(nil)
	e := save(t, l, headed("Встреча", ""))
	other = open(t, l.path)
	for _, lib := range []*Library{l, other} {
		lib.db.SetMaxOpenConns(2)
	}
	if _, err := l.db.ExecContext(ctx, `PRAGMA busy_timeout = 0`); err != nil {
		t.Fatal(err)
	}
	tx, err := other.db.BeginTx(ctx, nil) // holds the pen
	if err != nil {
		t.Fatal(err)
	}
	var storage *library.StorageError
	if _, err := l.Save(ctx, e.ID, e.Revision, headed("Мой", "")); !errors.As(err, &storage) || storage.Reason != "busy" || storage.Path != l.path {
		t.Errorf("got %v", err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Save(ctx, e.ID, e.Revision, headed("Мой", "")); err != nil {
		t.Errorf("after the other had done: %v", err)
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	moved := filepath.Join(filepath.Dir(l.path), "moved")
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	gone := &Library{path: l.path, now: now}
	if gone.db, err = sql.Open("sqlite", source(filepath.Join(moved, "none", "library.db"))); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = gone.db.Close() }()
	if _, _, err := gone.Get(ctx, e.ID); !errors.As(err, &storage) || storage.Reason != "unreachable" {
		t.Errorf("got %v", err)
	}
	text := filepath.Join(t.TempDir(), "text.db")
	writeFile(t, text, strings.Repeat("текст ", 1000))
	none := &Library{path: text, now: now}
	if none.db, err = sql.Open("sqlite", source(text)); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = none.db.Close() }()
	for name, ask := range map[string]func() error{
		"get":     func() error { _, _, err := none.Get(ctx, 1); return err },
		"find":    func() error { _, err := none.Find(ctx, library.Query{}, 0); return err },
		"count":   func() error { _, err := none.Count(ctx, library.Query{}); return err },
		"entries": func() error { _, err := none.Entries(ctx, []library.Position{library.At(1, 1)}); return err },
		"typing":  func() error { _, err := none.Find(ctx, library.ParseQuery("встр", true, nil), 0); return err },
		"save":    func() error { _, err := none.Save(ctx, 0, 0, headed("А", "")); return err },
		"bring":   func() error { _, err := none.SaveNew(ctx, []release.Release{headed("А", "")}); return err },
		"trash":   func() error { return none.Trash(ctx, 1) },
		"history": func() error { _, err := none.History(ctx, 1); return err },
		"version": func() error { _, err := none.Version(ctx, 1, 1); return err },
		"name":    func() error { return none.NameVersion(ctx, 1, 1, "а") },
		"verify":  func() error { _, err := none.Verify(ctx, nil); return err },
		"backup":  func() error { return none.BackUp(ctx, filepath.Join(t.TempDir(), "b.db")) },
		"add":     func() error { _, err := none.AddPicture(ctx, jpeg(1)); return err },
		"picture": func() error { _, err := none.Picture(ctx, "ab"); return err },
		"archive": func() error {
			_, err := none.SaveWithHistory(ctx, []library.Past{{Version: library.Version{Saved: now()}, Text: []byte(encoded(t, headed("А", "")))}}, false)
			return err
		},
		"erase old": func() error { return none.eraseOld(ctx) },
	} {
		var own *library.NoLibraryError
		if err := ask(); !errors.As(err, &own) || own.Path != text {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAClosedDeskTakesNothing(t *testing.T) {
	l := fresh(t)
	if _, ok, err := l.Claim(ctx, 1); !ok || err != nil {
		t.Fatal(ok, err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := l.Claim(ctx, 2); ok || !errors.Is(err, fs.ErrClosed) {
		t.Errorf("%t, %v", ok, err)
	}
}

// Who holds a release is told by name, computer and process; where that cannot
// be read, it is held all the same.
func TestWhoHoldsARelease(t *testing.T) {
	one := fresh(t)
	two := open(t, one.path)
	if _, _, err := one.Claim(ctx, 7); err != nil {
		t.Fatal(err)
	}
	host, _ := os.Hostname()
	if holder, ok, err := two.Claim(ctx, 7); ok || err != nil || holder.PID != os.Getpid() || holder.Host != host || holder.User == "" {
		t.Errorf("%+v, %t, %v", holder, ok, err)
	}
	writeFile(t, filepath.Join(one.deskFolder(), "7.json"), `{"user": "Ив`)
	if holder, ok, err := two.Claim(ctx, 7); ok || err != nil || holder != (library.Holder{}) {
		t.Errorf("%+v, %t, %v", holder, ok, err)
	}
	if info, err := os.Stat(one.deskFolder()); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	blocked := fresh(t)
	writeFile(t, blocked.deskFolder(), "a file")
	if _, ok, err := blocked.Claim(ctx, 1); ok || err == nil {
		t.Error("taken without a lock")
	}
}
