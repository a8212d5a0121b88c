package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"syscall"

	driver "modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"communique/app/library"
	"communique/app/library/location"
	"communique/assets/paths"
	"communique/export/file"
)

// pragmas hold on every connection; a driver's own defaults lose saves when
// the power goes.
var pragmas = []struct{ name, value, reads string }{
	{"journal_mode", "WAL", "wal"},
	{"synchronous", "FULL", "2"},
	{"fullfsync", "ON", "1"}, // on macOS, where a disk is told to empty its cache only when it is asked to
	{"foreign_keys", "ON", "1"},
	{"busy_timeout", "5000", "5000"},
	{"secure_delete", "ON", "1"}, // what is erased is overwritten
}

// Open opens the library, making file and folders where they are missing; one that cannot be
// written is opened to be read, but not one that another program holds: that is waited for, and is a
// *file.BusyError then. Its errors besides are *NewerError, *NoLibraryError, *AbsentError, *ForeignError,
// *IrregularError and those of the file system.
func Open(p Params) (*Library, error) {
	l, err := openThere(p)
	if mayBeRead(p.Path, err) && !p.anew {
		if l, unread := openToRead(p, err); unread == nil {
			return l, nil
		}
	}
	return l, err
}

// openThere is Open of what can be written.
func openThere(p Params) (*Library, error) {
	// To be read without a log that is held, it would be what it was before the newest saves.
	if err := file.Retry(func() error { return heldAt(p.Path) }); err != nil {
		return nil, err
	}
	if err := expected(p); err != nil && !p.anew {
		return nil, err
	}
	if isForeign(p) {
		return nil, &library.ForeignError{Path: p.Path}
	}
	var aside string
	if isOthersLog(context.Background(), p.Path) {
		var err error
		if aside, err = putLogAside(p.Path); err != nil {
			return nil, err
		}
	}
	l, err := openToWrite(p)
	var none *library.NoLibraryError
	if errors.As(err, &none) {
		l, err = openToWrite(p) // a disk may fail once, which looks like damage
	}
	if err == nil {
		l.aside = aside
	}
	return l, err
}

func openToWrite(p Params) (*Library, error) {
	_, err := os.Lstat(p.Path)
	isNew := errors.Is(err, fs.ErrNotExist) && !p.anew
	if err := prepare(p.Path); err != nil {
		return nil, err
	}
	if isNew {
		partBackups(p.Path)
	}
	l := &Library{now: p.Now, path: p.Path, progress: p.Progress, author: p.Author, writer: rand.Int64()} //nolint:gosec // two of them are not alike; nobody is kept from guessing
	if l.beside = p.Beside; l.beside == "" {
		l.beside = p.Path + "-beside"
	}
	l.db = sql.OpenDB(connector{l})
	l.db.SetMaxIdleConns(idle)
	ctx := context.Background()
	err = l.recognise(ctx, p.Existing && !p.anew)
	if err == nil {
		err = l.begin(ctx)
	}
	if err == nil {
		err = l.settle(ctx)
	}
	if err == nil {
		l.heard.change, err = l.lastChange(ctx)
	}
	if err == nil && !p.anew {
		takeBackups(p.Path)
	}
	if err != nil {
		return nil, errors.Join(l.lacking(err), l.Close())
	}
	return l, nil
}

// heldAt returns a *file.BusyError where another program holds a library, or what SQLite keeps beside it.
func heldAt(path string) error { return file.Held(path, path+"-wal", path+"-shm") }

// expected returns an error where a library was, and none is: an empty one in its place would look
// like a loss. What is no file at all is not opened either: a pipe keeps one waiting.
func expected(p Params) error {
	was := p.Existing || HasBackups(p.Path)
	info, err := os.Stat(p.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return absent(p.Path, was)
	case err != nil:
		return nil // the file system tells why
	case !info.Mode().IsRegular() && !info.IsDir():
		return &library.IrregularError{Path: p.Path}
	case info.Mode().IsRegular() && info.Size() == 0 && (was || hasLog(p.Path)):
		return &library.NoLibraryError{Path: p.Path}
	}
	return nil
}

