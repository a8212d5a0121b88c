package sqlite

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/app/library"
)

// BackupFolder is as library.Keeper has it.
func (l *Library) BackupFolder() string {
	return backupsOf(l.path)
}

// Backups is as library.Keeper has it.
func (l *Library) Backups() ([]library.Backup, error) {
	return backupsFor(l.path)
}

func backupsIn(dir string) ([]library.Backup, error) {
	names, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var all []library.Backup
	for _, name := range names {
		info, err := name.Info()
		if err != nil || !info.Mode().IsRegular() || !strings.HasSuffix(name.Name(), backupEnd) {
			continue
		}
		all = append(all, library.Backup{Path: filepath.Join(dir, name.Name()), Made: info.ModTime(), Bytes: info.Size()})
	}
	slices.SortFunc(all, func(a, b library.Backup) int { return b.Made.Compare(a.Made) })
	return all, nil
}

// HasBackups reports whether the library at path has backups to recover from.
func HasBackups(path string) bool {
	backups, err := backupsFor(path)
	return err == nil && len(backups) > 0
}

// usualName is that of a library whose backups lie in the folder of backups itself.
const usualName = "library.db"

// backupsOf returns the folder of a library's backups, which is beside it. Of libraries side by side each has its
// own: of another name, a folder of that name within. Older programs did not make that.
func backupsOf(path string) string {
	dir, name := filepath.Split(path)
	_, beside := os.Lstat(filepath.Join(dir, usualName))
	if own := ownFolder(path); isFolder(own) || beside == nil && !strings.EqualFold(name, usualName) {
		return own
	}
	return filepath.Join(dir, "backups")
}

// ownFolder is the folder of backups of a library of another name than the usual one. It is called by another
// name where a file has that one, a copy that somebody made, and from then on.
func ownFolder(path string) string {
	own := filepath.Join(filepath.Dir(path), "backups", filepath.Base(path))
	other := own + "-backups"
	if _, err := os.Lstat(own); err == nil && !isFolder(own) || isFolder(other) {
		return other
	}
	return own
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// backupsFor lists the backups of a library, newest first. Of a folder that older programs had several libraries share,
// those are its own that are known to be; what nobody beside it has made is, too, where it is the folder's library.
func backupsFor(path string) ([]library.Backup, error) {
	own, all := backupsOf(path), filepath.Join(filepath.Dir(path), "backups")
	if _, err := os.Stat(own); own != all && err == nil {
		return backupsIn(own)
	}
	backups, err := backupsIn(all)
	if len(backups) == 0 {
		return nil, err
	}
	others := othersBeside(path)
	return slices.DeleteFunc(backups, func(b library.Backup) bool {
		return (own != all || isOneOf(others, b.Path)) && !isOf(path, b.Path)
	}), nil
}

// takeBackups gives a library of another name than the usual one its own folder of backups where an older program
// had it share one, and puts there what is known to be its own and nobody else's.
func takeBackups(path string) {
	dir, name := filepath.Split(path)
	shared, _ := backupsIn(filepath.Join(dir, "backups")) // what cannot be listed stays
	if len(shared) == 0 || strings.EqualFold(name, usualName) {
		return
	}
	others := othersBeside(path)
	if len(others) == 0 {
		return
	}
	partBackups(path)
	for _, b := range shared {
		to := filepath.Join(ownFolder(path), filepath.Base(b.Path))
		if _, err := os.Lstat(to); err != nil && isOf(path, b.Path) && !isOneOf(others, b.Path) {
			_ = os.Rename(b.Path, to) // it stays where it cannot be moved
		}
	}
}

// othersBeside lists the libraries beside one. What is called by its name and more, is made of it: a copy, or what was
// put aside as damaged.
func othersBeside(path string) (others []string) {
	dir, name := filepath.Split(path)
	entries, _ := os.ReadDir(filepath.Clean(dir)) // opening the library tells why
	for _, entry := range entries {
		if isNamedAfter(entry.Name(), name) || isNamedAfter(name, entry.Name()) || !entry.Type().IsRegular() {
			continue
		}
		if there := filepath.Join(dir, entry.Name()); isLibrary(there) {
			others = append(others, there)
		}
	}
	return others
}

// isNamedAfter reports whether a file is called by another's name, with nothing or a mark behind it: press (1).db after
// press.db, not press2.db.
func isNamedAfter(name, other string) bool {
	stem := func(name string) string { return strings.ToLower(strings.TrimSuffix(name, filepath.Ext(name))) }
	behind, found := strings.CutPrefix(stem(name), stem(other))
	first, _ := utf8.DecodeRuneInString(behind)
	return found && !unicode.IsLetter(first) && !unicode.IsDigit(first)
}

// isLibrary is isMarked by way of SQLite, which another library may be open with.
func isLibrary(path string) bool {
	l, err := openReadOnly(path)
	if err != nil {
		return false
	}
	defer func() { _ = l.db.Close() }() // it was only read
	var mark int64
	err = l.db.QueryRow(`PRAGMA application_id`).Scan(&mark)
	return err == nil && mark == applicationID
}

func isOneOf(libraries []string, backup string) bool {
	return slices.ContainsFunc(libraries, func(path string) bool { return isOf(path, backup) })
}

// isOf reports whether a backup was made of a library: a release of the one stands in the other, by the same number, of
// the same millisecond and with the same UUID, which older programs did not give.
func isOf(path, backup string) (common bool) {
	l, err := openReadOnly(path)
	if err != nil {
		return false
	}
	defer func() { _ = l.db.Close() }() // it was only read
	ctx := context.Background()
	conn, err := l.db.Conn(ctx)
	if err != nil {
		return false
	}
	defer func() { _ = conn.Close() }() // it is attached to for this question
	if _, err := conn.ExecContext(ctx, `ATTACH ? AS backup`, fileURI(backup)+"?mode=ro"+byItself); err != nil {
		return false
	}
	var layout int
	if err := conn.QueryRowContext(ctx, `PRAGMA backup.user_version`).Scan(&layout); err != nil {
		return false
	}
	same := `one.id = other.id AND one.created = other.created`
	if min(l.layout, layout) >= layoutPictures {
		same += ` AND one.uuid = other.uuid`
	}
	err = conn.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM main.release one JOIN backup.release other ON `+same+`)`).Scan(&common)
	return err == nil && common
}

// partBackups gives a new library of another name its folder of backups, so that it is never taken for one whose
// backups lie where older programs put them. Where that cannot be made, the first backup tells.
func partBackups(path string) {
	if !strings.EqualFold(filepath.Base(path), usualName) {
		_ = os.MkdirAll(ownFolder(path), 0o700)
	}
}
