package saving

import (
	"errors"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"communique/app/library"
)

// TestUnsavedIsWhatIsBeingWrittenToo counts a text that hangs on its way to the disk.
func TestUnsavedIsWhatIsBeingWrittenToo(t *testing.T) {
	m := &memory{texts: map[int64]string{}, gate: make(chan struct{})}
	taken := make(chan struct{}, 2)
	s := New(m, Times{Retry: time.Hour, Patience: time.Hour}, func(f func()) { go f() }, func(outcome) { taken <- struct{}{} })
	doc := &document{}
	s.Put(doc, headed("раз"))
	m.gate <- struct{}{}
	<-taken
	s.Put(doc, headed("два"))
	for len(s.Texts()) == 0 || !busy(s) {
	}
	if texts := s.Texts(); len(texts) != 1 || texts[0].Headline != "два" {
		t.Errorf("unsaved are %v", texts)
	}
	m.gate <- struct{}{}
	<-taken
	if err := s.Flush(); err != nil || len(s.Texts()) != 0 {
		t.Errorf("%v, %v", err, s.Texts())
	}
}

func busy(s *saver) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.busy
}

// TestWhatIsReportedIsSo: when an outcome is told, the saver says the same of the text; and
// who waits for the disk hears of its end after the outcome was told.
func TestWhatIsReportedIsSo(t *testing.T) {
	for _, fails := range []error{nil, errFull} {
		m := &memory{texts: map[int64]string{}, fail: map[string]error{"": fails}}
		begun, gate := make(chan struct{}, 1), make(chan struct{})
		var mu sync.Mutex
		var order []string
		note := func(what string) {
			mu.Lock()
			defer mu.Unlock()
			order = append(order, what)
		}
		doc := &document{}
		var s *Saver[*document]
		made := make(chan struct{})
		s = New(m, Times{Retry: time.Hour, Patience: time.Hour}, func(f func()) { go func() { <-made; f() }() }, func(o outcome) {
			if waits, err := s.State(doc); waits != (fails != nil) || !errors.Is(err, fails) || !errors.Is(o.Err, fails) {
				t.Errorf("told %v: it waits: %v, %v", o.Err, waits, err)
			}
			select {
			case begun <- struct{}{}:
				<-gate
			default: // a further try
			}
			note("told")
		})
		close(made)
		s.Put(doc, headed("раз"))
		<-begun
		flushed := make(chan struct{})
		go func() {
			_ = s.Flush()
			note("flushed")
			close(flushed)
		}()
		for range 10_000 {
			runtime.Gosched()
		}
		close(gate)
		<-flushed
		mu.Lock()
		if order[0] != "told" || order[len(order)-1] != "flushed" {
			t.Errorf("the order was %q", order)
		}
		mu.Unlock()
	}
}

// TestATextTriedAgainIsOneRequest: whatever became of the first try, the store can tell that
// the second is the same save; another text is another.
func TestATextTriedAgainIsOneRequest(t *testing.T) {
	store, s := safe(t)
	doc := kept(1)
	store.set(func() { store.fail[""] = errors.New("no answer") })
	s.Put(doc, headed("а"))
	_ = s.Flush() // it fails
	store.set(func() { delete(store.fail, "") })
	if err := s.Flush(); err != nil {
		t.Fatal(err)
	}
	s.Put(doc, headed("б"))
	store.set(func() { store.lost = &library.ConflictError{ID: 1} })
	if err := s.Flush(); err != nil {
		t.Fatal(err)
	}
	all := slices.Compact(slices.Clone(store.asked))
	if len(store.asked) <= len(all) || len(all) != 3 || strings.HasSuffix(all[0], " ") || all[0][len("а"):] == all[1][len("б"):] || all[1] == all[2] {
		t.Errorf("asked %q", store.asked)
	}
}

// TestANewDraftIsOneUntilItIsAnswered: what was written on after an answer was lost is asked for by
// the name of the first try, be it new or a copy of what another has changed; what has its place
// is asked for by names of its own.
func TestANewDraftIsOneUntilItIsAnswered(t *testing.T) {
	for name, doc := range map[string]*document{"a new one": {}, "a copy": kept(1)} {
		t.Run(name, func(t *testing.T) {
			store, s := safe(t)
			isNew := doc.id == 0
			store.set(func() {
				store.fail["а"], store.fail["б"] = errors.New("no answer"), errors.New("no answer")
				store.lost = &library.ConflictError{ID: 1}
			})
			for _, text := range []string{"а", "б", "в"} {
				s.Put(doc, headed(text))
				_ = s.Flush() // the first two fail
			}
			names := map[string]bool{}
			for _, asked := range store.asked {
				if _, request, _ := strings.Cut(asked, " "); isNew || strings.HasSuffix(request, "copied") {
					names[request] = true
				}
			}
			if len(names) != 1 || store.order() != "в" {
				t.Errorf("asked as %v, written %s", names, store.order())
			}
			before := len(store.asked)
			s.Put(doc, headed("г"))
			if err := s.Flush(); err != nil {
				t.Fatal(err)
			}
			for _, asked := range store.asked[before:] { // as itself, and as another copy
				if _, request, _ := strings.Cut(asked, " "); names[request] || names[strings.TrimSuffix(request, " copied")] {
					t.Error("it has its place, and is asked for as the new one of before")
				}
			}
		})
	}
}
