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

// openShared opens a file to read it. Of the files of a library only the log may be: SQLite's locks
// are on the others, and would be let go.
func openShared(path string) (*os.File, error) { return os.Open(path) } //nolint:gosec // the library is where the person has put it

// isForbidden reports whether the system lets nobody write to a file, or not us.
func isForbidden(path string) bool {
	const write = 2 // W_OK
	err := syscall.Access(path, write)
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)
}
