// Package saving writes drafts to the library, one after another, and knows what waits.
package saving

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"github.com/google/uuid"

	"communique/app/library"
	"communique/editor/release"
)

// Store is what the saver needs of the library.
type Store interface {
	Save(ctx context.Context, id, revision int64, r release.Release) (library.Entry, error)
	SaveVersion(ctx context.Context, id, revision int64, r release.Release) (library.Entry, error)
}

// Document is a draft with its place in the library, which the saver asks for and settles
// on its own goroutine.
type Document interface {
	comparable
	// Place returns where the library has the document, 0 if it has not.
	Place() (id, revision int64)
	// Settle notes where the library has the document.
	Settle(library.Entry)
}

// Outcome is what came of one save.
type Outcome[D Document] struct {
	Document D
	Release  release.Release
	Entry    library.Entry
	// Copied says that another copy of the program had changed or deleted the
	// release, so that this text was kept as a release of its own.
	Copied bool
	Err    error
}

// SlowError says that the library has not answered for as long as a person is kept in the
// belief that a text is being saved.
type SlowError struct{}

func (*SlowError) Error() string { return "the disk does not answer" }

// Fact names the error for the translations.
func (*SlowError) Fact() (string, map[string]any) { return "slow-disk", nil }

// Saver writes drafts to the library one after another, in the order in which
// they were handed over, off the UI goroutine. A newer text of a document takes
// the place of one that still waits; a text that could not be saved waits on and
// is tried again, and keeps nobody else waiting. One that waits for an answer is told
// of as a *SlowError, and waits on.
type Saver[D Document] struct {
	store  Store
	report func(Outcome[D])
	times  Times

	// newborn names the saves of documents that have no place yet, until one is answered: only so
	// does the library know what it has of them, whatever has been written on.
	newborn map[D]string // of the saver's goroutine

	telling sync.Mutex // what is told is so when it is told

	mu    sync.Mutex
	idle  *sync.Cond
	queue []*handed[D]
	busy  bool // a text is being saved, or its outcome reported
	again bool // a further try is under way to happen
	wake  chan struct{}
}

// Times say how long a Saver waits.
type Times struct {
	// Retry is after how long a text that could not be saved is tried again.
	Retry time.Duration
	// Patience is after how long a text that has not been answered for is told of.
	Patience time.Duration
}

// handed is a text on its way to the disk.
type handed[D Document] struct {
	doc     D
	release release.Release
	request string // names the save, however often it is tried
	// apart says that the text it takes the place of in the library stays a
	// version of its own.
	apart  bool
	due    bool // it is to be tried
	saving bool
	err    error // why it was not saved, until it is: a further try takes nothing back
	slow   *time.Timer
}

// New starts a saver. run starts a function on a goroutine of its own; report is called on any.
func New[D Document](store Store, times Times, run func(func()), report func(Outcome[D])) *Saver[D] {
	s := &Saver[D]{store: store, report: report, times: times, newborn: map[D]string{}, wake: make(chan struct{}, 1)}
	s.idle = sync.NewCond(&s.mu)
	run(s.run)
	return s
}

// Put hands a text over; the caller does not change it any more.
func (s *Saver[D]) Put(doc D, r release.Release) {
	s.mu.Lock()
	if h := s.newest(doc); h != nil && !h.saving {
		h.release, h.request, h.due = r, uuid.NewString(), true
	} else {
		s.append(doc, r, false)
	}
	s.mu.Unlock()
	s.rouse()
}

// PutApart hands over a text that takes the place of no other: what was handed
// over before is saved too, and stays a version of its own.
func (s *Saver[D]) PutApart(doc D, r release.Release) {
	s.mu.Lock()
	s.append(doc, r, true)
	s.mu.Unlock()
	s.rouse()
}

func (s *Saver[D]) append(doc D, r release.Release, apart bool) {
	h := &handed[D]{doc: doc, release: r, request: uuid.NewString(), apart: apart, due: true}
	h.slow = time.AfterFunc(s.times.Patience, func() { s.overdue(h) })
	s.queue = append(s.queue, h)
}

// overdue tells that a text has not been answered for.
func (s *Saver[D]) overdue(h *handed[D]) {
	s.telling.Lock()
	defer s.telling.Unlock()
	s.mu.Lock()
	waits := h.err == nil && slices.Contains(s.queue, h)
	if waits {
		h.err = &SlowError{}
	}
	told := slices.IndexFunc(s.queue, func(o *handed[D]) bool { return o != h && o.doc == h.doc && o.err != nil }) >= 0
	late := Outcome[D]{Document: h.doc, Release: h.release, Err: h.err}
	s.mu.Unlock()
	if waits && !told {
		s.report(late)
	}
}

func (s *Saver[D]) newest(doc D) *handed[D] {
	for _, h := range slices.Backward(s.queue) {
		if h.doc == doc {
			return h
		}
	}
	return nil
}

func (s *Saver[D]) rouse() {
	select {
	case s.wake <- struct{}{}:
	default: // it is awake already
	}
}

