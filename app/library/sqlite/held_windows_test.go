package sqlite

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"golang.org/x/sys/windows"

	"communique/export/file"
)

// hold opens a file as another program does that lets nobody do more than it shares.
func hold(t *testing.T, path string, shares uint32) (letGo func()) {
	t.Helper()
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		t.Fatal(err)
	}
	h, err := windows.CreateFile(name, windows.GENERIC_READ, shares, nil, windows.OPEN_EXISTING, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	return func() { _ = windows.CloseHandle(h) }
}

// leftOpen is a library as a program leaves it that was killed: what was saved last lies in its log.
func leftOpen(t *testing.T) (path string) {
	t.Helper()
	from := filepath.Join(t.TempDir(), "library.db")
	l := open(t, from)
	save(t, l, headed("Первый", "2024-09-11"))
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	l = open(t, from)
	save(t, l, headed("Последний", "2024-09-12"))
	path = filepath.Join(t.TempDir(), "library.db")
	for _, end := range []string{"", "-wal", "-shm"} {
		data, err := os.ReadFile(from + end)
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, path+end, string(data))
	}
	return path
}

// TestALibraryThatIsHeld: another program has the file, its log or its index open. It is waited for,
// and told; nothing is read without the log, nothing is made anew, and what was saved is there afterwards.
func TestALibraryThatIsHeld(t *testing.T) {
	for _, end := range []string{"", "-wal", "-shm"} {
		for shared, shares := range map[string]uint32{"to be read": windows.FILE_SHARE_READ, "with nobody": 0} {
			t.Run("library.db"+end+" shared "+shared, func(t *testing.T) {
				path := leftOpen(t)
				before := namesIn(t, filepath.Dir(path))
				letGo := hold(t, path+end, shares)
				p := Params{Path: path, Now: now, Existing: true}
				told := func(what string, l *Library, err error) {
					t.Helper()
					var busy *file.BusyError
					if l != nil || !errors.As(err, &busy) || busy.Path != path+end {
						t.Errorf("%s: %v, %v", what, l, err)
					}
				}
				l, err := Open(p)
				told("opened", l, err)
				l, _, err = RestoreOver(ctx, p, filepath.Join(filepath.Dir(leftOpen(t)), "library.db"))
				told("a backup in its place", l, err)
				if after := namesIn(t, filepath.Dir(path)); len(after) != len(before) {
					t.Errorf("%v became %v", before, after)
				}
				time.AfterFunc(time.Second, letGo) // while it is waited for
				if l, err = Open(p); err != nil {
					t.Fatal(err)
				}
				if got := headlines(list(t, l, "")); got != "Последний Первый" {
					t.Errorf("there are %s", got)
				}
				if err := l.Close(); err != nil {
					t.Error(err)
				}
			})
		}
	}
}

// TestABackupThatIsHeld is told as that, and not as one whose disk has gone.
func TestABackupThatIsHeld(t *testing.T) {
	l := fresh(t)
	save(t, l, headed("Первый", "2024-09-11"))
	backup := filepath.Join(t.TempDir(), "backup.db")
	if err := l.BackUp(ctx, backup); err != nil {
		t.Fatal(err)
	}
	letGo := hold(t, backup, 0)
	var busy *file.BusyError
	if _, err := l.RestoreBackup(ctx, backup); !errors.As(err, &busy) || busy.Path != backup {
		t.Errorf("restored: %v", err)
	}
	if copied, err := l.OpenCopy(backup); !errors.As(err, &busy) || busy.Path != backup {
		t.Errorf("merged: %v, %v", copied, err)
	}
	time.AfterFunc(time.Second, letGo)
	if _, err := l.RestoreBackup(ctx, backup); err != nil {
		t.Error(err)
	}
}
