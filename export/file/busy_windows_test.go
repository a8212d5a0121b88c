package file

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"golang.org/x/sys/windows"
)

// hold opens a file as a program does that lets others only read it.
func hold(t *testing.T, path string) (letGo func()) {
	t.Helper()
	return holdFrom(t, path, windows.FILE_SHARE_READ)
}

// holdFrom opens a file as a program does that lets others do no more than it shares.
func holdFrom(t *testing.T, path string, shares uint32) (letGo func()) {
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

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(text), 0o600)); err != nil {
		t.Fatal(err)
	}
}

func lies(t *testing.T, path, text string) {
	t.Helper()
	if data, err := os.ReadFile(path); string(data) != text || err != nil {
		t.Errorf("%s holds %q, %v", path, data, err)
	}
}

// TestHeldByAnotherProgram: what is held a moment is replaced, what is held on is told as
// such and left as it is, whether it is a file or lies in a package.
func TestHeldByAnotherProgram(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "Релиз.pdf")
	put(t, path, "old")
	letGo := hold(t, path)
	began := time.Now()
	var busy *BusyError
	if err := Replace(path, []byte("new")); !errors.As(err, &busy) || busy.Path != path || errors.Is(err, fs.ErrPermission) {
		t.Errorf("got %v", err)
	}
	if took := time.Since(began); took < patience || took > 3*patience {
		t.Errorf("it took %v", took)
	}
	lies(t, path, "old")
	time.AfterFunc(patience/4, letGo)
	if err := Replace(path, []byte("new")); err != nil {
		t.Error(err)
	}
	lies(t, path, "new")

	folder := filepath.Join(dir, "Пакет")
	inner := filepath.Join(folder, "release.pdf")
	put(t, inner, "old")
	letGo = hold(t, inner)
	defer letGo()
	s, err := Stage(folder)
	if err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(s.Path, "release.pdf"), "new")
	if err := s.Place(folder, true); !errors.As(err, &busy) || busy.Path != inner {
		t.Errorf("got %v", err)
	}
	lies(t, inner, "old")
	s.Remove()
	if entries, err := os.ReadDir(dir); len(entries) != 2 {
		t.Errorf("left are %v, %v", entries, err)
	}
}

// TestReadWhileHeld: an antivirus that looks at a file for a moment keeps nobody from it, and
// what is held on is told as such.
func TestReadWhileHeld(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings.toml")
	put(t, path, "theme")
	letGo := holdFrom(t, path, 0)
	var busy *BusyError
	if data, err := Read(path); data != nil || !errors.As(err, &busy) || busy.Path != path {
		t.Errorf("got %q, %v", data, err)
	}
	time.AfterFunc(patience/4, letGo)
	if data, err := Read(path); err != nil || string(data) != "theme" {
		t.Errorf("got %q, %v", data, err)
	}
}

// TestForbiddenIsNotHeld tells what may not be written from what is open elsewhere.
func TestForbiddenIsNotHeld(t *testing.T) {
	for err, want := range map[error]bool{
		windows.ERROR_ACCESS_DENIED: false, windows.ERROR_DISK_FULL: false,
		windows.ERROR_SHARING_VIOLATION: true, windows.ERROR_LOCK_VIOLATION: true, windows.ERROR_USER_MAPPED_FILE: true,
	} {
		path := filepath.Join(t.TempDir(), "a.pdf")
		put(t, path, "old")
		if got := held(err, path, path) != nil; got != want {
			t.Errorf("%v: %v", err, got)
		}
	}
}

// TestHeld tells who is kept from a file: writers, or readers too. What is missing is not held.
func TestHeld(t *testing.T) {
	dir := t.TempDir()
	path, missing := filepath.Join(dir, "library.db"), filepath.Join(dir, "library.db-wal")
	put(t, path, "")
	for shares, want := range map[uint32][2]bool{
		windows.FILE_SHARE_READ | windows.FILE_SHARE_WRITE: {false, false},
		windows.FILE_SHARE_READ:                            {true, false},
		0:                                                  {true, true},
	} {
		letGo := holdFrom(t, path, shares)
		for i, err := range []error{Held(missing, path), HeldFromReaders(missing, path)} {
			var busy *BusyError
			if errors.As(err, &busy) != want[i] || want[i] && busy.Path != path {
				t.Errorf("shared %d, %d: %v", shares, i, err)
			}
		}
		letGo()
	}
}
