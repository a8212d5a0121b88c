package librarytest

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"communique/app/library"
	"communique/editor/release"
)

// ofAll does something with releases: with all of them, or with none.
func (m *Memory) ofAll(ctx context.Context, ids []int64, do func(k *kept)) error {
	return m.write(ctx, func() error {
		for _, id := range ids {
			if m.all[id] == nil {
				return &library.MissingError{ID: id}
			}
		}
		for _, id := range ids {
			if k := m.all[id]; k != nil { // it may have been asked for twice
				do(k)
			}
		}
		return nil
	})
}

// Trash is as library.Releases has it.
func (m *Memory) Trash(ctx context.Context, ids ...int64) error {
	return m.ofAll(ctx, ids, func(k *kept) {
		if k.trashed.IsZero() {
			m.turn(k, m.now().UTC().Truncate(time.Millisecond))
		}
	})
}

// Restore is as library.Releases has it.
func (m *Memory) Restore(ctx context.Context, ids ...int64) error {
	return m.ofAll(ctx, ids, func(k *kept) {
		if !k.trashed.IsZero() {
			m.turn(k, time.Time{})
		}
	})
}

func (m *Memory) turn(k *kept, trashed time.Time) {
	k.trashed, k.ahead = trashed, true
	m.changed(k)
}

// Erase is as library.Releases has it.
func (m *Memory) Erase(ctx context.Context, ids ...int64) error {
	return m.ofAll(ctx, ids, func(k *kept) {
		if k.trashed.IsZero() {
			return
		}
		m.changes = append(m.changes, change{library.Change{ID: k.id, UUID: k.newest().release.UUID}, m})
		delete(m.all, k.id)
		m.erased[k.newest().release.UUID] = k.base
		m.pushErased()
		m.dropSpare()
	})
}

// dropSpare erases the pictures that no version of any release shows any more.
func (m *Memory) dropSpare() {
	shown := map[string]bool{}
	for _, k := range m.all {
		for _, s := range k.past {
			for _, hash := range s.release.Pictures() {
				shown[hash] = true
			}
		}
	}
	maps.DeleteFunc(m.pictures, func(hash string, p *picture) bool {
		return !shown[hash] && p.since.Before(m.now().Add(-library.SpareLife))
	})
}

// Trashed is as library.Releases has it.
func (m *Memory) Trashed(ctx context.Context) (all []library.Entry, err error) {
	err = m.write(ctx, func() error {
		for _, k := range m.all {
			if !k.trashed.IsZero() {
				all = append(all, m.entry(k))
			}
		}
		slices.SortFunc(all, func(a, b library.Entry) int { return cmp.Or(b.Trashed.Compare(a.Trashed), cmp.Compare(b.ID, a.ID)) })
		return nil
	})
	return all, err
}

// AddPicture is as library.Releases has it.
func (m *Memory) AddPicture(ctx context.Context, file []byte) (string, error) {
	if err := library.CheckPicture(file); err != nil {
		return "", err
	}
	hash := library.PictureHash(file)
	return hash, m.write(ctx, func() error {
		m.pictures[hash] = &picture{bytes.Clone(file), m.now()}
		return nil
	})
}

// Picture is as library.Releases has it.
func (m *Memory) Picture(ctx context.Context, hash string) (file []byte, err error) {
	err = m.write(ctx, func() error {
		p := m.pictures[hash]
		if p == nil {
			return &library.MissingPictureError{Hash: hash}
		}
		file = bytes.Clone(p.file)
		return nil
	})
	return file, err
}

// History is as library.History has it.
func (m *Memory) History(ctx context.Context, id int64) (all []library.Version, err error) {
	err = m.write(ctx, func() error {
		k := m.all[id]
		if k == nil {
			return &library.MissingError{ID: id}
		}
		for _, s := range slices.Backward(k.past) {
			all = append(all, s.Version)
		}
		return nil
	})
	return all, err
}

// of returns a version of a release.
func (m *Memory) of(id, number int64) (*state, error) {
	k := m.all[id]
	if k == nil {
		return nil, &library.MissingError{ID: id}
	}
	if i := slices.IndexFunc(k.past, func(s state) bool { return s.Number == number }); i >= 0 {
		return &k.past[i], nil
	}
	return nil, &library.MissingVersionError{ID: id, Number: number}
}

// Version is as library.History has it.
func (m *Memory) Version(ctx context.Context, id, number int64) (r release.Release, err error) {
	err = m.write(ctx, func() error {
		s, err := m.of(id, number)
		if err == nil {
			r = s.release.Clone()
		}
		return err
	})
	return r, err
}

// RestoreVersion is as library.History has it.
func (m *Memory) RestoreVersion(ctx context.Context, id, revision, number int64) (library.Entry, error) {
	r, err := m.Version(ctx, id, number)
	if err != nil {
		return library.Entry{}, err
	}
	return m.SaveVersion(ctx, id, revision, r)
}

