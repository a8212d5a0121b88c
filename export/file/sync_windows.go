package file

import "syscall"

var errIsFolder = syscall.EISDIR

// syncFolder has nothing to do: NTFS journals its names, and Windows cannot
// flush a folder.
func syncFolder(string) error { return nil }
