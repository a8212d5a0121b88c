package library

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"communique/editor/release"
	"communique/export/file"
)

// Recovery tells what became of a damaged library.
type Recovery struct {
	Damaged string // where the damaged file was put
	// Backup is what the new library was made of; empty where no backup was good.
	Backup Backup
	// Salvaged counts the releases read out of the damaged file that were newer
	// than the backup, or not in it.
	Salvaged int
	// Lost counts the releases that stood in the damaged file, could not be
	// read, and are in no backup.
	Lost int
}

// Recover makes a library of the newest good backup and of what can still be
// read from the damaged file, which is put aside and kept. It is for a file
// that Open refuses with a *NoLibraryError or in which Verify found damage; no
// copy of the program may have it open.
func Recover(ctx context.Context, p Params) (*Library, Recovery, error) {
	aside := strings.TrimSuffix(p.Path, filepath.Ext(p.Path)) + "-damaged-" + p.Now().UTC().Format("2006-01-02-150405") + filepath.Ext(p.Path)
	r := Recovery{Damaged: aside}
	if err := putAside(p.Path, aside); err != nil {
		return nil, r, err
	}
	backups, err := backupsIn(filepath.Join(filepath.Dir(p.Path), "backups"))
	if err != nil {
		return nil, r, err
	}
	for _, b := range backups {
		if verifyFile(ctx, b.Path) != nil {
			continue // the next one may be good
		}
		if err := copyFile(b.Path, p.Path); err != nil {
			return nil, r, err
		}
		r.Backup = b
		break
	}
	p.Existing = false // it is put aside
	l, err := Open(p)
	if err != nil {
		return nil, r, err
	}
	if err := l.salvage(ctx, aside, &r); err != nil {
		return nil, r, errors.Join(err, l.Close())
	}
	return l, r, nil
}

// HasBackups reports whether the library at path has backups to recover from.
func HasBackups(path string) bool {
	backups, err := backupsIn(filepath.Join(filepath.Dir(path), "backups"))
	return err == nil && len(backups) > 0
}

// putAside renames a library with the files SQLite keeps beside it.
func putAside(path, aside string) error {
	for _, end := range []string{"-wal", "-shm", ""} { // the file itself last: while it is there, nothing is lost
		if err := os.Rename(path+end, aside+end); err != nil && (end == "" || !errors.Is(err, os.ErrNotExist)) {
			return err
		}
	}
	return nil
}

func copyFile(from, to string) error {
	in, err := os.Open(from) //nolint:gosec // one of the library's own backups
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }() // it was only read
	part := to + ".part"
	out, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600) //nolint:gosec // beside the library
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err := errors.Join(err, out.Close()); err != nil {
		return errors.Join(err, os.Remove(part))
	}
	return file.Settle(part, to)
}

// unreadable is how many ids in a row may fail before the rest of a damaged
// table is given up.
const unreadable = 10_000

// salvage reads the releases of a damaged file one by one and saves what is
// newer than what the library has.
func (l *Library) salvage(ctx context.Context, damaged string, r *Recovery) error {
	db, err := sql.Open("sqlite", fileURI(damaged)+"?mode=ro")
	if err != nil {
		return nil //nolint:nilerr // nothing can be read: the backup is all there is
	}
	defer func() { _ = db.Close() }() // it was only read
	highest := int64(-1)
	_ = db.QueryRowContext(ctx, `SELECT seq FROM sqlite_sequence WHERE name = 'release'`).Scan(&highest) // -1 goes on by guess
	failed := 0
	for id := int64(1); (highest < 0 || id <= highest) && failed < unreadable; id++ {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		var trashed *int64
		var saved int64
		var text, sum []byte
		err := db.QueryRowContext(ctx, `SELECT trashed, saved, text, checksum FROM release WHERE id = ?`, id).Scan(&trashed, &saved, &text, &sum)
		if errors.Is(err, sql.ErrNoRows) {
			failed++
			continue
		}
		if err == nil {
			_, err = verified(text, sum)
		}
		if err != nil {
			failed++
			if err := l.countLost(ctx, id, highest, r); err != nil {
				return err
			}
			continue
		}
		failed = 0
		if err := l.takeIn(ctx, id, text, time.UnixMilli(saved), trashed != nil, r); err != nil {
			return err
		}
	}
	return nil
}

// countLost counts a release that is neither readable nor in the backup. While
// the highest id is not known, an id that fails may never have been one.
func (l *Library) countLost(ctx context.Context, id, highest int64, r *Recovery) error {
	if highest < 0 {
		return nil
	}
	_, _, err := l.Get(ctx, id)
	var missing *MissingError
	if errors.As(err, &missing) {
		r.Lost++
		return nil
	}
	return err
}

// takeIn saves a salvaged text under its own id, unless the library has it.
func (l *Library) takeIn(ctx context.Context, id int64, text []byte, saved time.Time, trashed bool, r *Recovery) error {
	err := l.write(ctx, func(tx *transaction) error {
		there, err := l.stored(ctx, tx, id)
		var missing *MissingError
		if err != nil && !errors.As(err, &missing) {
			return err
		}
		if err == nil && (string(there.text) == string(text) || there.saved.After(saved)) {
			return nil
		}
		salvaged, parseErr := release.Parse(text)
		if parseErr != nil {
			return parseErr
		}
		row, rowErr := newRow(salvaged, saved)
		if rowErr != nil {
			return rowErr
		}
		r.Salvaged++
		if err == nil {
			_, err = l.update(ctx, tx, id, there.revision, row, keep)
			return err
		}
		e, err := l.insert(ctx, tx, row)
		if err != nil || e.ID == id {
			return err
		}
		return l.renumber(ctx, tx, e.ID, id, row)
	})
	if err != nil {
		return fmt.Errorf("salvage release %d: %w", id, l.explain(err))
	}
	if trashed {
		return l.Trash(ctx, id)
	}
	return nil
}

// renumber gives a release just inserted the id it had.
func (l *Library) renumber(ctx context.Context, tx *transaction, from, to int64, row row) error {
	old, now := positionOf(row.release.Date, row.saved, from), positionOf(row.release.Date, row.saved, to)
	if _, err := tx.ExecContext(ctx, `UPDATE release SET id = ?, position = ? WHERE id = ?`, to, int64(now), from); err != nil {
		return err
	}
	if err := unindex(ctx, tx, old); err != nil {
		return err
	}
	return reindex(ctx, tx, 0, now, row.indexed)
}
