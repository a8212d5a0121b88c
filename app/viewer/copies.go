package viewer

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/gofrs/flock"
)

// prefix begins the names of the folders of copies in the system's temporary folder.
const prefix = "communique-print-"

// lockName is the file by whose lock others see that a folder is in use. The
// system drops the lock when the program dies.
const lockName = ".in-use"

// Copies are files made to be looked at, in a folder that only this person can
// read. The zero value has none yet. It is used by one goroutine at a time.
type Copies struct {
	dir  string
	lock *flock.Flock
}

// Folder returns where to write copies; it is made when first asked for.
func (c *Copies) Folder() (string, error) {
	if c.dir != "" {
		return c.dir, nil
	}
	dir, err := os.MkdirTemp("", prefix)
	if err != nil {
		return "", err
	}
	lock := flock.New(filepath.Join(dir, lockName))
	if err := lock.Lock(); err != nil {
		return "", err
	}
	c.dir, c.lock = dir, lock
	return dir, nil
}

// Remove takes the copies away: a draft must not stay behind.
func (c *Copies) Remove() {
	if c.dir == "" {
		return
	}
	_ = c.lock.Unlock()
	_ = os.RemoveAll(c.dir) // a viewer may hold one open; the next start tries again
	c.dir = ""
}

// Sweep takes away the copies of programs that died before they could do it
// themselves. Copies of a program that runs stay, and so do another person's.
func Sweep() {
	entries, err := os.ReadDir(os.TempDir())
	if err != nil {
		return // what cannot be listed cannot be ours
	}
	for _, e := range entries {
		if !e.IsDir() || !strings.HasPrefix(e.Name(), prefix) {
			continue
		}
		if info, err := e.Info(); err != nil || !own(info) {
			continue
		}
		dir := filepath.Join(os.TempDir(), e.Name())
		lock := flock.New(filepath.Join(dir, lockName))
		if free, err := lock.TryLock(); err != nil || !free {
			continue
		}
		_ = lock.Unlock() // Windows removes no file that is open
		_ = os.RemoveAll(dir)
	}
}
