package sqlite

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"communique/app/library"
)

// begun is how many letters a word has in common with one that is two letters off.
const begun = 2

// Nearest is as library.Search has it.
func (l *Library) Nearest(ctx context.Context, q library.Query) (all []library.Near, err error) {
	for _, t := range q.Must {
		if t.In.IsField() {
			continue
		}
		alone, err := l.complete(ctx, library.Query{Must: []library.Term{t}})
		if err != nil {
			return nil, err
		}
		there, err := l.finds(ctx, alone)
		if err != nil {
			return nil, fmt.Errorf("find the nearest words: %w", l.explain(err))
		}
		if there {
			continue
		}
		for word := range strings.SplitSeq(t.Rows[0], " ") {
			near, err := l.near(ctx, word)
			if err != nil {
				return nil, fmt.Errorf("find the nearest words: %w", l.explain(err))
			}
			if len(near) > 0 {
				all = append(all, library.Near{Typed: word, Words: near})
			}
		}
	}
	return all, nil
}

// finds reports whether a query finds a release.
func (l *Library) finds(ctx context.Context, q library.Query) (bool, error) {
	few, known, err := l.recall(ctx, q)
	if err != nil || known {
		return len(few) > 0, err
	}
	return l.has(ctx, match(q))
}

// has reports whether a match finds a release.
func (l *Library) has(ctx context.Context, match string) (there bool, err error) {
	err = l.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM words WHERE words MATCH ?)`, match).Scan(&there)
	return there, err
}

// have counts the releases that a match finds, as far as sortable.
func (l *Library) have(ctx context.Context, match string) (n int, err error) {
	err = l.db.QueryRowContext(ctx, `SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)`, match, sortable).Scan(&n)
	return n, err
}

// near returns the words nearest to one; none for a word that releases have. Words one letter
// off are looked up; those two letters off are looked for among those that begin alike.
func (l *Library) near(ctx context.Context, typed string) ([]string, error) {
	if there, err := l.has(ctx, `"`+typed+`"`); err != nil || there {
		return nil, err
	}
	list, err := json.Marshal(library.OneOff(typed))
	if err != nil {
		return nil, err
	}
	found, err := l.words(ctx, `SELECT word FROM vocabulary WHERE word IN (SELECT value FROM json_each(?))`, string(list))
	if err != nil {
		return nil, err
	}
	near, err := l.frequent(ctx, typed, found)
	if err != nil || len(near) > 0 {
		return near, err
	}
	letters := []rune(typed)
	begin := string(letters[:min(begun, len(letters))])
	if found, err = l.words(ctx, `SELECT word FROM vocabulary WHERE word >= ?1 AND word < ?1 || ?2`, begin, string(utf8.MaxRune)); err != nil {
		return nil, err
	}
	return l.frequent(ctx, typed, found)
}

// frequent chooses among words those that are nearest to one, and the most frequent of those.
func (l *Library) frequent(ctx context.Context, typed string, found []string) ([]string, error) {
	type candidate struct {
		word           string
		letters, count int
	}
	var all []candidate
	for _, word := range found {
		if letters, ok := library.Distance(typed, word); ok {
			all = append(all, candidate{word: word, letters: letters})
		}
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.letters, b.letters), cmp.Compare(a.word, b.word))
	})
	const counted = 30
	all = all[:min(len(all), counted)]
	for i := range all {
		var err error
		if all[i].count, err = l.have(ctx, `"`+all[i].word+`"`); err != nil {
			return nil, err
		}
	}
	all = slices.DeleteFunc(all, func(c candidate) bool { return c.count == 0 }) // it lies in the trash
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.letters, b.letters), cmp.Compare(b.count, a.count))
	})
	words := make([]string, 0, library.Nearby)
	for _, c := range all[:min(len(all), library.Nearby)] {
		words = append(words, c.word)
	}
	return words, nil
}
