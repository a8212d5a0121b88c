package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// SQLite takes the log that lies beside a file for that file's. After a crash, or where a program
// was ended by force, what was saved last lies there; where the file is another by then, a copy
// from elsewhere or a backup put there by hand, its pages would be hidden by those of the log, and
// all might look well.

// isOthersLog reports whether the log at a path is that of another file than the one that lies
// there. What SQLite sees of both has to hold what the file says by itself, and to go on from it;
// where the file cannot be read alone, nothing is said: a checkpoint may have been interrupted.
func isOthersLog(ctx context.Context, path string) bool {
	if !hasLog(path) {
		return false
	}
	file, err := readPast(ctx, path)
	if err != nil || file.mark != applicationID || file.change == 0 {
		return false
	}
	both, err := readBoth(ctx, path, file)
	switch {
	case err != nil:
		return isCorrupt(err) && isWhole(ctx, path)
	case both.given != both.newest: // the table of changes is not of the same time as its numbers
		return true
	case both.restored:
		return false
	default:
		return !both.there && both.newest-file.change < keptChanges || both.layout < file.layout || both.pages < file.pages
	}
}

// seen is what SQLite sees of a file and the log beside it.
type seen struct {
	layout, pages int64
	// newest is the newest change that stands there, and given the last number that was given
	// to one: they are alike in a library, and lie on different pages.
	newest, given int64
	there         bool // the change that is the file's newest
	restored      bool // a backup took the library's place since, or so much happened
}

// readBoth reads a file with its log, which it brings into no file.
func readBoth(ctx context.Context, path string, file past) (s seen, err error) {
	db, err := sql.Open("sqlite", fileURI(path)+"?mode=ro&_pragma=busy_timeout(5000)")
	if err != nil {
		return s, err
	}
	defer func() { _ = db.Close() }() // it was only read
	err = errors.Join(
		db.QueryRowContext(ctx, `PRAGMA schema_version`).Scan(&s.layout),
		db.QueryRowContext(ctx, `PRAGMA page_count`).Scan(&s.pages),
		db.QueryRowContext(ctx, `SELECT coalesce(max(number), 0), coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'change'), 0) FROM change`).Scan(&s.newest, &s.given),
		db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM change WHERE number = ?1 AND writer = ?2), EXISTS (SELECT 1 FROM change WHERE number > ?1 AND release = 0)`,
			file.change, file.writer).Scan(&s.there, &s.restored),
	)
	return s, err
}

// isWhole reports whether SQLite finds nothing wrong with a file without its log.
func isWhole(ctx context.Context, path string) bool {
	raw, err := sql.Open("sqlite", fileURI(path)+"?mode=ro&immutable=1")
	if err != nil {
		return false
	}
	defer func() { _ = raw.Close() }() // it was only read
	var said string
	return raw.QueryRowContext(ctx, `PRAGMA quick_check(1)`).Scan(&said) == nil && said == "ok"
}

// putLogAside renames a log that is not the file's, with its index, and returns its name.
func putLogAside(path string) (string, error) {
	aside := partedOf(path)
	if err := renameAll(path, aside, []string{"-shm", "-wal"}); err != nil {
		return "", fmt.Errorf("put another file's log aside: %w", err)
	}
	return aside + "-wal", nil
}

// PutAside is as library.Keeper has it.
func (l *Library) PutAside() string { return l.aside }

// partedOf is the name of a library under which nothing lies yet, for a log to be put aside.
func partedOf(path string) string {
	aside := path + "-parted"
	for n := 2; hasLog(aside); n++ {
		aside = fmt.Sprintf("%s-parted-%d", path, n)
	}
	return aside
}
