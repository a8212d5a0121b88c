package window

import (
	"context"
	"errors"
	"sync"
	"time"

	"communique/app/library"
	"communique/editor/draft"
	"communique/editor/release"
)

// document is the draft on the screen and its place in the library.
type document struct {
	session *draft.Session
	// saved is the release as the library has it; the zero Release before the
	// first save. It is used on the UI goroutine only.
	saved release.Release
	// reading says that another copy of the program edits it. It is used on the
	// UI goroutine only.
	reading bool

	mu           sync.Mutex // the saver settles while the window asks
	id, revision int64      // both 0 before the first save
}

// place returns where the library has the document, 0 if it has not.
func (d *document) place() (id, revision int64) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.id, d.revision
}

// settle notes where the library has the document.
func (d *document) settle(e library.Entry) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.id, d.revision = e.ID, e.Revision
}

// keeper is what the saver needs of the library.
type keeper interface {
	Save(ctx context.Context, id, revision int64, r release.Release) (library.Entry, error)
}

// outcome is what came of one save.
type outcome struct {
	doc     *document
	release release.Release
	entry   library.Entry
	// copied says that another copy of the program had changed the release, so
	// that this text was kept as a release of its own.
	copied bool
	err    error
}

// saver writes drafts to the library one after another, off the UI goroutine.
// A newer text of a document replaces one that still waits; a text that could
// not be saved waits on and is tried again.
type saver struct {
	keeper keeper
	report func(outcome) // called on the saver's goroutine
	retry  time.Duration

	mu      sync.Mutex
	idle    *sync.Cond
	waiting map[*document]release.Release
	busy    bool
	failed  error
	wake    chan struct{}
}

func newSaver(k keeper, retry time.Duration, report func(outcome)) *saver {
	s := &saver{keeper: k, report: report, retry: retry, waiting: map[*document]release.Release{}, wake: make(chan struct{}, 1)}
	s.idle = sync.NewCond(&s.mu)
	go s.run()
	return s
}

// put hands over the text of a document; r must not be changed afterwards.
func (s *saver) put(doc *document, r release.Release) {
	s.mu.Lock()
	s.waiting[doc] = r
	s.failed = nil
	s.mu.Unlock()
	s.rouse()
}

func (s *saver) rouse() {
	select {
	case s.wake <- struct{}{}:
	default: // it is awake already
	}
}

// flush waits until everything handed over is on the disk, or one try failed.
func (s *saver) flush() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for (len(s.waiting) > 0 || s.busy) && s.failed == nil {
		s.idle.Wait()
	}
	return s.failed
}

func (s *saver) run() {
	for range s.wake {
		for s.saveOne() {
		}
	}
}

// saveOne saves a waiting document and reports whether to go on at once.
func (s *saver) saveOne() bool {
	doc, r, ok := s.take()
	if !ok {
		return false
	}
	result := s.save(doc, r)
	s.report(result)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.busy = false
	s.failed = result.err
	if result.err != nil {
		if _, newer := s.waiting[doc]; !newer {
			s.waiting[doc] = r
		}
		time.AfterFunc(s.retry, s.rouse)
	}
	s.idle.Broadcast()
	return result.err == nil
}

func (s *saver) take() (*document, release.Release, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for doc, r := range s.waiting {
		delete(s.waiting, doc)
		s.busy = true
		return doc, r, true
	}
	return nil, release.Release{}, false
}

func (s *saver) save(doc *document, r release.Release) outcome {
	ctx := context.Background()
	result := outcome{doc: doc, release: r}
	id, revision := doc.place()
	result.entry, result.err = s.keeper.Save(ctx, id, revision, r)
	var conflict *library.ConflictError
	if errors.As(result.err, &conflict) {
		result.copied = true
		result.entry, result.err = s.keeper.Save(ctx, 0, 0, r)
	}
	if result.err == nil {
		doc.settle(result.entry)
	}
	return result
}
