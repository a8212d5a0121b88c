package librarytest

import (
	"errors"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"communique/app/library"
)

// TestTheModelKeepsTheContract plays a library of its own, and the copy of an office's that
// reaches the office and that does not.
func TestTheModelKeepsTheContract(t *testing.T) {
	for name, computer := range map[string]func() *Computer{
		"local":           func() *Computer { return NewComputer(nil) },
		"replica online":  func() *Computer { return NewComputer(NewOffice()) },
		"replica offline": func() *Computer { c := NewComputer(NewOffice()); c.Part(true); return c },
	} {
		t.Run(name, func(t *testing.T) {
			var mu sync.Mutex
			computers := map[string]*Computer{}
			Contract(t, func(_ testing.TB, dir string, now func() time.Time) Store {
				mu.Lock()
				defer mu.Unlock()
				if computers[filepath.Clean(dir)] == nil {
					computers[filepath.Clean(dir)] = computer()
				}
				return computers[filepath.Clean(dir)].Open("Анна Пробная", now)
			})
		})
	}
}

func at() time.Time { return time.Date(2024, 9, 11, 14, 2, 0, 0, time.UTC) }

// TestAnOffice has two computers work on one library, together and apart.
func TestAnOffice(t *testing.T) {
	office := NewOffice()
	first, second := NewComputer(office), NewComputer(office)
	anna, boris := &desk{T: t, store: first.Open("Анна", at)}, &desk{T: t, store: second.Open("Борис", at)}
	there := func(d *desk, uuid string) library.Entry {
		t.Helper()
		trashed, err := d.store.Trashed(ctx)
		if err != nil {
			t.Fatal(err)
		}
		positions, err := d.store.Find(ctx, library.Query{}, 0)
		if err != nil {
			t.Fatal(err)
		}
		all, err := d.store.Entries(ctx, positions)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range append(all, trashed...) {
			if e.UUID == uuid {
				return e
			}
		}
		return library.Entry{}
	}
	told := func(d *desk, want int) {
		t.Helper()
		if all, err := d.store.Changes(ctx); err != nil || len(all) != want {
			t.Errorf("%d changes are told, not %d: %+v, %v", len(all), want, all, err)
		}
	}
	states := func(d *desk, id int64) (all []string) {
		t.Helper()
		versions, err := d.store.History(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range versions {
			r, err := d.store.Version(ctx, id, v.Number)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, r.Lead+" "+v.Author+" "+string(v.State))
		}
		return all
	}
	boris.save(0, 0, draft("Чужой", "")) // so that ids are not the same on both
	told(anna, 1)
	mine := anna.save(0, 0, draft("Встреча", "а"))
	theirs := there(boris, mine.UUID)
	if mine.State != library.Sent || theirs.State != library.Sent || theirs.Author != "Анна" || theirs.ID == 0 {
		t.Fatalf("%+v\n%+v", mine, theirs)
	}
	told(boris, 1)
	told(anna, 0)

	if _, ok, err := anna.store.Claim(ctx, mine.ID); !ok || err != nil {
		t.Fatal(err)
	}
	if holder, ok, err := boris.store.Claim(ctx, theirs.ID); ok || err != nil || holder.User != "Анна" {
		t.Errorf("%+v, %t, %v", holder, ok, err)
	}
	first.Part(true)
	mine = anna.save(mine.ID, mine.Revision, draft("Встреча", "апарт"))
	if mine.State != library.Here {
		t.Errorf("saved apart it is %q", mine.State)
	}
	told(boris, 0)
	if _, ok, err := boris.store.Claim(ctx, theirs.ID); !ok || err != nil {
		t.Errorf("who went away still holds it: %v", err)
	}
	theirs = boris.save(theirs.ID, theirs.Revision, draft("Встреча", "б"))
	alone := anna.save(0, 0, draft("Учения", "одна"))
	first.Part(false)
	var lost *library.LostClaimError
	if _, ok, err := anna.store.Claim(ctx, mine.ID); ok || !errors.As(err, &lost) {
		t.Errorf("%t, %v", ok, err)
	}
	if holder, ok, err := anna.store.Claim(ctx, mine.ID); ok || err != nil || holder.User != "Борис" {
		t.Errorf("%+v, %t, %v", holder, ok, err)
	}
	if got := states(anna, mine.ID); len(got) != 3 || got[0] != "б Борис sent" || got[1] != "апарт Анна beside" || got[2] != "а Анна sent" {
		t.Errorf("Anna has %q", got)
	}
	if got := states(boris, theirs.ID); len(got) != 2 || got[0] != "б Борис sent" {
		t.Errorf("Boris has %q", got)
	}
	told(anna, 1)
	told(boris, 1)
	if e := there(boris, alone.UUID); e.State != library.Sent || e.Author != "Анна" {
		t.Errorf("%+v", e)
	}
	var conflict *library.ConflictError
	if _, err := anna.store.Save(ctx, mine.ID, mine.Revision, draft("Встреча", "в")); !errors.As(err, &conflict) {
		t.Errorf("a save on the words of before: %v", err)
	}
	_, now := anna.get(mine.ID)
	if now = anna.save(now.ID, now.Revision, draft("Встреча", "г")); there(boris, mine.UUID).Saved != now.Saved {
		t.Error("it did not go on")
	}
	if err := errors.Join(boris.store.Trash(ctx, theirs.ID), boris.store.Erase(ctx, theirs.ID)); err != nil {
		t.Fatal(err)
	}
	if e := there(anna, mine.UUID); e.ID != 0 {
		t.Errorf("erased by Boris, Anna has %+v", e)
	}
}

// TestErasedApart: what one has erased and another has changed meanwhile stays.
func TestErasedApart(t *testing.T) {
	for name, erasesApart := range map[string]bool{"erased apart": true, "changed apart": false} {
		office := NewOffice()
		first, second := NewComputer(office), NewComputer(office)
		anna, boris := &desk{T: t, store: first.Open("Анна", at)}, &desk{T: t, store: second.Open("Борис", at)}
		e := anna.save(0, 0, draft("Встреча", "а"))
		if boris.found("") != "Встреча" {
			t.Fatal(name)
		}
		first.Part(true)
		erase := func(d *desk) error { return errors.Join(d.store.Trash(ctx, e.ID), d.store.Erase(ctx, e.ID)) }
		change := func(d *desk) { d.save(e.ID, e.Revision, draft("Встреча", "б")) }
		var err error
		if erasesApart {
			err = erase(anna)
			change(boris)
		} else {
			err = erase(boris)
			change(anna)
		}
		if err != nil {
			t.Fatal(name, err)
		}
		first.Part(false)
		if a, b := anna.found("б"), boris.found("б"); a != "Встреча" || b != "Встреча" {
			t.Errorf("%s: Anna finds %q, Boris %q", name, a, b)
		}
	}
}
