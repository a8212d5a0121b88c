// Package file puts a release's forms on the disk: under a name that sorts by
// date, whole or not at all, and never over something else without being told.
package file

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// permissions are those of any document: the folder decides who gets to it.
const permissions = 0o644

// Create writes data to a new file. A file of that name is left alone: the
// error is then fs.ErrExist.
func Create(path string, data []byte) error {
	return write(path, data, func(from string) error {
		// A hard link fails where the name is taken, which a rename does not.
		err := os.Link(from, path)
		if err == nil || errors.Is(err, fs.ErrExist) {
			return err
		}
		return Claim(path, data) // a file system without hard links
	})
}

// Replace writes data in place of whatever stood there: a reader finds the old
// bytes or the new ones, also after a power cut. One that another program holds open is
// waited for, up to two seconds; then the error is a *BusyError.
func Replace(path string, data []byte) error {
	return write(path, data, func(from string) error { return rename(from, path) })
}

func write(path string, data []byte, place func(from string) error) error {
	if info, statErr := os.Stat(path); statErr == nil && info.IsDir() {
		return &fs.PathError{Op: "write", Path: path, Err: errIsFolder}
	}
	temp := filepath.Join(filepath.Dir(path), stagingPrefix+rand.Text())
	f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, permissions) //nolint:gosec // the person chose the folder
	if err != nil {
		return named(err, path)
	}
	defer func() { _ = os.Remove(temp) }() // gone already after a rename
	if err = fill(f, data); err == nil {
		err = place(temp)
	}
	if err != nil {
		return named(err, path)
	}
	return syncFolder(filepath.Dir(path))
}

// handle is an open file.
type handle interface {
	io.WriteCloser
	Sync() error
}

// fill writes all of a file, has it on the disk, and closes it.
func fill(f handle, data []byte) error {
	if _, err := f.Write(data); err != nil {
		return errors.Join(err, f.Close())
	}
	return flush(f)
}

// flush has a file on the disk and closes it.
func flush(f handle) error { return errors.Join(f.Sync(), f.Close()) }

// Settle moves a file that another program wrote to its final name in the same folder, once
// all of it is on the disk. A file that has the name is left alone: the error is then fs.ErrExist.
func Settle(from, path string) error {
	f, err := os.OpenFile(from, os.O_RDWR, 0) //nolint:gosec // the caller just wrote it
	if err != nil {
		return named(err, path)
	}
	if err = flush(f); err == nil {
		err = place(from, path)
	}
	if err != nil {
		return named(err, path)
	}
	return syncFolder(filepath.Dir(path))
}

// place moves a file to a name that nothing has: a rename would take it from what has it.
func place(from, path string) error {
	if err := os.Link(from, path); err == nil {
		_ = Retry(func() error { return os.Remove(from) }) // where it stays, it is the same file
		return nil
	}
	if err := Claim(path, nil); err != nil { // the name is taken, or the file system is one without hard links
		return err
	}
	if err := rename(from, path); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// Claim writes data to a new file whose name it takes first, so that a file of another
// is never lost, but a reader may find a part of this one. It will do on a file system
// without hard links, and in a folder that Staging moves to its place when it is full.
func Claim(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, permissions) //nolint:gosec // the person chose the path
	if err != nil {
		return err
	}
	if err := fill(f, data); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// named tells the error of the file a person asked for, not of our own
// temporary one.
func named(err error, path string) error {
	var pathErr *fs.PathError
	var linkErr *os.LinkError
	var busy *BusyError
	switch {
	case errors.As(err, &busy):
		if strings.Contains(busy.Path, stagingPrefix) {
			return &BusyError{path, busy.Cause}
		}
		return busy
	case errors.As(err, &pathErr):
		return &fs.PathError{Op: "write", Path: path, Err: pathErr.Err}
	case errors.As(err, &linkErr):
		return &fs.PathError{Op: "write", Path: path, Err: linkErr.Err}
	default:
		return fmt.Errorf("write %s: %w", path, err)
	}
}