// NameVersion is as library.History has it.
func (m *Memory) NameVersion(ctx context.Context, id, number int64, name string) error {
	return m.write(ctx, func() error {
		s, err := m.of(id, number)
		if err != nil {
			return err
		}
		s.Name = name
		return nil
	})
}

// SaveWithHistory is as library.History has it.
func (m *Memory) SaveWithHistory(ctx context.Context, all []library.Archived) (brought []library.Brought, err error) {
	err = m.write(ctx, func() error {
		versions := make([][]row, len(all))
		for i, a := range all {
			if versions[i], err = m.rowsOf(a.Past); err != nil {
				return err
			}
		}
		for i, a := range all {
			brought = append(brought, m.bringBack(versions[i], a))
		}
		return nil
	})
	return brought, err
}

// rowsOf are the versions of one release: the newest says which one it is.
func (m *Memory) rowsOf(past []library.Past) ([]row, error) {
	rows, id := make([]row, len(past)), ""
	for i, p := range slices.Backward(past) {
		r, err := release.Parse(p.Text)
		if err != nil {
			return nil, fmt.Errorf("version %d: %w", i+1, err)
		}
		if id != "" {
			r.UUID = id
		}
		if rows[i], err = m.rowOf(r, p.Saved, p.Author); err != nil {
			return nil, err
		}
		id = rows[i].release.UUID
	}
	return rows, nil
}

func (m *Memory) bringBack(rows []row, a library.Archived) (b library.Brought) {
	if len(rows) == 0 {
		return b
	}
	if b = m.had(rows[len(rows)-1]); b.Known {
		return b
	}
	k := m.insert(rows[0])
	k.past = nil
	for i, row := range rows {
		row.Number, row.Name = int64(i+1), a.Past[i].Name
		k.past = append(k.past, row.state)
	}
	k.revision, k.ahead = int64(len(rows)), true
	m.changed(k)
	if !a.Trashed.IsZero() {
		m.turn(k, a.Trashed.UTC().Truncate(time.Millisecond))
	}
	b.Entry = m.entry(k)
	return b
}

// All is as library.History has it.
func (m *Memory) All(ctx context.Context, visit func(e library.Entry, past []library.Past) error) error {
	var ids []int64
	if err := m.write(ctx, func() error { ids = slices.Sorted(maps.Keys(m.all)); return nil }); err != nil {
		return err
	}
	for _, id := range ids {
		var e library.Entry
		var past []library.Past
		err := m.write(ctx, func() error {
			k := m.all[id]
			if k == nil {
				return nil // it was erased meanwhile
			}
			e = m.entry(k)
			for _, s := range k.past {
				past = append(past, library.Past{Version: s.Version, Text: bytes.Clone(s.text)})
			}
			return nil
		})
		if err == nil && past != nil {
			err = visit(e, past)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// AddVersions is as library.History has it.
func (m *Memory) AddVersions(ctx context.Context, id int64, past []library.Past, name string) (added library.Added, err error) {
	err = m.write(ctx, func() error {
		k := m.all[id]
		if k == nil {
			return &library.MissingError{ID: id}
		}
		rows, from := make([]state, len(past)), len(past)
		for i, p := range past {
			r, err := release.Parse(p.Text)
			if err != nil {
				return fmt.Errorf("version %d: %w", i+1, err)
			}
			r.UUID = k.newest().release.UUID
			row, err := m.rowOf(r, p.Saved, p.Author)
			if err != nil {
				return err
			}
			rows[i] = row.state
			if rows[i].Name = p.Name; bytes.Equal(rows[i].text, k.newest().text) {
				from = i
			}
		}
		if len(rows) > 0 && k.hasSaid(rows[len(rows)-1].text) {
			from = len(rows)
		}
		for i, row := range rows {
			later := slices.ContainsFunc(rows[i+1:], func(other state) bool { return bytes.Equal(other.text, row.text) })
			if later || k.hasSaid(row.text) {
				continue
			}
			last := len(k.past) - 1
			if row.Number = k.newest().Number; i > from {
				row.Number++
				k.past = append(k.past, row)
				k.revision++
			} else {
				if added.Beneath = i == len(rows)-1; added.Beneath && row.Name == "" {
					row.Name = name
				}
				k.past[last].Number++
				k.past = slices.Insert(k.past, last, row)
			}
			added.Versions++
		}
		if added.Versions > 0 {
			k.ahead = true
			m.changed(k)
		}
		added.Entry = m.entry(k)
		return nil
	})
	return added, err
}

// hasSaid reports whether a version of the release is that text.
func (k *kept) hasSaid(text []byte) bool {
	return slices.ContainsFunc(k.past, func(s state) bool { return bytes.Equal(s.text, text) })
}
