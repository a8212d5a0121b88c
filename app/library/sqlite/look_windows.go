package sqlite

import (
	"os"

	"golang.org/x/sys/windows"
)

// look tells of a file. The os package would ask which file it is only when two are
// compared, and so by what lies at the path then; and ask in a way that is refused while
// the file is mapped, as SQLite's index is.
func look(path string) (os.FileInfo, error) {
	const nothing = 0 // of what may be done with a file: to tell of it needs none
	f, err := openFor(nothing, path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only looked at
	return f.Stat()
}

// openShared opens a file to read it, and keeps nobody from writing to it or removing it.
func openShared(path string) (*os.File, error) { return openFor(windows.GENERIC_READ, path) }

func openFor(access uint32, path string) (*os.File, error) {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	const share = windows.FILE_SHARE_READ | windows.FILE_SHARE_WRITE | windows.FILE_SHARE_DELETE
	h, err := windows.CreateFile(name, access, share, nil, windows.OPEN_EXISTING, windows.FILE_FLAG_BACKUP_SEMANTICS, 0)
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: path, Err: err}
	}
	return os.NewFile(uintptr(h), path), nil
}

// isForbidden reports whether a file may only be read.
func isForbidden(path string) bool {
	const write = 0o200
	info, err := os.Stat(path)
	return err == nil && info.Mode().Perm()&write == 0
}
