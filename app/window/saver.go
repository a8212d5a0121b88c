package window

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"communique/app/library"
	"communique/editor/release"
)

// keeper is what the saver needs of the library.
type keeper interface {
	Save(ctx context.Context, id, revision int64, r release.Release) (library.Entry, error)
	SaveVersion(ctx context.Context, id, revision int64, r release.Release) (library.Entry, error)
}

// outcome is what came of one save.
type outcome struct {
	doc     *document
	release release.Release
	entry   library.Entry
	// copied says that another copy of the program had changed or deleted the
	// release, so that this text was kept as a release of its own.
	copied bool
	err    error
}

// saver writes drafts to the library one after another, in the order in which
// they were handed over, off the UI goroutine. A newer text of a document takes
// the place of one that still waits; a text that could not be saved waits on and
// is tried again, and keeps nobody else waiting.
type saver struct {
	keeper keeper
	report func(outcome) // called on the saver's goroutine
	retry  time.Duration

	mu    sync.Mutex
	idle  *sync.Cond
	queue []*handed
	busy  bool // a text is being saved, or its outcome reported
	again bool // a further try is under way to happen
	wake  chan struct{}
}

// handed is a text on its way to the disk.
type handed struct {
	doc     *document
	release release.Release
	// apart says that the text it takes the place of in the library stays a
	// version of its own.
	apart  bool
	saving bool
	err    error // why it was not saved; nil where it is to be tried
}

// newSaver starts a saver: run starts a function on a goroutine of its own.
func newSaver(k keeper, retry time.Duration, run func(func()), report func(outcome)) *saver {
	s := &saver{keeper: k, report: report, retry: retry, wake: make(chan struct{}, 1)}
	s.idle = sync.NewCond(&s.mu)
	run(s.run)
	return s
}

// put hands a text over; the caller does not change it any more.
func (s *saver) put(doc *document, r release.Release) {
	s.mu.Lock()
	if h := s.newest(doc); h != nil && !h.saving {
		h.release, h.err = r, nil
	} else {
		s.queue = append(s.queue, &handed{doc: doc, release: r})
	}
	s.mu.Unlock()
	s.rouse()
}

// putApart hands over a text that takes the place of no other: what was handed
// over before is saved too, and stays a version of its own.
func (s *saver) putApart(doc *document, r release.Release) {
	s.mu.Lock()
	s.queue = append(s.queue, &handed{doc: doc, release: r, apart: true})
	s.mu.Unlock()
	s.rouse()
}

func (s *saver) newest(doc *document) *handed {
	for _, h := range slices.Backward(s.queue) {
		if h.doc == doc {
			return h
		}
	}
	return nil
}

func (s *saver) rouse() {
	select {
	case s.wake <- struct{}{}:
	default: // it is awake already
	}
}

// state tells whether a text of the document is not on the disk yet, and why
// the last try failed, if it did.
func (s *saver) state(doc *document) (waits bool, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, h := range s.queue {
		if h.doc == doc {
			waits, err = true, errors.Join(err, h.err)
		}
	}
	return waits, err
}

// unsaved returns the documents whose newest text is not on the disk, in the
// order in which they were handed over.
func (s *saver) unsaved() []*document {
	s.mu.Lock()
	defer s.mu.Unlock()
	var all []*document
	for _, h := range s.queue {
		if !slices.Contains(all, h.doc) {
			all = append(all, h.doc)
		}
	}
	return all
}

// troubled reports whether a text waits that could not be saved.
func (s *saver) troubled() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.failure() != nil
}

func (s *saver) failure() error {
	for _, h := range s.queue {
		if h.err != nil {
			return h.err
		}
	}
	return nil
}

// flush waits until everything handed over is on the disk, or was tried once
// more in vain.
func (s *saver) flush() error {
	s.tryAgain()
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.busy || s.ready() != nil {
		s.idle.Wait()
	}
	return s.failure()
}

func (s *saver) tryAgain() {
	s.mu.Lock()
	for _, h := range s.queue {
		h.err = nil
	}
	s.mu.Unlock()
	s.rouse()
}

// ready is the text to save next; nil where there is none. A document's texts
// stay in their order.
func (s *saver) ready() *handed {
	failed := map[*document]bool{}
	for _, h := range s.queue {
		if h.err == nil && !failed[h.doc] {
			return h
		}
		failed[h.doc] = true
	}
	return nil
}

func (s *saver) run() {
	for range s.wake {
		for s.saveOne() {
		}
	}
}

// saveOne saves a waiting text and reports whether there was one.
func (s *saver) saveOne() bool {
	h := s.take()
	if h == nil {
		return false
	}
	result := s.save(h)
	s.finish(h, result.err)
	s.report(result)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.busy = false
	s.idle.Broadcast()
	return true
}

func (s *saver) take() *handed {
	s.mu.Lock()
	defer s.mu.Unlock()
	h := s.ready()
	if h != nil {
		h.saving, s.busy = true, true
	}
	return h
}

// finish takes a text that was saved off the queue. One that was not stays
// there, unless a newer text of its document waits to take its place.
func (s *saver) finish(h *handed, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	h.saving, h.err = false, err
	at := slices.Index(s.queue, h)
	next := slices.IndexFunc(s.queue[at+1:], func(o *handed) bool { return o.doc == h.doc })
	switch newer := next >= 0 && !s.queue[at+1+next].apart; {
	case err == nil:
		s.queue = slices.Delete(s.queue, at, at+1)
	case newer:
		s.queue[at+1+next].apart = h.apart
		s.queue = slices.Delete(s.queue, at, at+1)
	}
	if err != nil && !s.again {
		s.again = true
		time.AfterFunc(s.retry, func() {
			s.mu.Lock()
			s.again = false
			s.mu.Unlock()
			s.tryAgain()
		})
	}
}

func (s *saver) save(h *handed) outcome {
	ctx := context.Background()
	result := outcome{doc: h.doc, release: h.release}
	id, revision := h.doc.place()
	save := s.keeper.Save
	if h.apart {
		save = s.keeper.SaveVersion
	}
	result.entry, result.err = save(ctx, id, revision, h.release)
	var conflict *library.ConflictError
	var missing *library.MissingError
	if errors.As(result.err, &conflict) || errors.As(result.err, &missing) {
		result.copied = true
		result.entry, result.err = s.keeper.Save(ctx, 0, 0, h.release)
	}
	if result.err == nil {
		h.doc.settle(result.entry)
	}
	return result
}
