package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"communique/app/library"
	"communique/editor/release"
)

// folding says whether a save may join the version before it.
type folding bool

const (
	fold folding = true
	keep folding = false
)

// wholeEvery is how many versions need each other: damage in one costs at most
// the older ones up to the next whole one.
const wholeEvery = 16

// advance keeps the old text as a version, unless the new one joins it, and
// returns what the new version is. The first version and named ones are never
// joined. A clock that went back begins a new version.
func (l *Library) advance(ctx context.Context, tx *transaction, id int64, old stored, now row, fold folding) (version, error) {
	since := now.saved.Sub(old.version.begun)
	if fold && old.version.number > 1 && old.version.name == "" && old.author == now.author && since >= 0 && since < library.FoldWithin {
		return old.version, l.rebase(ctx, tx, id, old, now.text)
	}
	err := keepVersion(ctx, tx, id, old.version, old.saved, old.author, old.text, old.checksum, now.text)
	return version{number: old.version.number + 1, begun: now.saved}, err
}

// keepVersion writes a version as what differs from the text that came after it, or whole.
func keepVersion(ctx context.Context, tx *transaction, id int64, v version, saved time.Time, author string, text, checksum, after []byte) error {
	whole := v.number%wholeEvery == 0
	if whole {
		after = nil
	}
	_, err := tx.exec(ctx, `INSERT INTO version (release, number, saved, name, whole, body, checksum, author) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		id, v.number, saved.UnixMilli(), v.name, whole, difference(text, after), checksum, author)
	return err
}

// rebase keeps the version before the newest readable when the newest text is
// overwritten: it is a difference from it.
func (l *Library) rebase(ctx context.Context, tx *transaction, id int64, old stored, text []byte) error {
	before := old.version.number - 1
	var whole bool
	var body []byte
	err := tx.scan(ctx, `SELECT whole, body FROM version WHERE release = ? AND number = ?`, []any{id, before}, &whole, &body)
	if errors.Is(err, sql.ErrNoRows) || whole {
		return nil
	}
	if err != nil {
		return err
	}
	older, err := apply(body, old.text)
	if err != nil {
		return nil //nolint:nilerr // already damaged: reading it tells; the new text must be saved all the same
	}
	_, err = tx.exec(ctx, `UPDATE version SET body = ? WHERE release = ? AND number = ?`, difference(older, text), id, before)
	return err
}

// History is as library.History has it.
func (l *Library) History(ctx context.Context, id int64) ([]library.Version, error) {
	rows, err := l.db.QueryContext(ctx, `SELECT number, saved, name, author FROM release WHERE id = ?1
		UNION ALL SELECT number, saved, name, author FROM version WHERE release = ?1 ORDER BY number DESC`, id)
	if err != nil {
		return nil, fmt.Errorf("history of release %d: %w", id, l.explain(err))
	}
	defer func() { _ = rows.Close() }() // Err below tells of trouble
	var versions []library.Version
	for rows.Next() {
		var v library.Version
		var saved int64
		if err := rows.Scan(&v.Number, &saved, &v.Name, &v.Author); err != nil {
			return nil, fmt.Errorf("history of release %d: %w", id, l.explain(err))
		}
		v.Saved = time.UnixMilli(saved).UTC()
		versions = append(versions, v)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("history of release %d: %w", id, l.explain(err))
	}
	if len(versions) == 0 {
		return nil, &library.MissingError{ID: id}
	}
	return versions, nil
}

// Version is as library.History has it.
func (l *Library) Version(ctx context.Context, id, number int64) (release.Release, error) {
	var r release.Release
	err := l.read(ctx, func(tx *transaction) error {
		newest, err := l.stored(ctx, tx, id)
		if err != nil {
			return err
		}
		text, sum, err := l.versionText(ctx, tx, id, number, newest)
		if err != nil {
			return err
		}
		if r, err = verified(text, sum); err != nil || newest.position.id() != id && l.isAnothers(ctx, id, newest.uuid) {
			return &library.DamagedError{ID: id, Headline: fmt.Sprintf("№ %d", number)}
		}
		r = identified(r, newest.uuid)
		return nil
	})
	if err != nil {
		return release.Release{}, fmt.Errorf("version %d of release %d: %w", number, id, l.explain(err))
	}
	return r, nil
}

// read runs f on one state of the library, whatever others write meanwhile.
func (l *Library) read(ctx context.Context, f func(tx *transaction) error) error {
	begun, err := l.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	tx := &transaction{Tx: begun}
	defer func() { _ = tx.Rollback() }() // nothing was written
	return f(tx)
}

// versionText goes from the next whole version, or from the newest text, back
// to the one wanted.
func (l *Library) versionText(ctx context.Context, tx *transaction, id, number int64, newest stored) (text, sum []byte, err error) {
	if number == newest.version.number {
		return newest.text, newest.checksum, nil
	}
	rows, err := tx.QueryContext(ctx, `SELECT number, whole, body, checksum FROM version WHERE release = ? AND number >= ? ORDER BY number`, id, number)
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = rows.Close() }() // Err below tells of trouble
	var bodies [][]byte
	base := newest.text
	for rows.Next() {
		var n int64
		var whole bool
		var body, own []byte
		if err := rows.Scan(&n, &whole, &body, &own); err != nil {
			return nil, nil, err
		}
		if sum == nil {
			if n != number {
				break
			}
			sum = own
		}
		bodies = append(bodies, body)
		if whole {
			base = nil
			break
		}
	}
	if err := rows.Err(); err != nil {
		return nil, nil, err
	}
	if sum == nil {
		return nil, nil, &library.MissingVersionError{ID: id, Number: number}
	}
	text = base
	for i := len(bodies) - 1; i >= 0; i-- {
		if text, err = apply(bodies[i], text); err != nil {
			return nil, sum, nil //nolint:nilerr // a text that is not there fits no checksum
		}
	}
	return text, sum, nil
}

// everSaid reports whether a version of release id says what row does.
func (l *Library) everSaid(ctx context.Context, tx *transaction, id int64, row row) (bool, error) {
	newest, err := l.stored(ctx, tx, id)
	if err != nil || newest.says(row) {
		return err == nil, err
	}
	for number := newest.version.number - 1; number > 0; number-- {
		text, _, err := l.versionText(ctx, tx, id, number, newest)
		var missing *library.MissingVersionError
		if err != nil && !errors.As(err, &missing) {
			return false, err
		}
		if len(text) > 0 && (stored{text: text}).says(row) {
			return true, nil
		}
	}
	return false, nil
}

// RestoreVersion is as library.History has it.
func (l *Library) RestoreVersion(ctx context.Context, id, revision, number int64) (library.Entry, error) {
	r, err := l.Version(ctx, id, number)
	if err != nil {
		return library.Entry{}, err
	}
	return l.SaveVersion(ctx, id, revision, r)
}

// NameVersion is as library.History has it.
func (l *Library) NameVersion(ctx context.Context, id, number int64, name string) error {
	err := l.write(ctx, func(tx *transaction) error {
		for _, table := range []string{`UPDATE release SET name = ? WHERE id = ? AND number = ?`, `UPDATE version SET name = ? WHERE release = ? AND number = ?`} {
			result, err := tx.ExecContext(ctx, table, name, id, number)
			if err != nil {
				return err
			}
			if n, err := result.RowsAffected(); err != nil || n > 0 {
				return err
			}
		}
		return &library.MissingVersionError{ID: id, Number: number}
	})
	if err != nil {
		return fmt.Errorf("name version %d of release %d: %w", number, id, l.explain(err))
	}
	return nil
}
