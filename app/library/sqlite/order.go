package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
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

// edited finds what was saved last. Where many releases have the words, those saved last are
// asked whether they do, twice as many each time.
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
	within, span := days(q, "+position") // or the index of positions would be gone through, and all of it put in order
	var found []library.Position
	for at, some := 0, limit; len(found) < limit; at, some = at+some, 2*some {
		last, err := l.positions(ctx, some, `SELECT position FROM (SELECT position FROM release WHERE trashed IS NULL`+within+order+fmt.Sprintf(` LIMIT -1 OFFSET %d)`, at), span...)
		if err != nil || len(last) == 0 {
			return found, err
		}
		has, err := l.having(ctx, q, last)
		if err != nil {
			return nil, err
		}
		found = append(found, has...)
	}
	return found[:limit], nil
}

// near is how many days lie between releases that are asked for at once, with all between
// them: to ask anew costs as much as some hundred releases.
const near = 31

// having returns those of the positions that a query finds, in their order.
func (l *Library) having(ctx context.Context, q library.Query, all []library.Position) ([]library.Position, error) {
	sorted := make([]position, len(all))
	for i, p := range all {
		sorted[i] = position(library.DaysTo(p.Day()))<<idBits + position(p.ID())
	}
	slices.Sort(sorted)
	list, err := json.Marshal(sorted)
	if err != nil {
		return nil, err
	}
	query, args := statement(q, "position")
	query += ` AND rowid BETWEEN ? AND ? AND +rowid IN (SELECT value FROM json_each(?))`
	has := map[library.Position]bool{}
	for begin, i := 0, 1; i <= len(sorted); i++ {
		if i < len(sorted) && sorted[i]-sorted[i-1] < near<<idBits {
			continue
		}
		found, err := l.positions(ctx, 0, query, append(slices.Clone(args), int64(sorted[begin]), int64(sorted[i-1]), string(list))...)
		if err != nil {
			return nil, err
		}
		for _, p := range found {
			has[p] = true
		}
		begin = i
	}
	return slices.DeleteFunc(all, func(p library.Position) bool { return !has[p] }), nil
}

// rare are those terms which few enough releases have: to weigh by a term, the index looks for it
// in all of them.
func (l *Library) rare(ctx context.Context, all []library.Term) ([]library.Term, error) {
	var rare []library.Term
	for _, t := range all {
		few, err := l.isSortable(ctx, library.Query{Must: []library.Term{t}})
		if err != nil {
			return nil, err
		}
		if few {
			rare = append(rare, t)
		}
	}
	return rare, nil
}

// best finds what has the words in its headline before what has them elsewhere. Where that is few
// enough, it is weighed by how often it has the rare ones of them, and how rare these are.
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
		rare, err := l.rare(ctx, q.Must)
		if err != nil {
			return nil, err
		}
		if len(rare) == len(q.Must) {
			return l.positions(ctx, limit, query+` ORDER BY bm25(words, 8.0, 1.0), position DESC`, args...)
		}
		if len(rare) > 0 {
			return l.positions(ctx, limit, `SELECT rowid AS position FROM words WHERE words MATCH ? AND +rowid IN (`+query+`) ORDER BY bm25(words, 8.0, 1.0), position DESC`,
				append([]any{terms(rare, " AND ")}, args...)...)
		}
	}
	titled, err := l.inHeadline(ctx, q)
	if err != nil {
		return nil, err
	}
	query, args = statement(titled, "position")
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

// The places of words that stand in the headline: where each is a word of its own, and where the
// index is an older program's.
const (
	headlineWords library.Place = "words of the headline"
	headlineOnly  library.Place = "headline"
)

// inHeadline asks for the words of q in the headline.
func (l *Library) inHeadline(ctx context.Context, q library.Query) (library.Query, error) {
	var older bool
	if err := l.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM unrenewed)`).Scan(&older); err != nil {
		return q, err
	}
	place := headlineWords
	if older {
		place = headlineOnly
	}
	q.Must = slices.Clone(q.Must)
	for i := range q.Must {
		if q.Must[i].In == library.InText {
			q.Must[i].In = place
		}
	}
	return q, nil
}
