package librarytest

import (
	"bytes"
	"context"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/google/uuid"

	"communique/app/library"
	"communique/editor/release"
)

// Computer is a library in memory: what a file is to a store on a disk. It is as plain as
// can be, to say what is meant, and to stand in for a server that is still to come. One that
// belongs to an Office is a copy of the office's library, which goes on without it.
type Computer struct {
	office *Office // nil: a library of its own
	mu     *sync.Mutex
	apart  bool // the office cannot be reached
	last   int64
	all    map[int64]*kept
	// erased is what was erased while apart: by the UUID, the revision of the office's.
	erased   map[string]int64
	pictures map[string]*picture
	requests map[string]answer
	changes  []change
	held     map[int64]*Memory
}

// NewComputer returns a library with nothing in it, or a copy of an office's.
func NewComputer(office *Office) *Computer {
	c := &Computer{
		office: office, mu: &sync.Mutex{}, all: map[int64]*kept{}, pictures: map[string]*picture{}, erased: map[string]int64{},
		requests: map[string]answer{}, held: map[int64]*Memory{},
	}
	if office != nil {
		c.mu = &office.mu // one lock for all: a model need not be fast
		office.computers = append(office.computers, c)
	}
	return c
}

// kept is a release with all its versions.
type kept struct {
	id, revision int64
	created      time.Time
	past         []state // oldest first; the last is the newest
	trashed      time.Time
	findings     int
	checked      int64 // the revision that has the findings
	// base is the revision of the office's that this one goes back to, and ahead that it
	// says more than that.
	base  int64
	ahead bool
}

// state is one version of a release.
type state struct {
	library.Version
	begun   time.Time
	release release.Release
	text    []byte
	words   library.Words
	mark    int64 // what it is known again by
}

func (k *kept) newest() *state { return &k.past[len(k.past)-1] }

type picture struct {
	file  []byte
	since time.Time
}

type answer struct {
	id, revision int64
	text         []byte
}

type change struct {
	library.Change
	by *Memory // nil: another computer
}

// Memory is a Computer's library, opened.
type Memory struct {
	*Computer
	author string
	now    func() time.Time
	heard  int // changes
	closed bool
}

var _ library.Store = (*Memory)(nil)

// Open opens the library for somebody, whose clock is now.
func (c *Computer) Open(author string, now func() time.Time) *Memory {
	c.mu.Lock()
	defer c.mu.Unlock()
	return &Memory{Computer: c, author: author, now: now, heard: len(c.changes)}
}

// Unwritable is as library.Store has it.
func (m *Memory) Unwritable() error { return nil }

// Close is as library.Store has it.
func (m *Memory) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.closed = true
	for id, by := range m.held {
		if by == m {
			m.let(id)
		}
	}
	return nil
}

// write does something that changes the library: all of it, or where it fails, nothing.
func (m *Memory) write(ctx context.Context, do func() error) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	m.pull()
	return do()
}

// row is what is about to be saved.
type row struct {
	state
	named bool
}

func (m *Memory) rowOf(r release.Release, at time.Time, author string) (row, error) {
	words, mark := library.WordsOf(r)
	named := r.UUID != ""
	r, err := library.Identified(r, mark)
	if err != nil {
		return row{}, err
	}
	text, err := library.Encode(r)
	at = at.UTC().Truncate(time.Millisecond)
	return row{state{library.Version{Number: 1, Saved: at, Author: author}, at, r.Clone(), text, words, mark}, named}, err
}

func (m *Memory) byUUID(uuid string) *kept {
	for _, k := range m.all {
		if k.newest().release.UUID == uuid {
			return k
		}
	}
	return nil
}

// Save is as library.Releases has it.
func (m *Memory) Save(ctx context.Context, id, revision int64, r release.Release) (library.Entry, error) {
	return m.save(ctx, id, revision, r, true)
}

// SaveVersion is as library.Releases has it.
func (m *Memory) SaveVersion(ctx context.Context, id, revision int64, r release.Release) (library.Entry, error) {
	return m.save(ctx, id, revision, r, false)
}

func (m *Memory) save(ctx context.Context, id, revision int64, r release.Release, fold bool) (e library.Entry, err error) {
	err = m.write(ctx, func() error {
		request := library.Request(ctx)
		before, again := m.requests[request]
		if id == 0 && m.all[before.id] != nil {
			id, revision = before.id, before.revision
		}
		switch k := m.all[id]; {
		case k != nil:
			r.UUID = k.newest().release.UUID
		case id != 0:
			return &library.MissingError{ID: id}
		case r.UUID == "" || m.byUUID(r.UUID) != nil:
			r.UUID = uuid.NewString()
		}
		row, err := m.rowOf(r, m.now(), m.author)
		if err != nil {
			return err
		}
		if again && bytes.Equal(before.text, row.text) {
			e = m.entry(m.all[id])
			e.Revision = before.revision
			return nil
		}
		k := m.all[id]
		if k == nil {
			k = m.insert(row)
		} else if err := m.update(k, revision, row, fold); err != nil {
			return err
		}
		if e = m.entry(k); request != "" {
			m.requests[request] = answer{k.id, k.revision, row.text}
		}
		return nil
	})
	return e, err
}

