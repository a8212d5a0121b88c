package library

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Find returns where the releases stand that q asks for, at most limit of them
// (0: all), in q's order.
func (l *Library) Find(ctx context.Context, q Query, limit int) ([]Position, error) {
	q, err := l.complete(ctx, q)
	if err != nil {
		return nil, err
	}
	query, args := q.statement("position")
	switch q.Sort {
	case Oldest:
		query += ` ORDER BY position`
	case Edited:
		query = `SELECT position FROM release WHERE trashed IS NULL AND position IN (` + query + `) ORDER BY saved DESC, id DESC`
	case Best:
		if q.match() != "" {
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
	var found []Position
	for rows.Next() {
		var p Position
		if err := rows.Scan(&p); err != nil {
			return nil, fmt.Errorf("find releases: %w", l.explain(err))
		}
		found = append(found, p)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("find releases: %w", l.explain(err))
	}
	return found, nil
}

// Count returns how many releases q asks for.
func (l *Library) Count(ctx context.Context, q Query) (int, error) {
	q, err := l.complete(ctx, q)
	if err != nil {
		return 0, err
	}
	query, args := q.statement("count(*)")
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
func (l *Library) complete(ctx context.Context, q Query) (Query, error) {
	q.must = slices.Clone(q.must)
	for i := range q.must {
		t := &q.must[i]
		if !t.begins || strings.Contains(t.rows[0], " ") {
			continue
		}
		var list string
		err := l.db.QueryRowContext(ctx, `SELECT json_group_array(word) FROM (SELECT word FROM vocabulary WHERE word >= ?1 AND word < ?1 || ?2 LIMIT ?3)`,
			t.rows[0], string(unicode.MaxRune), fewWords+1).Scan(&list)
		var there []string
		if err == nil {
			err = json.Unmarshal([]byte(list), &there)
		}
		if err != nil {
			return q, fmt.Errorf("find releases: %w", l.explain(err))
		}
		if len(there) <= fewWords {
			t.rows, t.begins = append(there, t.rows...), false
		}
	}
	return q, nil
}

// statement selects what from the index of words, or, where no words are
// asked for, from the releases themselves; both are in the order of positions.
func (q Query) statement(what string) (query string, args []any) {
	match := q.match()
	position := "position"
	if match != "" {
		position = "rowid"
		what = strings.Replace(what, "position", "rowid AS position", 1)
		query = `SELECT ` + what + ` FROM words WHERE words MATCH ?`
		args = append(args, match)
	} else {
		query = `SELECT ` + what + ` FROM release WHERE trashed IS NULL`
	}
	if !q.from.IsZero() {
		query += ` AND ` + position + ` >= ?`
		args = append(args, int64(firstOf(q.from)))
	}
	if !q.to.IsZero() {
		query += ` AND ` + position + ` < ?`
		args = append(args, int64(firstOf(q.to))+1<<idBits)
	}
	if q.twins {
		query += ` AND ` + position + ` IN (SELECT position FROM release WHERE trashed IS NULL AND fingerprint IN (
			SELECT fingerprint FROM release WHERE fingerprint <> 0 AND trashed IS NULL GROUP BY fingerprint HAVING count(*) > 1))`
	}
	return query, args
}

// Entries returns the releases at positions, in their order. One that has gone
// or moved meanwhile is left out.
func (l *Library) Entries(ctx context.Context, positions []Position) ([]Entry, error) {
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
	byID := make(map[int64]Entry, len(found))
	for _, e := range found {
		byID[e.ID] = e
	}
	entries := make([]Entry, 0, len(found))
	for _, id := range ids {
		if e, ok := byID[id]; ok {
			entries = append(entries, e)
		}
	}
	return entries, nil
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

// Quote is what somebody said in a release.
type Quote struct {
	Entry Entry
	Text  string
	Who   string // the words beside the quotation that say who
}

// Quotes returns what the people that q's filter «сказал» names have said, in
// q's order.
func (l *Library) Quotes(ctx context.Context, q Query) ([]Quote, error) {
	positions, err := l.Find(ctx, q, 0)
	if err != nil {
		return nil, err
	}
	var asked Query
	for _, name := range q.said {
		asked.everyWord(false, inText, name)
	}
	var found []Quote
	for _, p := range positions {
		r, e, err := l.Get(ctx, p.ID())
		var damaged *DamagedError
		var missing *MissingError
		if errors.As(err, &damaged) || errors.As(err, &missing) {
			continue // it is told when it is opened; the others' words are still asked for
		}
		if err != nil {
			return nil, err
		}
		for _, s := range quotations(r) {
			if asked.all(s.attribution) {
				found = append(found, Quote{Entry: e, Text: s.text, Who: s.attribution})
			}
		}
	}
	return found, nil
}

// all reports whether text has each word that q asks for.
func (q Query) all(text string) bool {
	for _, t := range q.must {
		if len((Query{must: []term{t}}).Spans(text)) == 0 {
			return false
		}
	}
	return true
}
