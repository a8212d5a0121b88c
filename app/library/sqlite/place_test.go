package sqlite

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"communique/app/library"
	"communique/editor/release"
)

// overwriteWith writes a file's bytes over another's, which stays the same file.
func overwriteWith(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(to, os.O_WRONLY|os.O_TRUNC, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}

// elsewhere is the library of another computer, with nine releases of its own.
func elsewhere(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "other.db")
	l := open(t, path)
	for n := range 9 {
		save(t, l, headed("Чужой", "2024-09-1"+string(rune('0'+n))))
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// opened returns the headlines in the library at a path, as another computer finds them: in
// this process SQLite would share what it knows of the file.
func opened(t *testing.T, path string) string {
	t.Helper()
	copied := filepath.Join(t.TempDir(), "copied.db")
	for _, end := range []string{"", "-wal"} {
		if data, err := os.ReadFile(path + end); err == nil {
			writeFile(t, copied+end, string(data))
		}
	}
	path = copied
	l, err := Open(Params{Path: path, Now: now, Existing: true})
	if err != nil {
		return err.Error()
	}
	defer func() { _ = l.Close() }()
	if problems, err := l.Verify(ctx, nil); err != nil || len(problems) > 0 {
		t.Errorf("%s: %v, %v", path, problems, err)
	}
	return headlines(list(t, l, ""))
}

// TestTheFileIsTakenAway: what is saved after the file was taken away is not called saved,
// lies in a file of its own, and neither the file that went nor the one that came is harmed.
func TestTheFileIsTakenAway(t *testing.T) {
	const nine = "Чужой Чужой Чужой Чужой Чужой Чужой Чужой Чужой Чужой"
	for name, tt := range map[string]struct {
		take   func(path, other string) error
		reason string
		there  string // what a new start finds at the path, "" where nothing is there
		moved  string // and in the file that went, relative to the path
		copied bool
	}{
		"renamed":  {func(path, _ string) error { return os.Rename(path, path+"-old") }, gone, "", "-old", true},
		"removed":  {func(path, _ string) error { return os.Remove(path) }, gone, "", "", true},
		"replaced": {func(path, other string) error { return os.Rename(other, path) }, replaced, nine, "", true},
		"renamed and replaced": {func(path, other string) error {
			return errors.Join(os.Rename(path, path+"-old"), os.Rename(other, path))
		}, replaced, nine, "-old", true},
		"written over": {func(path, other string) error { return overwriteWith(other, path) }, rewritten, nine, "", false},
		"its folder removed": {func(path, _ string) error {
			return os.Rename(filepath.Dir(path), filepath.Dir(path)+"-away")
		}, gone, "", "", true},
	} {
		t.Run(name, func(t *testing.T) {
			path, beside := filepath.Join(t.TempDir(), "dir", "library.db"), filepath.Join(t.TempDir(), "beside")
			l, err := Open(Params{Path: path, Now: now, Beside: beside})
			if err != nil {
				t.Fatal(err)
			}
			e := save(t, l, headed("Встреча", "2024-09-11"))
			time.Sleep(10 * time.Millisecond) // the clock of a file system is coarse
			if err := tt.take(path, elsewhere(t)); err != nil {
				t.Fatal(err)
			}
			r := headed("Встреча вторая", "2024-09-11")
			for range 2 {
				_, err = l.Save(ctx, e.ID, e.Revision, r)
				var lost *library.LostFileError
				if !errors.As(err, &lost) || lost.Reason != tt.reason || lost.Path != path || (lost.Copy != "") != tt.copied {
					t.Fatalf("got %v", err)
				}
				data, err := os.ReadFile(lost.Text)
				if err != nil {
					t.Fatal(err)
				}
				if got, err := release.Parse(data); err != nil || got.Headline != r.Headline {
					t.Errorf("beside lies %q, %v", got.Headline, err)
				}
				if tt.copied && opened(t, lost.Copy) != "Встреча" {
					t.Errorf("the copy has %s", opened(t, lost.Copy))
				}
			}
			if _, err := os.Lstat(path + "-wal"); tt.there != "" && !errors.Is(err, os.ErrNotExist) {
				t.Errorf("our log lies beside the other file: %v", err) // whoever opens that would bring it into it
			}
			var lost *library.LostFileError
			if err := l.Trash(ctx, e.ID); !errors.As(err, &lost) || lost.Text != "" {
				t.Errorf("into the trash: %v", err)
			}
			if err := l.Close(); err != nil {
				t.Error(err)
			}
			if got := opened(t, path); tt.there != "" && got != tt.there || tt.there == "" && !strings.HasPrefix(got, "no library at") {
				t.Errorf("at the path is %s", got)
			}
			if tt.moved != "" && opened(t, path+tt.moved) != "Встреча" {
				t.Errorf("the file that went has %s", opened(t, path+tt.moved))
			}
			if names, err := filepath.Glob(filepath.Join(beside, "*.toml")); err != nil || len(names) != 1 {
				t.Errorf("beside lie %v, %v", names, err)
			}
		})
	}
}

// TestTheFileComesBack: what was renamed and is put back goes on.
func TestTheFileComesBack(t *testing.T) {
	l := fresh(t)
	e := save(t, l, headed("Встреча", "2024-09-11"))
	if err := os.Rename(l.path, l.path+"-away"); err != nil {
		t.Fatal(err)
	}
	var lost *library.LostFileError
	if _, err := l.Save(ctx, e.ID, e.Revision, headed("Встреча", "2024-09-12")); !errors.As(err, &lost) {
		t.Fatal(err)
	}
	if err := os.Rename(l.path+"-away", l.path); err != nil {
		t.Fatal(err)
	}
	e = resave(t, l, e, "снова на месте")
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	again := open(t, l.path)
	if r, _, err := again.Get(ctx, e.ID); err != nil || r.Lead != "снова на месте" {
		t.Errorf("%q, %v", r.Lead, err)
	}
}

// TestTheLogIsRemoved: what is in a log that somebody removed is brought into the file.
func TestTheLogIsRemoved(t *testing.T) {
	for _, ends := range [][]string{{"-wal"}, {"-shm"}, {"-wal", "-shm"}} {
		l := fresh(t)
		e := save(t, l, headed("Встреча", "2024-09-11"))
		for n := range 3 {
			for _, end := range ends {
				if err := os.Remove(l.path + end); err != nil {
					t.Fatal(ends, n, err)
				}
			}
			e = resave(t, l, e, "раз "+string(rune('0'+n)))
			if got := opened(t, l.path); got != "Встреча" {
				t.Errorf("%v, %d: there is %q", ends, n, got)
			}
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
		again := open(t, l.path)
		if r, _, err := again.Get(ctx, e.ID); err != nil || r.Lead != "раз 2" {
			t.Errorf("%v: %q, %v", ends, r.Lead, err)
		}
		if problems, err := again.Verify(ctx, nil); err != nil || len(problems) > 0 {
			t.Errorf("%v: %v, %v", ends, problems, err)
		}
	}
}

// TestACopyOfBefore: a copy made by SQLite or file by file, written over the library, is told,
// though all it says was once true.
func TestACopyOfBefore(t *testing.T) {
	for name, copied := range map[string]func(l *Library, to string) error{
		"a backup": func(l *Library, to string) error { return l.BackUp(ctx, to) },
		"a file": func(l *Library, to string) error {
			data, err := os.ReadFile(l.path)
			return errors.Join(err, os.WriteFile(to, data, 0o600))
		},
	} {
		path, older := filepath.Join(t.TempDir(), "library.db"), filepath.Join(t.TempDir(), "older.db")
		before := open(t, path)
		e := save(t, before, headed("Встреча", "2024-09-11"))
		if err := before.Close(); err != nil {
			t.Fatal(err)
		}
		before = open(t, path)
		if err := copied(before, older); err != nil {
			t.Fatal(err)
		}
		if err := before.Close(); err != nil {
			t.Fatal(err)
		}
		l := open(t, path)
		e = resave(t, l, e, "после копии")
		if !l.checkpoint(ctx) {
			t.Fatal("no checkpoint")
		}
		e = resave(t, l, e, "ещё раз")
		time.Sleep(10 * time.Millisecond) // the clock of a file system is coarse
		if err := overwriteWith(older, path); err != nil {
			t.Fatal(err)
		}
		var lost *library.LostFileError
		if _, err := l.Save(ctx, e.ID, e.Revision, headed("Третья", "2024-09-11")); !errors.As(err, &lost) || lost.Reason != rewritten {
			t.Errorf("%s: %v", name, err)
		}
		_ = l.Close()
		if got := opened(t, path); got != "Встреча" {
			t.Errorf("%s: at the path is %s", name, got)
		}
	}
}

// TestForeignFiles: another program's file is left alone, to the byte.
func TestForeignFiles(t *testing.T) {
	for name, script := range map[string]string{
		"another program's": `CREATE TABLE bookmark (id INTEGER); INSERT INTO bookmark VALUES (1); PRAGMA user_version = 3`,
		"with its own mark": `CREATE TABLE release (id INTEGER); PRAGMA application_id = 77; PRAGMA user_version = 3`,
		"without a version": `CREATE TABLE release (id INTEGER)`,
		"without our mark":  `CREATE TABLE release (id INTEGER); CREATE TABLE change (id INTEGER); PRAGMA user_version = 8`,
	} {
		path := filepath.Join(t.TempDir(), "other.db")
		run(t, path, script)
		was, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var foreign *library.ForeignError
		if _, err := Open(Params{Path: path, Now: now}); !errors.As(err, &foreign) || foreign.Path != path {
			t.Errorf("%s: %v", name, err)
		}
		if is, err := os.ReadFile(path); err != nil || string(is) != string(was) {
			t.Errorf("%s: it was changed, %v", name, err)
		}
		if names, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*")); err != nil || len(names) != 1 {
			t.Errorf("%s: %v lie there, %v", name, names, err)
		}
	}
}

// TestTheFileGoesWhileItIsWritten: what was written to a file that has gone meanwhile is not
// saved either.
func TestTheFileGoesWhileItIsWritten(t *testing.T) {
	l := fresh(t)
	e := save(t, l, headed("Встреча", "2024-09-11"))
	err := l.write(ctx, func(tx *transaction) error {
		_, err := tx.ExecContext(ctx, `UPDATE release SET name = 'имя' WHERE id = ?`, e.ID)
		return errors.Join(err, os.Rename(l.path, l.path+"-away"))
	})
	var lost *library.LostFileError
	if !errors.As(err, &lost) || lost.Reason != gone {
		t.Errorf("got %v", err)
	}
}

// TestNoConnectionKeepsALogThatWasRemoved: what somebody is reading with while a log that was
// removed is begun anew would write to the old one afterwards, which nobody reads again.
func TestNoConnectionKeepsALogThatWasRemoved(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	l := open(t, path)
	save(t, l, headed("Первый", "2024-09-11"))
	reader, err := l.db.Conn(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var count int
	if err := reader.QueryRowContext(ctx, `SELECT count(*) FROM release`).Scan(&count); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(path + "-wal"); err != nil {
		_ = reader.Close()
		t.Skip("the system keeps the log") // Windows
	}
	saved := make(chan error, 1)
	go func() {
		_, err := l.Save(ctx, 0, 0, headed("Второй", "2024-09-12"))
		saved <- err
	}()
	select {
	case answer := <-saved:
		saved <- answer
	case <-time.After(time.Second): // as long as it would have taken
	}
	if err := reader.Close(); err != nil {
		t.Fatal(err)
	}
	if err := <-saved; err != nil {
		t.Fatal(err)
	}
	save(t, l, headed("Третий", "2024-09-13"))
	if reader, err = l.db.Conn(ctx); err != nil { // so that another connection saves
		t.Fatal(err)
	}
	save(t, l, headed("Четвёртый", "2024-09-13"))
	if err := reader.Close(); err != nil {
		t.Fatal(err)
	}
	save(t, l, headed("Пятый", "2024-09-13"))
	found := opened(t, path)
	for _, headline := range []string{"Первый", "Второй", "Третий", "Четвёртый", "Пятый"} {
		if !strings.Contains(found, headline) {
			t.Errorf("%s was called saved, and is not in the file: %s", headline, found)
		}
	}
}
