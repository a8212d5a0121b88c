package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"communique/app/library/sqlite/pages"
)

// SQLite takes the log that lies beside a file for that file's. After a crash, or where a program
// was ended by force, what was saved last lies there; where the file is another by then, a copy
// from elsewhere or a backup put there by hand, its pages would be hidden by those of the log, and
// all might look well.

// isOthersLog reports whether the log at a path is that of another file, or of another time of it,
// than the one that lies there. To say so of our own would hide what was saved last: where another program
// is just writing both, one look may mislead.
func isOthersLog(ctx context.Context, path string) bool {
	for range 3 {
		if !looksLikeOthers(ctx, path) {
			return false
		}
	}
	return true
}

// looksLikeOthers is one look of isOthersLog. What SQLite sees of both has to hold what the file says by
// itself, and to go on from it: a backup may have the same changes, on other pages. Where the file cannot
// be read alone, nothing is said: a checkpoint may have been interrupted.
func looksLikeOthers(ctx context.Context, path string) bool {
	if !hasLog(path) {
		return false
	}
	file, err := readPast(ctx, path)
	if err != nil || file.mark != applicationID || file.change == 0 { // an older program's, say
		return isHarmedByLog(ctx, path)
	}
	return isOthersThan(ctx, path, file)
}

// isOthersThan reports whether the log at a path looks like that of another file than the one that said so of itself.
func isOthersThan(ctx context.Context, path string, file past) bool {
	log := readLog(path+"-wal", file)
	log.restored = log.restored || isSaidAlone(ctx, path, `SELECT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ? AND seq = ?)`, changeRestoring, file.change)
	if log.says && !log.restored {
		switch {
		case file.change >= log.before && !log.knows:
			return true
		case file.change < log.before: // a checkpoint may have written some of its pages, or of a file that was read before
			return !isSaidAlone(ctx, path, `SELECT EXISTS (SELECT 1 FROM change WHERE number = ? AND writer = ?)`, log.before, log.by)
		}
	}
	return isOthersTogether(ctx, path, file, log.restored)
}

// isOthersTogether reports so of what SQLite sees of file and log together; restored says that the log tells of a backup.
func isOthersTogether(ctx context.Context, path string, file past, restored bool) bool {
	both, err := readBoth(ctx, path, file)
	switch {
	case err != nil:
		return isCorrupt(err) && isWhole(ctx, path, byItself)
	case both.given != both.newest: // the table of changes is not of the same time as its numbers
		return true
	case both.restored || restored:
		return false
	case !both.there && both.newest-file.change < keptChanges || both.layout < file.layout || both.pages < file.pages:
		return true
	default: // a backup's number is higher by one than that of the file it was made of, and an update of the program goes beyond it
		return both.layout > file.layout && isHarmedByLog(ctx, path)
	}
}

// isSaidAlone asks the file without its log, and is true where it cannot be read: a checkpoint may have been
// interrupted.
func isSaidAlone(ctx context.Context, path, question string, args ...any) (yes bool) {
	raw, err := sql.Open("sqlite", fileURI(path)+"?mode=ro"+byItself)
	if err != nil {
		return true
	}
	defer func() { _ = raw.Close() }() // it was only read
	return raw.QueryRowContext(ctx, question, args...).Scan(&yes) != nil || yes
}

// What stands among the highest numbers given, which each change writes anyway.
const (
	changeBefore    = "change before"    // the newest change before the transaction
	changeBeforeBy  = "change before by" // who made it
	changeRestoring = "change restoring" // that which told that a backup is about to take the library's place
	changeRestored  = "change restored"  // that which told that it had
)

// noteBefore has a transaction that changes something say what was the newest change before.
func noteBefore(ctx context.Context, tx *transaction) error {
	for _, of := range []struct{ name, column string }{{changeBeforeBy, `writer`}, {changeBefore, `number`}} { // in the order in which they are read
		if _, err := tx.exec(ctx, `DELETE FROM sqlite_sequence WHERE name = ?`, of.name); err != nil {
			return err
		}
		if _, err := tx.exec(ctx, `INSERT INTO sqlite_sequence (name, seq) SELECT ?, `+of.column+` FROM change ORDER BY number DESC LIMIT 1`, of.name); err != nil {
			return err
		}
	}
	return nil
}

// noteRestored has a transaction whose change is told next say, as changeRestoring or changeRestored, that it
// tells of a backup.
func noteRestored(ctx context.Context, tx *transaction, as string) error {
	if _, err := tx.exec(ctx, `DELETE FROM sqlite_sequence WHERE name = ?`, as); err != nil {
		return err
	}
	_, err := tx.exec(ctx, `INSERT INTO sqlite_sequence (name, seq) SELECT ?, seq + 1 FROM sqlite_sequence WHERE name = 'change'`, as)
	return err
}

