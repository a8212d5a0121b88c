package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	sqlite "modernc.org/sqlite"

	"communique/app/library"
)

// A file can be taken from under a program that has it open: renamed, removed, replaced by
// what a computer elsewhere has, its log removed. What is written then goes nowhere that
// anybody will look, or worse, into what has come in its place. So before a text is called
// saved, what lies at the path is known to be what was opened.

// applicationID marks a library among the files of SQLite: "COMQ".
const applicationID = 0x434f4d51

// addMark marks the file as a library.
var addMark = statements(fmt.Sprintf(`PRAGMA application_id = %d`, applicationID))

// Why a file is not the one that was opened.
const (
	gone      = "gone"      // nothing is there
	replaced  = "replaced"  // another file is there
	rewritten = "rewritten" // it is the same file, written over by another program
	parted    = "parted"    // its log was taken away, and another has come
	cut       = "cut"       // its log has lost what was saved last
)

// place is what lay at a library's path when that was known to be the library.
type place struct {
	file, log, index os.FileInfo
}

// lay returns what lies at a path; a part that is missing is nil.
func lay(path string) place {
	var p place
	p.file, _ = look(path)           // what cannot be looked at is not there for us
	p.log, _ = look(path + "-wal")   //
	p.index, _ = look(path + "-shm") //
	return p
}

func same(a, b os.FileInfo) bool { return a != nil && b != nil && os.SameFile(a, b) }

// hasLogOf reports whether the log is the one that lies there now, and so is its index, which
// only grows while it is in use.
func (p place) hasLogOf(now place) bool {
	return same(p.log, now.log) && same(p.index, now.index) && now.index.Size() >= p.index.Size()
}

// untouched reports whether nobody has written to the file since; only a checkpoint does.
func (p place) untouched(now place) bool {
	return p.file.Size() == now.file.Size() && p.file.ModTime().Equal(now.file.ModTime())
}

// connector opens connections as long as what lies there is the library: another would mix
// our log with somebody else's file.
type connector struct{ l *Library }

// Connect opens a connection.
func (c connector) Connect(context.Context) (driver.Conn, error) {
	c.l.at.waiting.Add(1)
	c.l.at.gate.RLock()
	defer c.l.at.gate.RUnlock()
	c.l.at.waiting.Add(-1)
	c.l.at.Lock()
	defer c.l.at.Unlock()
	known, now := c.l.at.known, lay(c.l.path)
	switch {
	case known.file != nil && !same(known.file, now.file):
		return nil, &library.LostFileError{Path: c.l.path, Reason: gone}
	case known.log != nil && !known.hasLogOf(now): // it would begin a log of its own, with the index of ours
		return nil, &library.LostFileError{Path: c.l.path, Reason: parted}
	}
	return c.Driver().Open(source(c.l.path))
}

// Driver returns SQLite's.
func (c connector) Driver() driver.Driver { return &sqlite.Driver{} }

// settle notes that what lies at the path is the library. It keeps a connection, so that
// the log stays where it is.
func (l *Library) settle(ctx context.Context) (err error) {
	l.at.Lock()
	held := l.at.held
	l.at.held = nil
	l.at.Unlock()
	if held != nil {
		_ = held.Close() // it goes back to the pool
	}
	if held, err = l.db.Conn(ctx); err != nil {
		return err
	}
	var change, layout int64
	err = errors.Join(held.QueryRowContext(ctx, `SELECT coalesce(max(number), 0) FROM change`).Scan(&change), held.QueryRowContext(ctx, `PRAGMA schema_version`).Scan(&layout))
	if err != nil {
		return errors.Join(err, held.Close())
	}
	size, salt, err := headOfLog(l.path)
	if err != nil {
		return errors.Join(err, held.Close())
	}
	known := lay(l.path)
	said, err := readPast(ctx, l.path)
	if err != nil || said.mark != applicationID || said.layout != layout {
		said = past{} // it was made or brought up to date a moment ago, which lies in the log only
	}
	l.at.Lock()
	defer l.at.Unlock()
	l.at.held, l.at.known, l.at.past, l.at.lost = held, known, said, ""
	l.at.logged = logged{size, salt, change}
	return nil
}

// ensure returns a *library.LostFileError unless the file is the one that was opened, and has
// all that was saved.
func (l *Library) ensure(ctx context.Context) error { return l.ensureSaved(ctx, 0) }