func (m *Memory) insert(row row) *kept {
	m.last++
	k := &kept{id: m.last, revision: 1, created: row.Saved, past: []state{row.state}, ahead: true}
	m.all[k.id] = k
	m.changed(k)
	return k
}

func (m *Memory) update(k *kept, revision int64, row row, fold bool) error {
	old := k.newest()
	if bytes.Equal(old.text, row.text) {
		return nil
	}
	if k.revision != revision {
		return &library.ConflictError{ID: k.id}
	}
	since := row.Saved.Sub(old.begun)
	if fold && old.Number > 1 && old.Name == "" && old.Author == row.Author && since >= 0 && since < library.FoldWithin {
		for _, hash := range old.release.Pictures() {
			if p := m.pictures[hash]; p != nil {
				p.since = row.Saved
			}
		}
		row.Number, row.begun = old.Number, old.begun
		*old = row.state
	} else {
		row.Number = old.Number + 1
		k.past = append(k.past, row.state)
	}
	k.revision++
	k.ahead = true
	m.changed(k)
	return nil
}

// changed tells the others, and the office.
func (m *Memory) changed(k *kept) {
	m.changes = append(m.changes, change{library.Change{ID: k.id, UUID: k.newest().release.UUID}, m})
	m.push(k)
}

func (m *Memory) entry(k *kept) library.Entry {
	s := k.newest()
	e := library.EntryOf(s.release)
	e.ID, e.Revision, e.Saved, e.Author, e.State, e.Trashed = k.id, k.revision, s.Saved, s.Author, s.State, k.trashed
	if k.checked == k.revision {
		e.Findings = k.findings
	}
	e.Twin = m.hasTwin(k)
	return e
}

func (m *Memory) hasTwin(k *kept) bool {
	mark := k.newest().mark
	for _, other := range m.all {
		if other != k && mark != 0 && other.trashed.IsZero() && other.newest().mark == mark {
			return true
		}
	}
	return false
}

// Get is as library.Releases has it.
func (m *Memory) Get(ctx context.Context, id int64) (r release.Release, e library.Entry, err error) {
	err = m.write(ctx, func() error {
		k := m.all[id]
		if k == nil {
			return &library.MissingError{ID: id}
		}
		r, e = k.newest().release.Clone(), m.entry(k)
		return nil
	})
	return r, e, err
}

// Duplicate is as library.Releases has it.
func (m *Memory) Duplicate(ctx context.Context, id int64) (library.Entry, error) {
	r, _, err := m.Get(ctx, id)
	if err != nil {
		return library.Entry{}, err
	}
	return m.Save(ctx, 0, 0, r.Copy())
}

// NoteChecked is as library.Releases has it.
func (m *Memory) NoteChecked(ctx context.Context, id, revision int64, findings int) error {
	return m.write(ctx, func() error {
		if k := m.all[id]; k != nil && k.revision == revision {
			k.checked, k.findings = revision, findings
		}
		return nil
	})
}

// SaveNew is as library.Releases has it.
func (m *Memory) SaveNew(ctx context.Context, all []library.Incoming) (brought []library.Brought, err error) {
	err = m.write(ctx, func() error {
		rows := make([]row, len(all))
		for i, in := range all {
			if rows[i], err = m.rowOf(in.Release, m.now(), m.author); err != nil {
				return err
			}
		}
		for _, row := range rows {
			b := m.had(row)
			if !b.Known {
				b.Entry = m.entry(m.insert(row))
			}
			brought = append(brought, b)
		}
		return nil
	})
	return brought, err
}

// had is what became of row where the library has it.
func (m *Memory) had(row row) library.Brought {
	k := m.byUUID(row.release.UUID)
	for _, id := range slices.Sorted(maps.Keys(m.all)) {
		if s := m.all[id].newest(); k == nil && !row.named && s.mark != 0 && s.mark == row.mark && s.release.Date == row.release.Date {
			k = m.all[id]
		}
	}
	if k == nil {
		return library.Brought{}
	}
	said := slices.ContainsFunc(k.past, func(s state) bool { return bytes.Equal(s.text, row.text) })
	return library.Brought{Entry: m.entry(k), Known: true, Differs: row.named && k.newest().release.UUID == row.release.UUID && !said}
}
