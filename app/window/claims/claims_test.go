package claims

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"communique/app/library"
)

// office is a library that other copies of the program use too.
type office struct {
	mu      sync.Mutex
	others  map[int64]string // who else edits a release
	fail    error
	held    map[int64]bool
	asked   int
	mistake error
}

func (o *office) Claim(_ context.Context, id int64) (library.Holder, bool, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.asked++
	if o.held[id] {
		o.mistake = fmt.Errorf("%d is claimed twice", id)
	}
	if by := o.others[id]; by != "" {
		return library.Holder{Host: by}, false, nil
	}
	if o.fail != nil {
		return library.Holder{}, true, o.fail // nobody knows
	}
	o.held[id] = true
	return library.Holder{}, true, nil
}

func (o *office) Leave(id int64) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if !o.held[id] {
		o.mistake = fmt.Errorf("%d is left, which nobody held", id)
	}
	delete(o.held, id)
}

func newOffice() *office { return &office{held: map[int64]bool{}, others: map[int64]string{}} }

func atOnce(f func()) { f() }

// TestTheLastHoldLeaves: a release is claimed with the first hold and let go with the last.
func TestTheLastHoldLeaves(t *testing.T) {
	o := newOffice()
	c := New(o, atOnce)
	for range 3 {
		if holder, ok, err := c.Take(context.Background(), 7); !ok || err != nil || holder != (library.Holder{}) {
			t.Fatalf("got %v, %v, %v", holder, ok, err)
		}
	}
	if _, ok, err := c.Take(context.Background(), 8); !ok || err != nil || o.asked != 2 {
		t.Fatalf("another: %v, %v, the library was asked %d times", ok, err, o.asked)
	}
	for left := 2; left >= 0; left-- {
		if c.Leave(7); o.held[7] != (left > 0) || !o.held[8] {
			t.Errorf("with %d holds: %v", left, o.held)
		}
	}
	if _, ok, _ := c.Take(context.Background(), 7); !ok || !o.held[7] || o.asked != 3 {
		t.Error("what was let go is not claimed anew")
	}
	if o.mistake != nil {
		t.Error(o.mistake)
	}
}

// TestWhatIsNotGotIsNotHeld: where another has a release, or nobody knows, the next one
// asks the library again, and there is nothing to leave.
func TestWhatIsNotGotIsNotHeld(t *testing.T) {
	o := newOffice()
	c := New(o, atOnce)
	o.others[7] = "Приёмная"
	if holder, ok, err := c.Take(context.Background(), 7); ok || err != nil || holder.Host != "Приёмная" {
		t.Errorf("got %+v, %v, %v", holder, ok, err)
	}
	o.fail = errors.New("no disk")
	if _, _, err := c.Take(context.Background(), 8); !errors.Is(err, o.fail) {
		t.Errorf("got %v", err)
	}
	o.fail, o.others = nil, nil
	for _, id := range []int64{7, 8} {
		if _, ok, err := c.Take(context.Background(), id); !ok || err != nil || !o.held[id] {
			t.Errorf("%d: %v, %v", id, ok, err)
		}
		if c.Leave(id); o.held[id] {
			t.Errorf("%d stays held", id)
		}
	}
	if o.mistake != nil {
		t.Error(o.mistake)
	}
}

// TestLeavingDoesNotWait: it runs where New says, not on the goroutine that leaves.
func TestLeavingDoesNotWait(t *testing.T) {
	o := newOffice()
	var later []func()
	c := New(o, func(f func()) { later = append(later, f) })
	if _, ok, _ := c.Take(context.Background(), 7); !ok {
		t.Fatal("not got")
	}
	if c.Leave(7); !o.held[7] || len(later) != 1 {
		t.Fatal("it was left at once")
	}
	if later[0](); o.held[7] {
		t.Error("it is held still")
	}
}

// TestOneLockARelease: who changes a release is waited for by who opens the same, and by
// nobody else.
func TestOneLockARelease(t *testing.T) {
	c := New(newOffice(), atOnce)
	free := func(id int64) bool {
		free := c.of(id).change.TryRLock()
		if free {
			c.of(id).change.RUnlock()
		}
		return free
	}
	changed := c.Change(7)
	if free(7) {
		t.Error("opened while it is changed")
	}
	c.Change(8)()
	changed()
	if opened, too := c.Open(7), c.Open(7); c.of(7).change.TryLock() {
		t.Error("changed while it is opened")
	} else {
		opened()
		too()
	}
	if c.Change(7)(); !free(7) {
		t.Error("locked for good")
	}
}

