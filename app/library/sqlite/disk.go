package sqlite

import (
	"errors"
	"io"
	"math"
	"os"
	"sync"
)

// SQLite takes what the disk cannot read for damage of the file, and does not tell the two apart.

// disk is the library's file and its log, opened to be read once more. They stay open as long as
// the library does: to close one would let SQLite's locks on it go.
type disk struct {
	sync.Mutex
	parts []*os.File
}

// readThrough reads the file and its log to their ends, and returns what keeps it from that. Of a
// library that is only read nothing is read: it may be opened to be looked at beside an open one.
func (l *Library) readThrough() error {
	l.disk.Lock()
	defer l.disk.Unlock()
	if l.beside == "" {
		return nil
	}
	if l.disk.parts == nil {
		for _, path := range []string{l.path, l.path + "-wal"} {
			if part, err := os.Open(path); err == nil { //nolint:gosec // the library, chosen by a person
				l.disk.parts = append(l.disk.parts, part)
			}
		}
	}
	for _, part := range l.disk.parts {
		if _, err := io.Copy(io.Discard, io.NewSectionReader(part, 0, math.MaxInt64)); err != nil {
			return err
		}
	}
	return nil
}

// close closes them after SQLite has closed its own.
func (d *disk) close() (err error) {
	d.Lock()
	defer d.Unlock()
	for _, part := range d.parts {
		err = errors.Join(err, part.Close())
	}
	d.parts = nil
	return err
}