// ensureSaved is ensure when a change was saved just now.
func (l *Library) ensureSaved(ctx context.Context, change int64) error {
	l.at.Lock()
	opened := l.at.known.file != nil && l.readFrom == "" && !l.at.taking
	l.at.Unlock()
	if !opened {
		return nil // it is being opened, only read, or becomes another by our own doing
	}
	if err := l.ensurePlace(ctx); err != nil {
		return err
	}
	return l.ensureLog(ctx, change)
}

// ensurePlace looks at what lies at the path.
func (l *Library) ensurePlace(ctx context.Context) error {
	l.at.Lock()
	known, before := l.at.known, l.at.lost
	l.at.Unlock()
	now := lay(l.path)
	switch {
	case before == rewritten || before == parted || before == cut: // what it has become is not ours, whatever is done now
		return l.lost(ctx, before)
	case now.file == nil:
		return l.lost(ctx, gone)
	case !same(known.file, now.file):
		return l.lost(ctx, replaced)
	case !known.hasLogOf(now):
		return l.mend(ctx)
	case before == "" && known.untouched(now):
		return nil
	}
	switch ours, err := l.isOurs(ctx); {
	case err != nil:
		return err
	case !ours:
		return l.lost(ctx, rewritten)
	}
	l.at.Lock()
	defer l.at.Unlock()
	if l.at.lost = ""; now.file.Size() >= known.file.Size() {
		l.at.known = now
	}
	return nil
}

// mend brings what is in a log that was removed, or has lost its index, into the file, and
// begins a new one. Where another program has begun one, ours is not to be mixed with it.
func (l *Library) mend(ctx context.Context) error {
	l.at.mending.Lock()
	defer l.at.mending.Unlock()
	l.at.Lock()
	known := l.at.known
	l.at.Unlock()
	now := lay(l.path)
	if same(known.file, now.file) && known.hasLogOf(now) {
		return nil // it was mended meanwhile
	}
	if same(known.file, now.file) && known.log == nil {
		return l.settle(ctx) // the old one is left, and a new one could not be begun
	}
	if now.log != nil && !same(known.log, now.log) || now.index != nil && !same(known.index, now.index) {
		return l.lost(ctx, parted)
	}
	switch left, err := l.leaveLog(ctx); {
	case err != nil:
		return err
	case !left:
		return l.lost(ctx, parted)
	}
	return l.settle(ctx)
}

// leaveLog brings what is in the log into the file when nobody is writing or reading, and closes
// all connections: one that was left open would go on writing to the log that has gone.
func (l *Library) leaveLog(ctx context.Context) (left bool, err error) {
	l.at.gate.Lock()
	defer l.at.gate.Unlock()
	l.db.SetMaxIdleConns(-1) // those in use are closed when they come back
	defer l.db.SetMaxIdleConns(idle)
	for end := time.Now().Add(inUse); l.db.Stats().OpenConnections-int(l.at.waiting.Load()) > 1; {
		select {
		case <-ctx.Done():
			return false, ctx.Err()
		case <-time.After(5 * time.Millisecond):
		}
		if time.Now().After(end) {
			return false, &library.StorageError{Reason: "busy", Path: l.path, Cause: errInUse}
		}
	}
	if !l.checkpoint(ctx) {
		return false, nil
	}
	l.at.Lock()
	defer l.at.Unlock()
	_ = l.at.held.Close() // it is opened anew
	l.at.held, l.at.known.log, l.at.known.index = nil, nil, nil
	return true, nil
}

// inUse is how long what is being read or written may keep a log from being begun anew.
const inUse = 5 * time.Second

var errInUse = errors.New("connections are in use")

// idle is how many connections are kept open.
const idle = 2

