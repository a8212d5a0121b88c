// Package parts opens documents that are files in a ZIP archive, as word processors
// write them, and goes through their XML: in one pass, and whatever a file claims, in
// bounded time and memory.
package parts

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"strings"
)

// maxPicture is the largest picture that is read, and maxPictures all of a document
// together, in bytes.
const (
	maxPicture  = 32 << 20
	maxPictures = 128 << 20
)

// Package is an open document.
type Package struct {
	Budget Budget
	files  map[string]file
	read   int // bytes of pictures so far
}

// Unpacked is how many bytes of the document were read, unpacked.
func (p *Package) Unpacked() int { return p.Budget.bytes + p.read }

// file is a part, however it is kept.
type file interface{ Open() (io.ReadCloser, error) }

type inMemory []byte

func (m inMemory) Open() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(m)), nil }

// Of returns a document whose parts are at hand, by their names.
func Of(files map[string][]byte) *Package {
	p := &Package{files: map[string]file{}}
	for name, data := range files {
		p.files[clean(name)] = inMemory(data)
	}
	return p
}

// Open opens a document; ok is false for what is no ZIP archive.
func Open(data []byte) (p *Package, ok bool) {
	if !bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return nil, false
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, false
	}
	p = &Package{files: map[string]file{}}
	for _, f := range archive.File {
		p.files[clean(f.Name)] = f
	}
	return p, true
}

// clean is how a part is named within its package, with or without a slash before it.
func clean(name string) string {
	return strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/")
}

// Has reports whether the package has a part.
func (p *Package) Has(name string) bool { return p.files[clean(name)] != nil }

// Walk goes through a part's XML; one that is not there has nothing in it.
func (p *Package) Walk(name string, element func(*Walker, Element) error) error {
	f := p.files[clean(name)]
	if f == nil {
		return nil
	}
	if z, ok := f.(*zip.File); ok && z.UncompressedSize64 > maxXML { // it says itself that it is too large
		return ErrTooLarge
	}
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }() // only read
	w := NewWalker(r, &p.Budget)
	return w.Inside(func(e Element) error { return element(w, e) }, nil)
}

// Read returns a part's bytes, nil where it cannot be read, or is larger than any
// picture, or too many were read before.
func (p *Package) Read(name string) []byte {
	f := p.files[clean(name)]
	if f == nil || p.read > maxPictures {
		return nil
	}
	r, err := f.Open()
	if err != nil {
		return nil
	}
	defer func() { _ = r.Close() }() // only read
	data, err := io.ReadAll(io.LimitReader(r, maxPicture+1))
	p.read += len(data)
	if err != nil || len(data) > maxPicture {
		return nil
	}
	return data
}
