package sqlite

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"communique/app/library"
)

// Find is as library.Search has it.
func (l *Library) Find(ctx context.Context, q library.Query, limit int) ([]library.Position, error) {
	q, err := l.complete(ctx, q)
	if err != nil {
		return nil, err
	}
	query, args := statement(q, "position")
	switch q.Sort {
	case library.Oldest:
		query += ` ORDER BY position`
	case library.Edited:
		query = `SELECT position FROM release WHERE trashed IS NULL AND position IN (` + query + `) ORDER BY saved DESC, id DESC`
	case library.Best:
		if match(q) != "" {
			query += ` ORDER BY bm25(words, 8.0, 1.0), position DESC`
		} else {
			query += ` ORDER BY position DESC`
		}
	default:
		query += ` ORDER BY position DESC`
	}
	if limit > 0 {
		query += fmt.Sprintf(` LIMIT %d`, limit)
	}
	rows, err := l.db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("find releases: %w", l.explain(err))
	}
	defer func() { _ = rows.Close() }() // Err below tells of trouble
	var found []library.Position
	for rows.Next() {
		var p position
		if err := rows.Scan(&p); err != nil {
			return nil, fmt.Errorf("find releases: %w", l.explain(err))
		}
		found = append(found, p.handle())
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("find releases: %w", l.explain(err))
	}
	return found, nil
}

// Count is as library.Search has it.
func (l *Library) Count(ctx context.Context, q library.Query) (int, error) {
	q, err := l.complete(ctx, q)
	if err != nil {
		return 0, err
	}
	query, args := statement(q, "count(*)")
	var n int
	if err := l.db.QueryRowContext(ctx, query, args...).Scan(&n); err != nil {
		return 0, fmt.Errorf("count releases: %w", l.explain(err))
	}
	return n, nil
}

// fewWords is how many words may stand for a beginning. They are looked up as
// words, newest first, where a beginning has to be gathered whole before its
// first release is known; the index has short beginnings, which more words
// share, as words.
const fewWords = 100

// complete puts the words of the library that begin as the last word of q does
// in its place.
func (l *Library) complete(ctx context.Context, q library.Query) (library.Query, error) {
	q.Must = slices.Clone(q.Must)
	for i := range q.Must {
		t := &q.Must[i]
		if !t.Begins || strings.Contains(t.Rows[0], " ") {
			continue
		}
		var list string
		err := l.db.QueryRowContext(ctx, `SELECT json_group_array(word) FROM (SELECT word FROM vocabulary WHERE word >= ?1 AND word < ?1 || ?2 LIMIT ?3)`,
			t.Rows[0], string(unicode.MaxRune), fewWords+1).Scan(&list)
		var there []string
		if err == nil {
			err = json.Unmarshal([]byte(list), &there)
		}
		if err != nil {
			return q, fmt.Errorf("find releases: %w", l.explain(err))
		}
		if len(there) <= fewWords {
			t.Rows, t.Begins = append(there, t.Rows...), false
		}
	}
	return q, nil
}

// statement selects what from the index of words, or, where no words are
// asked for, from the releases themselves; both are in the order of positions.
func statement(q library.Query, what string) (query string, args []any) {
	words := match(q)
	position := "position"
	if words != "" {
		position = "rowid"
		what = strings.Replace(what, "position", "rowid AS position", 1)
		query = `SELECT ` + what + ` FROM words WHERE words MATCH ?`
		args = append(args, words)
	} else {
		query = `SELECT ` + what + ` FROM release WHERE trashed IS NULL`
	}
	if !q.From.IsZero() {
		query += ` AND ` + position + ` >= ?`
		args = append(args, int64(firstOf(q.From)))
	}
	if !q.To.IsZero() {
		query += ` AND ` + position + ` < ?`
		args = append(args, int64(firstOf(q.To))+1<<idBits)
	}
	if q.Twins {
		query += ` AND ` + position + ` IN (SELECT position FROM release WHERE trashed IS NULL AND fingerprint IN (
			SELECT fingerprint FROM release WHERE fingerprint <> 0 AND trashed IS NULL GROUP BY fingerprint HAVING count(*) > 1))`
	}
	return query, args
}

// Entries is as library.Search has it.
func (l *Library) Entries(ctx context.Context, positions []library.Position) ([]library.Entry, error) {
	ids := make([]int64, 0, len(positions))
	for _, p := range positions {
		ids = append(ids, p.ID())
	}
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, fmt.Errorf("list releases: %w", err)
	}
	found, err := l.entries(ctx, `WHERE trashed IS NULL AND id IN (SELECT value FROM json_each(?))`, string(list))
	if err != nil {
		return nil, err
	}
	byID := make(map[int64]library.Entry, len(found))
	for _, e := range found {
		byID[e.ID] = e
	}
	entries := make([]library.Entry, 0, len(found))
	for _, id := range ids {
		if e, ok := byID[id]; ok {
			entries = append(entries, e)
		}
	}
	return entries, nil
}

func (l *Library) entries(ctx context.Context, where string, args ...any) ([]library.Entry, error) {
	query := `SELECT ` + listed + ` FROM release ` + where //nolint:gosec // both are this package's own constants; words are arguments
	rows, err := l.db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("list releases: %w", l.explain(err))
	}
	defer func() { _ = rows.Close() }() // Err below tells of trouble
	var entries []library.Entry
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

// Quotes is as library.Search has it.
func (l *Library) Quotes(ctx context.Context, q library.Query) ([]library.Quote, error) {
	positions, err := l.Find(ctx, q, 0)
	if err != nil {
		return nil, err
	}
	var found []library.Quote
	for _, p := range positions {
		r, e, err := l.Get(ctx, p.ID())
		var damaged *library.DamagedError
		var missing *library.MissingError
		if errors.As(err, &damaged) || errors.As(err, &missing) {
			continue // it is told when it is opened; the others' words are still asked for
		}
		if err != nil {
			return nil, err
		}
		found = append(found, q.Quotes(e, r)...)
	}
	return found, nil
}
