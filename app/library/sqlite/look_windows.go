package sqlite

import (
	"os"

	"golang.org/x/sys/windows"
)

// look tells of a file. The os package would ask which file it is only when two are
// compared, and so by what lies at the path then; and ask in a way that is refused while
// the file is mapped, as SQLite's index is.
func look(path string) (os.FileInfo, error) {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	const nothing = 0 // of what may be done with a file: to tell of it needs none
	const share = windows.FILE_SHARE_READ | windows.FILE_SHARE_WRITE | windows.FILE_SHARE_DELETE
	h, err := windows.CreateFile(name, nothing, share, nil, windows.OPEN_EXISTING, windows.FILE_FLAG_BACKUP_SEMANTICS, 0)
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: path, Err: err}
	}
	f := os.NewFile(uintptr(h), path)
	defer func() { _ = f.Close() }() // it was only looked at
	return f.Stat()
}

// isForbidden reports whether a file may only be read.
func isForbidden(path string) bool {
	const write = 0o200
	info, err := os.Stat(path)
	return err == nil && info.Mode().Perm()&write == 0
}
