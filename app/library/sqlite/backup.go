package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	driver "modernc.org/sqlite"

	"communique/app/library"
	"communique/export/file"
)

const (
	backupEnd = ".db"
	partEnd   = ".part" // of one that is being written
)

// BackUp is as library.Keeper has it.
func (l *Library) BackUp(ctx context.Context, path string) error {
	if _, err := os.Lstat(path); err == nil {
		return &library.OccupiedError{Path: path}
	}
	return l.backupTo(ctx, path)
}

// backupTo writes beside path first, so that path is whole or not there.
func (l *Library) backupTo(ctx context.Context, path string) error {
	if err := l.ensure(ctx); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	part, err := partOf(path)
	if err != nil {
		return err
	}
	if _, err := l.db.ExecContext(ctx, `VACUUM INTO ?`, part); err != nil {
		return errors.Join(fmt.Errorf("back up: %w", l.explain(err)), os.Remove(part))
	}
	if err := file.Settle(part, path); err != nil {
		err = errors.Join(err, os.Remove(part))
		if errors.Is(err, fs.ErrExist) { // another has taken the name meanwhile
			return &library.OccupiedError{Path: path}
		}
		return err
	}
	return nil
}

// partOf makes an empty file beside path, as privately does. What is there of another backup stays: it may be
// being written.
func partOf(path string) (part string, err error) {
	for n := 1; ; n++ {
		part = file.Numbered(strings.TrimSuffix(path, backupEnd), n) + backupEnd + partEnd
		if err = privately(part); !errors.Is(err, fs.ErrExist) {
			return part, err
		}
	}
}

// privately makes an empty file that only its owner can read, before there is anything in
// it to be read: SQLite copies into one that is empty.
func privately(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600) //nolint:gosec // the path is the person's own choice
	if err != nil {
		return err
	}
	return f.Close()
}

// spareName returns a name in the folder of backups that no file has. Where
// the folder cannot be looked into, writing there tells why.
func (l *Library) spareName(reason string) string { return l.spareIn(l.BackupFolder(), reason) }

func (l *Library) spareIn(dir, reason string) string {
	begin := filepath.Join(dir, reason+"-"+l.now().UTC().Format("2006-01-02-150405"))
	name := begin + backupEnd
	for n := 2; ; n++ {
		if _, err := os.Lstat(name); err != nil {
			return name
		}
		name = fmt.Sprintf("%s-%d%s", begin, n, backupEnd)
	}
}

// RestoreBackup is as library.Keeper has it.
func (l *Library) RestoreBackup(ctx context.Context, path string) (before string, err error) {
	if err := errors.Join(l.Unwritable(), verifyFile(ctx, path)); err != nil {
		return "", err
	}
	before = l.spareName("before-restore")
	err = l.backupTo(ctx, before)
	if err != nil && !isDamage(err) {
		return "", err
	}
	if err != nil {
		before = asideOf(l.path, l.now())
		if copied := l.copyPages(ctx, before); copied != nil {
			return "", errors.Join(err, copied)
		}
	}
	return before, l.takePlace(ctx, path, before)
}

// takePlace puts the library in another file in the place of everything in this one. What was
// there lies in before.
func (l *Library) takePlace(ctx context.Context, path, before string) error {
	_ = l.tellOfRestore(ctx) // a damaged library may be unable to
	given, err := l.given(ctx)
	if err != nil {
		if given, err = givenIn(ctx, before); err != nil {
			return fmt.Errorf("restore a backup: %w", err)
		}
	}
	// Of a large file, pages go from the log into ours before the change is written that tells of it.
	l.setTaking(true)
	defer l.setTaking(false)
	if err := l.copyOver(ctx, path); err != nil {
		return fmt.Errorf("restore a backup: %w", l.explain(err))
	}
	if err := l.begin(ctx); err != nil {
		return err
	}
	return l.explain(errors.Join(l.goOn(ctx, given), l.settle(ctx)))
}

