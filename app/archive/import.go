package archive

import (
	"archive/zip"
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/sync/errgroup"

	"communique/app/library"
	"communique/editor/intake"
	"communique/editor/release"
)

// Import reads files and folders into the library. A file that cannot be read
// stands in the report and stops nothing; the error is the library's own, or
// ctx's. progress hears how many files of how many are done.
func Import(ctx context.Context, store Store, paths []string, progress func(done, of int)) (Report, error) {
	found, opened := list(paths)
	defer func() {
		for _, a := range opened {
			_ = a.Close() // it was only read
		}
	}()
	im := importer{store: store, sources: found, progress: progress}
	for _, s := range found {
		im.report = append(im.report, File{Path: s.path})
	}
	for start := 0; start < len(found); start += batch {
		if err := ctx.Err(); err != nil {
			return im.report[:im.done], err
		}
		if err := im.take(ctx, start, min(start+batch, len(found))); err != nil {
			return im.report[:im.done], err
		}
	}
	return im.report, nil
}

// batch is how many files are read side by side and saved at once.
const batch = 512

// source is a file to read: on the disk, or in an open ZIP archive.
type source struct {
	path   string
	folder string // of an archive's release: all of it is one source
	zipped *zip.File
	err    error
}

type importer struct {
	store    Store
	sources  []source
	report   Report
	done     int
	progress func(done, of int)
}

// content is what one source holds.
type content struct {
	releases []release.Release
	past     []library.Past // of an archive's release
	trashed  bool
	skipped  bool
	err      error
}

// take reads the sources from start to end on every core and saves them.
func (im *importer) take(ctx context.Context, start, end int) error {
	contents := make([]content, end-start)
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i := range contents {
		g.Go(func() error {
			contents[i] = im.sources[start+i].read()
			return nil
		})
	}
	_ = g.Wait() // read keeps its errors in the contents
	var all []release.Release
	for _, c := range contents {
		all = append(all, c.releases...)
	}
	brought, err := im.store.SaveNew(ctx, all)
	if err != nil {
		return err
	}
	for i, c := range contents {
		f := &im.report[start+i]
		own := brought[:len(c.releases)]
		brought = brought[len(c.releases):]
		if c.past != nil {
			b, err := im.store.SaveWithHistory(ctx, c.past, c.trashed)
			if err != nil {
				c.err = err
			} else {
				own = []library.Brought{b}
			}
		}
		f.tell(c, own)
		im.done++
	}
	if im.progress != nil {
		im.progress(im.done, len(im.sources))
	}
	return nil
}

func (f *File) tell(c content, brought []library.Brought) {
	for _, b := range brought {
		if b.Known {
			f.Known++
		} else {
			f.New++
		}
	}
	switch {
	case c.err != nil:
		f.Status, f.Err = Failed, c.err
	case c.skipped:
		f.Status = Skipped
	case f.New == 0:
		f.Status = Known
	default:
		f.Status = Imported
	}
}

// list finds the sources below paths, in the order of their names. The caller
// closes the archives in which some of them lie.
func list(paths []string) ([]source, []*zip.ReadCloser) {
	var found []source
	for _, path := range paths {
		_ = filepath.WalkDir(path, func(name string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				found = append(found, source{path: name, err: err})
			case entry.IsDir() && name != path && strings.HasPrefix(entry.Name(), "."):
				return filepath.SkipDir
			case entry.IsDir() && isArchived(name):
				found = append(found, source{path: name, folder: name})
				return filepath.SkipDir
			case entry.Type().IsRegular() && !strings.HasPrefix(entry.Name(), "."):
				found = append(found, source{path: name})
			}
			return nil // every error stands among what was found
		})
	}
	return unpacked(found)
}

// isArchived reports whether a folder holds one release as Export writes it.
func isArchived(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, historyName))
	return err == nil
}

// unpacked puts the files of ZIP archives in the archives' place.
func unpacked(sources []source) (all []source, opened []*zip.ReadCloser) {
	for _, s := range sources {
		if !strings.EqualFold(filepath.Ext(s.path), ".zip") || s.folder != "" {
			all = append(all, s)
			continue
		}
		archive, err := zip.OpenReader(s.path)
		if err != nil {
			all = append(all, source{path: s.path, err: err})
			continue
		}
		opened = append(opened, archive)
		for _, f := range archive.File {
			if f.Mode().IsRegular() {
				all = append(all, source{path: s.path + "!" + f.Name, zipped: f})
			}
		}
	}
	return all, opened
}

// readable are the endings of the files that are read.
var readable = map[string]bool{
	".txt": true, ".md": true, ".text": true, ".html": true, ".htm": true, ".xml": true, ".rss": true,
	".docx": true, ".odt": true, ".toml": true,
}

func (s source) read() content {
	if s.err != nil {
		return content{err: s.err}
	}
	if s.folder != "" {
		return readArchived(s.folder)
	}
	ending := strings.ToLower(filepath.Ext(s.path))
	if !readable[ending] {
		return content{skipped: true}
	}
	data, err := s.bytes()
	if err != nil {
		return content{err: err}
	}
	if ending == ".toml" {
		r, err := release.Decode(data)
		if err != nil {
			return content{err: err}
		}
		return content{releases: []release.Release{r}}
	}
	releases, err := intake.Read(data)
	return content{releases: releases, err: err}
}

func (s source) bytes() ([]byte, error) {
	var f io.ReadCloser
	var err error
	if s.zipped != nil {
		f, err = s.zipped.Open()
	} else {
		f, err = os.Open(s.path)
	}
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // only read
	return io.ReadAll(io.LimitReader(f, intake.MaxBytes+1))
}
