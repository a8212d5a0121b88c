package file

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"
)

// BusyError says that another program has the file at Path open, and lets nobody else
// write it or take its place.
type BusyError struct {
	Path  string
	Cause error
}

func (e *BusyError) Error() string {
	return fmt.Sprintf("%s is open in another program: %v", e.Path, e.Cause)
}

func (e *BusyError) Unwrap() error { return e.Cause }

// Fact names the error for the translations.
func (e *BusyError) Fact() (string, map[string]any) {
	return "file-busy", map[string]any{"Path": e.Path}
}

// patience is how long a file is waited for: an antivirus, or a service that copies folders
// elsewhere, holds a file for a moment after each change; a person's program holds it on.
const patience = 2 * time.Second

// persist does what fails while another program holds a file open, until that is let go or
// patience is over. held tells which error is such a one; nil is none.
func persist(do func() error, held func(error) *BusyError, sleep func(time.Duration)) error {
	const longest = 200 * time.Millisecond
	pause, waited := 10*time.Millisecond, time.Duration(0)
	for {
		err := do()
		if err == nil {
			return nil
		}
		busy := held(err)
		if busy == nil {
			return err
		}
		if waited >= patience {
			return busy
		}
		sleep(pause)
		waited += pause
		pause = min(2*pause, longest)
	}
}

// Retry does what fails while another program holds a file open until that is let go, up to two
// seconds; then the error is a *BusyError.
func Retry(do func() error) error { return persist(do, busyIn, time.Sleep) }

// busyIn tells which file another program holds, where that is what err says; else nil.
func busyIn(err error) *BusyError {
	var busy *BusyError
	if errors.As(err, &busy) {
		return busy
	}
	if !isHeld(err) {
		return nil
	}
	busy = &BusyError{Cause: err}
	var one *fs.PathError
	var two *os.LinkError
	if errors.As(err, &one) {
		busy.Path = one.Path
	} else if errors.As(err, &two) {
		busy.Path = two.Old
	}
	return busy
}

// Held returns a *BusyError where another program keeps everybody from writing one of the files at
// paths. One that is missing or forbidden is not held; only on Windows any is.
func Held(paths ...string) error { return heldFrom(askToWrite, paths) }

// HeldFromReaders is Held for reading.
func HeldFromReaders(paths ...string) error { return heldFrom(askToRead, paths) }

func heldFrom(ask func(path string) error, paths []string) error {
	for _, path := range paths {
		if err := ask(path); isHeld(err) {
			return &BusyError{path, err}
		}
	}
	return nil
}

// Read reads a file whole. One that another program lets nobody read is waited for as by Retry.
func Read(path string) (data []byte, err error) {
	err = Retry(func() error {
		data, err = os.ReadFile(path) //nolint:gosec // whose path it is, the caller knows
		return err
	})
	return data, err
}

// rename moves a file or folder to another name; what holds it is the error.
func rename(from, to string) error {
	return persist(
		func() error { return os.Rename(from, to) },
		func(err error) *BusyError { return held(err, from, to) },
		time.Sleep,
	)
}

// moveAside moves a folder that another is to take the place of. While a file in it is
// held it stays where it is: some file systems would move it, and then not remove it.
func moveAside(path, to string) error {
	return persist(
		func() error {
			if busy := heldIn(path); busy != nil {
				return busy
			}
			return os.Rename(path, to)
		},
		func(err error) *BusyError {
			if busy := busyIn(err); busy != nil {
				return busy
			}
			return held(err, path, to)
		},
		time.Sleep,
	)
}
