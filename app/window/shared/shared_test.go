package shared

import (
	"errors"
	"maps"
	"reflect"
	"testing"
)

// counts is something shared that is easy to merge: numbers by name.
type counts map[string]int

func newShared(now *counts) *Value[counts] {
	return NewValue(now, func(known, wanted, stored counts) counts {
		merged := counts{}
		for _, from := range []counts{stored, wanted} {
			for name, n := range from {
				if _, there := merged[name]; !there || known[name] != n {
					merged[name] = n
				}
			}
		}
		return merged
	})
}

func TestShared(t *testing.T) {
	t.Run("others' changes come with one's own", func(t *testing.T) {
		now := counts{"a": 1}
		s := newShared(&now)
		now = counts{"a": 2}
		known, wanted := s.Begin()
		if known["a"] != 1 || wanted["a"] != 2 {
			t.Errorf("writes %v over %v", wanted, known)
		}
		s.Written(wanted, counts{"a": 2, "b": 5})
		if !reflect.DeepEqual(now, counts{"a": 2, "b": 5}) || !reflect.DeepEqual(s.known, now) {
			t.Errorf("shows %v, knows %v", now, s.known)
		}
	})
	t.Run("what is changed during a write stays", func(t *testing.T) {
		now := counts{"a": 1}
		s := newShared(&now)
		now = counts{"a": 2}
		_, first := s.Begin()
		now = counts{"a": 3}
		known, second := s.Begin()
		if known["a"] != 2 {
			t.Errorf("the second write is made from %v", known)
		}
		s.Written(first, counts{"a": 2, "b": 5})
		if now["a"] != 3 || now["b"] != 5 || s.known["a"] != 3 || s.known["b"] != 5 {
			t.Errorf("shows %v, knows %v", now, s.known)
		}
		s.Written(second, counts{"a": 3, "b": 5})
		if now["a"] != 3 || s.known["a"] != 3 || s.pending != 0 {
			t.Errorf("shows %v, knows %v", now, s.known)
		}
	})
	t.Run("a write that failed is tried again", func(t *testing.T) {
		now := counts{"a": 1}
		s := newShared(&now)
		now = counts{"a": 2}
		known, _ := s.Begin()
		s.Failed(known)
		if known, wanted := s.Begin(); known["a"] != 1 || wanted["a"] != 2 {
			t.Errorf("writes %v over %v", wanted, known)
		}
	})
	t.Run("after a write that failed others' changes are read", func(t *testing.T) {
		now := counts{"a": 1}
		s := newShared(&now)
		now = counts{"a": 2}
		known, _ := s.Begin()
		s.Failed(known)
		if !s.Read(counts{"a": 1, "b": 5}) || !reflect.DeepEqual(now, counts{"a": 2, "b": 5}) {
			t.Errorf("shows %v", now)
		}
	})
	t.Run("nothing is read while something is written", func(t *testing.T) {
		now := counts{"a": 1}
		s := newShared(&now)
		now = counts{"a": 2}
		s.Begin()
		if s.Read(counts{"a": 1, "b": 5}) || now["a"] != 2 {
			t.Errorf("shows %v", now)
		}
	})
	t.Run("others' changes are read", func(t *testing.T) {
		now := counts{"a": 1}
		s := newShared(&now)
		if s.News()(counts{"a": 1}) {
			t.Error("nothing is new")
		}
		if !s.News()(counts{"a": 1, "b": 5}) || !s.Read(counts{"a": 1, "b": 5}) || now["b"] != 5 {
			t.Errorf("shows %v", now)
		}
		if s.News()(counts{"a": 1, "b": 5}) {
			t.Error("the same is new again")
		}
		if known, wanted := s.Begin(); known["b"] != 5 || wanted["b"] != 5 {
			t.Errorf("what was read is written as one's own: %v over %v", wanted, known)
		}
	})
}

func TestKept(t *testing.T) {
	merge := func(known, wanted, stored counts) counts {
		merged := maps.Clone(stored)
		for name, n := range wanted {
			if known[name] != n {
				merged[name] = n
			}
		}
		return merged
	}
	with := func(name string, n int) func(counts) counts {
		return func(now counts) counts {
			now = maps.Clone(now)
			now[name] = n
			return now
		}
	}
	k := NewKept(counts{"a": 1}, merge)
	k.Change(with("a", 2))
	if now, err := k.Save(func(known, wanted counts) (counts, error) {
		if known["a"] != 1 || wanted["a"] != 2 {
			t.Errorf("writes %v over %v", wanted, known)
		}
		return counts{"a": 2, "b": 5}, nil
	}); err != nil || !maps.Equal(now, counts{"a": 2, "b": 5}) {
		t.Errorf("after a write %v, %v", now, err)
	}
	if _, news := k.Read(counts{"a": 2, "b": 5}); news {
		t.Error("what was written is new")
	}
	k.Change(with("a", 3))
	full := errors.New("full")
	if now, err := k.Save(func(counts, counts) (counts, error) { return nil, full }); !errors.Is(err, full) || now["a"] != 3 {
		t.Errorf("what could not be written: %v, %v", now, err)
	}
	if now, news := k.Read(counts{"a": 2, "b": 6}); !news || !maps.Equal(now, counts{"a": 3, "b": 6}) {
		t.Errorf("others' and what waits to be written: %v, new %v", now, news)
	}
	if _, err := k.Save(func(known, wanted counts) (counts, error) {
		if known["a"] != 2 || known["b"] != 6 || wanted["a"] != 3 {
			t.Errorf("tries again with %v over %v", wanted, known)
		}
		return wanted, nil
	}); err != nil || k.Now()["a"] != 3 {
		t.Errorf("at last %v, %v", k.Now(), err)
	}
}

func TestWritesComeOneAfterAnother(t *testing.T) {
	w := NewWrites(func(f func()) { go f() })
	gate := make(chan struct{})
	w.Do(func() { <-gate })
	var order []int
	for n := range most - 1 {
		w.Do(func() { order = append(order, n) })
	}
	for !w.Full() { // the first is under way now or soon
		w.Do(func() {})
	}
	close(gate)
	<-w.Done()
	for n, got := range order {
		if n != got {
			t.Fatalf("%d came at %d", got, n)
		}
	}
	if len(order) != most-1 || w.Full() {
		t.Errorf("%d were done", len(order))
	}
}
