package sqlite

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"communique/app/library"
	"communique/app/temporary"
)

// A log has pages, not texts: those that were written last. A text that was saved lies on them as a
// whole, with the row that has its checksum; what only stood beside it does not.

// logCopy is a library made of a log that lies alone.
type logCopy struct {
	copied
	log string
}

// All is as library.Copy has it.
func (c logCopy) All(ctx context.Context, visit func(e library.Entry, past []library.Past) error) error {
	err := c.copied.All(ctx, visit)
	var partly *library.PartlyError
	if err != nil && !errors.As(err, &partly) {
		return err
	}
	alone := &library.PartlyError{Damaged: []error{&library.LogAloneError{Log: c.log}}}
	if partly != nil {
		alone.Damaged = append(alone.Damaged, partly.Damaged...)
	}
	return alone
}

// openLog opens a log: with its file, where that lies beside it under the log's name, else alone.
func (l *Library) openLog(path string) (library.Copy, error) {
	file := strings.TrimSuffix(path, "-wal")
	if l.isItself(file) {
		return nil, &library.ItselfError{Path: file}
	}
	if file != path && isMarked(file) {
		if both, err := l.openFile(file); err == nil && both.PutAside() == "" {
			return both, nil
		} else if err == nil { // the log is another's
			_ = both.Close() // what is left lies in the system's own folder
		}
	}
	folder, err := temporary.New(temporary.Copy)
	if err != nil {
		return nil, err
	}
	made, err := l.madeOfLog(context.Background(), path, filepath.Join(folder.Path, "library.db"))
	if err != nil {
		return nil, errors.Join(err, folder.Remove())
	}
	return logCopy{copied{made, folder}, path}, nil
}

// madeOfLog makes a library of what can be read of a log.
func (l *Library) madeOfLog(ctx context.Context, log, path string) (*Library, error) {
	made, err := Open(Params{Path: path, Now: l.now, anew: true})
	if err != nil {
		return nil, err
	}
	var r library.Recovery
	if err = made.salvage(ctx, log, &r); err == nil && r.Salvaged == 0 {
		err = &library.NothingReadError{Path: log}
	}
	if err != nil {
		return nil, errors.Join(err, made.Close())
	}
	return made, nil
}
