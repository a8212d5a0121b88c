package file

import (
	"crypto/rand"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"communique/editor/regexp"
)

// Staging is a hidden folder beside the place of another, in which that is made. While it is
// made a file beside it is locked: who finds the lock free knows that its program died.
type Staging struct {
	Path string
	lock *flock.Flock
}

const (
	stagingPrefix = ".communique-"
	lockEnding    = ".lock"
	oldPart       = ".old." // between the name of a staging folder and that of what it takes the place of
)

// stagingLock is what the lock of a staging folder is called.
var stagingLock = regexp.MustCompile(`^\.communique-[A-Z2-7]{26}\.lock$`)

// stagingFile is what a file on its way to its name is called.
var stagingFile = regexp.MustCompile(`^\.communique-[A-Z2-7]{26}$`)

// Stage makes a folder in which the one at a path is made.
func Stage(path string) (*Staging, error) {
	s := &Staging{Path: filepath.Join(filepath.Dir(path), stagingPrefix+rand.Text())}
	s.lock = flock.New(s.Path + lockEnding)
	if err := s.lock.Lock(); err != nil {
		return nil, named(err, path)
	}
	if err := os.Mkdir(s.Path, 0o750); err != nil {
		s.Remove()
		return nil, named(err, path)
	}
	return s, nil
}

// Remove takes the folder away, where it is still there, and lets go of it.
func (s *Staging) Remove() {
	_ = os.RemoveAll(s.Path)
	_ = os.Remove(s.lock.Path()) // before it is free: afterwards it could be another's
	_ = s.lock.Unlock()
	_ = os.Remove(s.lock.Path()) // Windows removes no file that is open
}

// Place moves the folder to its final name. What is there already is fs.ErrExist; with
// replace it is moved aside first, and removed when the new one stands in its place. The
// files in it are to be on the disk already; their names are then, too.
func (s *Staging) Place(path string, replace bool) error {
	return placeFolder(s.Path, path, s.Path+oldPart+filepath.Base(path), replace)
}

// abandoned is how old a file on its way to its name is that nobody writes any more.
const abandoned = time.Hour

// Sweep takes away what programs left in a folder that died while they wrote there. What
// was moved aside, and has nothing in its place, goes back.
func Sweep(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return // there is nothing to see
	}
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		switch {
		case stagingLock.MatchString(e.Name()):
			sweepStaging(strings.TrimSuffix(path, lockEnding), entries)
		case stagingFile.MatchString(e.Name()) && e.Type().IsRegular():
			if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > abandoned {
				_ = os.Remove(path)
			}
		}
	}
}

// sweepStaging takes a staging folder away whose program died.
func sweepStaging(staging string, entries []fs.DirEntry) {
	lock := flock.New(staging + lockEnding)
	if free, err := lock.TryLock(); err != nil || !free {
		return
	}
	for _, e := range entries {
		target, is := strings.CutPrefix(e.Name(), filepath.Base(staging)+oldPart)
		if !is {
			continue
		}
		old, path := filepath.Join(filepath.Dir(staging), e.Name()), filepath.Join(filepath.Dir(staging), target)
		if there, err := Exists(path); err != nil || !there {
			_ = os.Rename(old, path)
			continue
		}
		_ = os.RemoveAll(old)
	}
	(&Staging{staging, lock}).Remove()
}
