//go:build !windows

package sqlite

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// look tells of a file without opening it: to close it again would let SQLite's locks go.
func look(path string) (os.FileInfo, error) { return os.Stat(path) }

// isForbidden reports whether the system lets nobody write to a file, or not us.
func isForbidden(path string) bool {
	const write = 2 // W_OK
	err := syscall.Access(path, write)
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)
}
