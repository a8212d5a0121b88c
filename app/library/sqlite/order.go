package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"communique/app/library"
)

// sortable is how many releases are put in order when somebody waits. Of more, those that
// come first are looked for where the order has them.
const sortable = 4000

// isSortable reports whether a query finds few enough.
func (l *Library) isSortable(ctx context.Context, q library.Query) (bool, error) {
	query, args := statement(q, "position")
	var more int64
	err := l.db.QueryRowContext(ctx, query+` LIMIT 1 OFFSET ?`, append(args, sortable)...).Scan(&more)
	if errors.Is(err, sql.ErrNoRows) {
		return true, nil
	}
	return false, err
}

// edited finds what was saved last. Where many releases have the words, those are asked one
// after the other, in the order in which they were saved, whether they do.
func (l *Library) edited(ctx context.Context, q library.Query, limit int) ([]library.Position, error) {
	const order = ` ORDER BY saved DESC, id DESC`
	query, args := statement(q, "position")
	if match(q) == "" {
		return l.positions(ctx, limit, query+order, args...)
	}
	few, err := l.isSortable(ctx, q)
	if err != nil {
		return nil, err
	}
	if few || limit == 0 {
		return l.positions(ctx, limit, `SELECT position FROM release WHERE trashed IS NULL AND position IN (`+query+`)`+order, args...)
	}
	within, span := days(q, "rowid")
	return l.positions(ctx, limit, `SELECT release.position FROM release CROSS JOIN words ON words.rowid = release.position AND words MATCH ?`+within+` WHERE trashed IS NULL`+order,
		append([]any{match(q)}, span...)...)
}

// best finds what has the words in its headline before what has them elsewhere. Where that
// is few enough to be weighed, it is weighed by how often it has them, and how rare they are.
func (l *Library) best(ctx context.Context, q library.Query, limit int) ([]library.Position, error) {
	const newest = ` ORDER BY position DESC`
	query, args := statement(q, "position")
	if match(q) == "" {
		return l.positions(ctx, limit, query+newest, args...)
	}
	few, err := l.isSortable(ctx, q)
	if err != nil {
		return nil, err
	}
	if few {
		return l.positions(ctx, limit, query+` ORDER BY bm25(words, 8.0, 1.0), position DESC`, args...)
	}
	query, args = statement(inHeadline(q), "position")
	first, err := l.positions(ctx, limit, query+newest, args...)
	if err != nil || limit > 0 && len(first) == limit {
		return first, err
	}
	query, args = statement(q, "position")
	rest, err := l.positions(ctx, limit, query+newest, args...)
	if err != nil {
		return nil, err
	}
	seen := make(map[library.Position]bool, len(first))
	for _, p := range first {
		seen[p] = true
	}
	rest = slices.DeleteFunc(rest, func(p library.Position) bool { return seen[p] })
	if limit > 0 {
		rest = rest[:min(len(rest), limit-len(first))]
	}
	return append(first, rest...), nil
}

// headlineOnly is the place of words that stand in the headline.
const headlineOnly library.Place = "headline"

// inHeadline asks for the words of q in the headline.
func inHeadline(q library.Query) library.Query {
	q.Must = slices.Clone(q.Must)
	for i := range q.Must {
		if q.Must[i].In == library.InText {
			q.Must[i].In = headlineOnly
		}
	}
	return q
}
