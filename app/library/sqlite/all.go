package sqlite

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"communique/app/library"
)

// All is as library.History has it.
func (l *Library) All(ctx context.Context, visit func(e library.Entry, past []library.Past) error) error {
	ids, err := l.ids(ctx)
	if err != nil {
		return err
	}
	var damaged []error
	for _, id := range ids {
		e, past, troubles, err := l.whole(ctx, id)
		var gone *library.MissingError
		if errors.As(err, &gone) {
			continue // erased meanwhile
		}
		if err != nil {
			return err
		}
		if damaged = append(damaged, troubles...); len(past) == 0 {
			continue
		}
		if err := visit(e, past); err != nil {
			return err
		}
	}
	if len(damaged) > 0 {
		return &library.PartlyError{Damaged: damaged}
	}
	return nil
}

// ids returns the ids of all releases. Where the table cannot be read to its end, its indexes
// are asked too.
func (l *Library) ids(ctx context.Context) ([]int64, error) {
	ids, err := l.idsBy(ctx, `NOT INDEXED`)
	if !isCorrupt(err) {
		return ids, err
	}
	for _, index := range []string{`release_fingerprint`, `release_uuid`} {
		more, err := l.idsBy(ctx, `INDEXED BY `+index)
		if ctx.Err() != nil {
			return nil, err
		}
		ids = append(ids, more...) // as far as it can be read
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}

func (l *Library) idsBy(ctx context.Context, index string) (ids []int64, err error) {
	rows, err := l.db.QueryContext(ctx, `SELECT id FROM release `+index) //nolint:gosec // one of our own
	if err != nil {
		return nil, fmt.Errorf("list the releases: %w", err)
	}
	defer func() { _ = rows.Close() }() // Err below tells of trouble
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return ids, err
		}
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids, rows.Err()
}

// whole returns a release with all of its versions that can be read, and what cannot.
func (l *Library) whole(ctx context.Context, id int64) (e library.Entry, past []library.Past, damaged []error, err error) {
	if _, e, err = l.Get(ctx, id); err != nil {
		if !isDamage(err) {
			return e, nil, nil, err
		}
		damaged = append(damaged, &library.DamagedError{ID: id, Headline: e.Headline})
		if e, err = scan(l.db.QueryRowContext(ctx, `SELECT `+alone+`0, 0 FROM release WHERE id = ?`, id)); err != nil {
			return e, nil, damaged, nil //nolint:nilerr // it is told as damaged
		}
	}
	if len(damaged) > 0 {
		damaged[0] = &library.DamagedError{ID: id, Headline: e.Headline}
	}
	versions, err := l.History(ctx, id)
	if isDamage(err) {
		return e, nil, append(damaged, &library.DamagedError{ID: id, Headline: e.Headline}), nil
	}
	if err != nil {
		return e, nil, damaged, err
	}
	newest := versions[0].Number
	for _, v := range slices.Backward(versions) {
		r, err := l.Version(ctx, id, v.Number)
		switch {
		case isDamage(err) && v.Number == newest:
			continue // told
		case isDamage(err):
			damaged = append(damaged, &library.DamagedVersionError{ID: id, Number: v.Number, Headline: e.Headline})
			continue
		case err != nil:
			return e, nil, damaged, err
		}
		text, err := r.Encode()
		if err != nil {
			return e, nil, damaged, err
		}
		past = append(past, library.Past{Version: v, Text: text})
	}
	return e, past, damaged, nil
}