// checkpoint brings all that is in the log into the file, and reports whether it could.
func (l *Library) checkpoint(ctx context.Context) bool {
	l.at.Lock()
	held := l.at.held
	l.at.Unlock()
	if held == nil {
		return false
	}
	var busy, inLog, done int
	err := held.QueryRowContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`).Scan(&busy, &inLog, &done)
	return err == nil && busy == 0
}

// isOurs reports whether the file without its log is a past of the library: its newest
// change is one that we know. A checkpoint under way may look otherwise for a moment, which
// on a slow disk that an antivirus watches is a long one. A file that cannot be read now tells
// nothing: that is an error.
func (l *Library) isOurs(ctx context.Context) (ours bool, err error) {
	for range 50 {
		if ours, err = l.hasPast(ctx); ours {
			return true, nil
		}
		select {
		case <-ctx.Done():
			return false, ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
	return false, err
}

// past is what the file without its log says of itself.
type past struct {
	change, writer int64 // the newest change
	layout, pages  int64 // the schema's number, which a copy by SQLite does not keep; pages only grow
	mark           int64
}

// readPast reads the file without its log. It goes through SQLite, since to open and close
// a file in any other way lets the locks on it go.
func readPast(ctx context.Context, path string) (p past, err error) {
	raw, err := sql.Open("sqlite", fileURI(path)+"?mode=ro"+byItself)
	if err != nil {
		return p, err
	}
	defer func() { _ = raw.Close() }() // it was only read
	err = errors.Join(raw.QueryRowContext(ctx, `PRAGMA schema_version`).Scan(&p.layout), raw.QueryRowContext(ctx, `PRAGMA page_count`).Scan(&p.pages),
		raw.QueryRowContext(ctx, `PRAGMA application_id`).Scan(&p.mark))
	if err != nil {
		return p, err
	}
	err = raw.QueryRowContext(ctx, `SELECT number, writer FROM change ORDER BY number DESC LIMIT 1`).Scan(&p.change, &p.writer)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil // nothing had changed when the log began
	}
	return p, err
}

// hasPast reports whether the file says what a checkpoint can have written, and notes it.
func (l *Library) hasPast(ctx context.Context) (bool, error) {
	now, err := readPast(ctx, l.path)
	l.at.Lock()
	known, size := l.at.past, l.at.known.file.Size()
	l.at.Unlock()
	if err != nil {
		there := lay(l.path)
		return isCorrupt(err) && there.file != nil && there.file.Size() >= size, unreachable(err) // a checkpoint that a full disk, say, has interrupted; what is being copied over it has been cut first
	}
	if follows, err := l.mayFollow(ctx, known, now); err != nil || !follows {
		return false, unreachable(err)
	}
	l.at.Lock()
	l.at.past = now
	l.at.Unlock()
	return true, nil
}

// mayFollow reports whether a file can say what it says now, after what it is known to have said.
func (l *Library) mayFollow(ctx context.Context, known, now past) (bool, error) {
	var there, restored, since bool
	err := errors.Join(
		l.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM change WHERE number = ? AND writer = ?)`, now.change, now.writer).Scan(&there),
		l.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM change WHERE number > ? AND release = 0)`, known.change).Scan(&restored),
		l.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ? AND seq > ?)`, changeRestored, now.change).Scan(&since),
	)
	if err != nil || now.mark != applicationID {
		return false, err
	}
	switch {
	case now == known:
		return true, nil
	case !there && now.change != 0: // what was before a backup took its place is not remembered
		return since && now.change >= known.change, nil
	default:
		return restored || known.layout == 0 || now.layout == known.layout && now.pages >= known.pages && now.change >= known.change, nil
	}
}

// lost says why the file is not ours any more. The first time, what we know is brought to
// safety: into our own file, wherever that is now, and as a copy.
func (l *Library) lost(ctx context.Context, reason string) error {
	l.at.Lock()
	first := l.at.lost == ""
	l.at.lost = reason
	l.at.Unlock()
	if first && reason != rewritten { // of a file that was written over, nothing whole is left but its log
		if reason != parted && reason != cut {
			l.checkpoint(ctx) // else the copy has it
		}
		copied := l.spareIn(l.beside, "library")
		if l.copyTo(ctx, copied) == nil {
			l.at.Lock()
			l.at.copied = copied
			l.at.Unlock()
		}
	}
	if reason == replaced || reason == rewritten {
		l.takeLogAway()
	}
	l.at.Lock()
	defer l.at.Unlock()
	return &library.LostFileError{Path: l.path, Reason: reason, Copy: l.at.copied}
}

// copyTo writes a copy by the connection that has our file open, wherever it is.
func (l *Library) copyTo(ctx context.Context, path string) error {
	l.at.Lock()
	held := l.at.held
	l.at.Unlock()
	if held == nil {
		return errors.ErrUnsupported
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	if err := privately(path); err != nil {
		return err
	}
	if _, err := held.ExecContext(ctx, `VACUUM INTO ?`, path); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// takeLogAway renames our log where it lies beside somebody else's file, which it would be
// read as a part of.
func (l *Library) takeLogAway() {
	l.at.Lock()
	defer l.at.Unlock()
	now, aside := lay(l.path), partedOf(l.path)
	for end, ours := range map[string]bool{"-wal": same(l.at.known.log, now.log), "-shm": same(l.at.known.index, now.index)} {
		if ours {
			_ = os.Rename(l.path+end, aside+end) // where it cannot be renamed, nothing can be written
		}
	}
}