// absent returns an error where no library is at a path, and none is to be made: there was one, the disk that it
// is to lie on is not connected, or a file stands in a folder's place, which Windows calls missing.
func absent(path string, was bool) error {
	var in *paths.Error
	switch errors.As(paths.File(path), &in); {
	case in != nil && in.Why == paths.NoFolder:
		return in
	case was, in != nil && in.Why == paths.LinkNowhere, location.Unmounted(path):
		return &library.AbsentError{Path: path, Connected: in == nil && hasNeighbours(path)}
	}
	return nil
}

// hasNeighbours reports whether anything lies in the folder of a file.
func hasNeighbours(path string) bool {
	others, _ := os.ReadDir(filepath.Dir(path)) // what cannot be looked into tells nothing
	return len(others) > 0
}

// hasLog reports whether there is a log beside the file: SQLite would throw it away with a
// file that has been emptied.
func hasLog(path string) bool {
	info, err := os.Stat(path + "-wal")
	return err == nil && info.Size() > 0
}

// isForeign reports whether the file is SQLite's, but another program's. Libraries had no
// mark in their first layouts; what cannot be read is not foreign but damaged.
func isForeign(p Params) bool {
	l, err := openReadOnly(p.Path)
	if err != nil {
		return false // Open tells why
	}
	defer func() { _ = l.db.Close() }() // it was only read
	var mark int64
	var tables, ours, own int
	err = errors.Join(
		l.db.QueryRow(`PRAGMA application_id`).Scan(&mark),
		l.db.QueryRow(`SELECT count(*), count(*) FILTER (WHERE name = 'release'), count(*) FILTER (WHERE name IN ('release', 'version', 'vocabulary', 'words_docsize'))
			FROM sqlite_schema WHERE type = 'table'`).Scan(&tables, &ours, &own),
	)
	switch {
	case err != nil || own == 4: // a mark that is damaged is begin's to tell
		return false
	case tables == 0 && mark == 0:
		return !hasLog(p.Path) && (p.Existing || !l.isBegun()) // what its log says is recognise's to tell
	case l.layout > 0 && l.layout < layoutMarked:
		return mark != 0 && mark != applicationID || ours == 0
	default:
		return mark != applicationID
	}
}

// recognise returns an error where the file, read with its log, turns out to be another
// program's, or an empty one where a library was.
func (l *Library) recognise(ctx context.Context, existing bool) error {
	var mark, layout, tables int64
	err := l.db.QueryRowContext(ctx, `SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version),
		(SELECT count(*) FROM sqlite_schema WHERE type = 'table')`).Scan(&mark, &layout, &tables)
	if err == nil && layout == 0 && mark == 0 && (tables > 0 || existing) {
		err = &library.ForeignError{Path: l.path}
	}
	return err
}

// isBegun reports whether a file with nothing in it is what a first start leaves that was
// interrupted before there was anything: nothing at all, or one page that says it has a log.
func (l *Library) isBegun() bool {
	var pages int
	var format []byte
	err := errors.Join(
		l.db.QueryRow(`PRAGMA page_count`).Scan(&pages),
		l.db.QueryRow(`SELECT coalesce((SELECT substr(data, 19, 1) FROM sqlite_dbpage WHERE pgno = 1), x'02')`).Scan(&format),
	)
	const logged = 2 // the version of the file's format that has a log
	return err == nil && pages <= 1 && l.layout == 0 && len(format) == 1 && format[0] == logged
}

