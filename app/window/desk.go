package window

import (
	"sync"

	"communique/app/library"
)

// claimer is what the desk needs of the library: who edits a release, among all
// copies of the program.
type claimer interface {
	Claim(id int64) (holder library.Holder, ok bool, err error)
	Leave(id int64)
}

// desk holds the releases that this window edits. What takes a release lets it
// go once, in any order and on any goroutine: others may edit it when the last
// hold is gone.
type desk struct {
	claimer claimer
	run     func(func()) // starts a function on a goroutine of its own
	mu      sync.Mutex
	seats   map[int64]*seat
}

// seat is one release at the desk.
type seat struct {
	// change is held to change the release in the background, and held for reading
	// from before it is read to be opened until it is on the screen.
	change sync.RWMutex
	mu     sync.Mutex // one claim at a time
	holds  int
}

func newDesk(c claimer, run func(func())) *desk {
	return &desk{claimer: c, run: run, seats: map[int64]*seat{}}
}

func (d *desk) seat(id int64) *seat {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.seats[id] == nil {
		d.seats[id] = &seat{}
	}
	return d.seats[id]
}

// take holds a release. Where another copy of the program has it, ok is false
// and holder says whose that is.
func (d *desk) take(id int64) (holder library.Holder, ok bool, err error) {
	s := d.seat(id)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.holds == 0 {
		if holder, ok, err = d.claimer.Claim(id); err != nil || !ok {
			return holder, ok, err
		}
	}
	s.holds++
	return library.Holder{}, true, nil
}

// leave lets go what take has held. It does not wait.
func (d *desk) leave(id int64) {
	s := d.seat(id)
	d.run(func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.holds--; s.holds == 0 {
			d.claimer.Leave(id)
		}
	})
}