// State tells whether a text of the document is not on the disk yet, and why
// the last try failed, if it did, or that there is no answer.
func (s *Saver[D]) State(doc D) (waits bool, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, h := range s.queue {
		if h.doc == doc {
			waits, err = true, errors.Join(err, h.err)
		}
	}
	return waits, err
}

// Unsaved returns the documents whose newest text is not on the disk, in the
// order in which they were handed over.
func (s *Saver[D]) Unsaved() []D {
	s.mu.Lock()
	defer s.mu.Unlock()
	var all []D
	for _, h := range s.queue {
		if !slices.Contains(all, h.doc) {
			all = append(all, h.doc)
		}
	}
	return all
}

// Troubled reports whether a text waits that could not be saved.
func (s *Saver[D]) Troubled() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.failure() != nil
}

func (s *Saver[D]) failure() error {
	for _, h := range s.queue {
		if h.err != nil {
			return h.err
		}
	}
	return nil
}

// Flush waits until everything handed over is on the disk, or was tried once
// more in vain.
func (s *Saver[D]) Flush() error {
	s.TryAgain()
	return s.wait()
}

// wait waits until nothing is to be tried.
func (s *Saver[D]) wait() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.busy || s.ready() != nil {
		s.idle.Wait()
	}
	return s.failure()
}

// TryAgain tries at once what could not be saved.
func (s *Saver[D]) TryAgain() {
	s.mu.Lock()
	for _, h := range s.queue {
		h.due = true
	}
	s.mu.Unlock()
	s.rouse()
}

// ready is the text to save next; nil where there is none. A document's texts
// stay in their order.
func (s *Saver[D]) ready() *handed[D] {
	failed := map[D]bool{}
	for _, h := range s.queue {
		if h.due && !failed[h.doc] {
			return h
		}
		failed[h.doc] = true
	}
	return nil
}

func (s *Saver[D]) run() {
	for range s.wake {
		for s.saveOne() {
		}
	}
}

// saveOne saves a waiting text and reports whether there was one.
func (s *Saver[D]) saveOne() bool {
	h := s.take()
	if h == nil {
		return false
	}
	result := s.save(h)
	s.tell(h, result)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.busy = false
	s.idle.Broadcast()
	return true
}

func (s *Saver[D]) tell(h *handed[D], result Outcome[D]) {
	s.telling.Lock()
	defer s.telling.Unlock()
	s.finish(h, result.Err)
	s.report(result)
}

func (s *Saver[D]) take() *handed[D] {
	s.mu.Lock()
	defer s.mu.Unlock()
	h := s.ready()
	if h != nil {
		h.due, h.saving, s.busy = false, true, true
	}
	return h
}

// finish takes a text that was saved off the queue. One that was not stays
// there, unless a newer text of its document waits to take its place.
func (s *Saver[D]) finish(h *handed[D], err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	h.slow.Stop()
	h.due, h.saving, h.err = false, false, err
	at := slices.Index(s.queue, h)
	next := slices.IndexFunc(s.queue[at+1:], func(o *handed[D]) bool { return o.doc == h.doc })
	switch newer := next >= 0 && !s.queue[at+1+next].apart; {
	case err == nil:
		s.queue = slices.Delete(s.queue, at, at+1)
	case newer:
		s.queue[at+1+next].apart, s.queue[at+1+next].err = h.apart, err
		s.queue = slices.Delete(s.queue, at, at+1)
	}
	if err != nil && !s.again {
		s.again = true
		time.AfterFunc(s.times.Retry, func() {
			s.mu.Lock()
			s.again = false
			s.mu.Unlock()
			s.TryAgain()
		})
	}
}

func (s *Saver[D]) save(h *handed[D]) Outcome[D] {
	result := Outcome[D]{Document: h.doc, Release: h.release}
	id, revision := h.doc.Place()
	request := h.request
	if id == 0 {
		request = s.birth(h)
	}
	ctx := library.WithRequest(context.Background(), request)
	save := s.store.Save
	if h.apart {
		save = s.store.SaveVersion
	}
	result.Entry, result.Err = save(ctx, id, revision, h.release)
	var conflict *library.ConflictError
	var missing *library.MissingError
	if errors.As(result.Err, &conflict) || errors.As(result.Err, &missing) {
		result.Copied = true
		ctx = library.WithRequest(context.Background(), s.birth(h)+" copied")
		result.Entry, result.Err = s.store.Save(ctx, 0, 0, h.release)
	}
	if result.Err == nil {
		h.doc.Settle(result.Entry)
		delete(s.newborn, h.doc)
	}
	return result
}

// birth names the saves of a document that the library is not known to have.
func (s *Saver[D]) birth(h *handed[D]) string {
	if _, known := s.newborn[h.doc]; !known {
		s.newborn[h.doc] = h.request
	}
	return s.newborn[h.doc]
}

// Texts returns what the library has not taken, one being written now included.
func (s *Saver[D]) Texts() []release.Release {
	s.mu.Lock()
	defer s.mu.Unlock()
	var texts []release.Release
	for _, h := range s.queue {
		texts = append(texts, h.release)
	}
	return texts
}