// Outdated reports whether the library at path is an older program's, which Open brings
// up to date: for a large one that takes a while.
func Outdated(path string) bool {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return false // Open tells
	}
	l, err := openReadOnly(path)
	if err != nil {
		return false // Open tells why
	}
	defer func() { _ = l.db.Close() }() // it was only read
	left := l.layout > 0 && l.layout < len(migrations)
	if l.layout == len(migrations) {
		_ = l.db.QueryRow(`SELECT EXISTS (SELECT 1 FROM release WHERE uuid IS NULL) OR EXISTS (SELECT 1 FROM unindexed)`).Scan(&left) // Open tells of trouble
	}
	return left
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
	if err := l.migrate(ctx); err != nil {
		return err
	}
	l.layout = len(migrations)
	var mark int64
	if err := l.db.QueryRowContext(ctx, `PRAGMA application_id`).Scan(&mark); err != nil || mark != applicationID {
		return errors.Join(err, &library.NoLibraryError{Path: l.path})
	}
	return l.catchUp(ctx)
}

// isCorrupt reports whether SQLite found the file damaged.
func isCorrupt(err error) bool {
	var trouble *driver.Error
	return errors.As(err, &trouble) && trouble.Code()&0xff == sqlite3.SQLITE_CORRUPT
}

// unreachable returns err where it tells of the disk or of others who use the file, and nothing
// of what the file says; else nil.
func unreachable(err error) error {
	var trouble *driver.Error
	if !errors.As(err, &trouble) {
		return nil
	}
	switch trouble.Code() & 0xff {
	case sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_NOMEM:
		return err
	default:
		return nil
	}
}

// isDamage reports whether an error is that of something damaged: what else there is may be whole.
func isDamage(err error) bool {
	var damaged *library.DamagedError
	var none *library.NoLibraryError
	return isCorrupt(err) || errors.As(err, &damaged) || errors.As(err, &none)
}

// lacking explains an error of opening: where a table is not there, the file is damaged.
func (l *Library) lacking(err error) error {
	var trouble *driver.Error
	if errors.As(err, &trouble) && trouble.Code() == sqlite3.SQLITE_ERROR && l.layout == len(migrations) {
		return &library.NoLibraryError{Path: l.path}
	}
	return l.explain(err)
}

// explain names the troubles of SQLite that a person can do something about.
func (l *Library) explain(err error) error {
	var trouble *driver.Error
	if !errors.As(err, &trouble) {
		return err
	}
	switch trouble.Code() & 0xff { // the primary code; the rest tells which system call failed
	case sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT:
		if failed := l.readThrough(); failed != nil {
			return &library.StorageError{Reason: "unreachable", Path: l.path, Cause: failed}
		}
		return &library.NoLibraryError{Path: l.path}
	case sqlite3.SQLITE_FULL:
		return &library.StorageError{Reason: "full", Path: l.path, Cause: err}
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return &library.StorageError{Reason: "busy", Path: l.path, Cause: err}
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM:
		return l.refused(readOnly, err)
	case sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN:
		if isForbidden(l.path) {
			return l.refused(readOnly, err)
		}
		return l.refused(cmp.Or(refuses(filepath.Dir(l.path)), "unreachable"), err)
	default:
		return err
	}
}

// refuses tells why nothing new can be written in a folder, where that can be told: a disk that has met an error, and
// some shares, give the right to write, and write nothing; of a person's own share of a disk SQLite does not tell that
// it is full.
func refuses(dir string) (reason string) {
	f, err := os.CreateTemp(dir, ".communique-*")
	if err == nil {
		_, err = f.WriteAt(make([]byte, 4096), 0)
		err = errors.Join(err, f.Close())
		_ = os.Remove(f.Name()) // it was made only to try
	}
	switch {
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return readOnly
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return "full"
	}
	return ""
}

// refused is for what the system does not let SQLite do: another program may hold the file, of
// which SQLite does not tell.
func (l *Library) refused(reason string, err error) error {
	if held := heldAt(l.path); held != nil {
		return held
	}
	return &library.StorageError{Reason: reason, Path: l.path, Cause: err}
}
