package sqlite

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"communique/app/library"
	"communique/export/file"
)

// Recover makes a library of the newest good backup and of what can still be
// read from the damaged file, which is put aside and kept. It is for a file
// that Open refuses with a *NoLibraryError or in which Verify found damage; no
// copy of the program may have it open.
func Recover(ctx context.Context, p Params) (*Library, library.Recovery, error) {
	aside := strings.TrimSuffix(p.Path, filepath.Ext(p.Path)) + "-damaged-" + p.Now().UTC().Format("2006-01-02-150405") + filepath.Ext(p.Path)
	r := library.Recovery{Damaged: aside}
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
	err = l.salvage(ctx, aside, &r)
	if err == nil {
		r.Pictures, r.ShownBy, err = l.unseen(ctx)
	}
	if err != nil {
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
