package librarytest

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"communique/app/library"
	"communique/editor/release"
)

// A Keeper's store is a file of one's own, and is tried as such; what is looked after elsewhere, as the model is, has
// nothing of this.

// keeper is the store as who looks after it sees it.
func (d *desk) keeper() library.Keeper { return d.store.(library.Keeper) }

// leads returns what each release's lead says, by headlines.
func (d *desk) leads() map[string]string {
	d.Helper()
	leads := map[string]string{}
	if err := d.store.All(ctx, func(e library.Entry, past []library.Past) error {
		r, err := release.Parse(past[len(past)-1].Text)
		leads[e.Headline] = r.Lead
		return err
	}); err != nil {
		d.Fatal(err)
	}
	return leads
}

func backedUp(t *testing.T, d *desk) {
	old := d.save(0, 0, draft("Встреча", "до"))
	path := filepath.Join(t.TempDir(), "folder", "copy.db")
	if err := d.keeper().BackUp(ctx, path); err != nil {
		t.Fatal(err)
	}
	var occupied *library.OccupiedError
	if err := d.keeper().BackUp(ctx, path); !errors.As(err, &occupied) || occupied.Path != path {
		t.Errorf("over another: %v", err)
	}
	newer := d.save(old.ID, old.Revision, draft("Встреча", "после"))
	added := d.save(0, 0, draft("Учения", "новое"))
	before, err := d.keeper().RestoreBackup(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	if got := d.leads(); len(got) != 1 || got["Встреча"] != "до" {
		t.Errorf("restored: %v", got)
	}
	var conflict *library.ConflictError
	if _, err := d.store.Save(ctx, newer.ID, newer.Revision, draft("Встреча", "ещё позже")); !errors.As(err, &conflict) {
		t.Errorf("what a window still shows was saved over what came back: %v", err)
	}
	if e := d.save(0, 0, draft("Совещание", "")); e.ID <= added.ID {
		t.Errorf("the id %d was given again, where %d was", e.ID, added.ID)
	}
	if _, err := d.keeper().RestoreBackup(ctx, before); err != nil {
		t.Fatal(err)
	}
	d.reopen()
	if got := d.leads(); len(got) != 2 || got["Встреча"] != "после" || got["Учения"] != "новое" {
		t.Errorf("and back: %v", got)
	}
}

func backupsThatFail(t *testing.T, d *desk) {
	d.save(0, 0, draft("Встреча", "здесь"))
	dir := t.TempDir()
	stopped, stop := context.WithCancel(ctx)
	stop()
	if err := d.keeper().BackUp(stopped, filepath.Join(dir, "copy.db")); err == nil {
		t.Error("a backup that was called off is made")
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
		t.Errorf("it leaves %v, %v", left, err)
	}
	none := filepath.Join(dir, "none.db")
	if err := os.WriteFile(none, []byte("no library"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{none, filepath.Join(dir, "absent.db")} {
		if _, err := d.keeper().RestoreBackup(ctx, path); err == nil {
			t.Errorf("%s was restored", path)
		}
		if c, err := d.keeper().OpenCopy(path); err == nil {
			t.Errorf("%s was opened: %v", path, c.Close())
		}
	}
	if got := d.leads(); got["Встреча"] != "здесь" {
		t.Errorf("what was there is gone: %v", got)
	}
}

func dailyCare(t *testing.T, d *desk) {
	if all, err := d.keeper().Backups(); err != nil || len(all) != 0 {
		t.Fatalf("before the first: %v, %v", all, err)
	}
	var made []string
	for day := range 3 {
		d.save(0, 0, draft("Встреча", string(rune('а'+day))))
		care, err := d.keeper().Daily(ctx)
		if err != nil || care.Backup == "" || care.Partial || len(care.Problems) != 0 || filepath.Dir(care.Backup) != d.keeper().BackupFolder() {
			t.Fatalf("day %d: %+v, %v", day, care, err)
		}
		made = append(made, care.Backup)
		d.at = d.at.Add(time.Hour)
		if care, err := d.keeper().Daily(ctx); err != nil || care.Backup != "" {
			t.Errorf("day %d once more: %+v, %v", day, care, err)
		}
		d.at = d.at.Add(24 * time.Hour)
	}
	slices.Reverse(made)
	all, err := d.keeper().Backups()
	if err != nil || !slices.EqualFunc(all, made, func(b library.Backup, path string) bool { return b.Path == path && b.Bytes > 0 }) {
		t.Errorf("the backups are %+v, %v; %v were made", all, err, made)
	}
}

func recoveredWhole(t *testing.T, d *desk) {
	e := d.save(0, 0, draft("Встреча", "а"))
	if _, err := d.keeper().Daily(ctx); err != nil {
		t.Fatal(err)
	}
	d.at = d.at.Add(time.Hour)
	d.save(e.ID, e.Revision, draft("Встреча", "б"))
	d.save(0, 0, draft("Учения", "в"))
	r, err := d.keeper().Recover(ctx)
	if err != nil || r.Lost != 0 || r.Perhaps != 0 || r.Earlier != 0 || r.Versions != 0 || r.Pictures != 0 {
		t.Fatalf("nothing was damaged: %+v, %v", r, err)
	}
	if got := d.leads(); len(got) != 2 || got["Встреча"] != "б" || got["Учения"] != "в" {
		t.Errorf("recovered: %v", got)
	}
	if said := d.past(e.ID); len(said) != 2 {
		t.Errorf("of two versions came back %d", len(said))
	}
}

func otherCopies(t *testing.T, d *desk) {
	e := d.save(0, 0, draft("Встреча", "а"))
	d.at = d.at.Add(time.Hour)
	d.save(e.ID, e.Revision, draft("Встреча", "б"))
	path := filepath.Join(t.TempDir(), "copy.db")
	if err := d.keeper().BackUp(ctx, path); err != nil {
		t.Fatal(err)
	}
	was, err := os.ReadFile(path) //nolint:gosec // the test's own
	if err != nil {
		t.Fatal(err)
	}
	c, err := d.keeper().OpenCopy(path)
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	err = c.All(ctx, func(got library.Entry, past []library.Past) error {
		if seen++; got.UUID != e.UUID || len(past) != 2 || !bytes.Contains(past[0].Text, []byte(`"а"`)) || !bytes.Contains(past[1].Text, []byte(`"б"`)) {
			t.Errorf("it has %+v, %+v", got, past)
		}
		return nil
	})
	if err = errors.Join(err, c.Close()); err != nil || seen != 1 {
		t.Errorf("%d releases, %v", seen, err)
	}
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, was) { //nolint:gosec // the test's own
		t.Errorf("reading has changed it, %v", err)
	}
}

func nothingToTell(t *testing.T, d *desk) {
	for n := range 3 {
		d.save(0, 0, draft("Встреча", string(rune('а'+n))))
	}
	heard := 0
	if problems, err := d.keeper().Verify(ctx, func(done int) { heard = done }); err != nil || len(problems) != 0 || heard != 3 {
		t.Errorf("%v, %v, %d were told", problems, err, heard)
	}
	stopped, stop := context.WithCancel(ctx)
	stop()
	if _, err := d.keeper().Verify(stopped, nil); err == nil {
		t.Error("what was not looked at is called whole")
	}
	logs, unread := d.keeper().LogsAside()
	copied, unlisted := d.keeper().ConflictedCopies()
	if err := errors.Join(unread, unlisted); err != nil || len(logs) != 0 || len(copied) != 0 || d.keeper().PutAside() != "" {
		t.Errorf("beside it lie %v, %v, %q, %v", logs, copied, d.keeper().PutAside(), err)
	}
	if left, err := d.keeper().LeftBeside(ctx); err != nil || !left.IsNone() {
		t.Errorf("of an earlier run is left %+v, %v", left, err)
	}
	if sharing := d.keeper().Sharing(); !sharing.IsSafe() {
		t.Errorf("of a folder of one's own this is told: %+v", sharing)
	}
}

// setAside moves copies of the library out of the way: each lies there whole, under a name of its own.
func setAside(t *testing.T, d *desk) {
	d.save(0, 0, draft("Встреча", "в копии"))
	path := filepath.Join(t.TempDir(), "copy.db")
	var put []string
	for range 2 {
		if err := d.keeper().BackUp(ctx, path); err != nil {
			t.Fatal(err)
		}
		to, err := d.keeper().SetAside(path)
		if err != nil || to == path || slices.Contains(put, to) {
			t.Fatalf("put at %s, beside %v: %v", to, put, err)
		}
		put = append(put, to)
		if _, err := os.Lstat(path); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("it lies where it lay: %v", err)
		}
	}
	for _, to := range put {
		copied, err := d.keeper().OpenCopy(to)
		if err != nil {
			t.Fatal(err)
		}
		var held []string
		err = copied.All(ctx, func(e library.Entry, _ []library.Past) error { held = append(held, e.Headline); return nil })
		if err := errors.Join(err, copied.Close()); err != nil || !slices.Equal(held, []string{"Встреча"}) {
			t.Errorf("%s holds %v, %v", to, held, err)
		}
	}
	if to, err := d.keeper().SetAside(path); err == nil {
		t.Errorf("what is not there was put at %s", to)
	}
	if got := d.leads(); len(got) != 1 {
		t.Errorf("the library itself has %v", got)
	}
}
