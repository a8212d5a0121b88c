package sqlite

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"github.com/gofrs/flock"

	"communique/app/library"
)

// desk knows which releases this copy of the program edits. Each is a locked
// file beside the library: the system lets the lock go when the program ends,
// however it ends, and no clock has a say in it.
type desk struct {
	mu     sync.Mutex
	held   map[int64]*flock.Flock
	closed bool
}

func (l *Library) deskFolder() string { return l.path + "-desk" }

// Claim is as library.Desk has it.
func (l *Library) Claim(ctx context.Context, id int64) (holder library.Holder, ok bool, err error) {
	l.desk.mu.Lock()
	defer l.desk.mu.Unlock()
	if l.desk.closed {
		return library.Holder{}, false, fmt.Errorf("take release %d for editing: %w", id, fs.ErrClosed)
	}
	if err := ctx.Err(); err != nil {
		return library.Holder{}, false, fmt.Errorf("take release %d for editing: %w", id, err)
	}
	if err := errors.Join(l.Unwritable(), l.ensure(ctx)); err != nil { // else a folder would be made where the library has gone
		return library.Holder{}, false, err
	}
	if lock := l.desk.held[id]; lock != nil {
		if isStill(lock) {
			return library.Holder{}, true, nil
		}
		_ = lock.Unlock() // the file is closed whatever unlocking says
		delete(l.desk.held, id)
		return library.Holder{}, false, &library.LostClaimError{ID: id}
	}
	if err := os.MkdirAll(l.deskFolder(), 0o700); err != nil {
		return library.Holder{}, false, err
	}
	name := filepath.Join(l.deskFolder(), strconv.FormatInt(id, 10))
	lock := flock.New(name + ".lock")
	taken, err := lock.TryLock()
	if err != nil {
		return library.Holder{}, false, fmt.Errorf("take release %d for editing: %w", id, err)
	}
	if !taken {
		return holderIn(name + ".json"), false, nil
	}
	if l.desk.held == nil {
		l.desk.held = map[int64]*flock.Flock{}
	}
	l.desk.held[id] = lock
	_ = writeHolder(name + ".json") // on a full disk others meet the lock, and a holder without a name
	return library.Holder{}, true, nil
}

// isStill reports whether others who ask for a lock meet this one: its file may have been
// removed, or its folder replaced, in which case they do not.
func isStill(lock *flock.Flock) bool {
	ours, err := lock.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(lock.Path())
	return err == nil && os.SameFile(ours, there)
}

// Leave is as library.Desk has it.
func (l *Library) Leave(id int64) {
	l.desk.mu.Lock()
	defer l.desk.mu.Unlock()
	if lock := l.desk.held[id]; lock != nil {
		_ = lock.Unlock() // the file is closed whatever unlocking says
		delete(l.desk.held, id)
	}
}

func (l *Library) leaveAll() {
	l.desk.mu.Lock()
	defer l.desk.mu.Unlock()
	l.desk.closed = true
	for id, lock := range l.desk.held {
		_ = lock.Unlock() // the file is closed whatever unlocking says
		delete(l.desk.held, id)
	}
}

// holderIn reads who wrote the file; a holder that cannot be read has no name.
func holderIn(path string) library.Holder {
	var h library.Holder
	if data, err := os.ReadFile(path); err == nil { //nolint:gosec // beside the library
		_ = json.Unmarshal(data, &h) // half-written: no name
	}
	return h
}

// Ourselves is who this copy of the program works for.
func Ourselves() library.Holder {
	h := library.Holder{PID: os.Getpid()}
	if u, err := user.Current(); err == nil {
		h.User = u.Username[strings.LastIndexByte(u.Username, '\\')+1:] // without the domain of Windows
		if u.Name != "" {
			h.User = u.Name
		}
	}
	h.Host, _ = os.Hostname() // a nameless computer is told as one
	return h
}

func writeHolder(path string) error {
	data, err := json.Marshal(Ourselves())
	if err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o600)
}
