package sqlite

import (
	"context"
	"fmt"

	"communique/app/library"
	"communique/editor/release"
)

// Trash is as library.Releases has it.
func (l *Library) Trash(ctx context.Context, ids ...int64) error {
	return l.each(ctx, ids, func(tx *transaction, id int64, s stored) error {
		if s.trashed != nil {
			return nil
		}
		tx.changed(id, s.uuid)
		// It is no earlier than the newest save, whatever a clock gone back says.
		if _, err := tx.ExecContext(ctx, `UPDATE release SET trashed = max(?, (SELECT max(saved) FROM release WHERE trashed IS NULL)) WHERE id = ?`, l.now().UnixMilli(), id); err != nil {
			return err
		}
		return unindex(ctx, tx, s.position)
	})
}

// Restore is as library.Releases has it.
func (l *Library) Restore(ctx context.Context, ids ...int64) error {
	return l.each(ctx, ids, func(tx *transaction, id int64, s stored) error {
		if s.trashed == nil {
			return nil
		}
		tx.changed(id, s.uuid)
		if _, err := tx.ExecContext(ctx, `UPDATE release SET trashed = NULL WHERE id = ?`, id); err != nil {
			return err
		}
		r, err := release.Parse(s.text)
		if err != nil {
			return nil //nolint:nilerr // a damaged text is told when it is opened; it can still be listed
		}
		in, _ := library.WordsOf(r)
		return reindex(ctx, tx, s.position, s.position, in, r)
	})
}

// Erase is as library.Releases has it.
func (l *Library) Erase(ctx context.Context, ids ...int64) error {
	return l.each(ctx, ids, func(tx *transaction, id int64, s stored) error {
		if s.trashed == nil {
			return nil
		}
		tx.changed(id, s.uuid)
		tx.erased = true
		if _, err := tx.ExecContext(ctx, `DELETE FROM release WHERE id = ?`, id); err != nil {
			return err
		}
		return l.dropSpare(ctx, tx)
	})
}

// forget takes the words of what was erased out of the index and the vocabulary. The index has
// what was deleted until it is merged; what was typed and written over stands in the
// vocabulary alone.
func forget(ctx context.Context, tx *transaction) error {
	if !tx.erased {
		return nil
	}
	if renewed, err := tx.isRenewed(ctx); err != nil {
		return err
	} else if renewed {
		if _, err := tx.ExecContext(ctx, `INSERT INTO words_renewed (words_renewed) VALUES ('optimize')`); err != nil {
			return err
		}
	}
	return statements(
		`INSERT INTO words (words) VALUES ('optimize')`,
		`CREATE VIRTUAL TABLE temp.spoken USING fts5vocab (main, words, row)`,
		`DELETE FROM vocabulary WHERE word NOT IN (SELECT term FROM temp.spoken)`,
		`DROP TABLE temp.spoken`,
	)(ctx, tx)
}

// truncate brings all that is in the log into the file and empties the log. While somebody
// reads, it does not, and the next one does.
func (l *Library) truncate(ctx context.Context) {
	var busy, frames, done int64
	_ = l.db.QueryRowContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`).Scan(&busy, &frames, &done) // what is in the log is durable there
}

// eraseOld deletes what has lain in the trash for longer than TrashLife, and the
// pictures that nothing shows any more. One that was brought there from elsewhere lies there from
// that day on. A release went to the trash after it was saved: one
// that says otherwise was put there by a clock gone back, and lies there from its last save on; one
// that was put there in days to come, by a clock gone ahead, lies there from today on, unless it
// is today's clock that is behind what was saved.
func (l *Library) eraseOld(ctx context.Context) error {
	err := l.write(ctx, func(tx *transaction) error {
		if _, err := tx.ExecContext(ctx, `UPDATE release SET trashed = min(trashed, ?1), brought = min(brought, ?1) WHERE (trashed > ?1 OR brought > ?1)
			AND NOT EXISTS (SELECT 1 FROM release WHERE trashed IS NULL AND saved > ?1)`, l.now().UnixMilli()); err != nil {
			return err
		}
		result, err := tx.ExecContext(ctx, `DELETE FROM release WHERE max(trashed, coalesce(brought, 0), iif(saved > ?1, trashed, saved)) < ?2`, l.now().UnixMilli(), l.now().Add(-library.TrashLife).UnixMilli())
		if err != nil {
			return err
		}
		erased, err := result.RowsAffected()
		if err != nil {
			return err
		}
		tx.erased = erased > 0
		if err := l.forgetAnswers(ctx, tx); err != nil {
			return err
		}
		return l.dropSpare(ctx, tx)
	})
	return l.explain(err)
}

// each does something with releases, with all of them or with none.
func (l *Library) each(ctx context.Context, ids []int64, do func(tx *transaction, id int64, s stored) error) error {
	err := l.write(ctx, func(tx *transaction) error {
		for _, id := range ids {
			s, err := l.stored(ctx, tx, id)
			if err != nil {
				return err
			}
			if err := do(tx, id, s); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("change releases %v: %w", ids, l.explain(err))
	}
	return nil
}

// Trashed is as library.Releases has it.
func (l *Library) Trashed(ctx context.Context) ([]library.Entry, error) {
	return l.entries(ctx, `WHERE trashed IS NOT NULL ORDER BY trashed DESC, id DESC`)
}
