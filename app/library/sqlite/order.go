package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"

	"communique/app/library"
	"communique/editor/release"
)

// sortable is how many releases are put in order when somebody waits. Of more, those that
// come first are looked for where the order has them.
const sortable = 2000

// areAtMost reports whether no more than some releases are found.
func (l *Library) areAtMost(ctx context.Context, all finding, some int) (bool, error) {
	var more int64
	err := l.db.QueryRowContext(ctx, all.query+` LIMIT 1 OFFSET ?`, append(slices.Clone(all.args), some)...).Scan(&more)
	if errors.Is(err, sql.ErrNoRows) {
		return true, nil
	}
	return false, err
}

// near is how many days lie between releases that are asked for at once, with all between
// them: to ask anew costs as much as some hundred releases.
const near = 31 << idBits

// having returns those of the positions that have the words of a query, in their order.
func (l *Library) having(ctx context.Context, q library.Query, all []library.Position) ([]library.Position, error) {
	sorted := placesOf(all)
	slices.Sort(sorted)
	list, err := json.Marshal(sorted)
	if err != nil {
		return nil, err
	}
	q.From, q.To = release.Date{}, release.Date{} // FTS5 goes by one span of rows
	query, args := statement(q, "position")
	query += ` AND rowid BETWEEN ? AND ? AND +rowid IN (SELECT value FROM json_each(?))`
	has := map[library.Position]bool{}
	for begin, i := 0, 1; i <= len(sorted); i++ {
		if i < len(sorted) && sorted[i]-sorted[i-1] < near {
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

// rare are those terms which few enough releases have, as they are weighed. To weigh by a term, the
// index looks for it in all of what has it.
func (l *Library) rare(ctx context.Context, all []library.Term) (rare []library.Term, err error) {
	for _, t := range all {
		asked := library.Query{Must: []library.Term{t}}
		if err := l.askPairs(ctx, &asked); err != nil {
			return nil, err
		}
		few, err := l.areAtMost(ctx, searched(asked), sortable)
		switch {
		case err != nil:
			return nil, err
		case !few: // it weighs little
		case t.In == shortPair: // it does not tell whether the two stand in the headline
			rare = append(rare, library.Term{In: shortPair, Rows: []string{t.Rows[0], marked(phraseOf(t.Rows[0]))}})
		default:
			rare = append(rare, asked.Must...)
		}
	}
	return rare, nil
}

// best finds what has the words in its headline before what has them elsewhere. Where that is few
// enough, it is weighed by how often it has the rare ones of them, and how rare these are.
func (l *Library) best(ctx context.Context, q library.Query, all finding, limit int) ([]library.Position, error) {
	const newest = ` ORDER BY position DESC`
	if len(q.Must) == 0 { // there is nothing to weigh by
		return l.positions(ctx, limit, all.query+newest, all.args...)
	}
	few, err := l.areAtMost(ctx, all, sortable)
	if err != nil {
		return nil, err
	}
	if few {
		rare, err := l.rare(ctx, q.Must)
		if err != nil {
			return nil, err
		}
		if len(rare) > 0 {
			return l.positions(ctx, limit, `SELECT rowid AS position FROM words WHERE words MATCH ? AND +rowid IN (`+all.query+`) ORDER BY bm25(words, 8.0, 1.0), position DESC`,
				append([]any{terms(rare, " AND ")}, all.args...)...)
		}
	}
	first, err := l.titled(ctx, q, all, limit)
	if err != nil || limit > 0 && len(first) == limit {
		return first, err
	}
	rest, err := l.positions(ctx, limit, all.query+newest, all.args...)
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

// titled returns the newest of what has the words of q in its headline.
func (l *Library) titled(ctx context.Context, q library.Query, all finding, limit int) ([]library.Position, error) {
	const newest = ` ORDER BY position DESC`
	titled, err := l.inHeadline(ctx, q)
	if err != nil {
		return nil, err
	}
	if !all.known {
		in := searched(titled)
		return l.positions(ctx, limit, in.query+newest, in.args...)
	}
	first, err := l.positions(ctx, 0, all.query+newest, all.args...)
	if err != nil {
		return nil, err
	}
	first, err = l.having(ctx, titled, first)
	if limit > 0 {
		first = first[:min(len(first), limit)]
	}
	return first, err
}

// The places of words that stand in the headline: where each is a word of its own, and where the
// index is an older program's.
const (
	headlineWords library.Place = "words of the headline"
	headlineOnly  library.Place = "headline"
)

// inHeadline asks for the words of q in the headline.
func (l *Library) inHeadline(ctx context.Context, q library.Query) (library.Query, error) {
	older, err := l.isOlder(ctx)
	if err != nil {
		return q, err
	}
	place := headlineWords
	if older {
		place = headlineOnly
	}
	q.Must = slices.Clone(q.Must)
	for i, t := range q.Must {
		switch t.In {
		case library.InText:
			q.Must[i].In = place
		case shortPair:
			q.Must[i] = library.Term{In: place, Rows: []string{phraseOf(t.Rows[0])}}
		default: // stands elsewhere
		}
	}
	return q, nil
}

// isOlder reports whether the index is an older program's.
func (l *Library) isOlder(ctx context.Context) (older bool, err error) {
	err = l.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM unrenewed)`).Scan(&older)
	return older, err
}