// TestManyTakeAndLeave does so on many goroutines: what is held by anybody stays claimed,
// and in the end nothing is.
func TestManyTakeAndLeave(t *testing.T) {
	o := newOffice()
	var leaving sync.WaitGroup
	c := New(o, func(f func()) { leaving.Go(f) })
	var group sync.WaitGroup
	for seed := range uint64(8) {
		random := rand.New(rand.NewPCG(seed, 1))
		group.Go(func() {
			var mine []int64
			for range 200 {
				if id := random.Int64N(3); random.IntN(2) == 0 || len(mine) == 0 {
					if _, ok, err := c.Take(context.Background(), id); !ok || err != nil {
						t.Errorf("%v, %v", ok, err)
					}
					mine = append(mine, id)
				} else {
					at := random.IntN(len(mine))
					c.Leave(mine[at])
					mine = slices.Delete(mine, at, at+1)
				}
				o.mu.Lock()
				for _, id := range mine {
					if !o.held[id] {
						t.Errorf("%d was left while it is held", id)
					}
				}
				o.mu.Unlock()
			}
			for _, id := range mine {
				c.Leave(id)
			}
		})
	}
	group.Wait()
	leaving.Wait()
	if o.mistake != nil || len(o.held) > 0 {
		t.Errorf("%v, held: %v", o.mistake, o.held)
	}
}

// forgetful is a library that loses claims, and tells that once.
type forgetful struct {
	*office
	lose map[int64]bool
}

func (f *forgetful) Claim(ctx context.Context, id int64) (library.Holder, bool, error) {
	f.mu.Lock()
	if f.lose[id] {
		delete(f.lose, id)
		delete(f.held, id)
		f.mu.Unlock()
		return library.Holder{}, false, &library.LostClaimError{ID: id}
	}
	if f.held[id] && f.fail == nil {
		f.asked++
		f.mu.Unlock()
		return library.Holder{}, true, nil
	}
	f.mu.Unlock()
	return f.office.Claim(ctx, id)
}

// TestAskingAgain: what is held is asked for anew; what was lost is taken again, or another has it
// then, until whoever holds it here lets go.
func TestAskingAgain(t *testing.T) {
	f := &forgetful{newOffice(), map[int64]bool{}}
	c := New(f, atOnce)
	again := func(want string) {
		t.Helper()
		holder, ok, lost, err := c.Renew(context.Background(), 7)
		if got := fmt.Sprint(holder.Host, " ", ok, " ", lost, " ", err); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	again(" true false <nil>") // nothing is held
	if f.asked != 0 {
		t.Error("it was asked for")
	}
	for range 2 {
		if _, ok, err := c.Take(context.Background(), 7); !ok || err != nil {
			t.Fatal(ok, err)
		}
	}
	again(" true false <nil>")
	f.lose[7] = true
	again(" true true <nil>")
	if again(" true false <nil>"); !f.held[7] {
		t.Error("it was not taken again")
	}
	f.lose[7], f.others[7] = true, "there"
	again("there false true <nil>")
	again("there false true <nil>")
	if holder, ok, err := c.Take(context.Background(), 7); ok || err != nil || holder.Host != "there" {
		t.Errorf("a further hold: %v, %v, %v", holder, ok, err)
	}
	c.Leave(7)
	c.Leave(7)
	if f.mistake != nil {
		t.Error(f.mistake)
	}
	delete(f.others, 7)
	if _, ok, err := c.Take(context.Background(), 7); !ok || err != nil || !f.held[7] {
		t.Fatal("it is free again", ok, err)
	}
	c.Leave(7)
	if f.held[7] || f.mistake != nil {
		t.Error("it is held still", f.mistake)
	}
}

// TestNobodyCanTell: where the library does not answer, what is held stays so, and what was lost
// before is taken as soon as it answers.
func TestNobodyCanTell(t *testing.T) {
	f := &forgetful{newOffice(), map[int64]bool{}}
	c := New(f, atOnce)
	if _, ok, err := c.Take(context.Background(), 7); !ok || err != nil {
		t.Fatal(ok, err)
	}
	f.lose[7], f.fail = true, errors.New("no disk")
	if _, _, lost, err := c.Renew(context.Background(), 7); !lost || !errors.Is(err, f.fail) {
		t.Errorf("got %v, %v", lost, err)
	}
	f.fail = nil
	if _, ok, lost, err := c.Renew(context.Background(), 7); !ok || !lost || err != nil || !f.held[7] {
		t.Errorf("got %v, %v, %v", ok, lost, err)
	}
	if c.Leave(7); f.held[7] || f.mistake != nil {
		t.Error(f.mistake)
	}
}

// TestTakenAgainByAFurtherHold: what another had and has let go is held here again by whoever takes
// it next, and let go with the last hold.
func TestTakenAgainByAFurtherHold(t *testing.T) {
	f := &forgetful{newOffice(), map[int64]bool{}}
	c := New(f, atOnce)
	if _, ok, err := c.Take(context.Background(), 7); !ok || err != nil {
		t.Fatal(ok, err)
	}
	f.lose[7], f.others[7] = true, "there"
	if _, ok, _, err := c.Renew(context.Background(), 7); ok || err != nil {
		t.Fatal(ok, err)
	}
	delete(f.others, 7)
	if _, ok, err := c.Take(context.Background(), 7); !ok || err != nil || !f.held[7] {
		t.Fatal(ok, err)
	}
	c.Leave(7)
	if c.Leave(7); f.held[7] || f.mistake != nil {
		t.Error("it is held still", f.mistake)
	}
}
