package sqlite

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/app/library"
	"communique/editor/release"
)

// fewWords is how many words may stand for a beginning. They are looked up as
// words, newest first, where a beginning has to be gathered whole before its
// first release is known; the index has short beginnings, which more words
// share, as words.
const fewWords = 100

// unindexed is how many letters a beginning has that is asked for, and that the index does not have
// as a word. Of those a letter longer, which it has, there are as many as the alphabet.
const unindexed = 2

// goesOn stands behind a row whose last word may go on, as FTS5 writes it.
const goesOn = "*"

// complete puts the words of the library that begin as the last word of q does
// in its place, asks for no form that the library does not have, and for pairs where short words
// stand side by side.
func (l *Library) complete(ctx context.Context, q library.Query) (library.Query, error) {
	q.Must, q.Not = slices.Clone(q.Must), slices.Clone(q.Not)
	for _, terms := range [][]library.Term{q.Must, q.Not} {
		for i := range terms {
			if terms[i].In.IsField() {
				continue
			}
			if err := l.completeTerm(ctx, &terms[i]); err != nil {
				return q, fmt.Errorf("find releases: %w", l.explain(err))
			}
		}
	}
	askOthers(&q)
	if err := l.askPairs(ctx, &q); err != nil {
		return q, fmt.Errorf("find releases: %w", l.explain(err))
	}
	return q, nil
}

// askOthers asks for the other values of a field where one is not wanted: the more releases have that
// one, the fewer have the others, where all would have to be gone through.
func askOthers(q *library.Query) {
	q.Not = slices.DeleteFunc(q.Not, func(t library.Term) bool {
		others, known := othersOf(t)
		if known {
			q.Must = append(q.Must, library.Term{In: t.In, Rows: others})
		}
		return known
	})
}

// othersOf returns the other values of a field that has one of a few in each release; none where t is
// no such value.
func othersOf(t library.Term) (others []string, known bool) {
	other := func(value string) {
		if facet(t.In, value) == facet(t.In, t.Rows[0]) {
			known = true
		} else {
			others = append(others, value)
		}
	}
	switch t.In {
	case library.OfStatus:
		for _, s := range release.Statuses() {
			other(string(s))
		}
	case library.OfKind:
		for _, k := range release.Kinds() {
			other(string(k))
		}
	default: // its values are not all known
	}
	return others, known
}

func (l *Library) completeTerm(ctx context.Context, t *library.Term) error {
	if t.Begins && !strings.Contains(t.Rows[0], " ") {
		there, err := l.words(ctx, `SELECT word FROM vocabulary WHERE word >= ?1 AND word < ?1 || ?2 LIMIT ?3`, t.Rows[0], string(unicode.MaxRune), fewWords+1)
		if err != nil {
			return err
		}
		if len(there) <= fewWords {
			t.Rows, t.Begins = append(there, t.Rows...), false
		}
	}
	if err := l.keepKnown(ctx, t); err != nil {
		return err
	}
	return l.lengthen(ctx, t)
}

// keepKnown leaves out forms whose last word the library does not have.
func (l *Library) keepKnown(ctx context.Context, t *library.Term) error {
	if len(t.Rows) == 1 || t.In != library.InText {
		return nil
	}
	last := make([]string, len(t.Rows))
	for i, row := range t.Rows {
		last[i] = row[strings.LastIndexByte(row, ' ')+1:]
	}
	list, err := json.Marshal(last)
	if err != nil {
		return err
	}
	there, err := l.words(ctx, `SELECT word FROM vocabulary WHERE word IN (SELECT value FROM json_each(?))`, string(list))
	if err != nil {
		return err
	}
	rows := t.Rows[:1:1] // what was typed may go on
	for i, row := range t.Rows[1:] {
		if slices.Contains(there, last[i+1]) && !slices.Contains(rows, row) {
			rows = append(rows, row)
		}
	}
	t.Rows = rows
	return nil
}

// lengthen puts the beginnings a letter longer in the place of one that the index does not have.
func (l *Library) lengthen(ctx context.Context, t *library.Term) error {
	head, last := "", t.Rows[0]
	if i := strings.LastIndexByte(last, ' ') + 1; i > 0 {
		head, last = last[:i], last[i:]
	}
	if !t.Begins || utf8.RuneCountInString(last) != unindexed {
		return nil
	}
	// The next that differs is looked for, and none in between.
	const next = `(SELECT substr(min(word), 1, ?2) FROM vocabulary WHERE word > %s AND word < ?1 || ?3)`
	longer, err := l.words(ctx, `WITH RECURSIVE longer (word) AS (SELECT `+fmt.Sprintf(next, `?1`)+`
		UNION ALL SELECT `+fmt.Sprintf(next, `longer.word || ?3`)+` FROM longer WHERE longer.word IS NOT NULL)
		SELECT word FROM longer WHERE word IS NOT NULL`, last, unindexed+1, string(unicode.MaxRune))
	if err != nil {
		return err
	}
	t.Begins, t.Rows = false, slices.Clip(t.Rows) // the query is asked with by others
	for _, word := range longer {
		t.Rows = append(t.Rows, head+word+goesOn)
	}
	return nil
}

// words runs a query for words.
func (l *Library) words(ctx context.Context, query string, args ...any) (all []string, err error) {
	var list []byte
	if err := l.db.QueryRowContext(ctx, `SELECT json_group_array(word) FROM (`+query+`)`, args...).Scan(&list); err != nil {
		return nil, err
	}
	return all, json.Unmarshal(list, &all)
}
