package librarytest

import (
	"errors"
	"testing"

	"communique/app/library"
)

func twoDesks(t *testing.T, d *desk) {
	other := d.open(t, d.dir, d.now)
	defer func() { _ = other.Close() }()
	e := d.save(0, 0, draft("Встреча", "а"))
	if _, err := other.Save(ctx, e.ID, e.Revision, draft("Встреча", "б")); err != nil {
		t.Fatal(err)
	}
	if r, _ := d.get(e.ID); r.Lead != "б" {
		t.Errorf("the other's text is not seen: %q", r.Lead)
	}
}

// claims: one desk has a release at a time, until it leaves it or closes.
func claims(t *testing.T, d *desk) {
	other := d.open(t, d.dir, d.now)
	e, second := d.save(0, 0, draft("Встреча", "а")), d.save(0, 0, draft("Учения", "б"))
	claim := func(s Store, id int64, want bool) {
		t.Helper()
		holder, ok, err := s.Claim(ctx, id)
		if err != nil || ok != want || ok == (holder.PID != 0) {
			t.Errorf("claim %d: %t, %+v, %v", id, ok, holder, err)
		}
	}
	claim(d.store, e.ID, true)
	claim(d.store, e.ID, true) // it has it already
	claim(other, e.ID, false)
	claim(other, second.ID, true)
	claim(d.store, second.ID, false)
	other.Leave(e.ID) // what one does not hold one cannot give away
	claim(other, e.ID, false)
	d.store.Leave(e.ID)
	claim(other, e.ID, true)
	claim(d.store, e.ID, false)
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	claim(d.store, e.ID, true)
	claim(d.store, second.ID, true)
}

// savingWhatAnotherHolds: who has no claim may have an old text, and the
// revision tells. Nobody's words are written over, whoever holds the release.
func savingWhatAnotherHolds(t *testing.T, d *desk) {
	other := d.open(t, d.dir, d.now)
	defer func() { _ = other.Close() }()
	first := d.save(0, 0, draft("Встреча", "а"))
	if _, ok, err := other.Claim(ctx, first.ID); !ok || err != nil {
		t.Fatal(ok, err)
	}
	theirs, err := other.Save(ctx, first.ID, first.Revision, draft("Встреча", "их"))
	if err != nil || theirs.Revision != first.Revision+1 {
		t.Fatal(theirs, err)
	}
	var conflict *library.ConflictError
	for name, err := range map[string]error{
		"a save":         errOf(d.store.Save(ctx, first.ID, first.Revision, draft("Встреча", "мой"))),
		"the same words": errOf(d.store.Save(ctx, first.ID, first.Revision, draft("Встреча", "их"))),
		"a restored one": errOf(d.store.RestoreVersion(ctx, first.ID, first.Revision, 1)),
		"a later one":    errOf(d.store.Save(ctx, first.ID, theirs.Revision+1, draft("Встреча", "мой"))),
		"no revision":    errOf(d.store.Save(ctx, first.ID, 0, draft("Встреча", "мой"))),
	} {
		if !errors.As(err, &conflict) || conflict.ID != first.ID {
			t.Errorf("%s: %v", name, err)
		}
	}
	if r, e := d.get(first.ID); r.Lead != "их" || e.Revision != theirs.Revision {
		t.Errorf("%q, revision %d", r.Lead, e.Revision)
	}
	if versions, err := d.store.History(ctx, first.ID); err != nil || len(versions) != 2 {
		t.Errorf("a refused save left a version: %+v, %v", versions, err)
	}
	if d.found("мой") != "" || d.found("их") != "Встреча" {
		t.Error("a refused save is found")
	}
}

func errOf[T any](_ T, err error) error { return err }
