package archive

import (
	"context"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"communique/editor/intake/repair"

	"golang.org/x/sync/errgroup"

	"communique/app/crash"
	"communique/app/library"
	"communique/app/libreoffice"
	"communique/editor/release"
)

// Import reads files and folders into the library. A file that is named is read
// whatever it is called, one in a folder or a ZIP file where it is one of
// Endings. A file that cannot be read stands in the report and stops nothing; the
// error is the library's own, or ctx's, and files it has kept from being taken are
// Left. progress hears how many files of how many are done.
func Import(ctx context.Context, store Store, paths []string, progress func(done, of int)) (Report, error) {
	found := list(paths)
	defer func() { closeRead(found, nil) }()
	var office libreoffice.Converter
	defer func() { _ = office.Close() }() // what is left lies in the system's own folder
	im := importer{store: store, sources: found, progress: progress, shown: map[string]bool{}}
	for i, s := range found {
		found[i].convert = office.Convert
		im.report = append(im.report, File{Path: s.path, Status: Left})
	}
	for start := 0; start < len(found); {
		contents, err := im.read(ctx, start, min(start+savedAtOnce, len(found)))
		if err == nil {
			err = im.save(ctx, start, contents)
		}
		if err != nil {
			return im.report, err
		}
		start += len(contents)
		im.tell(start)
	}
	im.offer()
	return im.report, nil
}

// How many files are read side by side, of which progress is heard and archives stay open, and
// how many are saved at once: the index of words is spared most of its merging, and the disk is waited for less.
const (
	batch       = 125
	savedAtOnce = 4 * batch
)

// mostHeld is how many bytes of files are read until what was read is saved: a long release
// takes ten times its file.
const mostHeld = 2 << 20

type importer struct {
	store    Store
	adding   sync.Mutex // a picture at a time
	sources  []source
	report   Report
	shown    map[string]bool // the pictures of all releases that were read, by their hashes
	progress func(done, of int)
}

// content is what one source holds.
type content struct {
	releases []release.Release
	text     []byte            // the TOML form that its one release was read from; nil where it was read from none
	pictures map[string][]byte // that came within the source, by their hashes
	archived library.Archived  // the release of an archive, whose newest version releases has; none without versions
	older    []string          // the pictures that its older versions show
	size     int               // of the files that all this was read from, unpacked, in bytes
	brought  []library.Brought // what became of the releases in the library
	repairs  []release.Repair  // that reading the text made
	refused  int               // lines of a release's own form that were read, and are none
	passed   bool
	skipped  error // why it is not read
	unseen   error // pictures of its releases that did not come
	err      error
}

// tell has progress hear how many sources are done.
func (im *importer) tell(done int) {
	if im.progress != nil {
		im.progress(done, len(im.sources))
	}
}

// read reads the sources from start on, up to end or until mostHeld is, a batch on every core at a
// time, and adds their pictures to the library.
func (im *importer) read(ctx context.Context, start, end int) ([]content, error) {
	contents := make([]content, 0, end-start)
	var held atomic.Int64
	for start < end && held.Load() < mostHeld {
		some, err := im.readBatch(ctx, im.sources[start:min(start+batch, end)], &held)
		if err != nil {
			return nil, err
		}
		contents = append(contents, some...)
		next := start + len(some)
		closeRead(im.sources[start:next], im.sources[next:])
		if start = next; start < end { // the last are done when all are saved
			im.tell(start)
		}
	}
	return contents, nil
}

// readBatch reads sources, the first of them where mostHeld is held then.
func (im *importer) readBatch(ctx context.Context, sources []source, held *atomic.Int64) ([]content, error) {
	contents := make([]content, len(sources))
	var g errgroup.Group
	next := turns{sources: sources}
	for range runtime.GOMAXPROCS(0) {
		g.Go(func() (err error) {
			for err == nil && held.Load() < mostHeld {
				i, full := next.take()
				if i >= len(contents) {
					return nil
				}
				if ctx.Err() == nil && !full {
					contents[i] = readSafely(sources[i])
				}
				held.Add(int64(contents[i].size))
				sources[i].count(contents[i])
				err = im.keepPictures(ctx, &contents[i])
			}
			return err
		})
	}
	if err := g.Wait(); err != nil { // what is wrong with a source is kept in its content
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err // some were not read
	}
	contents = contents[:min(next.taken, len(contents))]
	refuseFurther(sources, contents)
	for i, c := range contents {
		var err error
		if contents[i].unseen, err = im.bringPictures(ctx, sources[i], c); err != nil {
			return nil, err
		}
	}
	return contents, nil
}

