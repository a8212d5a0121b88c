package settings

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"time"

	"github.com/gofrs/flock"

	"communique/assets/paths"
	"communique/editor/tomltext"
	"communique/export/file"
)

// UnreadError tells what of a file of the settings could not be read, a line
// each. The rest was read, and the file is as it was; before the program
// writes over it, it keeps a copy of it as Copy, "" where there is one already.
type UnreadError struct {
	Path, Copy string
	Faults     []tomltext.Fault
}

func (e *UnreadError) Error() string {
	return fmt.Sprintf("%s: %v", e.Path, errors.Join(e.Unwrap()...))
}

// Unwrap returns the faults, one error a line.
func (e *UnreadError) Unwrap() []error { return tomltext.Errors(e.Faults) }

// Fact names the error for the translations.
func (e *UnreadError) Fact() (string, map[string]any) {
	if e.Copy == "" {
		return "settings-unread-still", map[string]any{"Path": e.Path}
	}
	return "settings-unread", map[string]any{"Path": e.Path, "Copy": e.Copy}
}

// unread is the error that tells faults, nil where there are none.
func unread(path string, data []byte, faults []tomltext.Fault) error {
	if len(faults) == 0 {
		return nil
	}
	e := &UnreadError{Path: path, Faults: faults}
	if slices.ContainsFunc(faults, fresh) {
		e.Copy, _ = copyName(path, data) // where none can be made, writing says so
	}
	return e
}

// fresh reports whether a fault is of the person's own text, of which the
// program would write nothing, and not of the notes that it keeps.
func fresh(f tomltext.Fault) bool { return !f.Mended && f.Why != tomltext.KeptAside }

// BusyError says that another copy of the program has been writing for so long
// that waiting for it was given up.
type BusyError struct{ Dir string }

func (e *BusyError) Error() string { return "settings in use: " + e.Dir }

// Fact names the error for the translations.
func (e *BusyError) Fact() (string, map[string]any) {
	return "settings-busy", map[string]any{"Dir": e.Dir}
}

// A writer has the folder for a few milliseconds; one that has it for longer
// than lockPatience is stuck.
const (
	lockName     = ".communique.lock"
	lockPatience = 10 * time.Second
	lockAgain    = 5 * time.Millisecond
)

// locked does something while no other copy of the program, and nobody else in
// this one, writes the settings and registers in dir. The system lets the lock
// go when the program ends, however it ends.
func locked(dir string, do func() error) error { return lockedFor(dir, lockPatience, do) }

func lockedFor(dir string, patience time.Duration, do func() error) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	lock := flock.New(filepath.Join(dir, lockName))
	switch taken, err := lock.TryLockContext(ctx, lockAgain); {
	case errors.Is(err, context.DeadlineExceeded):
		return &BusyError{dir}
	case err != nil:
		return err
	case !taken:
		return &BusyError{dir}
	}
	return errors.Join(do(), lock.Unlock())
}

// readFile reads a file of the settings; one that is not there is empty.
func readFile(path string) ([]byte, error) {
	data, err := file.Read(path)
	if isMissing(err) {
		return nil, paths.File(path)
	}
	return data, err
}

// isMissing reports whether nobody has made a file yet, or something stands in its way: package
// paths tells which.
func isMissing(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}

// rewrite puts data in the place of a file's old contents, after notes of what
// could not be read of them. Of old words that the program did not understand a
// copy is kept first.
func rewrite(path string, old, data []byte, were, are []tomltext.Fault) error {
	data = append(tomltext.Keep(are), data...)
	if slices.ContainsFunc(were, fresh) {
		if _, err := copyAside(path, old); err != nil {
			return err
		}
	}
	return file.Replace(path, data)
}

// copyAside keeps a copy of a file's contents beside it and returns its name.
func copyAside(path string, data []byte) (string, error) {
	name, err := copyName(path, data)
	if err != nil {
		return "", err
	}
	if err := file.Create(name, data); err != nil && !errors.Is(err, fs.ErrExist) {
		return "", err
	}
	return name, nil
}

// copyName is .bak, .bak2, …: the first that is free, or holds data already.
func copyName(path string, data []byte) (string, error) {
	for n := 1; ; n++ {
		name := path + ".bak"
		if n > 1 {
			name += strconv.Itoa(n)
		}
		there, err := os.ReadFile(name) //nolint:gosec // the settings' own folder
		if errors.Is(err, fs.ErrNotExist) || err == nil && bytes.Equal(there, data) {
			return name, nil
		}
		if _, statErr := os.Lstat(name); statErr != nil {
			return "", statErr
		}
	}
}
