// Package library keeps every release of the office in one SQLite file. A save
// is on the disk when Save returns; what is read back is checked against the
// checksum it was stored with.
package library

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"communique/editor/release"
)

// Params say where the library lies and what time it is.
type Params struct {
	Path string
	Now  func() time.Time
}

// Library is an open library. It may be used by several goroutines, and its
// file by several copies of the program.
type Library struct {
	db   *sql.DB
	now  func() time.Time
	path string
}

// Entry is a release as lists show it.
type Entry struct {
	ID int64
	// Revision counts the saves; Save takes it to notice another's.
	Revision int64
	Headline string
	Place    string
	Lead     string
	Date     release.Date
	Status   release.Status
	Kind     release.Kind
	Language string
	Saved    time.Time
}

// Save writes r as release id, or as a new one where id is 0, and returns
// when it is durable. A revision that is not the newest is a *ConflictError;
// an id that is not there a *MissingError.
func (l *Library) Save(ctx context.Context, id, revision int64, r release.Release) (Entry, error) {
	row, err := newRow(r, l.now())
	if err != nil {
		return Entry{}, err
	}
	if id == 0 {
		return l.insert(ctx, row)
	}
	result, err := l.db.ExecContext(ctx, `UPDATE release SET revision = revision + 1, `+assignments+`
		WHERE id = ? AND revision = ?`, append(row.values(), id, revision)...)
	if err != nil {
		return Entry{}, fmt.Errorf("save release %d: %w", id, l.explain(err))
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return Entry{}, errors.Join(err, l.whyNot(ctx, id))
	}
	return row.entry(id, revision+1), nil
}

func (l *Library) insert(ctx context.Context, row row) (Entry, error) {
	result, err := l.db.ExecContext(ctx, insertion, append(row.values(), row.saved.UnixMilli())...)
	if err != nil {
		return Entry{}, fmt.Errorf("save a new release: %w", l.explain(err))
	}
	id, err := result.LastInsertId()
	if err != nil {
		return Entry{}, fmt.Errorf("save a new release: %w", l.explain(err))
	}
	return row.entry(id, 1), nil
}

// whyNot tells a release that another copy changed from one that is not there.
func (l *Library) whyNot(ctx context.Context, id int64) error {
	var n int
	if err := l.db.QueryRowContext(ctx, `SELECT count(*) FROM release WHERE id = ?`, id).Scan(&n); err != nil {
		return fmt.Errorf("save release %d: %w", id, l.explain(err))
	}
	if n == 0 {
		return &MissingError{id}
	}
	return &ConflictError{id}
}

// Get returns release id as it was saved last. A text that does not fit its
// checksum is a *DamagedError.
func (l *Library) Get(ctx context.Context, id int64) (release.Release, Entry, error) {
	var text string
	var sum []byte
	e, err := scan(l.db.QueryRowContext(ctx, `SELECT `+listed+`, text, checksum FROM release WHERE id = ?`, id), &text, &sum)
	if errors.Is(err, sql.ErrNoRows) {
		return release.Release{}, Entry{}, &MissingError{id}
	}
	if err != nil {
		return release.Release{}, Entry{}, fmt.Errorf("read release %d: %w", id, l.explain(err))
	}
	if own := sha256.Sum256([]byte(text)); string(own[:]) != string(sum) {
		return release.Release{}, Entry{}, &DamagedError{ID: id, Headline: e.Headline}
	}
	r, err := release.Parse([]byte(text))
	if err != nil {
		return release.Release{}, Entry{}, fmt.Errorf("read release %d: %w", id, l.explain(err))
	}
	return r, e, nil
}

// List returns every release outside the trash, newest first: by its date, or
// by the day it was made where it has none.
func (l *Library) List(ctx context.Context) ([]Entry, error) {
	return l.entries(ctx, `WHERE trashed IS NULL `+newestFirst)
}

// Trashed returns what lies in the trash, newest first.
func (l *Library) Trashed(ctx context.Context) ([]Entry, error) {
	return l.entries(ctx, `WHERE trashed IS NOT NULL `+newestFirst)
}

// Search returns the releases outside the trash that hold each word of query
// as a part of their text, newest first. Case and ё/е make no difference.
func (l *Library) Search(ctx context.Context, query string) ([]Entry, error) {
	where, args := `WHERE trashed IS NULL`, []any(nil)
	for _, word := range strings.Fields(fold(query)) {
		where += ` AND instr(folded, ?) > 0`
		args = append(args, word)
	}
	return l.entries(ctx, where+` `+newestFirst, args...)
}

func (l *Library) entries(ctx context.Context, where string, args ...any) ([]Entry, error) {
	query := `SELECT ` + listed + ` FROM release ` + where //nolint:gosec // both are this package's own constants; words are arguments
	rows, err := l.db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("list releases: %w", l.explain(err))
	}
	defer func() { _ = rows.Close() }() // Err below tells of trouble
	var entries []Entry
	for rows.Next() {
		e, err := scan(rows)
		if err != nil {
			return nil, fmt.Errorf("list releases: %w", l.explain(err))
		}
		entries = append(entries, e)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("list releases: %w", l.explain(err))
	}
	return entries, nil
}

// Duplicate saves a copy of release id as a new draft.
func (l *Library) Duplicate(ctx context.Context, id int64) (Entry, error) {
	r, _, err := l.Get(ctx, id)
	if err != nil {
		return Entry{}, err
	}
	r.Status = release.Draft
	return l.Save(ctx, 0, 0, r)
}

// Trash moves release id to the trash, whence Restore brings it back.
func (l *Library) Trash(ctx context.Context, id int64) error {
	return l.mark(ctx, id, l.now().UnixMilli())
}

// Restore brings release id back from the trash.
func (l *Library) Restore(ctx context.Context, id int64) error { return l.mark(ctx, id, nil) }

func (l *Library) mark(ctx context.Context, id int64, trashed any) error {
	result, err := l.db.ExecContext(ctx, `UPDATE release SET trashed = ? WHERE id = ?`, trashed, id)
	if err != nil {
		return fmt.Errorf("trash release %d: %w", id, l.explain(err))
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return errors.Join(err, &MissingError{id})
	}
	return nil
}

// Close closes the library; everything saved was durable before.
func (l *Library) Close() error { return l.db.Close() }
