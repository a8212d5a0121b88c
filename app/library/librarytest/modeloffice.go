package librarytest

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"sync"
	"time"

	"communique/app/library"
)

// Office is a model of a library on a server, which every computer of an office has a copy
// of. A computer that reaches it takes what others have saved before it does anything, and
// hands over at once what is saved on it. One that does not goes on with its copy; when it
// reaches the office again, what nobody else has changed is handed over, and what somebody
// has becomes theirs, with the words that were written apart kept beside them as a version.
type Office struct {
	mu        sync.Mutex
	all       map[string]*common // by UUID
	pictures  map[string][]byte
	computers []*Computer
	held      map[string]*Memory
}

// common is a release as the office has it.
type common struct {
	revision int64
	created  time.Time
	past     []state
	trashed  time.Time
	erased   bool
}

// NewOffice returns an office's library with nothing in it.
func NewOffice() *Office {
	return &Office{all: map[string]*common{}, pictures: map[string][]byte{}, held: map[string]*Memory{}}
}

// Part takes the computer off the net, where apart is set, or brings it back to the office,
// which forgets who was at a desk when that is left like this.
func (c *Computer) Part(apart bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.apart = apart; apart {
		maps.DeleteFunc(c.office.held, func(_ string, by *Memory) bool { return by.Computer == c })
		return
	}
	c.pushErased()
	for _, id := range slices.Sorted(maps.Keys(c.all)) {
		c.push(c.all[id])
	}
	c.pull()
}

// reaches reports whether there is an office, and it can be reached.
func (c *Computer) reaches() bool { return c.office != nil && !c.apart }

// push hands over what the office has not got of a release.
func (c *Computer) push(k *kept) {
	if !c.reaches() || !k.ahead {
		return
	}
	id := k.newest().release.UUID
	theirs := c.office.all[id]
	if theirs == nil || theirs.erased { // what was changed apart comes back
		theirs, k.base = &common{created: k.created}, 0
		c.office.all[id] = theirs
	}
	if theirs.revision != k.base && !bytes.Equal(theirs.past[len(theirs.past)-1].text, k.newest().text) {
		c.giveWay(k, theirs)
		return
	}
	for i := range k.past {
		if k.past[i].State == library.Here {
			k.past[i].State = library.Sent
		}
	}
	theirs.revision = max(theirs.revision, k.base) + 1
	theirs.past, theirs.trashed = slices.Clone(k.past), k.trashed
	theirs.past = slices.DeleteFunc(theirs.past, func(s state) bool { return s.State == library.Beside }) // the office never had them
	k.base, k.ahead = theirs.revision, false
	for _, s := range k.past {
		for _, hash := range s.release.Pictures() {
			if p := c.pictures[hash]; p != nil {
				c.office.pictures[hash] = p.file
			}
		}
	}
}

// giveWay puts the office's text in the place of one that was written apart, which stays
// beside it.
func (c *Computer) giveWay(k *kept, theirs *common) {
	mine := slices.DeleteFunc(slices.Clone(k.past), func(s state) bool { return s.State != library.Here })
	for i := range mine {
		mine[i].State = library.Beside
	}
	last := len(theirs.past) - 1
	k.past = slices.Concat(theirs.past[:last], mine, theirs.past[last:])
	for i := range k.past {
		k.past[i].Number = int64(i + 1)
	}
	k.revision++
	k.trashed, k.base, k.ahead = theirs.trashed, theirs.revision, false
	c.changes = append(c.changes, change{Change: library.Change{ID: k.id, UUID: k.newest().release.UUID}})
}

func (c *Computer) pushErased() {
	if !c.reaches() {
		return
	}
	for id, base := range c.erased {
		if theirs := c.office.all[id]; theirs != nil && theirs.revision == base { // what others have changed meanwhile stays
			theirs.erased = true
		}
	}
	clear(c.erased)
}

// pull takes what others have handed over.
func (c *Computer) pull() {
	if !c.reaches() {
		return
	}
	for _, id := range slices.Sorted(maps.Keys(c.office.all)) {
		c.take(id, c.office.all[id])
	}
	for hash, file := range c.office.pictures {
		if c.pictures[hash] == nil && c.shows(hash) {
			c.pictures[hash] = &picture{file: file}
		}
	}
}

func (c *Computer) shows(hash string) bool {
	for _, k := range c.all {
		for _, s := range k.past {
			if slices.Contains(s.release.Pictures(), hash) {
				return true
			}
		}
	}
	return false
}

// take takes a release as the office has it.
func (c *Computer) take(id string, theirs *common) {
	mine := (&Memory{Computer: c}).byUUID(id)
	switch {
	case theirs.erased && mine != nil && !mine.ahead:
		delete(c.all, mine.id)
		c.changes = append(c.changes, change{Change: library.Change{ID: mine.id, UUID: id}})
		return
	case theirs.erased || mine != nil && mine.ahead || mine != nil && mine.base >= theirs.revision:
		return
	case mine == nil:
		c.last++
		mine = &kept{id: c.last, created: theirs.created}
		c.all[mine.id] = mine
	}
	beside := slices.DeleteFunc(slices.Clone(mine.past), func(s state) bool { return s.State != library.Beside })
	last := len(theirs.past) - 1
	mine.past = slices.Concat(theirs.past[:last], beside, theirs.past[last:])
	if len(beside) > 0 {
		for i := range mine.past {
			mine.past[i].Number = int64(i + 1)
		}
	}
	mine.trashed, mine.base = theirs.trashed, theirs.revision
	mine.revision++
	c.changes = append(c.changes, change{Change: library.Change{ID: mine.id, UUID: id}})
}

// Changes is as library.Desk has it.
func (m *Memory) Changes(ctx context.Context) (all []library.Change, err error) {
	err = m.write(ctx, func() error {
		for _, c := range m.changes[m.heard:] {
			if c.by != m {
				all = slices.DeleteFunc(all, func(before library.Change) bool { return before == c.Change })
				all = append(all, c.Change)
			}
		}
		m.heard = len(m.changes)
		return nil
	})
	return all, err
}

// Claim is as library.Desk has it.
func (m *Memory) Claim(ctx context.Context, id int64) (library.Holder, bool, error) {
	var other *Memory
	err := m.write(ctx, func() error {
		k := m.all[id]
		if m.closed {
			return fmt.Errorf("take release %d for editing: %w", id, fs.ErrClosed)
		}
		other = m.held[id]
		if m.reaches() && k != nil {
			at := m.office.held[k.newest().release.UUID]
			if other == m && at != m {
				m.let(id)
				return &library.LostClaimError{ID: id}
			}
			if other == nil {
				other = at
			}
		}
		if other == nil {
			m.held[id] = m
			if m.reaches() && k != nil {
				m.office.held[k.newest().release.UUID] = m
			}
		}
		return nil
	})
	if err != nil || other == nil || other == m {
		return library.Holder{}, err == nil, err
	}
	return library.Holder{User: other.author, Host: "model", PID: os.Getpid()}, false, nil
}

// Leave is as library.Desk has it.
func (m *Memory) Leave(id int64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.held[id] == m {
		m.let(id)
	}
}

// let gives back a claim of m.
func (m *Memory) let(id int64) {
	delete(m.held, id)
	if k := m.all[id]; m.office != nil && k != nil && m.office.held[k.newest().release.UUID] == m {
		delete(m.office.held, k.newest().release.UUID)
	}
}
