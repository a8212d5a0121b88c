package sqlite

import (
	"bytes"
	"context"
	"fmt"
	"slices"

	"communique/app/library"
)

// AddVersions is as library.History has it.
func (l *Library) AddVersions(ctx context.Context, id int64, past []library.Past, name string) (library.Added, error) {
	var added library.Added
	err := l.write(ctx, func(tx *transaction) error {
		rows, err := rowsOf(past)
		if err != nil {
			return err
		}
		if added, err = l.addVersions(ctx, tx, id, rows, name); err != nil {
			return err
		}
		added.Entry, err = entry(ctx, tx, id)
		return err
	})
	if err != nil {
		return library.Added{}, fmt.Errorf("add versions to release %d: %w", id, l.explain(err))
	}
	return added, nil
}

func (l *Library) addVersions(ctx context.Context, tx *transaction, id int64, rows []row, name string) (added library.Added, err error) {
	newest, err := l.stored(ctx, tx, id)
	if err != nil {
		return added, err
	}
	fresh, err := l.neverSaid(ctx, tx, id, newest.uuid, rows)
	if err != nil {
		return added, err
	}
	// The other goes on from here behind the last of its versions that says what stands here.
	from := len(rows)
	for i, row := range slices.Backward(rows) {
		if newest.says(row) {
			from = i
			break
		}
	}
	if !slices.Contains(fresh, len(rows)-1) { // in the end it came back to what was said here: nothing of it is ahead
		from = len(rows)
	}
	for _, i := range fresh {
		row := rows[i]
		if i > from {
			err = l.putOnTop(ctx, tx, id, row)
		} else {
			if added.Beneath = i == len(rows)-1; added.Beneath && row.version.name == "" {
				row.version.name = name
			}
			err = l.putBeneath(ctx, tx, id, row)
		}
		if err != nil {
			return added, err
		}
		added.Versions++
	}
	return added, nil
}

// neverSaid returns which rows say what no version of release id has said, each text where it
// was said last, and gives all of them its UUID.
func (l *Library) neverSaid(ctx context.Context, tx *transaction, id int64, uuid string, rows []row) (fresh []int, err error) {
	for i := range rows {
		r := rows[i].release
		r.UUID = uuid
		own, err := newRow(r, rows[i].saved, rows[i].author)
		if err != nil {
			return nil, err
		}
		own.version = rows[i].version
		rows[i] = own
		said, err := l.everSaid(ctx, tx, id, own)
		if err != nil {
			return nil, err
		}
		if !said {
			fresh = slices.DeleteFunc(fresh, func(before int) bool { return bytes.Equal(rows[before].text, own.text) })
			fresh = append(fresh, i)
		}
	}
	return fresh, nil
}

// putOnTop makes a row the newest text of a release, saved when and by whom it says.
func (l *Library) putOnTop(ctx context.Context, tx *transaction, id int64, row row) error {
	newest, err := l.stored(ctx, tx, id)
	if err != nil {
		return err
	}
	name := row.version.name
	if _, err := l.update(ctx, tx, id, newest.revision, row, keep); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `UPDATE release SET name = ? WHERE id = ?`, name, id)
	return err
}

// putBeneath makes a row the version before the newest text of a release, which has the next
// number then. The version before is read from what comes after it, which is the row now.
func (l *Library) putBeneath(ctx context.Context, tx *transaction, id int64, row row) error {
	newest, err := l.stored(ctx, tx, id)
	if err != nil {
		return err
	}
	if err := l.rebase(ctx, tx, id, newest, row.text); err != nil {
		return err
	}
	v := version{number: newest.version.number, name: row.version.name}
	if err := keepVersion(ctx, tx, id, v, row.saved, row.author, row.text, row.checksum, newest.text); err != nil {
		return err
	}
	for _, statement := range []string{`UPDATE release SET number = number + 1 WHERE id = ?1`, `UPDATE shown SET version = version + 1 WHERE release = ?1 AND version = ?2`} {
		if _, err := tx.ExecContext(ctx, statement, id, v.number); err != nil {
			return err
		}
	}
	row.version = v
	tx.changed(id, newest.uuid)
	return show(ctx, tx, id, row)
}
