package sqlite

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"communique/app/library"
	"communique/editor/release"
)

// Find is as library.Search has it.
func (l *Library) Find(ctx context.Context, q library.Query, limit int) ([]library.Position, error) {
	q, err := l.complete(ctx, q)
	if err != nil {
		return nil, err
	}
	found, err := l.find(ctx, q, limit)
	if err != nil {
		return nil, fmt.Errorf("find releases: %w", l.explain(err))
	}
	return found, nil
}

// find looks first for what is known of a query, and remembers what it finds in all.
func (l *Library) find(ctx context.Context, q library.Query, limit int) ([]library.Position, error) {
	few, known, err := l.recall(ctx, q)
	if err != nil || known && len(few) == 0 {
		return nil, err
	}
	if known {
		all, err := ofFew(few)
		if err != nil {
			return nil, err
		}
		return l.inOrder(ctx, q, all, limit)
	}
	change, err := l.lastChange(ctx) // what changes while it is searched is looked at again
	if err != nil {
		return nil, err
	}
	asked, err := l.commonFirst(ctx, q)
	if err != nil {
		return nil, err
	}
	found, err := l.inOrder(ctx, asked, searched(asked), limit)
	if err == nil && (limit == 0 || len(found) < limit) {
		l.remember(q, change, found)
	}
	return found, err
}

// finding is a statement that selects the positions of all that a query finds.
type finding struct {
	query string
	args  []any
	known bool // they are listed, and few
}

func searched(q library.Query) finding {
	query, args := statement(q, "position")
	return finding{query: query, args: args}
}

func ofFew(all []library.Position) (finding, error) {
	list, err := json.Marshal(placesOf(all))
	return finding{`SELECT value AS position FROM json_each(?)`, []any{string(list)}, true}, err
}

// inOrder returns the first of all that a query finds, in its order.
func (l *Library) inOrder(ctx context.Context, q library.Query, all finding, limit int) ([]library.Position, error) {
	switch q.Sort {
	case library.Oldest:
		return l.positions(ctx, limit, all.query+` ORDER BY position`, all.args...)
	case library.Edited:
		return l.edited(ctx, q, all, limit)
	case library.Best:
		return l.best(ctx, q, all, limit)
	default:
		return l.positions(ctx, limit, all.query+` ORDER BY position DESC`, all.args...)
	}
}

// positions runs a query for positions; limit 0 is all of them.
func (l *Library) positions(ctx context.Context, limit int, query string, args ...any) ([]library.Position, error) {
	if limit > 0 {
		query += fmt.Sprintf(` LIMIT %d`, limit)
	}
	rows, err := l.db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }() // Err below tells of trouble
	var found []library.Position
	for rows.Next() {
		var p position
		if err := rows.Scan(&p); err != nil {
			return nil, err
		}
		found = append(found, p.handle())
	}
	return found, rows.Err()
}

// Count is as library.Search has it.
func (l *Library) Count(ctx context.Context, q library.Query) (int, error) {
	q, err := l.complete(ctx, q)
	if err != nil {
		return 0, err
	}
	few, known, err := l.recall(ctx, q)
	if err != nil {
		return 0, fmt.Errorf("count releases: %w", l.explain(err))
	}
	if known {
		return len(few), nil
	}
	if q, err = l.commonFirst(ctx, q); err != nil {
		return 0, fmt.Errorf("count releases: %w", l.explain(err))
	}
	query, args := statement(q, "count(*)")
	var n int
	if err := l.db.QueryRowContext(ctx, query, args...).Scan(&n); err != nil {
		return 0, fmt.Errorf("count releases: %w", l.explain(err))
	}
	return n, nil
}

// statement selects what from the index of words, or, where no words are
// asked for, from the releases themselves; both are in the order of positions.
func statement(q library.Query, what string) (query string, args []any) {
	words := match(q)
	if words == "" {
		inDays, span := days(q, "position")
		return `SELECT ` + what + ` FROM release WHERE trashed IS NULL` + inDays, span
	}
	inDays, span := days(q, "rowid")
	what = strings.Replace(what, "position", "rowid AS position", 1)
	return `SELECT ` + what + ` FROM words WHERE words MATCH ?` + inDays, append([]any{words}, span...)
}

// days is the condition that a position lies within the days of q.
func days(q library.Query, position string) (condition string, args []any) {
	from, end, bounded := within(q)
	if !bounded {
		return "", nil
	}
	return ` AND ` + position + ` >= ? AND ` + position + ` < ?`, []any{int64(from), int64(end)}
}

// within returns the first position of the days of q and the one behind them, if it asks for days. What has no date lies within none.
func within(q library.Query) (from, end position, bounded bool) {
	if q.From.IsZero() && q.To.IsZero() {
		return 0, 0, false
	}
	from, end = firstOf(release.Date{Year: 1, Month: 1, Day: 1}), firstOf(release.Date{})
	if !q.From.IsZero() {
		from = firstOf(q.From)
	}
	if !q.To.IsZero() {
		end = firstOf(q.To) + 1<<idBits
	}
	return from, end, true
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
