package sqlite

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"communique/editor/release"
)

// TestTheLogOfAnotherFile lays a log beside a file that is not its own, as a copy does that is
// put in the place of a library which was not closed: nothing that the file has is hidden.
func TestTheLogOfAnotherFile(t *testing.T) {
	write := func(t *testing.T, l *Library, words string, n int) {
		t.Helper()
		for i := range n {
			r := release.New("ru")
			r.Headline, r.Lead = fmt.Sprint(words, " ", i), fmt.Sprint("Слово", i)
			if _, err := l.Save(ctx, 0, 0, r); err != nil {
				t.Fatal(err)
			}
		}
	}
	open := func(t *testing.T, path string) *Library {
		t.Helper()
		l, err := Open(Params{Path: path, Now: now})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = l.Close() })
		return l
	}
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
			write(t, l, "Старый", 20)
			log := read(t, ours+"-wal")
			_ = l.Close()
			l = open(t, ours)
			write(t, l, "Новый", 40)
			_ = l.Close()
			return read(t, ours), log
		}, 60, true},
		"another computer's file": {func(t *testing.T, ours, another string) ([]byte, []byte) {
			l := open(t, ours)
			write(t, l, "Наш", 60)
			log := read(t, ours+"-wal")
			l = open(t, another)
			write(t, l, "Их", 25)
			_ = l.Close()
			return read(t, another), log
		}, 25, true},
		"another computer's file with a longer past": {func(t *testing.T, ours, another string) ([]byte, []byte) {
			l := open(t, ours)
			write(t, l, "Наш", 20)
			_ = l.Close()
			l = open(t, ours)
			write(t, l, "Наш ещё", 3)
			log := read(t, ours+"-wal")
			l = open(t, another)
			write(t, l, "Их", 60)
			_ = l.Close()
			return read(t, another), log
		}, 60, true},
		"a backup put there by hand": {func(t *testing.T, ours, another string) ([]byte, []byte) {
			l := open(t, ours)
			write(t, l, "Наш", 25)
			if err := l.copyTo(ctx, another); err != nil {
				t.Fatal(err)
			}
			write(t, l, "Наш ещё", 3)
			return read(t, another), read(t, ours+"-wal")
		}, 25, true},
		"its own, after a crash": {func(t *testing.T, ours, _ string) ([]byte, []byte) {
			l := open(t, ours)
			write(t, l, "Старый", 20)
			_ = l.Close()
			l = open(t, ours)
			write(t, l, "Новый", 40)
			return read(t, ours), read(t, ours+"-wal")
		}, 60, false},
		"its own, that was brought into it": {func(t *testing.T, ours, _ string) ([]byte, []byte) {
			l := open(t, ours)
			write(t, l, "Старый", 60)
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
			for name, data := range map[string][]byte{path: file, path + "-wal": log} {
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
		})
	}
}
