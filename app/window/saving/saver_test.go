package saving

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"communique/app/library"
	"communique/editor/release"
)

// memory is a library that can be told to fail, to conflict and to wait.
type memory struct {
	mu      sync.Mutex
	texts   map[int64]string
	written []string         // what was written, in its order; "|" before what began a version
	fail    map[string]error // by text; "" for every one
	gate    chan struct{}    // where set, each save takes one token
	lost    error            // what a save of a known release ends with
	mistake bool             // two saves at once
	asked   []string         // the text and the request of every try
	busy    bool
}

func (m *memory) Save(ctx context.Context, id, revision int64, r release.Release) (library.Entry, error) {
	m.set(func() { m.asked = append(m.asked, r.Headline+" "+library.Request(ctx)) })
	return m.save(id, revision, r, "")
}

func (m *memory) SaveVersion(_ context.Context, id, revision int64, r release.Release) (library.Entry, error) {
	return m.save(id, revision, r, "|")
}

func (m *memory) save(id, revision int64, r release.Release, mark string) (library.Entry, error) {
	m.set(func() { m.mistake = m.mistake || m.busy; m.busy = true })
	if m.gate != nil {
		<-m.gate
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.busy = false
	if m.lost != nil && id != 0 {
		return library.Entry{}, m.lost
	}
	if err := errors.Join(m.fail[""], m.fail[r.Headline]); err != nil {
		return library.Entry{}, err
	}
	if id == 0 {
		id = int64(len(m.texts) + 1)
	}
	m.texts[id] = r.Headline
	m.written = append(m.written, mark+r.Headline)
	return library.Entry{ID: id, Revision: revision + 1}, nil
}

func (m *memory) set(f func()) {
	m.mu.Lock()
	defer m.mu.Unlock()
	f()
}

func (m *memory) order() string {
	m.mu.Lock()
	defer m.mu.Unlock()
	return strings.Join(m.written, " ")
}

func headed(text string) release.Release {
	r := release.New("ru")
	r.Headline = text
	return r
}

// document is a place in the library.
type document struct {
	mu           sync.Mutex
	id, revision int64
}

func (d *document) Place() (id, revision int64) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.id, d.revision
}

func (d *document) Settle(e library.Entry) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.id, d.revision = e.ID, e.Revision
}

type (
	saver   = Saver[*document]
	outcome = Outcome[*document]
)

// safe is a saver on a library in memory. It tries again when told to only.
func safe(t *testing.T) (*memory, *saver) {
	t.Helper()
	store := &memory{texts: map[int64]string{}, fail: map[string]error{}}
	return store, New(store, Times{Retry: time.Hour, Patience: time.Hour}, func(f func()) { go f() }, func(outcome) {})
}

func kept(id int64) *document {
	return &document{id: id, revision: 1}
}

var errFull = errors.New("disk full")

func TestSaverWritesTheNewestText(t *testing.T) {
	store, s := safe(t)
	store.gate = make(chan struct{}, 10)
	doc := &document{}
	for _, text := range []string{"один", "два", "три"} {
		s.Put(doc, headed(text))
	}
	for range 3 {
		store.gate <- struct{}{}
	}
	if err := s.Flush(); err != nil {
		t.Fatal(err)
	}
	if len(store.texts) != 1 || store.texts[1] != "три" || len(store.written) > 2 {
		t.Errorf("got %v, written %v", store.texts, store.written)
	}
}

// TestSaverTellsOfADiskThatDoesNotAnswer: that a text waits is told within a bounded time,
// whatever the library does, and so is that it is saved after all.
func TestSaverTellsOfADiskThatDoesNotAnswer(t *testing.T) {
	store, s := safe(t)
	store.gate = make(chan struct{})
	reports := make(chan outcome, 100)
	s.times.Patience, s.report = time.Millisecond, func(o outcome) { reports <- o }
	doc, other := &document{}, &document{}
	var slow *SlowError
	s.Put(doc, headed("раз"))
	for !busy(s) {
	}
	if o := <-reports; o.Document != doc || o.Release.Headline != "раз" || !errors.As(o.Err, &slow) {
		t.Fatalf("told %v of %q", o.Err, o.Release.Headline)
	}
	s.Put(doc, headed("два"))
	if s.overdue(s.newest(doc)); len(reports) != 0 {
		t.Errorf("told anew of a newer text: %v", (<-reports).Err)
	}
	s.Put(other, headed("другой"))
	if o := <-reports; o.Document != other || !errors.As(o.Err, &slow) {
		t.Fatalf("told %v of %q", o.Err, o.Release.Headline)
	}
	if waits, err := s.State(doc); !waits || !errors.As(err, &slow) || !s.Troubled() {
		t.Fatalf("it is said to be well: %v, %v", waits, err)
	}
	close(store.gate)
	_ = s.Flush()
	if waits, err := s.State(doc); waits || err != nil || s.Troubled() {
		t.Errorf("it is said to wait: %v, %v", waits, err)
	}
}

