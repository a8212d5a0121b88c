package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"communique/app/library"
)

// addSharing brings who saved what, which requests were answered, and what has changed,
// for other copies of the program to see.
var addSharing = statements(
	`ALTER TABLE release ADD COLUMN author TEXT NOT NULL DEFAULT ''`,
	`ALTER TABLE version ADD COLUMN author TEXT NOT NULL DEFAULT ''`,
	`CREATE TABLE request (
		id       TEXT PRIMARY KEY,
		release  INTEGER NOT NULL REFERENCES release (id) ON DELETE CASCADE ON UPDATE CASCADE,
		revision INTEGER NOT NULL, -- what it was answered with
		checksum BLOB NOT NULL,    -- of the text
		answered INTEGER NOT NULL  -- milliseconds since 1970, UTC
	) STRICT, WITHOUT ROWID`,
	`CREATE TABLE change (
		number  INTEGER PRIMARY KEY AUTOINCREMENT,
		release INTEGER NOT NULL, -- 0: any of them
		uuid    TEXT NOT NULL,
		writer  INTEGER NOT NULL  -- which open library wrote it
	) STRICT`,
)

// requestLife is how long an answer is remembered.
const requestLife = 24 * time.Hour

// answer is what a request was answered with.
type answer struct {
	id, revision int64
	checksum     []byte
}

// answered returns what the request in ctx was answered with; an id of 0 where it is new.
func answered(ctx context.Context, tx *transaction) (answer, error) {
	var a answer
	request := library.Request(ctx)
	if request == "" {
		return a, nil
	}
	err := tx.QueryRowContext(ctx, `SELECT release, revision, checksum FROM request WHERE id = ?`, request).Scan(&a.id, &a.revision, &a.checksum)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return a, err
}

// isOf reports whether a is the answer to a save of row.
func (a answer) isOf(row row) bool { return a.id != 0 && bytes.Equal(a.checksum, row.checksum) }

// answer notes what the request in ctx is answered with.
func (l *Library) answer(ctx context.Context, tx *transaction, e library.Entry, row row) error {
	request := library.Request(ctx)
	if request == "" {
		return nil
	}
	_, err := tx.ExecContext(ctx, `INSERT OR REPLACE INTO request (id, release, revision, checksum, answered) VALUES (?, ?, ?, ?, ?)`,
		request, e.ID, e.Revision, row.checksum, l.now().UnixMilli())
	return err
}

// forgetAnswers drops what nobody will ask for again.
func (l *Library) forgetAnswers(ctx context.Context, tx *transaction) error {
	_, err := tx.ExecContext(ctx, `DELETE FROM request WHERE answered < ?`, l.now().Add(-requestLife).UnixMilli())
	return err
}

// changed notes that a transaction changes a release.
func (tx *transaction) changed(id int64, uuid string) {
	if len(tx.changes) <= manyChanges {
		tx.changes = append(tx.changes, library.Change{ID: id, UUID: uuid})
	}
}

const (
	// manyChanges in one transaction are told as a change of any release.
	manyChanges = 100
	// keptChanges is how many changes are remembered; who asks less often hears that
	// any release may have changed.
	keptChanges = 10_000
)

// tell writes down what a transaction has changed.
func (l *Library) tell(ctx context.Context, tx *transaction) error {
	if len(tx.changes) > manyChanges {
		tx.changes = []library.Change{{}}
	}
	if len(tx.changes) == 0 {
		return nil
	}
	if err := noteBefore(ctx, tx); err != nil {
		return err
	}
	for _, c := range tx.changes {
		written, err := tx.exec(ctx, `INSERT INTO change (release, uuid, writer) VALUES (?, ?, ?)`, c.ID, c.UUID, l.writer)
		if err != nil {
			return err
		}
		if tx.change, err = written.LastInsertId(); err != nil {
			return err
		}
	}
	_, err := tx.exec(ctx, `DELETE FROM change WHERE number <= (SELECT max(number) FROM change) - ?`, keptChanges)
	return err
}

// lastChange returns the number of the newest change, 0 where there has been none.
func (l *Library) lastChange(ctx context.Context) (n int64, err error) {
	err = l.db.QueryRowContext(ctx, `SELECT coalesce(max(number), 0) FROM change`).Scan(&n)
	return n, err
}

// Changes is as library.Desk has it.
func (l *Library) Changes(ctx context.Context) ([]library.Change, error) {
	if l.readFrom != "" {
		return l.changedThere(), nil
	}
	if err := l.ensure(ctx); err != nil {
		return nil, err
	}
	l.heard.Lock()
	defer l.heard.Unlock()
	var all []library.Change
	var oldest, newest int64
	known := l.heard.change
	err := l.read(ctx, func(tx *transaction) error {
		if err := tx.QueryRowContext(ctx, `SELECT coalesce(min(number), 0), coalesce(max(number), 0) FROM change`).Scan(&oldest, &newest); err != nil {
			return err
		}
		if newest < known || oldest > known+1 {
			all = []library.Change{{}} // a backup has taken its place, or too much has happened
			return nil
		}
		rows, err := tx.QueryContext(ctx, `SELECT release, uuid FROM change WHERE number > ? AND writer <> ? GROUP BY release ORDER BY max(number)`, known, l.writer)
		if err != nil {
			return err
		}
		defer func() { _ = rows.Close() }() // Err below tells of trouble
		for rows.Next() {
			var c library.Change
			if err := rows.Scan(&c.ID, &c.UUID); err != nil {
				return err
			}
			all = append(all, c)
		}
		return rows.Err()
	})
	if err != nil {
		return nil, fmt.Errorf("ask what has changed: %w", l.explain(err))
	}
	l.heard.change = newest // what could not be told is told the next time
	if slices.Contains(all, library.Change{}) {
		all = []library.Change{{}}
	}
	return all, nil
}