// logSays is what a log tells of the file it belongs to.
type logSays struct {
	says       bool  // false for a log without a change, and for one that an older program began
	before, by int64 // the newest change when it was begun, and who made it; 0 for none
	knows      bool  // the change that is the file's newest
	restored   bool  // a backup took the library's place since it was begun, or was about to
}

// readLog reads a log.
func readLog(path string, file past) (log logSays) {
	begun, restored, said := false, int64(0), newSaid()
	err := pages.LogRecords(path, func(r pages.Record) { said.add(r) }, func() {
		defer func() { said = newSaid() }()
		restored = max(restored, said.restored)
		log.knows = log.knows || said.changes[change{file.change, file.writer}] || said.before == change{file.change, file.writer}
		if begun || len(said.changes) == 0 {
			return
		}
		begun = true
		for c := range said.changes { // an older program's goes on from what it does not say
			log.says = log.says || c.number == said.before.number+1
		}
		log.before, log.by = said.before.number, said.before.writer
	})
	log.says = log.says && err == nil
	log.restored = restored > log.before
	return log
}

// change is the number of a change, and who made it.
type change struct{ number, writer int64 }

// said is what a transaction has written of changes.
type said struct {
	changes  map[change]bool
	before   change
	restored int64 // the change that tells of a backup
}

func newSaid() said { return said{changes: map[change]bool{}} }

// add adds what a record says.
func (s *said) add(r pages.Record) {
	switch shape(r.Values) {
	case "ti":
		switch n := r.Values[1].(int64); r.Values[0] {
		case changeBeforeBy:
			s.before.writer = n
		case changeBefore:
			s.before.number = n
		case changeRestoring, changeRestored:
			s.restored = max(s.restored, n)
		}
	case "niti":
		s.changes[change{r.Row, r.Values[3].(int64)}] = true
	}
}

// seen is what SQLite sees of a file and the log beside it.
type seen struct {
	layout, pages int64
	// newest is the newest change that stands there, and given the last number that was given
	// to one: they are alike in a library, and lie on different pages.
	newest, given int64
	there         bool // the change that is the file's newest
	restored      bool // a backup took the library's place since
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
		db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM change WHERE number = ?1 AND writer = ?2), EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?3 AND seq > ?1)`,
			file.change, file.writer, changeRestored).Scan(&s.there, &s.restored),
	)
	return s, err
}

// How a file is read of which the log may be another's.
const (
	byItself = "&immutable=1"
	withLog  = "&_pragma=busy_timeout(5000)"
)

// isHarmedByLog reports whether a file is whole, and is not with the log beside it. The log of a file
// goes on from it; another's pages stand in the place of those that have nothing to do with them.
func isHarmedByLog(ctx context.Context, path string) bool {
	return isWhole(ctx, path, byItself) && !isWhole(ctx, path, withLog)
}

// isWhole reports whether SQLite finds nothing wrong with a file. Where it cannot be read with its log,
// nothing is said against that.
func isWhole(ctx context.Context, path, how string) bool {
	db, err := sql.Open("sqlite", fileURI(path)+"?mode=ro"+how)
	if err != nil {
		return false
	}
	defer func() { _ = db.Close() }() // it was only read
	var said string
	err = db.QueryRowContext(ctx, `PRAGMA integrity_check(1)`).Scan(&said)
	return err == nil && said == "ok" || how == withLog && unreachable(err) != nil
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

// behindParted is what stands behind the name of a library whose log was put aside.
const behindParted = "-parted"

// partedOf is the name of a library under which nothing lies yet, for a log to be put aside.
func partedOf(path string) string {
	aside := path + behindParted
	for n := 2; hasLog(aside); n++ {
		aside = fmt.Sprintf("%s%s-%d", path, behindParted, n)
	}
	return aside
}

// LogsAside is as library.Keeper has it.
func (l *Library) LogsAside() ([]string, error) {
	dir, name := filepath.Split(l.path)
	entries, err := os.ReadDir(filepath.Clean(dir))
	if err != nil {
		return nil, err
	}
	var all []string
	for _, entry := range entries {
		path := filepath.Join(dir, entry.Name())
		if strings.HasPrefix(entry.Name(), name+behindParted) && entry.Type().IsRegular() && pages.IsLog(path) {
			all = append(all, path)
		}
	}
	return all, nil
}
