package saving

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestTextsAreSavedInTheirOrderAndOneAtATime(t *testing.T) {
	store, s := safe(t)
	store.gate = make(chan struct{}, 100)
	var docs []*document
	for i := range 8 {
		docs = append(docs, kept(int64(i+1)))
	}
	for i, doc := range docs {
		s.Put(doc, headed(fmt.Sprint(i)))
	}
	s.Put(docs[7], headed("7!"))
	s.Put(docs[2], headed("2!"))
	for range 20 {
		store.gate <- struct{}{}
	}
	if err := s.Flush(); err != nil {
		t.Fatal(err)
	}
	if got := store.order(); got != "0 1 2! 3 4 5 6 7!" || store.mistake {
		t.Errorf("written %s, two at once %v", got, store.mistake)
	}
}

func TestATextThatFailsKeepsNobodyWaiting(t *testing.T) {
	store, s := safe(t)
	store.fail["больной"] = errFull
	ill, well := kept(1), kept(2)
	s.Put(ill, headed("больной"))
	s.Put(well, headed("здоровый"))
	if err := s.Flush(); !errors.Is(err, errFull) {
		t.Fatal(err)
	}
	if store.texts[2] != "здоровый" || !slices.Equal(s.Unsaved(), []*document{ill}) {
		t.Errorf("%v, unsaved %d", store.texts, len(s.Unsaved()))
	}
}

func TestATextApartLeavesTheOneBeforeInTheHistory(t *testing.T) {
	tests := map[string]struct {
		fail map[string]error
		want string
	}{
		"all is well":          {nil, "до |после!"},
		"the one before fails": {map[string]error{"до": errFull}, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			store, s := safe(t)
			store.fail, store.gate = tt.fail, make(chan struct{}, 100)
			doc := kept(1)
			s.Put(doc, headed("до"))
			s.PutApart(doc, headed("после"))
			s.Put(doc, headed("после!")) // typed on
			for range 10 {
				store.gate <- struct{}{}
			}
			if err := s.Flush(); (err != nil) != (tt.fail != nil) {
				t.Fatal(err)
			}
			if store.order() != tt.want {
				t.Fatalf("written %q", store.order())
			}
			store.set(func() { store.fail = nil })
			if err := s.Flush(); err != nil || store.order() != "до |после!" {
				t.Errorf("%v, written %q", err, store.order())
			}
		})
	}
}

func TestATextApartThatFailsStaysApart(t *testing.T) {
	store, s := safe(t)
	store.gate = make(chan struct{})
	store.fail["версия"] = errFull
	doc := kept(1)
	s.PutApart(doc, headed("версия"))
	for begun := false; !begun; {
		store.set(func() { begun = store.busy })
	}
	s.Put(doc, headed("версия и ещё"))
	store.gate <- struct{}{}
	store.gate <- struct{}{}
	if err := s.Flush(); err != nil || store.order() != "|версия и ещё" {
		t.Errorf("%v, written %q", err, store.order())
	}
}

// TestSaverInAnyOrder puts texts of three documents while saves fail and succeed
// at random: in the end each document's newest text is there, none came back
// from the past, and what was handed over apart was not skipped.
func TestSaverInAnyOrder(t *testing.T) {
	for seed := range uint64(100) {
		r := rand.New(rand.NewPCG(seed, 3))
		store, s := safe(t)
		docs := []*document{kept(1), kept(2), kept(3)}
		newest, apart := map[int64]string{}, map[string]bool{}
		for n := range 40 {
			switch i := r.IntN(3); r.IntN(5) {
			case 0:
				store.set(func() { store.fail = map[string]error{"": errFull} })
			case 1:
				store.set(func() { store.fail = nil })
			case 2:
				_ = s.Flush()
			case 3:
				newest[int64(i+1)] = fmt.Sprintf("%d:%02d", i, n)
				apart[newest[int64(i+1)]] = true
				s.PutApart(docs[i], headed(newest[int64(i+1)]))
			default:
				if before := newest[int64(i+1)]; apart[before] {
					delete(apart, before) // the newer text may take its place
				}
				newest[int64(i+1)] = fmt.Sprintf("%d:%02d", i, n)
				s.Put(docs[i], headed(newest[int64(i+1)]))
			}
		}
		store.set(func() { store.fail = nil })
		_ = s.Flush() // a save that was under way may have failed still
		if err := s.Flush(); err != nil {
			t.Fatal(err)
		}
		last := map[byte]string{}
		for _, text := range store.written {
			plain := strings.TrimPrefix(text, "|")
			if plain < last[plain[0]] {
				t.Fatalf("seed %d: %s after %s", seed, text, last[plain[0]])
			}
			last[plain[0]] = plain
		}
		for text := range apart {
			if !slices.Contains(store.written, "|"+text) {
				t.Fatalf("seed %d: %s was skipped: %v", seed, text, store.written)
			}
		}
		for id, text := range newest {
			if store.texts[id] != text {
				t.Fatalf("seed %d: release %d has %q, want %q", seed, id, store.texts[id], text)
			}
		}
		if store.mistake {
			t.Fatal("two saves at once")
		}
	}
}
