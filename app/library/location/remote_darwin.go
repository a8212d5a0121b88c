package location

import (
	"strings"

	"golang.org/x/sys/unix"
)

// remote tells a file system that macOS does not call a local one.
func remote(dir string) string {
	var s unix.Statfs_t
	if err := unix.Statfs(dir, &s); err != nil || s.Flags&unix.MNT_LOCAL != 0 {
		return ""
	}
	return strings.ToUpper(strings.TrimSuffix(unix.ByteSliceToString(s.Fstypename[:]), "fs"))
}

// unmounted is for systems that keep an empty folder where a share is to come: macOS makes it with the share.
func unmounted(string) bool { return false }
