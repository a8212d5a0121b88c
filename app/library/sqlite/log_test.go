package sqlite

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"communique/app/library"
	"communique/editor/release"
)

// TestTheLogIsCut has a program of another kind shorten the log, or write over it, under a library that
// is open: what is saved then is not called saved, and lies in a file beside.
func TestTheLogIsCut(t *testing.T) {
	for name, harm := range map[string]func(log string, older []byte) error{
		"cut off":      func(log string, _ []byte) error { return os.Truncate(log, 0) },
		"cut within":   func(log string, _ []byte) error { return os.Truncate(log, 6000) },
		"zeroes":       func(log string, _ []byte) error { return writeInto(log, make([]byte, 4096)) },
		"an older one": writeInto,
		"an older one, longer": func(log string, older []byte) error {
			return writeInto(log, append(bytes.Clone(older), make([]byte, 1<<20)...))
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "library.db")
			r := release.New("ru")
			r.Headline = "Первый"
			l := open(t, path)
			e, err := l.Save(ctx, 0, 0, r)
			if err != nil {
				t.Fatal(err)
			}
			older, err := os.ReadFile(path + "-wal")
			if err != nil {
				t.Fatal(err)
			}
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
			l = open(t, path)
			for _, r.Headline = range []string{"Второй", "Третий", "Четвёртый"} {
				if e, err = l.Save(ctx, e.ID, e.Revision, r); err != nil {
					t.Fatal(err)
				}
			}
			whole, err := os.ReadFile(path + "-wal")
			if err = errors.Join(err, harm(path+"-wal", older)); err != nil {
				t.Fatal(err)
			}
			var lost *library.LostFileError
			if _, err := l.Changes(ctx); !errors.As(err, &lost) || lost.Reason != cut {
				t.Fatalf("what others did says %v", err)
			}
			if _, err = l.Save(ctx, e.ID, e.Revision, r); !errors.As(err, &lost) {
				t.Fatalf("a save says %v", err)
			}
			if text, err := os.ReadFile(lost.Text); err != nil || !bytes.Contains(text, []byte("Четвёртый")) {
				t.Errorf("beside lies %q, %v", text, err)
			}
			if err := writeInto(path+"-wal", whole); err != nil { // who knows what was written meanwhile
				t.Fatal(err)
			}
			if _, err = l.Save(ctx, e.ID, e.Revision, r); !errors.As(err, &lost) {
				t.Errorf("when it is as before, a save says %v", err)
			}
			if err := errors.Join(l.at.held.Close(), l.db.Close()); err != nil { // as the end of the program does it
				t.Error(err)
			}
		})
	}
}

// writeInto writes into a file, which stays the same file, as a program does that copies one there.
func writeInto(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_TRUNC, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}

// TestTheLogIsBegunAnew brings the log into the file, as another copy of the program does, and
// writes on: all is well.
func TestTheLogIsBegunAnew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	l, other := open(t, path), open(t, path)
	r := release.New("ru")
	var e library.Entry
	var err error
	for i, mode := range []string{"TRUNCATE", "RESTART", "PASSIVE", "FULL", "TRUNCATE"} {
		for _, by := range []*Library{l, other} {
			r.Headline += "Ы"
			if e, err = by.Save(ctx, e.ID, e.Revision, r); err != nil {
				t.Fatalf("%d, %s: %v", i, mode, err)
			}
		}
		if _, err := other.db.Exec(`PRAGMA wal_checkpoint(` + mode + `)`); err != nil {
			t.Fatal(err)
		}
		for _, by := range []*Library{l, other} {
			if _, err := by.Changes(ctx); err != nil {
				t.Errorf("%d, after %s: %v", i, mode, err)
			}
		}
	}
}
