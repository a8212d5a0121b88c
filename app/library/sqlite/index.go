package sqlite

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"communique/app/library"
	"communique/editor/release"
)

// facets are the fields of a release that a query asks for by their values, whether another has
// the same words, the words of its headline, and pairs of short ones.
func facets(r release.Release, in library.Words, twin bool) string {
	all := []string{
		facetAll, facet(library.OfStatus, string(r.Status)), facet(library.OfKind, string(r.Kind)),
		facet(library.OfTemplate, r.Template), facet(library.OfLanguage, r.Language),
	}
	if twin {
		all = append(all, facetTwin)
	}
	all = append(all, marked(in.Headline))
	return strings.Join(append(all, pairs(in.Headline, in.Text)...), " ")
}

// reindex puts what the index holds at old in the place of now.
func reindex(ctx context.Context, tx *transaction, old, now position, in library.Words, r release.Release) error {
	if err := unindex(ctx, tx, old); err != nil {
		return err
	}
	var twin bool
	if old != 0 { // of what is new the end of the transaction tells
		if err := tx.scan(ctx, `SELECT twin FROM release WHERE id = ?`, []any{now.id()}, &twin); err != nil {
			return err
		}
	}
	tx.willIndex(words, now, in, r, twin)
	if renewed, err := tx.isRenewed(ctx); err != nil {
		return err
	} else if renewed {
		tx.willIndex(wordsRenewed, now, in, r, twin)
		if err := tx.isNew(ctx, now.id()); err != nil {
			return err
		}
	}
	if len(tx.indexing[words]) < indexedAtOnce {
		return nil
	}
	return tx.index(ctx)
}

// The index that is searched, and the one that is to take its place.
const (
	words        = "words"
	wordsRenewed = "words_renewed"
)

// willIndex has a row written into an index at the end.
func (tx *transaction) willIndex(table string, at position, in library.Words, r release.Release, twin bool) {
	tx.say(in.Headline)
	tx.say(in.Text)
	if tx.indexing[table] == nil {
		if tx.indexing == nil {
			tx.indexing = map[string]map[position][]any{}
		}
		tx.indexing[table] = map[position][]any{}
	}
	tx.indexing[table][at] = []any{int64(at), in.Headline, in.Text, in.Speakers, in.Place, in.Tags, facets(r, in, twin)}
}

// index writes the rows that wait for it, one behind the other. With other statements in
// between, FTS5 would write out what it has in memory before each of them.
func (tx *transaction) index(ctx context.Context) error {
	for _, table := range []string{words, wordsRenewed} {
		rows := tx.indexing[table]
		for _, at := range slices.Sorted(maps.Keys(rows)) {
			_, err := tx.exec(ctx, `INSERT INTO `+table+` (rowid, headline, text, speakers, place, tags, facets) VALUES (?, ?, ?, ?, ?, ?, ?)`, rows[at]...)
			if err != nil {
				return err
			}
		}
		clear(rows)
	}
	return nil
}

// unindex takes a release out of the index: what lies in the trash is not found.
func unindex(ctx context.Context, tx *transaction, at position) error {
	if at == 0 {
		return nil
	}
	delete(tx.indexing[words], at)
	if _, err := tx.exec(ctx, `DELETE FROM words WHERE rowid = ?`, int64(at)); err != nil {
		return err
	}
	if renewed, err := tx.isRenewed(ctx); err != nil || !renewed {
		return err
	}
	delete(tx.indexing[wordsRenewed], at)
	if _, err := tx.exec(ctx, `DELETE FROM words_renewed WHERE rowid = ?`, int64(at)); err != nil {
		return err
	}
	return tx.isNew(ctx, at.id())
}

// say notes folded words for the vocabulary.
func (tx *transaction) say(folded string) {
	if tx.said == nil {
		tx.said = map[string]struct{}{}
	}
	for word := range wordsOf(folded) {
		tx.said[word] = struct{}{}
	}
}

// learn adds what a transaction has indexed to the vocabulary, which knows how
// words begin; at once for all its releases, since most words are in many.
func learn(ctx context.Context, tx *transaction) error {
	if len(tx.said) == 0 {
		return nil
	}
	// In the table's own order each is found beside the one before.
	list, err := json.Marshal(slices.Sorted(maps.Keys(tx.said)))
	if err != nil {
		return err
	}
	_, err = tx.exec(ctx, `INSERT OR IGNORE INTO vocabulary SELECT value FROM json_each(?)`, string(list))
	return err
}
