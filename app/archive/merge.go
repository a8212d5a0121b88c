package archive

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"communique/app/library"
)

// MergeStore is a library that another copy of it is merged into.
type MergeStore interface {
	SaveWithHistory(ctx context.Context, all []library.Archived) ([]library.Brought, error)
	AddVersions(ctx context.Context, id int64, past []library.Past, name string) (library.Added, error)
	Restore(ctx context.Context, ids ...int64) error
	AddPicture(ctx context.Context, file []byte) (hash string, err error)
	Picture(ctx context.Context, hash string) ([]byte, error)
}

// WithClaim does something to a release that nobody else edits. Where somebody does, it is not
// done, and held is true.
type WithClaim func(ctx context.Context, id int64, do func() error) (held bool, err error)

// Merged is what came of merging a copy of a library: each of its releases is counted once.
type Merged struct {
	New   int             // only the copy had them
	Newer []library.Entry // the copy had gone on from the text here, and what it wrote is the newest here too
	Both  []library.Entry // both were changed: the text here is the newest, the copy's a version beneath it
	Older int             // the copy had earlier versions that were not here
	Same  int             // nothing in the copy was new
	Left  []library.Entry // somebody edits them, and they were left as they are
	// Unread is what of the copy cannot be read: a *library.DamagedError, a
	// *library.DamagedVersionError or an *IncompleteError each.
	Unread []error
}

// IsWhole reports whether everything in the copy is here now.
func (m Merged) IsWhole() bool { return len(m.Left) == 0 && len(m.Unread) == 0 }

// Merge brings what another copy of a library has into this one, release by release as their
// UUIDs tell. No text is lost: what both have changed stays in both wordings. name is given to
// the copy's wordings. progress hears how many releases were gone through. Its errors are the
// library's own, or ctx's: what was merged before stays.
func Merge(ctx context.Context, into MergeStore, other library.Copy, name string, take WithClaim, progress func(done int)) (Merged, error) {
	m := merging{into: into, other: other, name: name, take: take}
	done := 0
	err := other.All(ctx, func(e library.Entry, past []library.Past) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := m.merge(ctx, e, past); err != nil {
			return err
		}
		if done++; progress != nil {
			progress(done)
		}
		return nil
	})
	var partly *library.PartlyError
	if errors.As(err, &partly) {
		m.Unread, err = append(m.Unread, partly.Damaged...), nil
	}
	return m.Merged, err
}

type merging struct {
	Merged
	into  MergeStore
	other library.Copy
	name  string
	take  WithClaim
}

// merge brings one release.
func (m *merging) merge(ctx context.Context, e library.Entry, past []library.Past) error {
	if err := m.bringPictures(ctx, e, past); err != nil {
		return err
	}
	brought, err := m.into.SaveWithHistory(ctx, []library.Archived{{Past: past, Trashed: e.Trashed}})
	if err != nil {
		return err
	}
	b := brought[0]
	if !b.Known {
		m.New++
		return nil
	}
	if !b.Differs { // no newest text is in question
		return m.add(ctx, b, e, past)
	}
	held, err := m.take(ctx, b.ID, func() error { return m.add(ctx, b, e, past) })
	if held {
		m.Left = append(m.Left, b.Entry)
	}
	return err
}

// add brings the versions of a release that is here.
func (m *merging) add(ctx context.Context, here library.Brought, there library.Entry, past []library.Past) error {
	added, err := m.into.AddVersions(ctx, here.ID, past, m.name)
	if err != nil {
		return err
	}
	switch {
	case added.Versions == 0:
		m.Same++
	case added.Beneath:
		m.Both = append(m.Both, added.Entry)
	case added.Revision != here.Revision:
		m.Newer = append(m.Newer, added.Entry)
	default:
		m.Older++
	}
	// Who wrote on where it was not thrown away wants to find that again.
	if here.Differs && !here.Trashed.IsZero() && there.Trashed.IsZero() {
		return m.into.Restore(ctx, here.ID)
	}
	return nil
}

// bringPictures adds the pictures that a release of the copy shows.
func (m *merging) bringPictures(ctx context.Context, e library.Entry, past []library.Past) error {
	hashes, err := shownIn(past)
	if err != nil {
		return err
	}
	var unseen error
	for _, hash := range hashes {
		picture, err := m.other.Picture(ctx, hash)
		var missing *library.MissingPictureError
		var damaged *library.DamagedPictureError
		if errors.As(err, &missing) || errors.As(err, &damaged) {
			if _, here := m.into.Picture(ctx, hash); here != nil {
				unseen = errors.Join(unseen, err)
			}
			continue
		}
		if err == nil {
			_, err = m.into.AddPicture(ctx, picture)
		}
		if err != nil {
			return err
		}
	}
	if unseen != nil {
		m.Unread = append(m.Unread, &IncompleteError{e.Headline, unseen})
	}
	return nil
}

// Sum counts the releases of a copy by what became of each.
func (m Merged) Sum(w Words) string {
	all := 0
	var counts []string
	for _, of := range []struct {
		name  string
		count int
	}{{"merge-new", m.New}, {"merge-newer", len(m.Newer)}, {"merge-both", len(m.Both)}, {"merge-older", m.Older}, {"merge-same", m.Same}, {"merge-left", len(m.Left)}} {
		if all += of.count; of.count > 0 {
			counts = append(counts, w.Text(of.name)+" – "+strconv.Itoa(of.count))
		}
	}
	return w.Text("merge-sum", map[string]any{"Count": all, "Counts": strings.Join(counts, ", ")})
}
