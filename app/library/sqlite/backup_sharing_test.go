package sqlite

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"communique/app/library"
)

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
