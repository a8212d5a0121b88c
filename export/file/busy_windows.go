package file

import (
	"errors"
	"io/fs"
	"path/filepath"

	"golang.org/x/sys/windows"
)

// held tells which file another program holds, where that is why one name could not be
// given to another's file or folder; nil where it is not.
func held(err error, from, to string) *BusyError {
	if !isHeld(err) && !errors.Is(err, windows.ERROR_ACCESS_DENIED) {
		return nil
	}
	// To replace a file that is open, or to rename a folder around it, is denied as if
	// it were forbidden: only who asks for the file itself hears that it is held.
	for _, path := range []string{to, from} {
		if busy := heldIn(path); busy != nil {
			return busy
		}
	}
	if isHeld(err) {
		return &BusyError{to, err}
	}
	return nil
}

// heldIn finds a file at or below a path that another program holds.
func heldIn(path string) (busy *BusyError) {
	_ = filepath.WalkDir(path, func(at string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return nil //nolint:nilerr // what cannot be looked at is not known to be held
		}
		if err := ask(at); isHeld(err) {
			busy = &BusyError{at, err}
			return fs.SkipAll
		}
		return nil
	})
	return busy
}

// isHeld reports whether an error is that of a file that another program has open.
func isHeld(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_USER_MAPPED_FILE)
}

// ask opens a file as one opens it that is to be renamed, and closes it.
func ask(path string) error { return askFor(windows.DELETE, path) }

// askToRead opens a file as one opens it that is to be read, and closes it.
func askToRead(path string) error { return askFor(windows.GENERIC_READ, path) }

// askToWrite is askToRead for a file that is to be written too.
func askToWrite(path string) error { return askFor(windows.GENERIC_READ|windows.GENERIC_WRITE, path) }

func askFor(access uint32, path string) error {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	const share = windows.FILE_SHARE_READ | windows.FILE_SHARE_WRITE | windows.FILE_SHARE_DELETE
	h, err := windows.CreateFile(name, access, share, nil, windows.OPEN_EXISTING, windows.FILE_FLAG_OPEN_REPARSE_POINT, 0)
	if err != nil {
		return err
	}
	return windows.CloseHandle(h)
}
