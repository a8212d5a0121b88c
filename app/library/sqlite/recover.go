package sqlite

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

	"communique/app/library"
	"communique/app/library/sqlite/pages"
	"communique/export/file"
)

// Recover makes a library of the newest good backup and of what can still be
// read from the damaged file, which is put aside and kept. It is for a file
// that Open refuses with a *NoLibraryError; no copy of the program may have it open. Where nothing
// comes of it, the file is left as it is: a *NothingReadError.
func Recover(ctx context.Context, p Params) (*Library, library.Recovery, error) {
	r := library.Recovery{Damaged: asideOf(p.Path, p.Now())}
	another := isAnother(p.Path)
	backups, err := backupsFor(p.Path)
	if err != nil {
		return nil, library.Recovery{}, err
	}
	if err := putAside(p.Path, r.Damaged); err != nil {
		return nil, r, err
	}
	l, err := rebuild(ctx, p, r.Damaged, backups, &r)
	if err == nil && r.Salvaged == 0 && (r.Backup.Path == "" || another) {
		err = errors.Join(l.Close(), os.Remove(p.Path), putAside(r.Damaged, p.Path), &library.NothingReadError{Path: p.Path})
		return nil, library.Recovery{}, err
	}
	return l, r, err
}

// isAnother reports whether neither name nor beginning of a file is that of a library: the
// backups in its folder are another's then.
func isAnother(path string) bool {
	f, err := os.Open(path) //nolint:gosec // the library, chosen by a person
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }() // it was only read
	begin := make([]byte, len(pages.Magic))
	_, err = io.ReadFull(f, begin)
	return filepath.Ext(path) != backupEnd && (err != nil || string(begin) != pages.Magic)
}

// RestoreOver puts a backup in the place of a file that cannot be opened, which is put aside
// and kept. An empty path is the newest good backup.
func RestoreOver(ctx context.Context, p Params, path string) (*Library, library.Recovery, error) {
	r := library.Recovery{Backup: library.Backup{Path: path}}
	if isAnother(p.Path) {
		return nil, r, &library.NoLibraryError{Path: p.Path}
	}
	if path == "" {
		backups, err := backupsFor(p.Path)
		if err != nil {
			return nil, r, err
		}
		if r.Backup, err = newestGood(ctx, backups); err != nil {
			return nil, r, err
		}
		if r.Backup.Path == "" {
			return nil, r, &library.NoBackupError{Folder: backupsOf(p.Path)}
		}
	} else if err := verifyFile(ctx, path); err != nil {
		return nil, r, err
	}
	r.Damaged = asideOf(p.Path, p.Now())
	if err := putAside(p.Path, r.Damaged); errors.Is(err, os.ErrNotExist) {
		r.Damaged = "" // nothing is there
	} else if err != nil {
		return nil, r, err
	}
	if err := copyFile(r.Backup.Path, p.Path); err != nil {
		return nil, r, err
	}
	l, err := Open(p)
	return l, r, err
}

// Recover is as library.Keeper has it.
func (l *Library) Recover(ctx context.Context) (library.Recovery, error) {
	if err := l.Unwritable(); err != nil {
		return library.Recovery{}, err
	}
	r := library.Recovery{Damaged: asideOf(l.path, l.now())}
	if err := l.copyPages(ctx, r.Damaged); err != nil {
		return r, err
	}
	dir, err := os.MkdirTemp(filepath.Dir(l.path), "recovering-*")
	if err != nil {
		return r, err
	}
	defer func() { _ = os.RemoveAll(dir) }() // nothing is in it that is not elsewhere
	backups, err := l.Backups()
	if err != nil {
		return r, err
	}
	made, err := rebuild(ctx, Params{Path: filepath.Join(dir, "library.db"), Now: l.now, Author: l.author}, r.Damaged, backups, &r)
	if err != nil {
		return r, err
	}
	if err := made.Close(); err != nil {
		return r, err
	}
	return r, l.takePlace(ctx, made.path, r.Damaged)
}