// TestATryTakesNoTroubleBack: a text that could not be saved is said not to be while it is tried
// again, and when a newer one has taken its place, until one is saved.
func TestATryTakesNoTroubleBack(t *testing.T) {
	store, s := safe(t)
	store.gate, store.fail[""] = make(chan struct{}), errFull
	doc := kept(1)
	told := func(when string, tries int) {
		t.Helper()
		for begun := 0; begun < tries; runtime.Gosched() {
			store.set(func() { begun = len(store.asked) })
		}
		if _, err := s.State(doc); !errors.Is(err, errFull) || !s.Troubled() {
			t.Fatalf("%s: %v", when, err)
		}
	}
	s.Put(doc, headed("раз"))
	store.gate <- struct{}{}
	_ = s.wait() // in vain
	s.TryAgain()
	told("while it is tried again", 2)
	s.Put(doc, headed("два"))
	told("with a newer text behind it", 2)
	store.gate <- struct{}{}
	told("while the newer text is tried", 3)
	store.gate <- struct{}{}
	_ = s.wait()
	s.Put(doc, headed("три"))
	told("with another in its place", 4)
	store.set(func() { store.fail = nil })
	close(store.gate)
	if err := s.Flush(); err != nil {
		t.Fatal(err)
	}
	if waits, err := s.State(doc); waits || err != nil || s.Troubled() {
		t.Errorf("it is said to wait: %v, %v", waits, err)
	}
}

func TestSaverTriesAgain(t *testing.T) {
	store, s := safe(t)
	store.fail[""] = errFull
	reports := make(chan outcome, 100)
	s.times.Retry, s.report = time.Millisecond, func(o outcome) { reports <- o }
	s.Put(&document{}, headed("текст"))
	if err := s.Flush(); !errors.Is(err, errFull) {
		t.Fatalf("got %v, want the disk's trouble", err)
	}
	store.set(func() { store.fail = nil })
	for o := range reports {
		if o.Err == nil {
			break
		}
	}
	if store.texts[1] != "текст" {
		t.Errorf("lost: %v", store.texts)
	}
}

// TestSaverGoesOnTrying: a disk that is full for long is tried again and again.
func TestSaverGoesOnTrying(t *testing.T) {
	store, s := safe(t)
	store.fail[""] = errFull
	reports := make(chan outcome, 100)
	s.times.Retry, s.report = time.Millisecond, func(o outcome) { reports <- o }
	s.Put(&document{}, headed("текст"))
	for tries := range 5 {
		select {
		case o := <-reports:
			if !errors.Is(o.Err, errFull) {
				t.Fatalf("try %d: %v", tries, o.Err)
			}
		case <-time.After(time.Minute):
			t.Fatalf("it has given up after %d tries", tries)
		}
	}
	store.set(func() { store.fail = nil })
}

// TestFlushTriesAgain: who waits for the disk is not told of the trouble of before.
func TestFlushTriesAgain(t *testing.T) {
	store, s := safe(t)
	doc := &document{}
	store.fail[""] = errFull
	s.Put(doc, headed("текст"))
	if err := s.Flush(); !errors.Is(err, errFull) || !s.Troubled() {
		t.Fatal(err)
	}
	if waits, err := s.State(doc); !waits || !errors.Is(err, errFull) {
		t.Errorf("waits %v, %v", waits, err)
	}
	store.set(func() { store.fail = nil })
	if err := s.Flush(); err != nil || store.texts[1] != "текст" || s.Troubled() {
		t.Errorf("%v, %v", err, store.texts)
	}
	if waits, err := s.State(doc); waits || err != nil {
		t.Errorf("waits %v, %v", waits, err)
	}
}

func TestANewerTextIsTriedAtOnce(t *testing.T) {
	store, s := safe(t)
	reports := make(chan outcome, 10)
	s.report = func(o outcome) { reports <- o }
	store.fail[""] = errFull
	doc := kept(1)
	s.Put(doc, headed("старый"))
	if o := <-reports; !errors.Is(o.Err, errFull) {
		t.Fatal(o.Err)
	}
	store.set(func() { store.fail = nil })
	s.Put(doc, headed("новый"))
	if o := <-reports; o.Err != nil || store.order() != "новый" {
		t.Errorf("%v, written %q", o.Err, store.order())
	}
}

func TestAFailedTextDoesNotTakeTheNewersPlace(t *testing.T) {
	store, s := safe(t)
	store.gate = make(chan struct{})
	store.fail["старый"] = errFull
	doc := kept(1)
	s.Put(doc, headed("старый"))
	for begun := false; !begun; { // until the older is being saved
		store.set(func() { begun = store.busy })
	}
	s.Put(doc, headed("новый"))
	store.gate <- struct{}{}
	store.gate <- struct{}{}
	if err := s.Flush(); err != nil {
		t.Fatal(err)
	}
	if store.order() != "новый" {
		t.Errorf("written %s", store.order())
	}
}

// TestSaverKeepsATextThatHasLostItsPlace: another copy of the program changed the
// release, or deleted it.
func TestSaverKeepsATextThatHasLostItsPlace(t *testing.T) {
	for name, lost := range map[string]error{"changed": &library.ConflictError{ID: 1}, "deleted": fmt.Errorf("save: %w", &library.MissingError{ID: 1})} {
		t.Run(name, func(t *testing.T) {
			store, s := safe(t)
			store.texts[1], store.lost = "чужой", lost
			reports := make(chan outcome, 2)
			s.report = func(o outcome) { reports <- o }
			doc := kept(1)
			s.Put(doc, headed("мой"))
			o := <-reports
			id, _ := doc.Place()
			if o.Err != nil || !o.Copied || store.texts[1] != "чужой" || store.texts[2] != "мой" || id != 2 {
				t.Errorf("got %+v, texts %v", o, store.texts)
			}
			store.set(func() { store.lost = nil })
			s.Put(doc, headed("мой и дальше"))
			if o := <-reports; o.Err != nil || o.Copied || store.texts[2] != "мой и дальше" || len(store.texts) != 2 {
				t.Errorf("got %+v, texts %v", o, store.texts)
			}
		})
	}
}
