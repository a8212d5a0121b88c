package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	sqlite "modernc.org/sqlite"

	"communique/app/library"
	"communique/app/temporary"
)

// A library that cannot be written is opened to be read: its file or its folder gives no right
// to write, or its medium cannot be written at all. Nothing is written to it then, nor beside it.

// readOnly is why most of them cannot be written.
const readOnly = "read-only"

// Unwritable is as library.Store has it.
func (l *Library) Unwritable() error {
	if l.readFrom == "" {
		return nil
	}
	return &library.StorageError{Reason: l.refusal, Path: l.readFrom, Cause: fs.ErrPermission}
}

// mayBeRead reports whether an error of opening a library may leave it to be read.
func mayBeRead(path string, err error) bool {
	var trouble *library.StorageError
	refused := errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) ||
		errors.As(err, &trouble) && (trouble.Reason == readOnly || trouble.Reason == "unreachable")
	if !refused {
		return false
	}
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() && info.Size() > 0
}

// openToRead opens a library where it lies. What is in a log that nobody has open needs an index
// to be made of it, and an older program's library has to be brought up to date: a copy of those
// is opened, in a temporary folder. why is the error of opening it to write.
func openToRead(p Params, why error) (*Library, error) {
	refusal := readOnly
	var trouble *library.StorageError
	if errors.As(why, &trouble) {
		refusal = trouble.Reason
	}
	if isReadable(p.Path) {
		l := &Library{now: p.Now, path: p.Path, readFrom: p.Path, refusal: refusal, layout: len(migrations)}
		l.db = sql.OpenDB(reader{p.Path})
		l.db.SetMaxIdleConns(idle)
		l.at.known = lay(p.Path)
		var err error
		if l.heard.change, err = l.lastChange(context.Background()); err == nil {
			return l, nil
		}
		_ = l.db.Close() // a copy may be read still
	}
	folder, err := temporary.New(temporary.Read)
	if err != nil {
		return nil, err
	}
	l, err := openCopied(p.Path, filepath.Join(folder.Path, "library.db"), p.Now, p.Progress)
	if err != nil {
		return nil, errors.Join(named(err, p.Path), folder.Remove())
	}
	l.readFrom, l.refusal, l.folder = p.Path, refusal, folder
	return l, nil
}

// isReadable reports whether the library at a path can be read where it lies.
func isReadable(path string) bool {
	there := lay(path)
	if hasLog(path) && there.index == nil {
		return false
	}
	db := sql.OpenDB(reader{path})
	defer func() { _ = db.Close() }() // it was only read
	var layout int
	return db.QueryRow("PRAGMA user_version").Scan(&layout) == nil && layout == len(migrations)
}

// reader opens connections that read.
type reader struct{ path string }

// Connect opens a connection. Where no other program has the file open, it is taken for what
// does not change: else SQLite would lay its log and its index beside it.
func (r reader) Connect(context.Context) (driver.Conn, error) {
	query := "?mode=ro&_pragma=busy_timeout(5000)"
	if there := lay(r.path); there.log == nil || there.index == nil {
		query += byItself
	}
	return r.Driver().Open(fileURI(r.path) + query)
}

// Driver returns SQLite's.
func (r reader) Driver() driver.Driver { return &sqlite.Driver{} }

// changedThere reports whether the file that is only read has changed since it was asked last,
// or others have opened it: it is read anew then. A copy stays what it is.
func (l *Library) changedThere() []library.Change {
	if l.folder != nil {
		return nil
	}
	now := lay(l.readFrom)
	l.at.Lock()
	defer l.at.Unlock()
	if alike(l.at.known.file, now.file) && alike(l.at.known.log, now.log) && same(l.at.known.index, now.index) == (now.index != nil) {
		return nil
	}
	l.at.known = now
	l.db.SetMaxIdleConns(-1) // what was taken for unchanging is forgotten
	l.db.SetMaxIdleConns(idle)
	return []library.Change{{}}
}

// alike reports whether a file is the same one, and nobody has written to it.
func alike(a, b os.FileInfo) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	return os.SameFile(a, b) && a.Size() == b.Size() && a.ModTime().Equal(b.ModTime())
}
