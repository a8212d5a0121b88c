package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"communique/app/library"
)

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
	if e := save(t, made, headed("Следующий", "2025-01-03")); e.ID <= lost.ID {
		t.Errorf("the id %d of what was lost is given again", e.ID)
	}
}

// TestTimesThatNoClockShows: no checksum covers when a release was saved, and a flipped bit may say anything.
func TestTimesThatNoClockShows(t *testing.T) {
	otherwise := now()
	for _, at := range []time.Time{{}, time.UnixMilli(0), time.UnixMilli(-1 << 50), time.UnixMilli(1 << 50), time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC)} {
		if got := believed(at, otherwise); got != otherwise {
			t.Errorf("%v is believed as %v", at, got)
		}
	}
	if at := time.Date(2024, 9, 11, 0, 0, 0, 0, time.UTC); believed(at, otherwise) != at {
		t.Errorf("%v is not believed", at)
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

// A recovery that cannot go on has lost nothing: what was there lies aside, or still where it was.
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
	if data, readErr := os.ReadFile(path); err == nil || readErr != nil || string(data) != "rubbish" || r.Damaged != "" {
		t.Errorf("%v, %+v; there lies %q, %v", err, r, data, readErr)
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

// A library that cannot be put aside keeps its log, without which it would lack what was saved last.
func TestPutAsideIsAllOrNothing(t *testing.T) {
	dir := t.TempDir()
	path, aside := filepath.Join(dir, "library.db"), filepath.Join(dir, "aside.db")
	for _, end := range []string{"", "-wal", "-shm"} {
		writeFile(t, path+end, "a"+end)
	}
	if err := os.MkdirAll(filepath.Join(aside, "in the way"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := putAside(path, aside); err == nil {
		t.Error("a folder was written over")
	}
	if got := files(t, dir); got != "aside.db library.db library.db-shm library.db-wal" {
		t.Errorf("got %s", got)
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
