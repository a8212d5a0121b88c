package archive

import (
	"archive/zip"
	"io"
	"io/fs"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"communique/export/file"
)

// packed is a ZIP archive that is open while something in it is read: a folder may hold more of
// them than a program may have files open.
type packed struct {
	path   string
	mu     sync.Mutex
	opened *zip.ReadCloser // nil while it is closed
}

// open returns what is in the archive.
func (a *packed) open() (*zip.Reader, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.opened == nil {
		var archive *zip.ReadCloser
		if err := file.Retry(func() (err error) { archive, err = zip.OpenReader(a.path); return err }); err != nil {
			return nil, &fs.PathError{Op: "open", Path: a.path, Err: err}
		}
		for _, f := range archive.File {
			f.Name = readable(f.Name)
		}
		a.opened = archive
	}
	return &a.opened.Reader, nil
}

// readable is a name as Windows packs Russian ones that no other program can read.
func readable(name string) string {
	if utf8.ValidString(name) {
		return name
	}
	if text, err := charmap.CodePage866.NewDecoder().String(name); err == nil {
		return text
	}
	return name
}

// file opens the nth file: its name may be one that no file system has, or another's too.
func (a *packed) file(nth int) (io.ReadCloser, error) {
	archive, err := a.open()
	if err != nil {
		return nil, err
	}
	if nth >= len(archive.File) { // the archive was written over meanwhile
		return nil, &fs.PathError{Op: "open", Path: a.path, Err: fs.ErrNotExist}
	}
	return archive.File[nth].Open()
}

// close closes the archive until it is opened again.
func (a *packed) close() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.opened != nil {
		_ = a.opened.Close() // it was only read
		a.opened = nil
	}
}

// closeRead closes the archives of sources of which none is among those that are left.
func closeRead(read, left []source) {
	for i, s := range read {
		if s.zip == nil || i+1 < len(read) && read[i+1].zip == s.zip || i+1 == len(read) && len(left) > 0 && left[0].zip == s.zip {
			continue
		}
		s.zip.close()
	}
}
