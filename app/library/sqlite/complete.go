package sqlite

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"communique/app/library"
)

// fewWords is how many words may stand for a beginning. They are looked up as
// words, newest first, where a beginning has to be gathered whole before its
// first release is known; the index has short beginnings, which more words
// share, as words.
const fewWords = 100

// complete puts the words of the library that begin as the last word of q does
// in its place, and asks for no form that the library does not have.
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
	return q, nil
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

// words runs a query for words.
func (l *Library) words(ctx context.Context, query string, args ...any) (all []string, err error) {
	var list []byte
	if err := l.db.QueryRowContext(ctx, `SELECT json_group_array(word) FROM (`+query+`)`, args...).Scan(&list); err != nil {
		return nil, err
	}
	return all, json.Unmarshal(list, &all)
}
