package file

import (
	"errors"
	"fmt"
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

// Read reads a file whole. One that another program lets nobody read is waited for, up to two
// seconds; then the error is a *BusyError.
func Read(path string) (data []byte, err error) {
	err = persist(
		func() (err error) {
			data, err = os.ReadFile(path) //nolint:gosec // whose path it is, the caller knows
			return err
		},
		func(err error) *BusyError { return held(err, path, path) },
		time.Sleep,
	)
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
			var busy *BusyError
			if errors.As(err, &busy) {
				return busy
			}
			return held(err, path, to)
		},
		time.Sleep,
	)
}
