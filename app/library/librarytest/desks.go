package librarytest

import (
	"context"
	"errors"
	"reflect"
	"slices"
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
		"a restored one": errOf(d.store.RestoreVersion(ctx, first.ID, first.Revision, 1)),
		"a later one":    errOf(d.store.Save(ctx, first.ID, theirs.Revision+1, draft("Встреча", "мой"))),
		"no revision":    errOf(d.store.Save(ctx, first.ID, 0, draft("Встреча", "мой"))),
	} {
		if !errors.As(err, &conflict) || conflict.ID != first.ID {
			t.Errorf("%s: %v", name, err)
		}
	}
	if same := d.save(first.ID, first.Revision, draft("Встреча", "их")); same.Revision != theirs.Revision {
		t.Errorf("their very words: %+v", same)
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

// ask saves a text as a request.
func (d *desk) ask(request string, id, revision int64, lead string) library.Entry {
	d.Helper()
	e, err := d.store.Save(library.WithRequest(ctx, request), id, revision, draft("Встреча", lead))
	if err != nil {
		d.Fatal(err)
	}
	return e
}

// repeated: a save whose answer was lost is one save when it is made again.
func repeated(t *testing.T, d *desk) {
	first := d.ask("первый", 0, 0, "а")
	if again := d.ask("первый", 0, 0, "а"); !reflect.DeepEqual(again, first) || d.found("") != "Встреча" {
		t.Errorf("a new one a second time: %+v; there is %s", again, d.found(""))
	}
	second := d.ask("второй", first.ID, first.Revision, "б")
	if again := d.ask("второй", first.ID, first.Revision, "б"); again.Revision != second.Revision {
		t.Errorf("a change a second time: %+v", again)
	}
	d.reopen()
	other := d.open(t, d.dir, d.now)
	defer func() { _ = other.Close() }()
	if _, err := other.Save(ctx, first.ID, second.Revision, draft("Встреча", "их")); err != nil {
		t.Fatal(err)
	}
	again := d.ask("второй", first.ID, first.Revision, "б")
	if again.Revision != second.Revision {
		t.Errorf("after another's save: %+v", again)
	}
	var conflict *library.ConflictError
	if _, err := d.store.Save(ctx, first.ID, again.Revision, draft("Встреча", "в")); !errors.As(err, &conflict) {
		t.Errorf("the next is no conflict: %v", err)
	}
	if r, _ := d.get(first.ID); r.Lead != "их" {
		t.Errorf("their text became %q", r.Lead)
	}
	if d.ask("третий", 0, 0, "а"); d.found("") != "Встреча, Встреча" {
		t.Errorf("another request is another release: %s", d.found(""))
	}
}

// writtenOn: a new release whose answer was lost is not made twice, though somebody has written
// on meanwhile; what another has made of it is not written over.
func writtenOn(t *testing.T, d *desk) {
	first := d.ask("новый", 0, 0, "а")
	for _, lead := range []string{"а и б", "а и б и в", "а и б и в"} {
		if e := d.ask("новый", 0, 0, lead); e.ID != first.ID || e.UUID != first.UUID {
			t.Errorf("%q is another release: %+v", lead, e)
		}
	}
	if r, _ := d.get(first.ID); r.Lead != "а и б и в" || d.found("") != "Встреча" {
		t.Errorf("there is %s, with %q", d.found(""), r.Lead)
	}
	d.reopen()
	e := d.ask("новый", 0, 0, "а и б и в")
	theirs := d.save(first.ID, e.Revision, draft("Встреча", "их"))
	var conflict *library.ConflictError
	if _, err := d.store.Save(library.WithRequest(ctx, "новый"), 0, 0, draft("Встреча", "а и г")); !errors.As(err, &conflict) {
		t.Errorf("it is no conflict: %v", err)
	}
	if r, _ := d.get(first.ID); r.Lead != "их" {
		t.Errorf("their text became %q", r.Lead)
	}
	if err := errors.Join(d.store.Trash(ctx, theirs.ID), d.store.Erase(ctx, theirs.ID)); err != nil {
		t.Fatal(err)
	}
	if e := d.ask("новый", 0, 0, "а и д"); e.ID == first.ID || d.found("") != "Встреча" {
		t.Errorf("erased, it is %+v; there is %s", e, d.found(""))
	}
}

// changes: what others do is told once, what one does oneself is not.
func changes(t *testing.T, d *desk) {
	before := d.save(0, 0, draft("Старый", ""))
	other := d.open(t, d.dir, d.now)
	defer func() { _ = other.Close() }()
	told := func(s Store, want ...library.Entry) {
		t.Helper()
		all, err := s.Changes(ctx)
		if err != nil || len(all) != len(want) {
			t.Fatalf("got %+v, %v, want %d", all, err, len(want))
		}
		for i, c := range all {
			if c != (library.Change{ID: want[i].ID, UUID: want[i].UUID}) {
				t.Errorf("got %+v, not %d %s", c, want[i].ID, want[i].UUID)
			}
		}
	}
	told(d.store)
	told(other)
	first := d.save(0, 0, draft("Встреча", "а"))
	second := d.save(0, 0, draft("Учения", "а"))
	first = d.save(first.ID, first.Revision, draft("Встреча", "б"))
	told(other, second, first)
	told(other)
	told(d.store)
	if again := d.save(first.ID, first.Revision, draft("Встреча", "б")); again.Revision != first.Revision {
		t.Error(again)
	}
	told(other) // nothing was saved
	for _, change := range []func(ctx context.Context, ids ...int64) error{d.store.Trash, d.store.Restore} {
		if err := change(ctx, second.ID); err != nil {
			t.Fatal(err)
		}
		told(other, second)
	}
	if err := errors.Join(d.store.Trash(ctx, before.ID), d.store.Erase(ctx, before.ID)); err != nil {
		t.Fatal(err)
	}
	told(other, before)
	if _, err := other.Save(ctx, first.ID, first.Revision, draft("Встреча", "в")); err != nil {
		t.Fatal(err)
	}
	told(d.store, first)
	told(other)
}

// manyChanges: what is too much to tell apart is told as any.
func manyChanges(t *testing.T, d *desk) {
	other := d.open(t, d.dir, d.now)
	defer func() { _ = other.Close() }()
	if _, err := other.SaveNew(ctx, library.IncomingOf(slices.Collect(Releases(300))...)); err != nil {
		t.Fatal(err)
	}
	all, err := d.store.Changes(ctx)
	if err != nil || len(all) != 1 && len(all) != 300 || len(all) == 1 && all[0] != (library.Change{}) {
		t.Errorf("%d changes, %v", len(all), err)
	}
	if all, err := d.store.Changes(ctx); err != nil || len(all) != 0 {
		t.Errorf("a second time: %+v, %v", all, err)
	}
}

// calledOff: what is called off before it begins is not done.
func calledOff(t *testing.T, d *desk) {
	e := d.save(0, 0, draft("Встреча", "а"))
	over, end := context.WithCancel(ctx)
	end()
	if _, ok, err := d.store.Claim(over, e.ID); ok || !errors.Is(err, context.Canceled) {
		t.Errorf("a claim: %t, %v", ok, err)
	}
	other := d.open(t, d.dir, d.now)
	defer func() { _ = other.Close() }()
	if _, ok, err := other.Claim(ctx, e.ID); !ok || err != nil {
		t.Errorf("it is held: %v", err)
	}
	if _, err := d.store.Save(over, e.ID, e.Revision, draft("Встреча", "б")); err == nil {
		t.Error("a save that was called off")
	}
	if r, _ := d.get(e.ID); r.Lead != "а" {
		t.Errorf("it says %q", r.Lead)
	}
}

func errOf[T any](_ T, err error) error { return err }
