package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"communique/app/library"
	"communique/editor/release"
)

// indexForm is what the index of words is made of. It finds beginnings of three and four letters as
// it finds words; fewer words begin with more, and of two letters with one more there are few. What it
// is given are folded words with spaces between, so that it has nothing to know of letters.
const indexForm = `USING fts5 (headline, text, speakers, place, tags, facets,
	content = '', contentless_delete = 1, ` + beginnings + `, tokenize = "ascii")`

const beginnings = `prefix = '3 4'`

// makeIndex makes the index of words, empty.
func makeIndex(ctx context.Context, tx *transaction) error {
	return statements(
		makeWords(words),
		`CREATE TABLE vocabulary (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID`, // every word of the index
	)(ctx, tx)
}

// makeWords makes a table of words. What a transaction brings in is put in order in memory, up to
// 16 MB of it, before it is written; by the megabyte it would have to be merged again and again.
func makeWords(table string) string {
	return `CREATE VIRTUAL TABLE ` + table + ` ` + indexForm + `; INSERT INTO ` + table + ` (` + table + `, rank) VALUES ('hashsize', 16777216);`
}

// hasIndex reports whether there is an index of words.
func hasIndex(ctx context.Context, tx *transaction) (there bool, err error) {
	err = tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'words')`).Scan(&there)
	return there, err
}

// keepIndex makes the index of words where there is none, and notes which releases it may lack:
// catchUp brings them. An index that is there stays, since most of it is right.
func keepIndex(ctx context.Context, tx *transaction) error {
	there, err := hasIndex(ctx, tx)
	if err == nil && !there {
		err = makeIndex(ctx, tx)
	}
	if err != nil {
		return err
	}
	return errors.Join(addTwins(ctx, tx), statements(
		`CREATE INDEX release_edited ON release (saved DESC, id DESC, position) WHERE trashed IS NULL`,
		`CREATE TABLE unindexed (id INTEGER PRIMARY KEY) STRICT`,
		`INSERT INTO unindexed SELECT id FROM release`,
	)(ctx, tx))
}

// indexedAtOnce is how many releases are written to the index one behind the other, and in one
// transaction where it is new: some tenths of a second of work, which may be interrupted between
// two.
const indexedAtOnce = 500

// catchUp brings the releases of an older program into the index and gives them their UUIDs, of
// which progress hears as of one piece of work. What one start could not finish the next one does.
func (l *Library) catchUp(ctx context.Context) error {
	var toIndex, toName int
	err := l.db.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM unindexed), (SELECT count(*) FROM release WHERE uuid IS NULL)`).Scan(&toIndex, &toName)
	if err != nil {
		return l.explain(err)
	}
	of := toIndex + toName
	tell := func(done int) {
		if l.progress != nil && of > 0 {
			l.progress(done, of)
		}
	}
	if err := l.inBatches(ctx, toIndex, indexSome, tell); err != nil {
		return fmt.Errorf("bring the index of the library up to date: %w", err)
	}
	if err := l.inBatches(ctx, toName, identifySome, func(done int) { tell(toIndex + done) }); err != nil {
		return fmt.Errorf("give releases their UUIDs: %w", err)
	}
	tell(of)
	return nil
}

// inBatches does what is to be done for that many releases, some in a transaction, and tells
// before each how many are done.
func (l *Library) inBatches(ctx context.Context, of int, some func(ctx context.Context, tx *transaction) (int, error), tell func(done int)) error {
	for done := 0; done < of; {
		tell(done)
		n := 0
		err := l.write(ctx, func(tx *transaction) (err error) {
			n, err = some(ctx, tx)
			return err
		})
		if err != nil {
			return err
		}
		if n == 0 {
			break // another copy of the program helped
		}
		done += n
	}
	return nil
}

// indexSome brings some releases into the index and returns how many.
func indexSome(ctx context.Context, tx *transaction) (int, error) {
	var list []byte
	err := tx.QueryRowContext(ctx, `SELECT json_group_array(id) FROM (SELECT id FROM unindexed ORDER BY id LIMIT ?)`, indexedAtOnce).Scan(&list)
	if err != nil {
		return 0, err
	}
	var ids []int64
	if err := json.Unmarshal(list, &ids); err != nil || len(ids) == 0 {
		return 0, err
	}
	wrong, numbers, err := lookThrough(ctx, tx, list)
	if err != nil {
		return 0, err
	}
	for _, n := range numbers {
		if _, err := tx.exec(ctx, `UPDATE release SET release_number = ? WHERE id = ?`, n.number, n.id); err != nil {
			return 0, err
		}
	}
	for _, id := range wrong {
		if err := indexOne(ctx, tx, id); err != nil {
			return 0, err
		}
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM unindexed WHERE id <= ?`, ids[len(ids)-1]); err != nil {
		return 0, err
	}
	var more bool
	if err := tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM unindexed)`).Scan(&more); err != nil || more {
		return len(ids), err
	}
	_, err = tx.ExecContext(ctx, `INSERT OR IGNORE INTO unpaired SELECT fingerprint FROM release
		WHERE fingerprint <> 0 AND trashed IS NULL GROUP BY fingerprint HAVING count(*) > 1`)
	return len(ids), err
}

// indexOne brings a release into the index, and beside its text what it is listed by. A text
// that cannot be read stays as it is, to be told when it is opened.
func indexOne(ctx context.Context, tx *transaction, id int64) error {
	var text []byte
	var live bool
	var old int64
	err := tx.scan(ctx, `SELECT text, trashed IS NULL, position FROM release WHERE id = ?`, []any{id}, &text, &live, &old)
	if errors.Is(err, sql.ErrNoRows) {
		return nil // it was erased meanwhile
	}
	if err != nil {
		return err
	}
	r, err := release.DecodeOwn(text)
	if err != nil {
		r = release.New("ru")
	}
	in, mark := library.WordsOf(r)
	at := positionOf(r.Date, id)
	if _, err := tx.exec(ctx, `UPDATE release SET position = ?, fingerprint = ?, embargo = ?, release_number = ? WHERE id = ?`, int64(at), mark, r.Embargo.String(), r.Number, id); err != nil {
		return err
	}
	if !live {
		return nil
	}
	return errors.Join(unindex(ctx, tx, position(old)), reindex(ctx, tx, at, at, in, r))
}
