package file

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// placeFolder moves a finished folder to its final name beside it; what is there is moved
// to old meanwhile.
func placeFolder(from, path, old string, replace bool) error {
	if err := syncFolder(from); err != nil {
		return named(err, path)
	}
	parent := filepath.Dir(path)
	_, err := os.Lstat(path)
	taken := err == nil
	if taken && !replace {
		return &fs.PathError{Op: "write", Path: path, Err: fs.ErrExist}
	}
	if taken {
		if err := moveAside(path, old); err != nil {
			return named(err, path)
		}
	}
	if err := rename(from, path); err != nil {
		if taken {
			err = errors.Join(err, rename(old, path))
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
