package archive

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"communique/editor/intake"
	"communique/editor/release"
	"communique/export/file"
)

const (
	tomlEnding = ".toml" // a release as the program writes it
	zipEnding  = ".zip"  // many files
)

// Endings lists how the names of the files end that Import reads in folders, in
// small letters: what intake reads, releases, and ZIP files of them.
func Endings() []string { return append(intake.Endings(), tomlEnding, zipEnding) }

// NothingError says that in a folder or a ZIP file there is no file to read.
type NothingError struct{ Path string }

func (e *NothingError) Error() string { return "no file in " + e.Path }

// Fact names the error for the translations.
func (e *NothingError) Fact() (string, map[string]any) {
	return "archive-nothing", map[string]any{"Path": e.Path}
}

// source is a file to read, or a folder with one release as Export writes it: on the
// disk, or in an open ZIP archive.
type source struct {
	path     string
	archived bool // it is such a folder
	zip      *packed
	inZip    string // its name there
	nth      int    // of the files there
	named    bool   // a person chose this very file
	skip     string // why it is no file that could be read; "" for one that may be
	passed   bool   // no person made it
	err      error
	convert  func([]byte) ([]byte, error) // of a document of Word 97–2003
}

// list finds the sources below paths, in the order of their names, each once.
func list(paths []string) []source {
	var found []source
	for _, p := range paths {
		found = append(found, below(p)...)
	}
	return unpacked(once(found))
}

// below finds the sources of one path that a person chose.
func below(chosen string) []source {
	root, err := filepath.EvalSymlinks(chosen) // WalkDir follows no link
	if err != nil {
		return []source{{path: chosen, err: err}}
	}
	var found []source
	_ = filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		at := source{path: chosen, named: name == root}
		if rel, err := filepath.Rel(root, name); err == nil {
			at.path = filepath.Join(chosen, rel)
		}
		switch {
		case err != nil:
			at.err = err
		case entry.IsDir():
			at.passed = !at.named && hidden(entry.Name())
			at.archived = !at.passed && isArchived(name)
			if !at.passed && !at.archived {
				return nil
			}
			found = append(found, at)
			return filepath.SkipDir
		case !at.named && isPicture(entry.Name()):
			return nil
		default:
			at.passed = leftover(entry.Name()) || !at.named && (hidden(entry.Name()) || before(entry.Name()))
			at.skip = irregular(entry.Type())
		}
		found = append(found, at)
		return nil // every error stands among what was found
	})
	if !slices.ContainsFunc(found, func(s source) bool { return !s.passed }) {
		found = append(found, source{path: chosen, err: &NothingError{chosen}})
	}
	return found
}

// once leaves out what was named, or lies in a folder that was named, before.
func once(sources []source) []source {
	seen := map[string]bool{}
	return slices.DeleteFunc(sources, func(s source) bool {
		key, err := filepath.Abs(s.path)
		if err != nil {
			key = s.path
		}
		twice := seen[key]
		seen[key] = true
		return twice
	})
}

// isArchived reports whether a folder holds one release as Export writes it.
func isArchived(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, historyName))
	return err == nil
}

// unpacked puts the files of ZIP archives in the archives' place.
func unpacked(sources []source) (all []source) {
	for _, s := range sources {
		if ending(s.path) != zipEnding || s.archived || s.passed || s.skip != "" || s.err != nil {
			all = append(all, s)
			continue
		}
		archive := &packed{path: s.path}
		within, err := archive.sources()
		archive.close() // until they are read
		switch {
		case err != nil:
			within = []source{{path: s.path, err: err}}
		case !slices.ContainsFunc(within, func(s source) bool { return !s.passed }):
			within = append(within, source{path: s.path, err: &NothingError{s.path}})
		}
		all = append(all, within...)
	}
	return all
}

// sources finds the sources of a ZIP archive.
func (a *packed) sources() (found []source, err error) {
	archive, err := a.open()
	if err != nil {
		return nil, err
	}
	folders := map[string]bool{}
	for _, f := range archive.File {
		if path.Base(f.Name) == historyName {
			folders[path.Dir(f.Name)] = true
		}
	}
	seen := map[string]bool{}
	for i, f := range archive.File {
		s := source{path: a.path + "!" + f.Name, zip: a, inZip: f.Name, nth: i}
		folder := outermost(folders, f.Name)
		switch above := hiddenAbove(f.Name); {
		case above != "":
			if seen[above] {
				continue
			}
			seen[above] = true
			s.path, s.passed = a.path+"!"+above, true
		case f.FileInfo().IsDir():
			continue
		case folder != "" && f.Name == path.Join(folder, historyName):
			s = source{path: a.path + "!" + folder, zip: a, inZip: folder, nth: i, archived: true}
		case folder != "" || isPicture(path.Base(f.Name)):
			continue
		default:
			base := path.Base(f.Name)
			s.passed, s.skip = hiddenBelow(base) || leftover(base) || before(base), irregular(f.Mode().Type())
			if f.Flags&encrypted != 0 {
				s.err = &intake.Error{Reason: "password"}
			}
		}
		found = append(found, s)
	}
	return found, a.refuseBloated(found, archive.File, folders)
}

