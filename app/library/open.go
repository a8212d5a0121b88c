package library

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// migrations bring a file from one version of the layout to the next; the
// file's user_version says how many it has seen.
var migrations = []string{
	`CREATE TABLE release (
		id       INTEGER PRIMARY KEY AUTOINCREMENT,
		revision INTEGER NOT NULL,
		headline TEXT NOT NULL,
		place    TEXT NOT NULL,
		lead     TEXT NOT NULL,
		day      TEXT NOT NULL, -- the release's date, YYYY-MM-DD or empty
		status   TEXT NOT NULL,
		kind     TEXT NOT NULL,
		language TEXT NOT NULL,
		created  INTEGER NOT NULL, -- milliseconds since 1970, UTC
		saved    INTEGER NOT NULL,
		trashed  INTEGER,          -- when it went to the trash
		folded   TEXT NOT NULL,    -- what searches read
		text     TEXT NOT NULL,    -- the release's TOML form: the truth
		checksum BLOB NOT NULL     -- SHA-256 of text
	) STRICT;
	CREATE INDEX release_newest ON release (CASE day WHEN '' THEN date(created / 1000, 'unixepoch') ELSE day END DESC, id DESC)
		WHERE trashed IS NULL`,
}

// pragmas hold on every connection; a driver's own defaults lose saves when
// the power goes.
var pragmas = []struct{ name, value, reads string }{
	{"journal_mode", "WAL", "wal"},
	{"synchronous", "FULL", "2"},
	{"foreign_keys", "ON", "1"},
	{"busy_timeout", "5000", "5000"},
}

// Open opens the library, making file and folders where they are missing. Its
// errors are *NewerError, *NoLibraryError and those of the file system.
func Open(p Params) (*Library, error) {
	if err := prepare(p.Path); err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", source(p.Path))
	if err != nil {
		return nil, fmt.Errorf("open library: %w", err)
	}
	l := &Library{db: db, now: p.Now, path: p.Path}
	if err := l.begin(context.Background()); err != nil {
		return nil, errors.Join(l.explain(err), db.Close())
	}
	return l, nil
}

// prepare makes the folder and an empty file that only its owner can read, and
// finds out early what the file system refuses.
func prepare(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600) //nolint:gosec // the path is the person's own choice
	if err != nil {
		return err
	}
	return f.Close()
}

func source(path string) string {
	query := url.Values{"_txlock": {"immediate"}}
	for _, p := range pragmas {
		query.Add("_pragma", p.name+"("+p.value+")")
	}
	return (&url.URL{Scheme: "file", Opaque: url.PathEscape(filepath.ToSlash(path)), RawQuery: query.Encode()}).String()
}

// begin checks that the pragmas took and brings the file up to date.
func (l *Library) begin(ctx context.Context) error {
	for _, p := range pragmas {
		var got string
		if err := l.db.QueryRowContext(ctx, "PRAGMA "+p.name).Scan(&got); err != nil {
			return fmt.Errorf("open library: %w", err)
		}
		if got != p.reads {
			return fmt.Errorf("open library: %s is %q, not %q", p.name, got, p.reads)
		}
	}
	return l.migrate(ctx)
}

func (l *Library) migrate(ctx context.Context) error {
	var version int
	if err := l.db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return fmt.Errorf("open library: %w", err)
	}
	if version > len(migrations) {
		return &NewerError{Version: version}
	}
	if version == len(migrations) {
		return nil
	}
	tx, err := l.db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("migrate library: %w", err)
	}
	defer func() { _ = tx.Rollback() }() // after Commit it does nothing
	// Another copy of the program may have migrated while this one waited.
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return fmt.Errorf("migrate library: %w", err)
	}
	for _, step := range migrations[min(version, len(migrations)):] {
		if _, err := tx.ExecContext(ctx, step); err != nil {
			return fmt.Errorf("migrate library: %w", err)
		}
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", len(migrations))); err != nil {
		return fmt.Errorf("migrate library: %w", err)
	}
	return tx.Commit()
}

// explain names the troubles of SQLite that a person can do something about.
func (l *Library) explain(err error) error {
	var trouble *sqlite.Error
	if !errors.As(err, &trouble) {
		return err
	}
	switch trouble.Code() & 0xff { // the primary code; the rest tells which system call failed
	case sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT:
		return &NoLibraryError{Path: l.path}
	case sqlite3.SQLITE_FULL:
		return &StorageError{"full", l.path, err}
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM:
		return &StorageError{"read-only", l.path, err}
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return &StorageError{"busy", l.path, err}
	case sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN:
		return &StorageError{"unreachable", l.path, err}
	default:
		return err
	}
}