// save saves what was read of the sources from start on, and tells what became of each.
func (im *importer) save(ctx context.Context, start int, contents []content) error {
	if err := im.saveNew(ctx, contents); err != nil {
		return err
	}
	im.saveArchived(ctx, contents)
	for i, c := range contents {
		for _, hash := range c.shown() {
			im.shown[hash] = true
		}
		im.report[start+i].tell(c)
	}
	return nil
}

// saveNew saves what comes without versions.
func (im *importer) saveNew(ctx context.Context, contents []content) error {
	var all []library.Incoming
	for _, c := range contents {
		if c.archived.Past == nil {
			all = append(all, library.IncomingOf(c.releases...)...)
		}
		if c.text != nil {
			all[len(all)-1].Text = c.text
		}
	}
	brought, err := im.store.SaveNew(ctx, all)
	if err != nil {
		return err
	}
	for i := range contents {
		if c := &contents[i]; c.archived.Past == nil {
			c.brought, brought = brought[:len(c.releases)], brought[len(c.releases):]
		}
	}
	return nil
}

// saveArchived saves what comes with its versions: all at once, or where one stands in the way of the
// others, each by itself.
func (im *importer) saveArchived(ctx context.Context, contents []content) {
	var at []int
	var all []library.Archived
	for i, c := range contents {
		if c.archived.Past != nil {
			at, all = append(at, i), append(all, c.archived)
		}
	}
	if len(all) == 0 {
		return
	}
	brought, err := im.store.SaveWithHistory(ctx, all)
	for n, i := range at {
		c := &contents[i]
		if err == nil {
			c.brought = brought[n : n+1]
		} else if c.brought, c.err = im.store.SaveWithHistory(ctx, all[n:n+1]); c.err != nil {
			c.releases = nil
		}
	}
}

// FaultError says that a file met a fault of the program's own.
type FaultError struct{ Where string }

func (e *FaultError) Error() string { return "a fault of the program at " + e.Where }

// Fact names the error for the translations.
func (e *FaultError) Fact() (string, map[string]any) {
	return "archive-fault", map[string]any{"Where": e.Where}
}

// readSafely reads a source. A fault that one file of thousands brings about is
// told of that file and leaves the others.
func readSafely(s source) (c content) {
	defer func() {
		if recover() != nil {
			c = content{err: &FaultError{crash.Where()}}
		}
	}()
	return s.read()
}

func (f *File) tell(c content) {
	f.Differing = DifferingOf(c.releases, c.brought)
	for _, b := range c.brought {
		if b.Differs {
			continue
		}
		if b.Known {
			f.Known++
			if !b.Trashed.IsZero() {
				f.Trashed++
			}
		} else {
			f.New++
		}
		if f.First == 0 || !b.Known && f.New == 1 {
			f.First = b.ID
		}
	}
	f.Repairs = c.repairs
	f.Status, f.Err = f.became(c)
}

// became says what became of a file whose releases are counted, and why.
func (f *File) became(c content) (Status, error) {
	switch {
	case c.err != nil:
		return Failed, c.err
	case c.skipped != nil:
		return Skipped, c.skipped
	case c.passed:
		return Passed, nil
	case f.New == 0 && len(f.Differing) > 0:
		return Differs, c.unseen
	case f.New == 0:
		return Known, c.unseen
	case c.unseen != nil || slices.ContainsFunc(f.Repairs, repair.IsLoss):
		return Partly, c.unseen
	}
	return Imported, nil
}
