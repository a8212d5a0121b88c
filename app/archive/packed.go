package archive

import (
	"archive/zip"
	"io"
	"io/fs"
	"os"
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

// An archive of texts and pages is a third to a twentieth of them. One that unpacks to more than
// unpackedMost times itself, and to more than unpackedFreely bytes, was made to take up a computer.
const (
	unpackedMost   = 32
	unpackedFreely = 4 << 20
)

// BloatedError says that a file was not read because those before it in an archive are more than
// an archive of such a size holds.
type BloatedError struct{ Path string }

func (e *BloatedError) Error() string { return e.Path + " unpacks to more than any archive of texts" }

// Fact names the error for the translations.
func (e *BloatedError) Fact() (string, map[string]any) {
	return "archive-bloated", map[string]any{"Path": e.Path}
}

// refuseBloated has the sources not read that come when the files of the archive before them have
// unpacked to all that may be, nor folders that such files lie in.
func (a *packed) refuseBloated(found []source, files []*zip.File, folders map[string]bool) error {
	info, err := os.Stat(a.path)
	if err != nil {
		return err
	}
	left := uint64(unpackedFreely + unpackedMost*info.Size()) // #nosec G115 -- no size is negative
	first := 0
	for ; first < len(files) && left > 0; first++ {
		left -= min(left, files[first].UncompressedSize64)
	}
	within := map[string]bool{}
	for _, f := range files[first:] {
		within[outermost(folders, f.Name)] = true
	}
	for i, s := range found {
		if !s.passed && (s.nth >= first || s.archived && within[s.inZip]) {
			found[i].err = &BloatedError{a.path}
		}
	}
	return nil
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
