package librarytest

import (
	"cmp"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"communique/app/library"
	"communique/editor/release"
)

// memory is what a store should hold, as a map remembers it.
type memory struct {
	*desk
	random  *rand.Rand
	texts   map[int64]release.Release
	entries map[int64]library.Entry
	trashed map[int64]bool
}

// anyOrder does what people do in an order nobody thought of, and compares
// with what a map remembers.
func anyOrder(_ *testing.T, d *desk) {
	m := memory{
		d, rand.New(rand.NewPCG(1, 2)), //nolint:gosec // a test that fails must fail again
		map[int64]release.Release{}, map[int64]library.Entry{}, map[int64]bool{},
	}
	for r := range Releases(300) {
		m.at = m.at.Add(time.Duration(m.random.IntN(90)) * time.Second)
		m.act(r)
	}
	m.compare()
}

func (m memory) act(r release.Release) {
	action := m.random.IntN(10)
	if len(m.entries) == 0 || action < 3 {
		e := m.save(0, 0, r)
		m.texts[e.ID], m.entries[e.ID] = r, e
		return
	}
	id := m.any()
	switch action {
	case 3:
		m.turn(id)
	case 4:
		m.goBack(id)
	case 5:
		m.reopen()
	default:
		m.entries[id], m.texts[id] = m.save(id, m.entries[id].Revision, r), r
	}
}

func (m memory) any() int64 {
	ids := make([]int64, 0, len(m.entries))
	for id := range m.entries {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids[m.random.IntN(len(ids))]
}

// turn moves a release into the trash or out of it.
func (m memory) turn(id int64) {
	move := m.store.Trash
	if m.trashed[id] {
		move = m.store.Restore
	}
	if err := move(ctx, id); err != nil {
		m.Fatal(err)
	}
	m.trashed[id] = !m.trashed[id]
}

// goBack brings the first version back.
func (m memory) goBack(id int64) {
	first, err := m.store.Version(ctx, id, 1)
	if err != nil {
		m.Fatal(err)
	}
	if m.entries[id], err = m.store.RestoreVersion(ctx, id, m.entries[id].Revision, 1); err != nil {
		m.Fatal(err)
	}
	m.texts[id] = first
}

func (m memory) compare() {
	listed := 0
	for id, want := range m.texts {
		if got, _ := m.get(id); !reflect.DeepEqual(got, as(want, m.entries[id])) {
			m.Errorf("release %d is not what was saved", id)
		}
		if !m.trashed[id] {
			listed++
		}
	}
	m.compareLists()
	if n, err := m.store.Count(ctx, library.Query{}); err != nil || n != listed {
		m.Errorf("%d listed, %d kept, %v", n, listed, err)
	}
	if problems, err := m.store.Verify(ctx, nil); err != nil || len(problems) > 0 {
		m.Error(problems, err)
	}
}

// compareLists compares what is listed, in its order, and what is found by a
// word of one release alone.
func (m memory) compareLists() {
	var want []int64
	for id := range m.texts {
		if !m.trashed[id] {
			want = append(want, id)
		}
	}
	slices.SortFunc(want, func(a, b int64) int {
		return cmp.Or(m.texts[b].Date.Compare(m.texts[a].Date), cmp.Compare(b, a))
	})
	find := func(query string) (ids []int64) {
		positions, err := m.store.Find(ctx, library.ParseQuery(query, false, nil), 0)
		if err != nil {
			m.Fatal(err)
		}
		for _, p := range positions {
			ids = append(ids, p.ID())
		}
		return ids
	}
	if got := find(""); !slices.Equal(got, want) {
		m.Errorf("listed %v\nnot    %v", got, want)
	}
	for id, r := range m.texts {
		if id%4 != 0 { // each costs a search; some are enough
			continue
		}
		if got := find(`"` + r.Number + `" "` + r.Headline + `"`); slices.Contains(got, id) == m.trashed[id] {
			m.Errorf("%d is in the trash: %t; found by its words: %v", id, m.trashed[id], got)
		}
	}
}
