// Package paths tells what keeps a file or a folder from being where a path says. The system
// alone does not: to Windows a file in a folder's place, and a drive that is not there, are
// paths that were not found, and so is a link to nothing everywhere. Who takes that for a file
// that nobody has made yet goes on with an empty one.
package paths

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"unicode/utf16"
)

// Why is what stands in the way.
type Why string

// What can stand in the way of a path.
const (
	IsFolder    Why = "is-folder"    // a folder where a file is wanted
	NoFolder    Why = "no-folder"    // a file where a folder is wanted
	LinkNowhere Why = "link-nowhere" // a link to what is not there
	Unreachable Why = "unreachable"  // the drive or the share is not there
	TooLong     Why = "name-long"    // a name that no disk takes, and Windows does not find
	IsDevice    Why = "name-device"  // a name that Windows keeps for a device: CON, NUL, COM1
)

// longest is how many units of UTF-16 a name has on the disks of Windows.
const longest = 255

// Error says which part of a path is in the way, and why.
type Error struct {
	Why  Why
	Path string // of that part
}

func (e *Error) Error() string { return e.Path + ": " + string(e.Why) }

// Fact names the error for the translations.
func (e *Error) Fact() (string, map[string]any) {
	return string(e.Why), map[string]any{"Path": e.Path}
}

// Device returns an *Error where a part of path is the name of a device, to which Windows writes
// instead of to a file; nil where none is, and on other systems.
func Device(path string) error {
	below := path[len(filepath.VolumeName(path)):]
	for part := range strings.FieldsFuncSeq(below, isSeparator) {
		if part != ".." && !filepath.IsLocal(part) {
			return &Error{IsDevice, part}
		}
	}
	if device, is := strings.CutPrefix(path, `\\.\`); is && runtime.GOOS == "windows" {
		return &Error{IsDevice, device} // what Windows makes of it in a full path
	}
	return nil
}

func isSeparator(r rune) bool { return r == '/' || r == filepath.Separator }

// File returns what keeps a file from being at path: an *Error, or what the system says of a
// part of it. It is nil where the file is there, and where nobody has made it or its folders yet.
func File(path string) error {
	switch info, err := os.Stat(path); {
	case err == nil && info.IsDir():
		return &Error{IsFolder, path}
	case err == nil:
		return nil
	default:
		return above(path, err)
	}
}

// Folder is File for a folder.
func Folder(path string) error {
	switch info, err := os.Stat(path); {
	case err == nil && !info.IsDir():
		return &Error{NoFolder, path}
	case err == nil:
		return nil
	default:
		return above(path, err)
	}
}

// above looks for what is in the way from a path that the system refuses upwards.
func above(path string, err error) error {
	if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR) {
		return err
	}
	if _, err := os.Lstat(path); err == nil {
		return &Error{LinkNowhere, path}
	}
	if len(utf16.Encode([]rune(filepath.Base(path)))) > longest {
		return &Error{TooLong, path}
	}
	parent := filepath.Dir(path)
	if parent == path {
		return &Error{Unreachable, path}
	}
	return Folder(parent)
}
