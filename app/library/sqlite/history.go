package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
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
	err := tx.QueryRowContext(ctx, `SELECT whole, body FROM version WHERE release = ? AND number = ?`, id, before).Scan(&whole, &body)
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
	_, err = tx.ExecContext(ctx, `UPDATE version SET body = ? WHERE release = ? AND number = ?`, difference(older, text), id, before)
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