func (l *Library) setTaking(taking bool) {
	l.at.Lock()
	defer l.at.Unlock()
	l.at.taking = taking
}

// tellOfRestore has the log say whose it is before it has the pages of another file.
func (l *Library) tellOfRestore(ctx context.Context) error {
	return l.write(ctx, func(tx *transaction) error {
		tx.changes = []library.Change{{}}
		return noteRestored(ctx, tx, changeRestoring)
	})
}

// copyOver copies the pages of another file over those of the library, in one transaction.
func (l *Library) copyOver(ctx context.Context, path string) error {
	conn, err := l.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }() // the copy is done, or its error is told
	return conn.Raw(func(conn any) error {
		restorer, ok := conn.(interface {
			NewRestore(uri string) (*driver.Backup, error)
		})
		if !ok {
			return errors.ErrUnsupported
		}
		copying, err := restorer.NewRestore(fileURI(path))
		if err != nil {
			return err
		}
		_, err = copying.Step(-1)
		return errors.Join(err, copying.Finish())
	})
}

// numbers are the highest that a library has given.
type numbers struct{ release, change, revision int64 }

// given returns the highest numbers given so far.
func (l *Library) given(ctx context.Context) (n numbers, err error) {
	err = l.db.QueryRowContext(ctx, `SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'release'), 0),
		coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'change'), 0), coalesce((SELECT max(revision) FROM release), 0)`).
		Scan(&n.release, &n.change, &n.revision)
	return n, err
}

// givenIn are the numbers of a damaged file, as far as its pages tell.
func givenIn(ctx context.Context, path string) (n numbers, err error) {
	w, err := readWreck(ctx, path, func([]byte) error { return nil })
	if err != nil {
		return n, err
	}
	const between = 1 << 20 // more than anybody has saved since what can be read
	n = numbers{release: max(0, w.census.highest), change: between, revision: between}
	for _, row := range w.rows {
		n.release, n.revision = max(n.release, row.id), max(n.revision, row.revision)
	}
	return n, nil
}

// goOn has a library that came back from a backup give no number again: an id that a
// window still knows is no other release's, and what it saves there is a conflict.
func (l *Library) goOn(ctx context.Context, given numbers) error {
	return l.write(ctx, func(tx *transaction) error {
		for table, last := range map[string]int64{"release": given.release, "change": given.change} {
			if err := giveNoneAgain(ctx, tx, table, last); err != nil {
				return err
			}
		}
		for _, statement := range []string{`UPDATE release SET revision = revision + ?1`, `UPDATE checked SET revision = revision + ?1`, `DELETE FROM request WHERE ?1 >= 0`} {
			if _, err := tx.ExecContext(ctx, statement, given.revision); err != nil {
				return err
			}
		}
		tx.changes = []library.Change{{}}
		return noteRestored(ctx, tx, changeRestored)
	})
}

// giveNoneAgain has a table go on behind the last number that was given in it.
func giveNoneAgain(ctx context.Context, tx *transaction, table string, last int64) error {
	for _, statement := range []string{
		`INSERT INTO sqlite_sequence (name, seq) SELECT ?1, 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?1)`,
		`UPDATE sqlite_sequence SET seq = max(seq, ?2) WHERE name = ?1`,
	} {
		if _, err := tx.ExecContext(ctx, statement, table, last); err != nil {
			return err
		}
	}
	return nil
}

// verifyFile makes sure that a file is a library with nothing damaged in it.
func verifyFile(ctx context.Context, path string) error {
	if _, err := os.Stat(path); err != nil {
		return err
	}
	if err := file.Retry(func() error { return file.HeldFromReaders(path) }); err != nil {
		return err
	}
	other, err := openReadOnly(path)
	if err != nil {
		return err
	}
	defer func() { _ = other.Close() }() // it was only read
	problems, err := other.Verify(ctx, nil)
	if err == nil && len(problems) > 0 {
		err = &library.DamagedBackupError{Path: path, Problems: len(problems)}
	}
	return err
}