// rebuild makes a library at p.Path of the newest good one of backups, and of what is newer in a
// damaged file.
func rebuild(ctx context.Context, p Params, damaged string, backups []library.Backup, r *library.Recovery) (*Library, error) {
	best, err := newestGood(ctx, backups)
	if err != nil {
		return nil, err
	}
	if best.Path != "" {
		if err := copyFile(best.Path, p.Path); err != nil {
			return nil, err
		}
		r.Backup = best
	}
	p.anew = true
	l, err := Open(p)
	if err != nil {
		return nil, err
	}
	if partial := newestPartial(ctx, backups); partial.Made.After(best.Made) {
		var from library.Recovery // what it lacks, the damaged file tells
		if err = l.salvage(ctx, partial.Path, &from); err == nil && from.Salvaged > 0 {
			r.Backup = partial
		}
	}
	if err == nil {
		err = l.salvage(ctx, damaged, r)
	}
	if err == nil {
		r.Pictures, r.ShownBy, err = l.unseen(ctx)
	}
	if err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

// newestGood returns the newest backup of a whole library in which nothing is damaged; none has no path.
func newestGood(ctx context.Context, backups []library.Backup) (library.Backup, error) {
	return newest(ctx, backups, func(b library.Backup) bool { return !isPartial(b.Path) })
}

// newestPartial returns the newest copy of what was good of a damaged library; none has no path.
func newestPartial(ctx context.Context, backups []library.Backup) library.Backup {
	b, _ := newest(ctx, backups, func(b library.Backup) bool { return isPartial(b.Path) }) // none is no trouble
	return b
}

func newest(ctx context.Context, backups []library.Backup, wanted func(library.Backup) bool) (library.Backup, error) {
	for _, b := range backups {
		if wanted(b) && verifyFile(ctx, b.Path) == nil {
			return b, nil
		}
		if ctx.Err() != nil {
			return library.Backup{}, ctx.Err()
		}
	}
	return library.Backup{}, nil
}

// asideOf is what a damaged file is called.
func asideOf(path string, now time.Time) string {
	end := filepath.Ext(path)
	begin := strings.TrimSuffix(path, end) + "-damaged-" + now.UTC().Format("2006-01-02-150405")
	aside := begin + end
	for n := 2; ; n++ {
		if _, err := os.Lstat(aside); err != nil {
			return aside
		}
		aside = fmt.Sprintf("%s-%d%s", begin, n, end)
	}
}

// copyPages copies the file page by page as it stands, with what is in its log, however damaged
// it is.
func (l *Library) copyPages(ctx context.Context, to string) error {
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600) //nolint:gosec // beside the library
	if err != nil {
		return err
	}
	err = l.read(ctx, func(tx *transaction) error {
		rows, err := tx.QueryContext(ctx, `SELECT data FROM sqlite_dbpage ORDER BY pgno`)
		if err != nil {
			return err
		}
		defer func() { _ = rows.Close() }() // Err below tells of trouble
		var page sql.RawBytes
		for rows.Next() {
			if err := rows.Scan(&page); err != nil {
				return err
			}
			if _, err := out.Write(page); err != nil {
				return err
			}
		}
		return rows.Err()
	})
	if err = errors.Join(err, out.Sync(), out.Close()); err != nil {
		return errors.Join(fmt.Errorf("copy the damaged library: %w", l.explain(err)), os.Remove(to))
	}
	return nil
}

// putAside renames a library with the files SQLite keeps beside it.
func putAside(path, aside string) error {
	return renameAll(path, aside, []string{"-wal", "-shm", ""}) // the file itself last: while it is there, nothing is lost
}

// renameAll renames the files that have one beginning and several ends, but for those that are missing: the last is
// not. All have their old names again where one of them cannot be renamed, as where another program holds
// it: a library without its log would lack the newest saves.
func renameAll(path, to string, ends []string) error {
	for i, end := range ends {
		err := file.Retry(func() error { return os.Rename(path+end, to+end) })
		if err == nil || i < len(ends)-1 && errors.Is(err, os.ErrNotExist) {
			continue
		}
		for _, renamed := range ends[:i] {
			if back := os.Rename(to+renamed, path+renamed); !errors.Is(back, os.ErrNotExist) {
				err = errors.Join(err, back)
			}
		}
		return err
	}
	return nil
}

func copyFile(from, to string) error {
	var in *os.File
	err := file.Retry(func() (err error) {
		in, err = os.Open(from) //nolint:gosec // one of the library's own backups
		return err
	})
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
