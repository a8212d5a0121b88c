package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
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
	both, err := sql.Open("sqlite", fileURI(path)+"?mode=ro&_pragma=busy_timeout(5000)") // it brings no log into the file
	if err != nil {
		return false
	}
	defer func() { _ = both.Close() }() // it was only read
	var layout, pages int64
	var there, pruned bool
	err = errors.Join(
		both.QueryRowContext(ctx, `PRAGMA schema_version`).Scan(&layout),
		both.QueryRowContext(ctx, `PRAGMA page_count`).Scan(&pages),
		both.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM change WHERE number = ? AND writer = ?)`, file.change, file.writer).Scan(&there),
		both.QueryRowContext(ctx, `SELECT coalesce(min(number), 0) > ? FROM change`, file.change).Scan(&pruned),
	)
	if err != nil {
		return isCorrupt(err) && isWhole(ctx, path)
	}
	return !there && !pruned || layout < file.layout || pages < file.pages
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
	if err := os.Rename(path+"-wal", aside+"-wal"); err != nil {
		return "", fmt.Errorf("put another file's log aside: %w", err)
	}
	if err := os.Rename(path+"-shm", aside+"-shm"); err != nil && !errors.Is(err, os.ErrNotExist) {
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
