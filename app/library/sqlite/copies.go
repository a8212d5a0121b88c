package sqlite

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"communique/app/library"
	"communique/app/library/location"
	"communique/app/library/sqlite/pages"
	"communique/app/temporary"
	"communique/editor/regexp"
)

// Sharing is as library.Keeper has it.
func (l *Library) Sharing() library.Sharing {
	service, network := location.Of(l.path)
	return library.Sharing{Service: service, Network: network}
}

// conflicted is what programs that synchronise folders put behind a file's name, before its
// ending, where two computers have changed it.
var conflicted = regexp.MustCompile(`(?i)^(` + strings.Join([]string{
	` ?[([].*(confli|konfli|конфл[иі]к|çakış|ristiriita|冲突|衝突|競合|충돌).*[)\]].*`, // Dropbox, Nextcloud, Seafile, Google Drive, each in its language: (conflicted copy 2026-11-27)
	` ?[([].*(case|name) clash.*[)\]].*`, // Nextcloud, Proton Drive: (case clash from Anna 2026-11-27)
	` ?\(.+ v[0-9]{1,2}\)`,               // Offline files of Windows: (anna v1)
	`\.sync-conflict-.*`,                 // Syncthing
	`[._-]conflict.*`,                    // ownCloud of old, Resilio: _conflict-20261127-134501
	`_.+_[a-z]*conflict`,                 // Synology Drive: _PRESS_Nov-27-134501-2026_Conflict, CaseConflict
	` ?\([0-9]{1,3}\)`,                   // Яндекс Диск, Google Drive, OneDrive: (1)
	` [2-9]`,                             // iCloud
	`(?-i:-[A-ZА-Я0-9-]*[A-ZА-Я][A-ZА-Я0-9-]*)`,       // OneDrive: the other computer's name, as Windows writes it
	`-.*(macbook|imac|mac mini|mac pro|mac studio).*`, // or macOS does
}, `|`) + `)$`)

// ConflictedCopies is as library.Keeper has it.
func (l *Library) ConflictedCopies() ([]string, error) {
	dir, name := filepath.Split(l.path)
	entries, err := os.ReadDir(filepath.Clean(dir))
	if err != nil {
		return nil, err
	}
	var all []string
	for _, entry := range entries {
		if !isConflicted(name, entry.Name()) || !entry.Type().IsRegular() {
			continue
		}
		if path := filepath.Join(dir, entry.Name()); !l.isItself(path) && isMarked(path) {
			all = append(all, path)
		}
	}
	return all, nil
}

// isConflicted reports whether a file is called as a conflicted copy of another: before its ending, or behind it as
// rclone does, name.db.conflict1.
func isConflicted(name, copied string) bool {
	end := filepath.Ext(name)
	if whole, ok := strings.CutSuffix(copied, end); ok {
		behind, ok := strings.CutPrefix(whole, strings.TrimSuffix(name, end))
		return ok && conflicted.MatchString(behind)
	}
	behind, ok := strings.CutPrefix(copied, name+".conflict")
	return ok && strings.Trim(behind, "0123456789") == ""
}

// isItself reports whether the library lies at a path too: to open and close its file would let
// SQLite's locks on it go.
func (l *Library) isItself(path string) bool {
	ours, err := look(l.path)
	if err != nil {
		return false
	}
	there, err := look(path)
	return err == nil && os.SameFile(ours, there)
}

// isMarked reports whether a file begins as a library does.
func isMarked(path string) bool {
	f, err := os.Open(path) //nolint:gosec // beside the library
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }() // it was only read
	const mark = 68                  // where SQLite's header has the program's mark
	header := make([]byte, mark+4)
	_, err = io.ReadFull(f, header)
	return err == nil && string(header[:len(pages.Magic)]) == pages.Magic && binary.BigEndian.Uint32(header[mark:]) == applicationID
}

// aside is the folder for conflicted copies that have been merged.
const aside = "merged"

// SetAside is as library.Keeper has it.
func (l *Library) SetAside(path string) (string, error) {
	if err := l.Unwritable(); err != nil {
		return "", err
	}
	dir := filepath.Join(filepath.Dir(l.path), aside)
	if filepath.Dir(path) == filepath.Clean(l.beside) { // perhaps of another disk, where it cannot be renamed to
		dir = filepath.Join(l.beside, aside)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	end := filepath.Ext(path)
	begin := filepath.Join(dir, strings.TrimSuffix(filepath.Base(path), end))
	to := begin + end
	for n := 2; ; n++ {
		switch _, err := os.Lstat(to); {
		case errors.Is(err, fs.ErrNotExist):
			return to, putAside(path, to)
		case err != nil: // it would be the same with every other name
			return "", err
		}
		to = fmt.Sprintf("%s-%d%s", begin, n, end)
	}
}

// copied is a library in a temporary folder, which goes with it.
type copied struct {
	*Library
	folder *temporary.Folder
}

// Close is as library.Copy has it.
func (c copied) Close() error { return errors.Join(c.Library.Close(), c.folder.Remove()) }

// OpenCopy is as library.Keeper has it. What is opened is a copy of the file, which may be an
// older program's and has to be brought up to date.
func (l *Library) OpenCopy(path string) (library.Copy, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	switch {
	case info.IsDir():
		return nil, &os.PathError{Op: "open", Path: path, Err: syscall.EISDIR}
	case !info.Mode().IsRegular():
		return nil, &library.IrregularError{Path: path}
	case l.isItself(path):
		return nil, &library.ItselfError{Path: path}
	case pages.IsLog(path):
		return l.openLog(path)
	}
	opened, err := l.openFile(path)
	if err != nil {
		return nil, err
	}
	return opened, nil
}

// openFile opens a copy of a file and of its log.
func (l *Library) openFile(path string) (c copied, err error) {
	folder, err := temporary.New(temporary.Copy)
	if err != nil {
		return c, err
	}
	there := filepath.Join(folder.Path, "library.db")
	opened, err := openCopied(path, there, l.now, nil)
	if err != nil {
		return c, errors.Join(named(err, path), folder.Remove())
	}
	return copied{opened, folder}, nil
}

// openCopied opens a copy of a library, which is not copied once more where it cannot be written.
func openCopied(from, to string, now func() time.Time, progress func(done, of int)) (*Library, error) {
	ends := []string{"", "-wal"}
	ends = slices.DeleteFunc(ends, func(end string) bool { return end != "" && !hasLog(from) })
	for _, end := range ends {
		if err := copyFile(from+end, to+end); err != nil {
			return nil, err
		}
	}
	return openThere(Params{Path: to, Now: now, Existing: true, Progress: progress})
}

// named has an error of opening tell of the file that a person has named.
func named(err error, path string) error {
	var none *library.NoLibraryError
	var foreign *library.ForeignError
	switch {
	case errors.As(err, &none):
		return &library.NoLibraryError{Path: path}
	case errors.As(err, &foreign):
		return &library.ForeignError{Path: path}
	}
	return err
}
