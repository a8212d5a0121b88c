package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"communique/app/library"
	"communique/editor/release"
)

// makeIndex makes the index of words, empty. It finds beginnings of two to four letters as
// it finds words; fewer words begin with more.
var makeIndex = statements(
	`DROP TABLE IF EXISTS words`,
	`DROP TABLE IF EXISTS vocabulary`,
	`CREATE VIRTUAL TABLE words USING fts5 (headline, text, speakers, place, tags, facets,
		content = '', contentless_delete = 1, prefix = '2 3 4', tokenize = "unicode61 remove_diacritics 0")`,
	`CREATE TABLE vocabulary (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID`, // every word of the index
	`CREATE INDEX release_edited ON release (saved DESC, id DESC, position) WHERE trashed IS NULL`,
)

// indexAnew writes the index of words anew, and beside each text what it is listed by. A text
// that cannot be read stays as it is, to be told when it is opened.
func indexAnew(ctx context.Context, tx *transaction) error {
	if err := errors.Join(addTwins(ctx, tx), makeIndex(ctx, tx)); err != nil {
		return err
	}
	for last := int64(0); ; {
		var text []byte
		var live bool
		err := tx.scan(ctx, `SELECT id, text, trashed IS NULL FROM release WHERE id > ? ORDER BY id LIMIT 1`, []any{last}, &last, &text, &live)
		if errors.Is(err, sql.ErrNoRows) {
			break
		}
		if err == nil {
			err = indexOne(ctx, tx, last, text, live)
		}
		if err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, `INSERT OR IGNORE INTO unpaired SELECT fingerprint FROM release
		WHERE fingerprint <> 0 AND trashed IS NULL GROUP BY fingerprint HAVING count(*) > 1`)
	return err
}

func indexOne(ctx context.Context, tx *transaction, id int64, text []byte, live bool) error {
	r, err := release.Parse(text)
	if err != nil {
		r = release.New("ru")
	}
	in, mark := library.WordsOf(r)
	at := positionOf(r.Date, id)
	if _, err := tx.exec(ctx, `UPDATE release SET position = ?, fingerprint = ?, embargo = ? WHERE id = ?`, int64(at), mark, r.Embargo.String(), id); err != nil {
		return err
	}
	if !live {
		return nil
	}
	return reindex(ctx, tx, 0, at, in, r)
}
