package sqlite

import (
	"cmp"
	"context"
	"slices"

	"communique/app/library"
)

const (
	// fewWanted is how many words that are not wanted are put in order: each is asked for once more for that.
	fewWanted = 10
	// newestAsked is how many of the newest releases are asked which of the words are common.
	newestAsked = 200
)

// commonFirst puts those of the words that are not wanted first which most of the newest releases have. What lacks the
// first is all that the others are looked for in; of a word that hardly a release lacks that is next to nothing. The query is complete's own.
func (l *Library) commonFirst(ctx context.Context, q library.Query) (library.Query, error) {
	if len(q.Not) < 2 || len(q.Not) > fewWanted {
		return q, nil
	}
	has := make(map[string]int, len(q.Not))
	name := func(t library.Term) string { return terms([]library.Term{t}, "") }
	for _, t := range q.Not {
		query, args := statement(library.Query{Must: []library.Term{t}}, "count(*)")
		query += ` AND rowid >= (SELECT position FROM release WHERE trashed IS NULL ORDER BY position DESC LIMIT 1 OFFSET ?)`
		var n int
		if err := l.db.QueryRowContext(ctx, query, append(args, newestAsked)...).Scan(&n); err != nil {
			return q, err
		}
		has[name(t)] = n
	}
	slices.SortStableFunc(q.Not, func(a, b library.Term) int { return cmp.Compare(has[name(b)], has[name(a)]) })
	return q, nil
}
