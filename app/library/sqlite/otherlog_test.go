package sqlite

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"communique/app/library"
	"communique/app/library/librarytest"
)

// saveMany saves so many releases.
func saveMany(t *testing.T, l *Library, words string, n int) {
	t.Helper()
	for i := range n {
		save(t, l, headed(fmt.Sprint(words, " ", i), "2024-09-11"))
	}
}

// inOld is how many releases an older program's library has.
const inOld = 6

// TestTheLogOfAnotherFile lays a log beside a file that is not its own, as a copy does that is
// put in the place of a library which was not closed: nothing that the file has is hidden.
func TestTheLogOfAnotherFile(t *testing.T) {
	read := func(t *testing.T, path string) []byte {
		t.Helper()
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	for name, c := range map[string]struct {
		// lie returns the bytes of the file and of the log that lie there after all, of two
		// libraries: ours of 60 releases, and another's of 25.
		lie   func(t *testing.T, ours, another string) (file, log []byte)
		count int
		aside bool
	}{
		"an older log of the same file": {func(t *testing.T, ours, _ string) ([]byte, []byte) {
			l := open(t, ours)
			saveMany(t, l, "Старый", 20)
			log := read(t, ours+"-wal")
			_ = l.Close()
			l = open(t, ours)
			saveMany(t, l, "Новый", 40)
			_ = l.Close()
			return read(t, ours), log
		}, 60, true},
		"another computer's file": {func(t *testing.T, ours, another string) ([]byte, []byte) {
			l := open(t, ours)
			saveMany(t, l, "Наш", 60)
			log := read(t, ours+"-wal")
			l = open(t, another)
			saveMany(t, l, "Их", 25)
			_ = l.Close()
			return read(t, another), log
		}, 25, true},
		"another computer's file with a longer past": {func(t *testing.T, ours, another string) ([]byte, []byte) {
			l := open(t, ours)
			saveMany(t, l, "Наш", 20)
			_ = l.Close()
			l = open(t, ours)
			saveMany(t, l, "Наш ещё", 3)
			log := read(t, ours+"-wal")
			l = open(t, another)
			saveMany(t, l, "Их", 60)
			_ = l.Close()
			return read(t, another), log
		}, 60, true},
		"a backup put there by hand": {func(t *testing.T, ours, another string) ([]byte, []byte) {
			l := open(t, ours)
			saveMany(t, l, "Наш", 25)
			if err := l.copyTo(ctx, another); err != nil {
				t.Fatal(err)
			}
			saveMany(t, l, "Наш ещё", 3)
			return read(t, another), read(t, ours+"-wal")
		}, 25, true},
		"a backup put there by hand, and an import since": {func(t *testing.T, ours, another string) ([]byte, []byte) {
			l := open(t, ours)
			saveMany(t, l, "Наш", 25)
			if err := l.copyTo(ctx, another); err != nil {
				t.Fatal(err)
			}
			if _, err := l.SaveNew(ctx, library.IncomingOf(slices.Collect(librarytest.Releases(manyChanges+1))...)); err != nil {
				t.Fatal(err)
			}
			return read(t, another), read(t, ours+"-wal")
		}, 25, true},
		"a backup put there by hand, and the index renewed since": {func(t *testing.T, ours, another string) ([]byte, []byte) {
			if err := os.Rename(old(t, len(migrations)-1), ours); err != nil {
				t.Fatal(err)
			}
			l := open(t, ours)
			saveMany(t, l, "Наш", 25)
			if err := errors.Join(l.copyTo(ctx, another), l.renew(ctx)); err != nil {
				t.Fatal(err)
			}
			saveMany(t, l, "Наш ещё", 3)
			return read(t, another), read(t, ours+"-wal")
		}, 25 + inOld, true},
		"the backup of before it was brought up to date": {func(t *testing.T, ours, _ string) ([]byte, []byte) {
			if err := os.Rename(old(t, len(migrations)-1), ours); err != nil {
				t.Fatal(err)
			}
			run(t, ours, `INSERT INTO change (release, uuid, writer) VALUES (1, '', 7)`)
			l := open(t, ours)
			saveMany(t, l, "Наш", 3)
			before, err := l.Backups()
			if err != nil || len(before) != 1 {
				t.Fatal(before, err)
			}
			return read(t, before[0].Path), read(t, ours+"-wal")
		}, inOld, true},
		"an older copy of the same file": {func(t *testing.T, ours, _ string) ([]byte, []byte) {
			l := open(t, ours)
			saveMany(t, l, "Старый", 20)
			_ = l.Close()
			file := read(t, ours)
			l = open(t, ours)
			saveMany(t, l, "Новый", 1)
			_ = l.Close()
			l = open(t, ours)
			saveMany(t, l, "Новее", 5)
			return file, read(t, ours+"-wal")
		}, 20, true},
		"another's with more changes than are remembered": {func(t *testing.T, ours, another string) ([]byte, []byte) {
			l := open(t, another)
			saveMany(t, l, "Их", 5)
			_ = l.Close()
			l = open(t, another)
			saveMany(t, l, "Их", 30)
			do(t, l, `WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i <= ?) INSERT INTO change (release, uuid, writer) SELECT 1, '', 0 FROM n`, keptChanges)
			saveMany(t, l, "Их ещё", 1)
			log := read(t, another+"-wal")
			l = open(t, ours)
			saveMany(t, l, "Наш", 20)
			_ = l.Close()
			return read(t, ours), log
		}, 20, true},
		"its own, after another's backup was restored": {func(t *testing.T, ours, another string) ([]byte, []byte) {
			l := open(t, another)
			saveMany(t, l, "Их", 70)
			_ = l.Close()
			l = open(t, ours)
			saveMany(t, l, "Наш", 25)
			_ = l.Close()
			l = open(t, ours)
			if _, err := l.RestoreBackup(ctx, another); err != nil {
				t.Fatal(err)
			}
			saveMany(t, l, "После", 3)
			return read(t, ours), read(t, ours+"-wal")
		}, 73, false},
		"its own, with an import": {func(t *testing.T, ours, _ string) ([]byte, []byte) {
			l := open(t, ours)
			saveMany(t, l, "Старый", 5)
			_ = l.Close()
			l = open(t, ours)
			if _, err := l.SaveNew(ctx, library.IncomingOf(slices.Collect(librarytest.Releases(manyChanges+1))...)); err != nil {
				t.Fatal(err)
			}
			return read(t, ours), read(t, ours+"-wal")
		}, 6 + manyChanges, false},
		"its own, of which a part was brought into it": {func(t *testing.T, ours, _ string) ([]byte, []byte) {
			l := open(t, ours)
			saveMany(t, l, "Старый", 5)
			if _, err := l.db.Exec(`PRAGMA wal_checkpoint(PASSIVE)`); err != nil {
				t.Fatal(err)
			}
			saved := read(t, ours)
			saveMany(t, l, "Новый", 5)
			return saved, read(t, ours+"-wal")
		}, 10, false},
		"its own, after a crash": {func(t *testing.T, ours, _ string) ([]byte, []byte) {
			l := open(t, ours)
			saveMany(t, l, "Старый", 20)
			_ = l.Close()
			l = open(t, ours)
			saveMany(t, l, "Новый", 40)
			return read(t, ours), read(t, ours+"-wal")
		}, 60, false},
		"its own, after a backup was restored": {func(t *testing.T, ours, another string) ([]byte, []byte) {
			l := open(t, ours)
			saveMany(t, l, "Наш", 25)
			if err := l.copyTo(ctx, another); err != nil {
				t.Fatal(err)
			}
			saveMany(t, l, "Наш ещё", 30)
			_ = l.Close()
			l = open(t, ours)
			if _, err := l.RestoreBackup(ctx, another); err != nil {
				t.Fatal(err)
			}
			return read(t, ours), read(t, ours+"-wal")
		}, 25, false},
		"its own, that was brought into it": {func(t *testing.T, ours, _ string) ([]byte, []byte) {
			l := open(t, ours)
			saveMany(t, l, "Старый", 60)
			log := read(t, ours+"-wal")
			if !l.checkpoint(ctx) {
				t.Fatal("it was not")
			}
			return read(t, ours), log
		}, 60, false},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			file, log := c.lie(t, filepath.Join(dir, "ours.db"), filepath.Join(dir, "another.db"))
			path := filepath.Join(dir, "library.db")
			earlier := []byte("put aside before")
			for name, data := range map[string][]byte{path: file, path + "-wal": log, path + "-parted-wal": earlier} {
				if err := os.WriteFile(name, data, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			l := open(t, path)
			var n int
			if err := l.db.QueryRow(`SELECT count(*) FROM release`).Scan(&n); err != nil || n != c.count {
				t.Errorf("it has %d releases, not %d: %v", n, c.count, err)
			}
			if problems, err := l.Verify(ctx, nil); err != nil || len(problems) > 0 {
				t.Errorf("it is damaged: %v, %v", problems, err)
			}
			if aside := l.PutAside(); (aside != "") != c.aside {
				t.Errorf("put aside is %q", aside)
			} else if c.aside && string(read(t, aside)) != string(log) {
				t.Error("the log is not what it was")
			}
			if string(read(t, path+"-parted-wal")) != string(earlier) {
				t.Error("what was put aside before is gone")
			}
		})
	}
}

// TestTheLogOfABackupBroughtUpToDate lays the backup that was made before an update, of any older program's
// library, beside the log that was begun by the update: each is told from the other, and a library from its own log.
func TestTheLogOfABackupBroughtUpToDate(t *testing.T) {
	const later = 3
	for layout := 1; layout < len(migrations); layout++ {
		for _, renewed := range []bool{false, true} {
			t.Run(fmt.Sprint(layout, " ", renewed), func(t *testing.T) {
				l := open(t, old(t, layout))
				saveMany(t, l, "Новый", later)
				if renewed {
					if err := l.renew(ctx); err != nil {
						t.Fatal(err)
					}
					save(t, l, headed("Ещё новее", "2024-09-12"))
				}
				var all int
				before, listed := l.Backups()
				log, unread := os.ReadFile(l.path + "-wal")
				own, missing := os.ReadFile(l.path)
				if err := errors.Join(listed, unread, missing, l.db.QueryRow(`SELECT count(*) FROM release`).Scan(&all)); err != nil || len(before) != 1 {
					t.Fatal(before, err)
				}
				backup, err := os.ReadFile(before[0].Path)
				if err != nil {
					t.Fatal(err)
				}
				earlier := all - later
				if renewed {
					earlier--
				}
				for _, c := range []struct {
					name  string
					file  []byte
					count int
					aside bool
				}{{"its own", own, all, false}, {"the backup's", backup, earlier, true}} {
					path := filepath.Join(t.TempDir(), "library.db")
					writeFile(t, path, string(c.file))
					writeFile(t, path+"-wal", string(log))
					there, n := open(t, path), 0
					if err := there.db.QueryRow(`SELECT count(*) FROM release`).Scan(&n); err != nil || n != c.count {
						t.Errorf("%s: %d releases, not %d: %v", c.name, n, c.count, err)
					}
					if aside := there.PutAside(); (aside != "") != c.aside {
						t.Errorf("%s: put aside is %q", c.name, aside)
					}
					if problems, err := there.Verify(ctx, nil); err != nil || len(problems) > 0 {
						t.Errorf("%s: damaged: %v, %v", c.name, problems, err)
					}
				}
			})
		}
	}
}

// TestTheLogOfAnyOtherFile lays logs of libraries large and small beside files of others: their pages
// fall among each other in ever other ways.
func TestTheLogOfAnyOtherFile(t *testing.T) {
	with := func(path string, n int) *Library {
		l := open(t, path)
		saveMany(t, l, filepath.Base(path), n)
		return l
	}
	for _, ours := range []int{3, 80} {
		for _, theirs := range []int{5, 60, 120} {
			dir := t.TempDir()
			path, other, both := filepath.Join(dir, "ours.db"), filepath.Join(dir, "theirs.db"), filepath.Join(dir, "both.db")
			closed := errors.Join(with(path, ours).Close(), with(other, theirs).Close())
			l := with(path, 1)
			log, unread := os.ReadFile(path + "-wal")
			file, missing := os.ReadFile(other)
			if err := errors.Join(closed, unread, missing, l.Close(), os.WriteFile(both, file, 0o600), os.WriteFile(both+"-wal", log, 0o600)); err != nil {
				t.Fatal(err)
			}
			if !isOthersLog(ctx, both) {
				t.Errorf("the log of a release behind %d others is taken for that of another's %d", ours, theirs)
			}
		}
	}
}
