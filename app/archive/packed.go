package archive

import (
	"archive/zip"
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"communique/editor/intake"
	"communique/editor/intake/layout"
	"communique/export/file"
)

// packed is a ZIP archive that is open while something in it is read: a folder may hold more of
// them than a program may have files open.
type packed struct {
	path   string
	mu     sync.Mutex
	opened *zip.ReadCloser // nil while it is closed
	most   int             // pieces that are read of it
	had    int             // pieces of its sources that were read, one after the other
	begun  atomic.Int64    // pieces of its sources, of those that are read side by side as well
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

// An archive of texts and pages is a third to a twentieth of them, and holds a paragraph or the like in
// some dozen bytes and more. One that unpacks to more than unpackedMost times itself and unpackedFreely bytes, or has a piece in
// fewer than pieceBytes and more than piecesFreely besides, was made to take up a computer.
const (
	unpackedMost   = 32
	unpackedFreely = 2 << 20
	pieceBytes     = 16
	piecesFreely   = 20_000
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
	a.most = piecesFreely + int(info.Size()/pieceBytes)
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

// isFull reports whether the sources of the archive that were read have had all the pieces that are read of it; those of none
// are no archive's.
func (a *packed) isFull() bool { return a != nil && int(a.begun.Load()) > a.most }

// refuseFurther has the contents of sources dropped that came when those before them in their archive had had all
// the pieces that are read of it, whichever were read first.
func refuseFurther(sources []source, contents []content) {
	for i, s := range sources[:len(contents)] {
		if s.zip == nil {
			continue
		}
		if s.zip.had > s.zip.most {
			contents[i] = content{passed: s.passed, err: &BloatedError{s.zip.path}}
		}
		s.zip.had += contents[i].pieces()
	}
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

// turns gives sources out one by one.
type turns struct {
	sources []source
	mu      sync.Mutex
	taken   int
}

// take returns the next source, which may be the one behind the last; full says that those before it have had all the pieces
// that are read of its archive.
func (t *turns) take() (i int, full bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	i = t.taken
	t.taken++
	return i, i < len(t.sources) && t.sources[i].zip.isFull()
}

// count notes what a source of an archive has had.
func (s source) count(c content) {
	if s.zip != nil {
		s.zip.begun.Add(int64(c.pieces()))
	}
}

// pieces is how many paragraphs, contacts and marks a content has, which reading and saving it is the work of; as much work are
// so many bytes that were gone through, and a line of a release's own form that was refused. What was refused for having
// more than any text counts as if it had as many.
func (c content) pieces() int {
	const bytesOfOne = 300
	var told *intake.Error
	if errors.As(c.err, &told) && told.Reason == "too-large" {
		return layout.MaxParagraphs
	}
	n := c.size/bytesOfOne + c.refused
	for _, r := range c.releases {
		n += len(r.Blocks) + len(r.Contacts) + len(r.LeadMarks) + len(r.BoilerplateMarks)
		for _, b := range r.Blocks {
			n += len(b.Marks) + strings.Count(b.Text, "\n")
		}
	}
	return n
}
