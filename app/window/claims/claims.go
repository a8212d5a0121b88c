// Package claims keeps the claims that this window has on releases: a release that one
// copy of the program edits is only read by the others.
package claims

import (
	"context"
	"errors"
	"sync"

	"communique/app/library"
)

// Claimer is what the claims need of the library: who edits a release, among all copies
// of the program.
type Claimer interface {
	Claim(ctx context.Context, id int64) (holder library.Holder, ok bool, err error)
	Leave(id int64)
}

// Claims holds the releases that this window edits. What takes a release leaves it
// once, in any order and on any goroutine: others may edit it when the last hold is gone.
type Claims struct {
	claimer Claimer
	run     func(func()) // starts a function on a goroutine of its own
	mu      sync.Mutex
	claims  map[int64]*claim
}

// claim is one release.
type claim struct {
	change sync.RWMutex
	mu     sync.Mutex // one question to the library at a time
	holds  int
	lost   bool // another has it, though it is held here
}

// New returns no claims. run starts a function on a goroutine of its own.
func New(c Claimer, run func(func())) *Claims {
	return &Claims{claimer: c, run: run, claims: map[int64]*claim{}}
}

func (c *Claims) of(id int64) *claim {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.claims[id] == nil {
		c.claims[id] = &claim{}
	}
	return c.claims[id]
}

// Change waits until a release may be changed in the background, and keeps it from being opened
// until done is called.
func (c *Claims) Change(id int64) (done func()) {
	change := &c.of(id).change
	change.Lock()
	return change.Unlock
}

// Open waits until a release is not changed in the background, and keeps it from that until done
// is called: from before it is read until it is on the screen.
func (c *Claims) Open(id int64) (done func()) {
	change := &c.of(id).change
	change.RLock()
	return change.RUnlock
}

// Take holds a release. Where another copy of the program has it, ok is false and holder
// says whose that is.
func (c *Claims) Take(ctx context.Context, id int64) (holder library.Holder, ok bool, err error) {
	one := c.of(id)
	one.mu.Lock()
	defer one.mu.Unlock()
	if one.holds == 0 || one.lost {
		if holder, ok, err = c.claimer.Claim(ctx, id); err != nil || !ok {
			return holder, ok, err
		}
		one.lost = false
	}
	one.holds++
	return library.Holder{}, true, nil
}

// Renew asks for a release that is held here once more: others meet the claim no more where its
// file was removed or the folder it lies in replaced. again says that it had been lost, so that
// they may have changed the release meanwhile. Where another copy of the program has it now, ok
// is false and holder says whose that is.
func (c *Claims) Renew(ctx context.Context, id int64) (holder library.Holder, ok, again bool, err error) {
	one := c.of(id)
	one.mu.Lock()
	defer one.mu.Unlock()
	if one.holds == 0 {
		return library.Holder{}, true, false, nil
	}
	holder, ok, err = c.claimer.Claim(ctx, id)
	var lost *library.LostClaimError
	if again = errors.As(err, &lost) || one.lost; errors.As(err, &lost) {
		one.lost = true // until it is known to be held
		holder, ok, err = c.claimer.Claim(ctx, id)
	}
	if err == nil {
		one.lost = !ok
	}
	return holder, ok, again, err
}

// Leave lets go what Take has held. It does not wait.
func (c *Claims) Leave(id int64) {
	one := c.of(id)
	c.run(func() {
		one.mu.Lock()
		defer one.mu.Unlock()
		if one.holds--; one.holds == 0 {
			if !one.lost {
				c.claimer.Leave(id)
			}
			one.lost = false
		}
	})
}
