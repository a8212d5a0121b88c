package window

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"communique/app/library"
	"communique/editor/draft"
	"communique/editor/release"
)

// memory is a library that can be told to fail, to conflict and to wait.
type memory struct {
	mu     sync.Mutex
	texts  map[int64]string
	fail   error
	gate   chan struct{} // where set, each save takes one token
	stale  bool
	writes int
}

func (m *memory) Save(_ context.Context, id, revision int64, r release.Release) (library.Entry, error) {
	if m.gate != nil {
		<-m.gate
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.fail != nil {
		return library.Entry{}, m.fail
	}
	if m.stale && id != 0 {
		return library.Entry{}, &library.ConflictError{ID: id}
	}
	if id == 0 {
		id = int64(len(m.texts) + 1)
	}
	m.texts[id] = r.Headline
	m.writes++
	return library.Entry{ID: id, Revision: revision + 1}, nil
}

func (m *memory) set(f func()) {
	m.mu.Lock()
	defer m.mu.Unlock()
	f()
}

func headed(text string) release.Release {
	r := release.New("ru")
	r.Headline = text
	return r
}

func newDoc() *document {
	return &document{session: draft.NewSession(release.New("ru"), time.Now)}
}

func TestSaverWritesTheNewestText(t *testing.T) {
	store := &memory{texts: map[int64]string{}, gate: make(chan struct{}, 10)}
	s := newSaver(store, time.Hour, func(outcome) {})
	doc := newDoc()
	for _, text := range []string{"один", "два", "три"} {
		s.put(doc, headed(text))
	}
	for range 3 {
		store.gate <- struct{}{}
	}
	if err := s.flush(); err != nil {
		t.Fatal(err)
	}
	if len(store.texts) != 1 || store.texts[1] != "три" || store.writes > 2 {
		t.Errorf("got %v after %d writes", store.texts, store.writes)
	}
}

func TestSaverTriesAgain(t *testing.T) {
	full := errors.New("disk full")
	store := &memory{texts: map[int64]string{}, fail: full}
	reports := make(chan outcome, 100)
	s := newSaver(store, time.Millisecond, func(o outcome) { reports <- o })
	s.put(newDoc(), headed("текст"))
	if err := s.flush(); !errors.Is(err, full) {
		t.Fatalf("got %v, want the disk's trouble", err)
	}
	store.set(func() { store.fail = nil })
	for o := range reports {
		if o.err == nil {
			break
		}
	}
	if store.texts[1] != "текст" {
		t.Errorf("lost: %v", store.texts)
	}
}

func TestSaverKeepsBothTextsOfAConflict(t *testing.T) {
	store := &memory{texts: map[int64]string{1: "чужой"}, stale: true}
	reports := make(chan outcome, 1)
	s := newSaver(store, time.Hour, func(o outcome) { reports <- o })
	doc := newDoc()
	doc.settle(library.Entry{ID: 1, Revision: 1})
	s.put(doc, headed("мой"))
	o := <-reports
	id, _ := doc.place()
	if o.err != nil || !o.copied || store.texts[1] != "чужой" || store.texts[2] != "мой" || id != 2 {
		t.Errorf("got %+v, texts %v", o, store.texts)
	}
}