// outermost returns the outermost of folders that a file lies in; "" where it lies in none.
func outermost(folders map[string]bool, name string) (found string) {
	for dir := path.Dir(name); ; dir = path.Dir(dir) {
		if folders[dir] {
			found = dir
		}
		if dir == "." || dir == "/" || dir == path.Dir(dir) {
			return found
		}
	}
}

func ending(name string) string { return strings.ToLower(path.Ext(filepath.ToSlash(name))) }

// passedOver tells why a file is not read that nobody has named; nil for one that is.
func (s source) passedOver() *SkippedError {
	switch {
	case s.skip != "":
		return &SkippedError{Reason: s.skip}
	case s.named:
		return nil
	case isPhotograph(s.path):
		return &SkippedError{Reason: "picture"}
	case ending(s.path) == zipEnding:
		return &SkippedError{Reason: "archive"}
	case !slices.Contains(Endings(), ending(s.path)) && !intake.Told(filepath.ToSlash(s.path)):
		return &SkippedError{Reason: "ending", Name: ending(s.path)}
	}
	return nil
}

func (s source) read() content {
	switch {
	case s.passed:
		return content{passed: true}
	case s.err != nil:
		return content{err: s.err}
	case s.archived:
		return s.readFolder()
	}
	if why := s.passedOver(); why != nil {
		return content{skipped: why}
	}
	data, err := s.bytes()
	if err != nil {
		return content{err: err}
	}
	if ending(s.path) == tomlEnding {
		if len(data) > intake.MaxBytes {
			return content{err: &intake.Error{Reason: "too-large", Offset: intake.MaxBytes}}
		}
		r, err := decode(data)
		if err != nil {
			return content{err: err, size: len(data), refused: bytes.Count(data, []byte("\n"))}
		}
		return content{releases: []release.Release{r}, text: data, size: len(data)}
	}
	return s.readText(data)
}

// Releases that are longer than anybody writes are decoded one after the other: each takes hundreds
// of megabytes meanwhile.
const long = 1 << 18

var decoding sync.Mutex

// decode decodes a release's own form.
func decode(data []byte) (release.Release, error) {
	if len(data) > long {
		decoding.Lock()
		defer decoding.Unlock()
	}
	return release.Decode(data)
}

// readText reads releases off what is no release's own form, with the pictures in it and
// those beside it that it shows.
func (s source) readText(data []byte) content {
	files, done, err := s.folder()
	if err != nil {
		files, done = nil, func() {} // it was read, and is no worse without its neighbours
	}
	defer done()
	found, err := intake.Read(intake.Source{Data: data, Name: filepath.ToSlash(s.path), Beside: files, Convert: s.convert})
	var repairs []release.Repair
	for _, r := range found.Releases {
		repairs = append(repairs, r.Repairs...)
	}
	return content{releases: found.Releases, pictures: found.Pictures, repairs: repairs, size: found.Unpacked, err: err}
}

// bytes reads a source; one that is larger than any text is an *intake.Error.
func (s source) bytes() ([]byte, error) {
	var f io.ReadCloser
	var err error
	if s.zip != nil {
		f, err = s.zip.file(s.nth)
	} else {
		err = file.Retry(func() (err error) { f, err = os.Open(s.path); return err })
	}
	if err != nil {
		return nil, err
	}
	data, err := intake.ReadAll(f)
	return data, errors.Join(err, f.Close())
}

func (s source) readFolder() content {
	files, done, err := s.folder()
	if err != nil {
		return content{err: err}
	}
	defer done()
	return readArchived(files)
}

// folder opens the folder that a source is, or lies in: a root of its own, which no
// name leads out of. done lets go of it.
func (s source) folder() (files fs.FS, done func(), err error) {
	dir := func(of func(string) string, name string) string {
		if s.archived {
			return name
		}
		return of(name)
	}
	if s.zip != nil {
		archive, err := s.zip.open()
		if err != nil {
			return nil, nil, err
		}
		files, err = fs.Sub(archive, dir(path.Dir, s.inZip))
		return files, func() {}, err
	}
	root, err := os.OpenRoot(dir(filepath.Dir, s.path))
	if err != nil {
		return nil, nil, err
	}
	return root.FS(), func() { _ = root.Close() }, nil // it was only read
}
