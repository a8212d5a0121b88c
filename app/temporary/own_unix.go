//go:build unix

package temporary

import (
	"io/fs"
	"os"
	"syscall"
)

// own reports whether a folder is this person's: the temporary folder is everybody's.
func own(info fs.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(stat.Uid) == os.Getuid()
}
