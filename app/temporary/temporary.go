// Package temporary makes folders in the system's temporary one, whose contents nobody needs
// when the program has ended, and takes away those that it could not remove itself.
package temporary

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// Kind is what a folder is for: it is in its name.
type Kind string

// The folders that there are.
const (
	Print       Kind = "print"       // releases made to be looked at
	Copy        Kind = "copy"        // another library that is merged
	Read        Kind = "read"        // a library that may only be read where it lies
	LibreOffice Kind = "libreoffice" // documents that are converted
)

// prefix begins the names of folders of a kind.
func (k Kind) prefix() string { return "communique-" + string(k) + "-" }

// lockName is the file by whose lock others see that a folder is in use. The
// system drops the lock when the program dies.
const lockName = ".in-use"

// Folder is a folder that only this person can read.
type Folder struct {
	Path string
	lock *flock.Flock
}

// New makes a folder.
func New(kind Kind) (*Folder, error) {
	dir, err := os.MkdirTemp("", kind.prefix())
	if err != nil {
		return nil, err
	}
	lock := flock.New(filepath.Join(dir, lockName))
	if err := lock.Lock(); err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	return &Folder{dir, lock}, nil
}

// Remove takes the folder away. What another program holds open in it, and the folder with that,
// is left to Sweep.
func (f *Folder) Remove() error {
	_ = f.lock.Unlock() // Windows removes no file that is open
	return os.RemoveAll(f.Path)
}

// Sweep takes away the folders of programs that died before they could do it
// themselves. Folders of a program that runs stay, and so do another person's.
func Sweep() {
	entries, err := os.ReadDir(os.TempDir())
	if err != nil {
		return // what cannot be listed cannot be ours
	}
	for _, e := range entries {
		ours := slices.ContainsFunc([]Kind{Print, Copy, Read, LibreOffice}, func(k Kind) bool { return strings.HasPrefix(e.Name(), k.prefix()) })
		if !e.IsDir() || !ours {
			continue
		}
		if info, err := e.Info(); err != nil || !own(info) || isBeingMade(info) {
			continue
		}
		f := Folder{Path: filepath.Join(os.TempDir(), e.Name())}
		f.lock = flock.New(filepath.Join(f.Path, lockName))
		if free, err := f.lock.TryLock(); err != nil || !free {
			continue
		}
		_ = f.Remove() // what is left is swept at the next start
	}
}

// isBeingMade reports whether a folder was made a moment ago, and its program has yet to lock it.
func isBeingMade(folder os.FileInfo) bool {
	_, err := os.Lstat(filepath.Join(os.TempDir(), folder.Name(), lockName))
	return errors.Is(err, os.ErrNotExist) && time.Since(folder.ModTime()) < time.Minute
}
