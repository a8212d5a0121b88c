package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"communique/app/library"
	"communique/editor/release"
)

// The index that an older program has left finds every word, but beginnings of four letters,
// and what stands in the headline only, slowly, and who speaks by the rules of its time. It is
// searched until another of today's form, which is filled beside it while the library is in
// use, takes its place.

// addRenewal makes the index that takes the place of an older form's, empty, and notes which
// releases it lacks; and 0 as long as it is there.
func addRenewal(ctx context.Context, tx *transaction) error {
	if err := statements(`CREATE TABLE unrenewed (id INTEGER PRIMARY KEY) STRICT`)(ctx, tx); err != nil {
		return err
	}
	var form string
	if err := tx.QueryRowContext(ctx, `SELECT sql FROM sqlite_schema WHERE name = 'words'`).Scan(&form); err != nil || strings.Contains(form, beginnings) {
		return err
	}
	return statements(
		makeWords(wordsRenewed),
		`INSERT INTO unrenewed SELECT 0 UNION ALL SELECT id FROM release WHERE trashed IS NULL`,
	)(ctx, tx)
}

// renewIndex has an index renewed that lacks words which it has today. One that is being filled lacks
// them too, and is begun anew.
func renewIndex(ctx context.Context, tx *transaction) error {
	var filled bool
	if err := tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM words_docsize)`).Scan(&filled); err != nil || !filled {
		return err
	}
	return statements(
		`DROP TABLE IF EXISTS words_renewed`,
		makeWords(wordsRenewed),
		`DELETE FROM unrenewed`,
		`INSERT INTO unrenewed SELECT 0 UNION ALL SELECT id FROM release WHERE trashed IS NULL`,
	)(ctx, tx)
}

// isRenewed reports whether another index is being filled beside the one that is searched.
func (tx *transaction) isRenewed(ctx context.Context) (bool, error) {
	if tx.renewed == nil {
		var is bool
		if err := tx.scan(ctx, `SELECT EXISTS (SELECT 1 FROM unrenewed)`, nil, &is); err != nil {
			return false, err
		}
		tx.renewed = &is
	}
	return *tx.renewed, nil
}

// renewedAtOnce is how many releases are brought into the new index in one transaction: a tenth
// of a second of work, for which a save may have to wait.
const renewedAtOnce = 100

// renew fills the index that is to take the place of an older form's, if there is one, and puts
// it there. What one run could not finish the next one does.
func (l *Library) renew(ctx context.Context) error {
	for more := true; more; {
		begun := time.Now()
		err := l.write(ctx, func(tx *transaction) (err error) {
			more, err = renewSome(ctx, tx)
			return err
		})
		if err != nil {
			return fmt.Errorf("renew the index of the library: %w", l.explain(err))
		}
		select { // others write in between
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Since(begun)):
		}
	}
	return nil
}

// renewSome brings some releases into the new index, or puts it in the place of the old one
// where it lacks none, and reports whether there is more to do.
func renewSome(ctx context.Context, tx *transaction) (more bool, err error) {
	if renewed, err := tx.isRenewed(ctx); err != nil || !renewed {
		return false, err
	}
	var list []byte
	if err := tx.QueryRowContext(ctx, `SELECT json_group_array(id) FROM (SELECT id FROM unrenewed WHERE id > 0 ORDER BY id LIMIT ?)`, renewedAtOnce).Scan(&list); err != nil {
		return false, err
	}
	var ids []int64
	if err := json.Unmarshal(list, &ids); err != nil {
		return false, err
	}
	if len(ids) == 0 {
		no := false
		tx.renewed = &no
		tx.changes = []library.Change{{}} // so that other copies of the program know the file for ours, whose layout is another now
		return false, statements(`DELETE FROM unrenewed`, `DROP TABLE words`, `ALTER TABLE words_renewed RENAME TO words`)(ctx, tx)
	}
	for _, id := range ids {
		if err := renewOne(ctx, tx, id); err != nil {
			return false, err
		}
	}
	return true, nil
}

// renewOne brings a release into the new index. What cannot be read is told when it is opened.
func renewOne(ctx context.Context, tx *transaction, id int64) error {
	var text []byte
	var at position
	var twin bool
	err := tx.scan(ctx, `SELECT text, position, twin FROM release WHERE id = ?`, []any{id}, &text, &at, &twin)
	if errors.Is(err, sql.ErrNoRows) { // a damaged list
		return tx.isNew(ctx, id)
	}
	if err != nil {
		return err
	}
	r, err := release.DecodeOwn(text)
	if err != nil {
		r = release.New("ru")
	}
	in, _ := library.WordsOf(r)
	tx.willIndex(wordsRenewed, at, in, r, twin)
	return tx.isNew(ctx, id)
}

// isNew notes that the new index has a release, or has to have it no more.
func (tx *transaction) isNew(ctx context.Context, id int64) error {
	_, err := tx.exec(ctx, `DELETE FROM unrenewed WHERE id = ? AND id > 0`, id)
	return err
}
