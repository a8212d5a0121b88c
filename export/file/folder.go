package file

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// PlaceFolder moves a finished folder to its final name beside it. What is there
// already is fs.ErrExist; with replace it is moved aside first, and removed when
// the new one stands in its place. The files in it are to be on the disk already; their
// names are then, too.
func PlaceFolder(from, path string, replace bool) error {
	if err := syncFolder(from); err != nil {
		return named(err, path)
	}
	parent := filepath.Dir(path)
	_, err := os.Lstat(path)
	taken := err == nil
	if taken && !replace {
		return &fs.PathError{Op: "write", Path: path, Err: fs.ErrExist}
	}
	old := filepath.Join(parent, ".communique-"+rand.Text())
	if taken {
		if err := os.Rename(path, old); err != nil {
			return named(err, path)
		}
	}
	if err := os.Rename(from, path); err != nil {
		if taken {
			err = errors.Join(err, os.Rename(old, path))
		}
		return named(err, path)
	}
	if err := syncFolder(parent); err != nil {
		return err
	}
	if taken {
		return os.RemoveAll(old)
	}
	return nil
}
