package sqlite

import (
	"context"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"time"
)

// What was saved last lies in the log only, until it is brought into the file. A program that
// cuts the log off, or writes an older one over it, takes that away, while the connections go on
// to see what they have read of it before.

// logged is what the log said of itself when all that had been saved was known to be there.
type logged struct {
	size   int64
	salt   uint64 // another for each time the log is begun anew; 0 where it is empty
	change int64  // the newest change that had been saved
}

// ensureLog returns a *library.LostFileError unless all that was saved lies in the log, or was
// brought into the file before the log was begun anew. change is the newest that was saved; 0
// where nothing was since.
func (l *Library) ensureLog(ctx context.Context, change int64) error {
	l.at.Lock()
	known := l.at.logged
	l.at.Unlock()
	size, salt, err := headOfLog(l.path)
	if err != nil {
		return err
	}
	newest := max(change, known.change)
	isBegunAnew := salt != known.salt
	whole := size >= known.size && (size == 0 || salt != 0)
	if isBegunAnew && (size == 0 || salt != 0) {
		in := known.change // what came since lies in the new log
		if size == 0 {
			in = newest
		}
		if whole, err = l.isInFile(ctx, in); err != nil {
			return err
		}
	}
	if !whole {
		return l.lost(ctx, cut)
	}
	l.at.Lock()
	defer l.at.Unlock()
	l.at.logged = logged{size, salt, newest}
	return nil
}

// isInFile reports whether a change has been brought into the file. On a slow disk that takes a
// while.
func (l *Library) isInFile(ctx context.Context, change int64) (bool, error) {
	if change == 0 {
		return true, nil
	}
	var err error
	for range 50 {
		var there past
		if there, err = readPast(ctx, l.path); err == nil && there.change >= change {
			return true, nil
		}
		select {
		case <-ctx.Done():
			return false, ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
	return false, unreachable(err)
}

// headOfLog returns how long the log is, and what it was begun with: 0 where it is empty, or does
// not begin as a log. See "The WAL-Index File Format" and "WAL File Format" at sqlite.org.
func headOfLog(path string) (size int64, salt uint64, err error) {
	f, err := openShared(path + "-wal")
	if errors.Is(err, fs.ErrNotExist) {
		return 0, 0, nil // the look at the place tells
	}
	if err != nil {
		return 0, 0, unreachable(err)
	}
	defer func() { _ = f.Close() }() // it was only read
	info, err := f.Stat()
	if err != nil {
		return 0, 0, unreachable(err)
	}
	const (
		magic  = 0x377f0682 // the last bit says in which order the sums are
		saltAt = 16
	)
	head := make([]byte, saltAt+8)
	if _, err := f.ReadAt(head, 0); errors.Is(err, io.EOF) {
		return info.Size(), 0, nil
	} else if err != nil {
		return 0, 0, unreachable(err)
	}
	if binary.BigEndian.Uint32(head)&^1 != magic {
		return info.Size(), 0, nil
	}
	return info.Size(), binary.BigEndian.Uint64(head[saltAt:]), nil
}
