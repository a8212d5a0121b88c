package sqlite

import (
	"context"
	"fmt"
	"slices"
	"time"

	"communique/app/library"
	"communique/editor/release"
)

// SaveWithHistory is as library.History has it.
func (l *Library) SaveWithHistory(ctx context.Context, all []library.Archived) ([]library.Brought, error) {
	brought := make([]library.Brought, 0, len(all))
	makeRows := func(a library.Archived) ([]row, error) { return rowsOf(a.Past) }
	err := l.writeMany(ctx, func(tx *transaction) error {
		for rows, err := range made(all, makeRows) {
			if err != nil {
				return err
			}
			b, err := l.bringBack(ctx, tx, rows, all[len(brought)].Trashed)
			if err != nil {
				return err
			}
			brought = append(brought, b)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("bring %d releases back with their versions: %w", len(all), l.explain(err))
	}
	return brought, nil
}

// bringBack inserts a release with its versions, oldest first, unless the library has it.
func (l *Library) bringBack(ctx context.Context, tx *transaction, rows []row, trashed time.Time) (library.Brought, error) {
	if len(rows) == 0 {
		return library.Brought{}, nil
	}
	newest := rows[len(rows)-1]
	b, err := l.had(ctx, tx, newest)
	if err != nil || b.Known {
		return b, err
	}
	if b.Entry, err = l.add(ctx, tx, newest, rows[0].saved, trashed); err != nil {
		return b, err
	}
	return b, addPast(ctx, tx, b.ID, rows)
}

// addPast writes all versions of a release but the last, which is its newest: also one that
// says what the one before does.
func addPast(ctx context.Context, tx *transaction, id int64, rows []row) error {
	for i, row := range rows[:len(rows)-1] {
		if err := keepVersion(ctx, tx, id, row.version, row.saved, row.author, row.text, row.checksum, rows[i+1].text); err != nil {
			return err
		}
		if err := show(ctx, tx, id, row); err != nil {
			return err
		}
	}
	return nil
}

// rowsOf makes rows of the versions of one release: the newest says which one it is.
func rowsOf(past []library.Past) ([]row, error) {
	rows := make([]row, len(past))
	uuid := ""
	for i, p := range slices.Backward(past) {
		r, err := release.Parse(p.Text)
		if err != nil {
			return nil, err
		}
		if uuid != "" {
			r.UUID = uuid
		}
		if rows[i], err = newRowRead(r, p.Text, p.Saved, p.Author); err != nil {
			return nil, err
		}
		rows[i].version = version{number: int64(i + 1), begun: rows[i].saved, name: p.Name}
		uuid = rows[i].release.UUID
	}
	return rows, nil
}
