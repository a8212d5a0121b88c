//go:build !windows

package sqlite

import (
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"

	"communique/app/library"
)

// TestWhatIsNoConflictedCopy: a file is known by what it says too, and the library itself is none.
func TestWhatIsNoConflictedCopy(t *testing.T) {
	l := fresh(t)
	save(t, l, headed("Встреча", "2024-09-11"))
	at := func(n string) string { return filepath.Join(filepath.Dir(l.path), "library ("+n+").db") }
	writeFile(t, at("1"), "no database")
	run(t, at("2"), `CREATE TABLE bookmark (id INTEGER)`)
	if err := errors.Join(os.Mkdir(at("3"), 0o700), os.Link(l.path, at("4")), os.Symlink(l.path, at("5"))); err != nil {
		t.Fatal(err)
	}
	if got, err := l.ConflictedCopies(); err != nil || len(got) != 0 {
		t.Errorf("%v, %v", got, err)
	}
	if _, err := open(t, l.path).ConflictedCopies(); err != nil {
		t.Error(err)
	}
	if err := os.RemoveAll(filepath.Dir(l.path)); err != nil {
		t.Fatal(err)
	}
	if _, err := l.ConflictedCopies(); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("without a folder: %v", err)
	}
}

// TestWhatLiesAtThePath: where a library was, and none is, none is made; and what is none of ours
// is not opened.
func TestWhatLiesAtThePath(t *testing.T) {
	const logged = "another program's in its log" // which SQLite brings into the file, as that program would
	const folder = "a folder"
	const absent, none, foreign, irregular, fine = "absent", "none", "foreign", "irregular", ""
	link := func(t *testing.T, to, at string) {
		if err := os.Symlink(to, at); err != nil {
			t.Fatal(err)
		}
	}
	pipe := func(t *testing.T, at string) {
		if err := syscall.Mkfifo(at, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	mkdir := func(t *testing.T, path string) {
		if err := os.MkdirAll(path, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for name, tt := range map[string]struct {
		lay             func(t *testing.T, dir, path string)
		fresh, existing string // what comes of it at a path of the first start's, and at a configured one
	}{
		"nothing":                            {func(*testing.T, string, string) {}, fine, absent},
		"an empty folder":                    {func(t *testing.T, dir, _ string) { mkdir(t, dir) }, fine, absent}, // where a share is to be mounted
		"a link to nothing":                  {func(t *testing.T, dir, path string) { mkdir(t, dir); link(t, dir+"/away/library.db", path) }, absent, absent},
		"a folder that is a link to nothing": {func(t *testing.T, dir, _ string) { link(t, dir+"-away", dir) }, absent, absent},
		"a folder":                           {func(t *testing.T, _, path string) { mkdir(t, path) }, folder, folder},
		"a pipe":                             {func(t *testing.T, dir, path string) { mkdir(t, dir); pipe(t, path) }, irregular, irregular},
		"an empty file":                      {func(t *testing.T, dir, path string) { mkdir(t, dir); writeFile(t, path, "") }, fine, none},
		"an empty file with a log": {func(t *testing.T, dir, path string) {
			mkdir(t, dir)
			writeFile(t, path, "")
			writeFile(t, path+"-wal", "…")
		}, none, none},
		"an empty file beside backups": {func(t *testing.T, dir, path string) {
			mkdir(t, dir+"/backups")
			writeFile(t, path, "")
			writeFile(t, dir+"/backups/library-2024-09-11.db", "")
		}, none, none},
		"an empty database": {func(t *testing.T, dir, path string) {
			mkdir(t, dir)
			run(t, path, `PRAGMA journal_mode = DELETE; CREATE TABLE a (b); DROP TABLE a`)
		}, foreign, foreign},
		"a database that was begun": {func(t *testing.T, dir, path string) { mkdir(t, dir); run(t, path, ``) }, fine, foreign},
		logged: {func(t *testing.T, dir, path string) {
			mkdir(t, dir)
			inLog(t, path, `CREATE TABLE bookmark (id INTEGER)`)
		}, foreign, foreign},
		"all of it in its log": {func(t *testing.T, dir, path string) { mkdir(t, dir); ours(t, path) }, fine, fine},
		"another program's": {func(t *testing.T, dir, path string) {
			mkdir(t, dir)
			run(t, path, `CREATE TABLE bookmark (id INTEGER)`)
		}, foreign, foreign},
		"no database": {func(t *testing.T, dir, path string) { mkdir(t, dir); writeFile(t, path, "Заметки\n") }, none, none},
	} {
		for _, existing := range []bool{false, true} {
			dir := filepath.Join(t.TempDir(), "dir")
			path := filepath.Join(dir, "library.db")
			tt.lay(t, dir, path)
			before := lying(t, filepath.Dir(dir))
			if Outdated(path) {
				t.Errorf("%s: it is to be brought up to date", name)
			}
			l, err := Open(Params{Path: path, Now: now, Existing: existing})
			want := tt.fresh
			if existing {
				want = tt.existing
			}
			if got := kindOf(err); got != want {
				t.Errorf("%s, configured %v: %v", name, existing, err)
			}
			if err == nil {
				_ = l.Close()
			} else if after := lying(t, filepath.Dir(dir)); !slices.Equal(before, after) && name != logged {
				t.Errorf("%s: there lay %q, and now %q", name, before, after)
			}
		}
	}
}

// inLog writes to a database of which the log is left where it is, as a power cut does.
func inLog(t *testing.T, path, script string) {
	t.Helper()
	leaving(t, path, func(path string) func() error {
		db, err := sql.Open("sqlite", source(path))
		if err == nil {
			_, err = db.Exec(script)
		}
		if err != nil {
			t.Fatal(err)
		}
		return db.Close
	})
}

// ours makes a library that lies in its log.
func ours(t *testing.T, path string) {
	t.Helper()
	leaving(t, path, func(path string) func() error {
		l := open(t, path)
		save(t, l, headed("Встреча", "2024-09-11"))
		return l.Close
	})
}

func leaving(t *testing.T, path string, with func(path string) (done func() error)) {
	t.Helper()
	elsewhere := filepath.Join(t.TempDir(), "library.db")
	done := with(elsewhere)
	for _, end := range []string{"", "-wal"} {
		data, err := os.ReadFile(elsewhere + end)
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, path+end, string(data))
	}
	if err := done(); err != nil {
		t.Fatal(err)
	}
}

// kindOf names an error of opening.
func kindOf(err error) string {
	var absent *library.AbsentError
	var none *library.NoLibraryError
	var foreign *library.ForeignError
	var irregular *library.IrregularError
	switch {
	case err == nil:
		return ""
	case errors.As(err, &absent):
		return "absent"
	case errors.As(err, &none):
		return "none"
	case errors.As(err, &foreign):
		return "foreign"
	case errors.As(err, &irregular):
		return "irregular"
	case errors.Is(err, syscall.EISDIR):
		return "a folder"
	}
	return err.Error()
}

// lying lists what lies in a folder, with what the files say.
func lying(t *testing.T, dir string) (all []string) {
	t.Helper()
	files := os.DirFS(dir)
	err := fs.WalkDir(files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		text := ""
		if entry.Type().IsRegular() {
			data, err := fs.ReadFile(files, path)
			if err != nil {
				return err
			}
			text = fmt.Sprintf("%x", sha256.Sum256(data))
		}
		all = append(all, path+" "+text)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
