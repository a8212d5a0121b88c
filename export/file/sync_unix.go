//go:build !windows

package file

import (
	"errors"
	"os"
	"syscall"
)

var errIsFolder = syscall.EISDIR

// syncFolder makes a new name in a folder survive a power cut. File systems
// that cannot do it (some network drives) say so, and are let be.
func syncFolder(path string) error {
	dir, err := os.Open(path) //nolint:gosec // the folder of the file just written
	if err != nil {
		return err
	}
	err = flush(dir)
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		return nil
	}
	return err
}
